import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, insertCitation, langevin } from './support/citing.js';
import { closeEditors, openAdded } from './support/documents.js';
import { addFile, preprint, restoreLibrary } from './support/library.js';
import { addLink, askedDuring, inRestrictedMode, Outside } from './support/outside.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';

const book = '@book{book,\n  title = {A Book}\n}\n';
const profile = 'export PATH=/opt/bin\n';
const write = 'Write';

/** What names a file in each of the languages, with a cursor to cite at. */
const naming = {
  'note.md': (file: string) => `---\nbibliography: ${JSON.stringify(file)}\n---\n\nSee |.\n`,
  'paper.tex': (file: string) => `\\addbibresource{${file}}\nSee |.\n`,
  'chapter.typ': (file: string) => `See |.\n\n#bibliography("${file}")\n`,
  'ideas.org': (file: string) => `#+bibliography: ${file}\n\nSee |.\n`,
} as const;

let outside: Outside;
let documents = 0;

/** Opens a new document that cites from a file. */
function openCiting(
  file: string,
  name: keyof typeof naming = 'note.md',
): Promise<vscode.TextEditor> {
  return openAdded(`${++documents}${name}`, naming[name](file));
}

/** Cites in a new document; whatever is asked is agreed to. @returns what was said and asked */
async function citeFrom(
  file: string,
  name?: keyof typeof naming,
): Promise<{ document: vscode.TextDocument; said: string[]; asked: string[] }> {
  const { document } = await openCiting(file, name);
  let asked: string[] = [];
  const said = await saidDuring(async () => {
    asked = await askedDuring(write, () => insertCitation(hadamard.paper));
  });
  return { document, said, asked };
}

async function suggestedAt({ document, selection }: vscode.TextEditor): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function setUp(): void {
  before(preprint);
  beforeEach(() => {
    outside = new Outside({
      ...{ 'refs.bib': book, 'more.bib': book, '.bashrc': profile, '.profile': profile },
      ...{
        authorized_keys: '',
        'settings.json': '{"a": [1]}\n',
        'build.yml': 'jobs:\n  a: {b: c}\n',
      },
    });
  });
  afterEach(async () => {
    await closeEditors();
    outside.remove();
    await restoreLibrary();
  });
}

describe('A file outside of the workspace that is no bibliography', () => {
  setUp();

  for (const name of ['.bashrc', '.profile', 'authorized_keys', 'settings.json', 'build.yml']) {
    it(`gets no entry: ${name}`, async () => {
      for (const file of [outside.path(name), outside.relative(name)]) {
        const { document, said, asked } = await citeFrom(file);
        assert.deepEqual(asked, []);
        assert.match(said.join('\n'), /what is no bibliography|cannot be read as a bibliography/);
        assert.ok(!document.isDirty);
        assert.deepEqual(outside.changes(), []);
      }
    });
  }

  it('gets no entry below the home folder either', async () => {
    const home = process.env['HOME'];
    process.env['HOME'] = outside.folder;
    try {
      for (const name of ['~/.bashrc', '~/.profile', '~/authorized_keys']) {
        const { asked } = await citeFrom(name);
        assert.deepEqual(asked, []);
        assert.deepEqual(outside.changes(), []);
      }
    } finally {
      process.env['HOME'] = home;
    }
  });

  it('gets no entry through a link with the name of a bibliography', async () => {
    addLink('refs.bib', outside.path('.bashrc'));
    const { asked, said } = await citeFrom('refs.bib');
    assert.deepEqual(asked, []);
    assert.match(said.join('\n'), /no bibliography: added\/refs\.bib → .*\.bashrc/);
    assert.deepEqual(outside.changes(), []);
  });

  it('gets no entry for its name alone', async () => {
    const odd = new Outside({ 'odd.bib': profile });
    const { asked } = await citeFrom(odd.path('odd.bib'));
    assert.deepEqual(asked, []);
    assert.deepEqual(odd.changes(), []);
    odd.remove();
  });

  it('is not read for what another document is said to cite from', async () => {
    const thesis = new Outside({
      'thesis.tex': '\\addbibresource{refs.bib}\n',
      'refs.bib': '@misc{thesiskey,\n  title = {A Thesis}\n}\n',
    });
    const editor = await openAdded(
      `${++documents}.tex`,
      `% !TEX root = ${thesis.relative('thesis.tex')}\nSee \\cite{thes|}.\n`,
    );
    const keys = await suggestedAt(editor);
    assert.ok(!keys.includes('thesiskey'), keys.join(', '));
    thesis.remove();
  });

  it('is not read, whatever it holds', async () => {
    const secret = new Outside({ '.secrets': '@misc{secretkey,\n  title = {A Secret}\n}\n' });
    addLink('linked.bib', secret.path('.secrets'));
    for (const name of [secret.path('.secrets'), 'linked.bib']) {
      const editor = await openAdded(
        `${++documents}.md`,
        naming['note.md'](name).replace('|', '@secr|'),
      );
      const keys = await suggestedAt(editor);
      assert.ok(!keys.includes('secretkey'), keys.join(', '));
    }
    secret.remove();
  });
});

