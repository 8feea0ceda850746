import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readingKeys } from '../../src/core/reading/readingKeys.js';
import {
  commands,
  contextKeys,
  customEditors,
  panels,
  settings,
  views,
} from '../../src/host/contributions.js';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Step {
  readonly id: string;
  readonly media: { readonly image: Readonly<Record<string, string>> };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; when?: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly when?: string }[];
    readonly keybindings?: readonly (MenuItem & { readonly key: string })[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const menuItems = [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])];
const viewItems = Object.values(contributes.views).flat();
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const stepConditions = steps
  .flatMap(({ completionEvents }) => completionEvents)
  .filter((event) => event.startsWith('onContext:'));
const conditions = [...menuItems, ...viewItems, ...contributes.viewsWelcome]
  .map(({ when }) => when)
  .concat(contributes.commands.map(({ enablement }) => enablement))
  .filter((condition) => condition !== undefined)
  .concat(stepConditions);

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

describe('package.json and contributions.ts', () => {
  it('name the same commands', () => {
    assert.deepEqual(
      sorted(contributes.commands.map(({ command }) => command)),
      sorted(Object.values(commands)),
    );
  });

  it('name the same settings', () => {
    assert.deepEqual(
      sorted(contributes.configuration.flatMap(({ properties }) => Object.keys(properties))),
      sorted(Object.values(settings)),
    );
  });

  it('name the same views', () => {
    assert.deepEqual(sorted(viewItems.map(({ id }) => id)), sorted(Object.values(views)));
  });

  it('name the same panels', () => {
    const restored = manifest.activationEvents
      .filter((event) => event.startsWith('onWebviewPanel:'))
      .map((event) => event.slice('onWebviewPanel:'.length));
    assert.deepEqual(sorted(restored), sorted(Object.values(panels)));
  });

  it('name the same custom editors', () => {
    const declared = contributes.customEditors.map(({ viewType }) => viewType);
    assert.deepEqual(sorted(declared), sorted(Object.values(customEditors)));
  });

  it('bind the keys that the reader explains', () => {
    const bound = (contributes.keybindings ?? [])
      .filter(({ when }) => when?.includes(contextKeys.readerFocus))
      .map(({ command, key }) => `${key} ${command}`);
    const explained = readingKeys.flatMap(({ command, keys }) =>
      keys.map((key) => `${key} ${command}`),
    );
    assert.deepEqual(sorted(bound), sorted(explained));
  });

  it('name the same context keys: each is set, and each decides something', () => {
    const own = conditions.flatMap((condition) => condition.match(/\bpreprint\.\w+/g) ?? []);
    const named = [views, panels, customEditors].flatMap((names) => Object.values<string>(names));
    const known = new Set(named);
    assert.deepEqual(
      sorted(own.filter((key) => !known.has(key))),
      sorted(Object.values(contextKeys)),
    );
  });
});

describe('package.json', () => {
  it('puts no command into a menu that it does not declare', () => {
    const declared = new Set(contributes.commands.map(({ command }) => command));
    for (const { command } of menuItems) {
      if (command !== undefined) assert.ok(declared.has(command), command);
    }
  });

  it('declares each submenu that it shows, and shows each that it declares', () => {
    const shown = menuItems.flatMap(({ submenu }) => submenu ?? []);
    const declared = contributes.submenus.map(({ id }) => id);
    assert.deepEqual(sorted(shown), sorted(declared));
    for (const id of declared) assert.ok((contributes.menus[id] ?? []).length > 0, id);
  });

  it('fills only menus of VS Code and submenus of its own', () => {
    const own = new Set(contributes.submenus.map(({ id }) => id));
    for (const menu of Object.keys(contributes.menus)) {
      if (menu.startsWith('preprint.')) assert.ok(own.has(menu), menu);
    }
  });

  it('puts each view into a container that it declares, and welcomes in views that exist', () => {
    const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
    assert.deepEqual(sorted(Object.keys(contributes.views)), sorted(containers));
    const ids = viewItems.map(({ id }) => id);
    for (const { view } of contributes.viewsWelcome) assert.ok(ids.includes(view), view);
  });

  it('compares the state of the library with values that the code sets', () => {
    const compared = conditions.flatMap((condition) =>
      Array.from(condition.matchAll(/preprint\.libraryState [!=]= (\w+)/g), ([, value]) => value),
    );
    assert.deepEqual(sorted(compared.filter((value) => value !== undefined)), [
      'empty',
      'indexing',
      'ready',
    ]);
  });

  it('has four or five steps in its walkthrough, each with pictures and an end', () => {
    assert.ok(steps.length === 4 || steps.length === 5);
    const declared = new Set(contributes.commands.map(({ command }) => command));
    for (const { id, media, completionEvents } of steps) {
      assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light'], id);
      for (const picture of Object.values(media.image)) assert.ok(existsSync(picture), picture);
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [, kind, what = ''] = /^(onCommand|onContext):(.*)$/.exec(event) ?? [];
        assert.ok(kind !== undefined, event);
        if (kind === 'onCommand') assert.ok(declared.has(what), event);
      }
    }
  });

  it('ignore the paths that a workspace sets before it is trusted', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    // VS Code takes no notice of the list otherwise.
    assert.equal(supported, 'limited');
    const naming = [settings.bibliographyFiles, settings.cslStyle, settings.marksFile];
    const notes = [settings.notesFolder, settings.notesFileName, settings.notesTemplate];
    assert.deepEqual(sorted(restrictedConfigurations), sorted([...naming, ...notes]));
  });
});
