import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { ClonedFolder, cursor } from './support/clonedFolder.js';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { takePaper } from './support/quickPick.js';
import type { Workbench } from './support/workbench.js';

const paper = 'Neural Network Quantum Field Theory';
const key = 'ageev2026neuralnetworkquantumfield';

/** What both windows do: nothing outside changes, whatever the folder names. */
class Visitor {
  readonly cloned = new ClonedFolder();
  #workbench: Workbench | undefined;
  #before: Readonly<Record<string, string>> = {};

  get workbench(): Workbench {
    assert.ok(this.#workbench);
    return this.#workbench;
  }

  async open(restricted: boolean): Promise<void> {
    this.#workbench = await openWorkbench({
      prepare: (folder, beside) => {
        this.cloned.prepare(folder, beside);
        if (restricted) addSettings(folder, { 'preprint.notes.folder': 'elsewhere' });
      },
      restricted,
      settings: { 'files.autoSave': 'off', 'preprint.marks.seen': 'opened' },
    });
    this.#before = this.cloned.files();
    await this.workbench.openView();
    await this.workbench.setSideBarWidth(420);
    await this.workbench.expandRow('Computer Science', 'cs.LG');
  }

  untouched(): void {
    assert.deepEqual(this.cloned.files(), this.#before);
  }

  onDisk(name: string): string {
    return readFileSync(path.join(this.workbench.folder, name), 'utf8');
  }

  async readAndStar(): Promise<void> {
    await this.workbench.readRow(paper);
    await this.workbench.pressInRow(paper, 'Star');
    await eventually(() => assert.match(this.onDisk('.preprint/state.jsonl'), /starred/));
  }

  async cite(document: string): Promise<void> {
    await this.workbench.openFile(document, cursor);
    await this.workbench.palette('Preprint: Insert Citation');
    await this.workbench.quickInput().fill('ageev');
    await this.workbench.quickPickRows().filter({ hasText: paper }).waitFor();
    await this.workbench.page.keyboard.press('Enter');
  }

  async createNote(): Promise<void> {
    await this.workbench.palette('Preprint: Create Literature Note');
    assert.ok(await takePaper(this.workbench.page, 'ageev', paper));
  }

  /** A message to the person, which goes away once it has been seen. */
  async told(text: string | RegExp, picture?: string): Promise<void> {
    const message: Locator = this.workbench.notification(text);
    await message.waitFor();
    if (picture !== undefined) {
      // A long message is cut until somebody wants all of it.
      await message.hover();
      await message.getByRole('button', { name: 'Expand Notification' }).click();
      await this.workbench.screenshot(picture);
    }
    await this.workbench.palette('Notifications: Clear All Notifications');
    await message.waitFor({ state: 'hidden' });
  }
}

function addSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

describe('A cloned folder that leads outside, in a window that trusts it', () => {
  const visitor = new Visitor();
  before(() => visitor.open(false));
  keepFailurePictures(() => visitor.workbench);
  after(() => visitor.workbench.dispose());

  const dialog = () => visitor.workbench.page.locator('.monaco-dialog-box');

  it('has papers that are read and starred without a file outside', async () => {
    await visitor.readAndStar();
    visitor.untouched();
  });

  for (const [document, file] of [
    ['linked.md', 'linked.bib'],
    ['up.md', 'refs.bib'],
  ] as const) {
    it(`asks with the real path before ${document} cites, and takes no for an answer`, async () => {
      await visitor.cite(document);
      await dialog().getByText(path.join(visitor.cloned.outside, file)).waitFor();
      await visitor.workbench.screenshot(`outside-question-${document.replace('.md', '')}`);
      await dialog().getByRole('button', { name: 'Cancel' }).click();
      await dialog().waitFor({ state: 'hidden' });
      visitor.untouched();
      assert.ok(!visitor.onDisk(document).includes(key));
    });
  }

  it('writes no entry where no bibliography is, and says so', async () => {
    await visitor.cite('profile.md');
    await visitor.told(/what is no bibliography: .*\.bashrc/, 'outside-no-bibliography');
    await visitor.cite('new.md');
    await visitor.told(/No bibliography is made outside of the workspace/);
    visitor.untouched();
  });

  it('writes no note through the linked folder, and says where it leads', async () => {
    await visitor.createNote();
    const place = path.join(visitor.cloned.outside, 'notes');
    await visitor.told(place, 'outside-notes');
    visitor.untouched();
  });

  it('takes a paper that is dropped without its entry, for nobody is asked then', async () => {
    const { workbench } = visitor;
    await workbench.openFile('up.md', cursor);
    const line = workbench.page.locator('.view-line', { hasText: 'See here:' });
    await workbench
      .treeRow(paper)
      .first()
      .dragTo(line, { targetPosition: { x: 300, y: 8 } });
    await visitor.told(/Insert Citation asks before it writes outside of the workspace/);
    visitor.untouched();
  });

  it('writes the entry once the person agrees', async () => {
    await visitor.cite('linked.md');
    await dialog().getByRole('button', { name: 'Write' }).click();
    await eventually(() => assert.match(visitor.cloned.files()['linked.bib'] ?? '', /ageev2026/));
    assert.doesNotMatch(visitor.cloned.files()['refs.bib'] ?? '', /ageev2026/);
  });
});

describe('A cloned folder that leads outside, in Restricted Mode', () => {
  const visitor = new Visitor();
  before(() => visitor.open(true));
  keepFailurePictures(() => visitor.workbench);
  after(() => visitor.workbench.dispose());

  const restricted = /Restricted Mode: paths in the settings of this workspace are ignored/;

  it('says above the papers what is off', async () => {
    await visitor.workbench.viewMessage(restricted).waitFor();
    await visitor.workbench.screenshot('restricted-mode');
  });

  it('has papers that are read and starred without a file outside', async () => {
    await visitor.readAndStar();
    visitor.untouched();
  });

  it('cites into nothing outside, without a question', async () => {
    for (const document of ['linked.md', 'up.md']) {
      await visitor.cite(document);
      const picture = `restricted-${document.replace('.md', '')}`;
      await visitor.told(/In Restricted Mode nothing is written outside/, picture);
      assert.ok(!visitor.onDisk(document).includes(key));
    }
    await visitor.cite('profile.md');
    await visitor.told(/what is no bibliography: .*\.bashrc/);
    await visitor.cite('new.md');
    await visitor.told(/No bibliography is made outside of the workspace/);
    visitor.untouched();
  });

  it('writes no note through the linked folder', async () => {
    await visitor.createNote();
    await visitor.told(path.join(visitor.cloned.outside, 'notes'));
    visitor.untouched();
  });

  it('takes no path from the settings of the workspace, and does once it is trusted', async () => {
    const { workbench } = visitor;
    await visitor.createNote();
    // The folder of the settings would be a good one.
    await visitor.told(path.join(visitor.cloned.outside, 'notes'));
    await workbench.palette('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByText('Trust', { exact: true })
      .first()
      .click();
    await workbench.viewMessage(restricted).waitFor({ state: 'hidden' });
    await visitor.createNote();
    await workbench.activeTab().filter({ hasText: '.md' }).waitFor();
    await eventually(() => assert.match(visitor.onDisk(`elsewhere/${key}.md`), /Neural Network/));
    visitor.untouched();
  });
});