describe('A bibliography that is not there', () => {
  setUp();

  for (const name of Object.keys(naming) as (keyof typeof naming)[]) {
    it(`is not made outside of the workspace, for ${name}`, async () => {
      const atRoot = '/preprint-was-here.bib';
      // Typst's root is the workspace folder.
      const absolute = name.endsWith('.typ') ? [] : [atRoot, outside.path('new.bib')];
      for (const file of [
        ...absolute,
        outside.relative('new.bib'),
        `sub/../${outside.relative('new.bib')}`,
      ]) {
        const { document, asked, said } = await citeFrom(file, name);
        const isMade = existsSync(atRoot);
        rmSync(atRoot, { force: true });
        assert.ok(!isMade, file);
        assert.deepEqual(asked, []);
        assert.match(said.join('\n'), /No bibliography is made outside of the workspace/);
        assert.ok(!document.isDirty);
        assert.deepEqual(outside.changes(), []);
      }
    });
  }

  it('is not made behind a linked folder', async () => {
    addLink('refs', outside.folder);
    const { said } = await citeFrom('refs/new.bib');
    assert.match(said.join('\n'), /No bibliography is made outside of the workspace/);
    assert.deepEqual(outside.changes(), []);
  });

  it('is not made in a folder of a program', async () => {
    addFile('.github/keep', '');
    const { said } = await citeFrom('.github/ci.yml');
    assert.match(said.join('\n'), /made in a folder that belongs to a program/);
  });
});

describe('A bibliography outside of the workspace', () => {
  setUp();

  for (const [how, name] of [
    ['by its path', () => outside.path('refs.bib')],
    ['by a path that leads up', () => outside.relative('refs.bib')],
    [
      'through a link',
      () => {
        addLink('linked.bib', outside.path('refs.bib'));
        return 'linked.bib';
      },
    ],
    [
      'through a linked folder',
      () => {
        addLink('folder', outside.folder);
        return 'folder/refs.bib';
      },
    ],
  ] as const) {
    it(`is written to once a person agrees, who sees its real path: ${how}`, async () => {
      const { document } = await openCiting(name());
      const dismissed = await askedDuring(undefined, () => insertCitation(hadamard.paper));
      assert.equal(dismissed.length, 1);
      assert.ok(dismissed[0]?.endsWith(`\n${outside.path('refs.bib')}`), dismissed[0]);
      assert.deepEqual(outside.changes(), []);
      assert.ok(!document.isDirty);
      await askedDuring(write, () => insertCitation(hadamard.paper));
      assert.equal(outside.text('refs.bib'), `${book}\n${hadamardEntry}\n`);
    });

    it(`is never written to in Restricted Mode: ${how}`, async () => {
      const file = name();
      await inRestrictedMode(async () => {
        const { document, asked, said } = await citeFrom(file);
        assert.deepEqual(asked, []);
        assert.match(said.join('\n'), /In Restricted Mode nothing is written outside/);
        assert.ok(!document.isDirty);
      });
      assert.deepEqual(outside.changes(), []);
    });
  }

  it('is asked for once, and another one anew', async () => {
    assert.equal((await citeFrom(outside.path('refs.bib'))).asked.length, 1);
    const { document } = await openCiting(outside.path('refs.bib'));
    const again = await askedDuring(undefined, () => insertCitation(langevin.paper));
    assert.deepEqual(again, []);
    assert.ok(document.getText().includes(langevin.key));
    const { asked } = await citeFrom(outside.path('more.bib'));
    assert.ok(asked[0]?.endsWith(outside.path('more.bib')), asked[0]);
  });

  it('is another one when a link leads elsewhere', async () => {
    addLink('linked.bib', outside.path('refs.bib'));
    assert.equal((await citeFrom('linked.bib')).asked.length, 1);
    addLink('linked.bib', outside.path('more.bib'));
    const { document } = await openCiting('linked.bib');
    const asked = await askedDuring(undefined, () => insertCitation(langevin.paper));
    assert.ok(asked[0]?.endsWith(outside.path('more.bib')), asked[0]);
    assert.ok(!document.isDirty);
    assert.equal(outside.text('more.bib'), book);
  });

  it('is not what was agreed to when its link has moved during the question', async () => {
    addLink('linked.bib', outside.path('refs.bib'));
    const { document } = await openCiting('linked.bib');
    const move = () => void addLink('linked.bib', outside.path('more.bib'));
    const said = await saidDuring(() =>
      askedDuring(write, () => insertCitation(hadamard.paper), move),
    );
    assert.match(said.join('\n'), /this leads elsewhere now/);
    assert.deepEqual(outside.changes(), []);
    assert.ok(!document.isDirty);
  });

  it('is asked for when the setting names it', async () => {
    const files = [outside.path('refs.bib')];
    await withSetting('preprint.bibliography.files', files, async () => {
      await openAdded(`${++documents}.md`, 'See |.\n');
      const asked = await askedDuring(undefined, () => insertCitation(hadamard.paper));
      assert.ok(asked[0]?.endsWith(outside.path('refs.bib')), asked[0]);
      assert.deepEqual(outside.changes(), []);
    });
  });

  it('is read without a question', async () => {
    const file = outside.path('refs.bib');
    const editor = await openAdded(
      `${++documents}.md`,
      naming['note.md'](file).replace('|', '@boo|'),
    );
    await inRestrictedMode(async () => {
      const asked = await askedDuring(undefined, async () => {
        const keys = await suggestedAt(editor);
        assert.ok(keys.includes('book'), keys.join(', '));
      });
      assert.deepEqual(asked, []);
    });
  });
});

describe('Globs of bibliographies', () => {
  setUp();

  for (const glob of ['/proc/**/x#.bib', '/**/no-such-#.bib', '//server/share/#*.bib']) {
    it(`leave suggestions with an answer: ${glob}`, async () => {
      // One may be borne.
      const globs = Array.from({ length: 12 }, (_, number) => glob.replace('#', `${number}`));
      await withSetting('preprint.bibliography.files', [...globs, 'added/here.bib'], async () => {
        addFile('here.bib', book);
        const editor = await openAdded(`${++documents}.md`, 'See @boo|\n');
        const began = Date.now();
        const keys = await suggestedAt(editor);
        assert.ok(keys.includes('book'), keys.join(', '));
        assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
      });
    });
  }

  it('find what lies outside, below a folder that they name', async () => {
    const deep = new Outside({ 'a/b/deep.bib': book });
    await withSetting('preprint.bibliography.files', [`${deep.folder}/**/*.bib`], async () => {
      const editor = await openAdded(`${++documents}.md`, 'See @boo|\n');
      const keys = await suggestedAt(editor);
      assert.ok(keys.includes('book'), keys.join(', '));
    });
    deep.remove();
  });
});
