import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { bib, fixesOf, suggestedAt, toldOf } from './support/bibliographies.js';
import { hadamard, hadamardEntry, insertCitation } from './support/citing.js';
import { closeEditors, openAdded } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { pickingDuring } from './support/picks.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

function setUp(): void {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });
}

describe('A bibliography that is named and found nowhere', () => {
  setUp();

  for (const [name, text, expected] of [
    [
      'gone/main.tex',
      '\\documentclass{article}\n\\cite{a,b}\n\\cite{c}\n\\bibliography{central}\n',
      ['missingBibliography: central'],
    ],
    [
      'gone/a.md',
      '---\nbibliography: none.bib\n---\n\n[@a; @b]\n',
      ['missingBibliography: none.bib'],
    ],
    [
      'gone/b.typ',
      '#cite(<gone>)\n#bibliography("/none.bib")\n',
      ['missingBibliography: /none.bib'],
    ],
    [
      'gone/c.tex',
      '\\cite{a}\n\\addbibresource[glob]{no/*.bib}\n',
      ['missingBibliography: no/*.bib'],
    ],
    ['gone/r.qmd', '---\nbibliography: "`r here(\'refs.bib\')`"\n---\n\n[@a]\n', []],
    ['gone/web.md', '---\nbibliography: https://example.org/refs.bib\n---\n\n[@a]\n', []],
  ] as const) {
    it(`is told of once, where it is named, and its keys are not: ${name}`, async () => {
      addFile('gone/marked.bib', bib('a'));
      const other = await openAdded('gone/other.md', '---\nbibliography: marked.bib\n---\n[@no]\n');
      const editor = await openAdded(name, text);
      await toldOf(other, ['unknownKey: no']);
      await toldOf(editor, expected);
    });
  }

  it('is told of in a file of a project', async () => {
    const editor = await openAdded('_quarto.yml', 'bibliography:\n  - none.bib\n');
    await toldOf(editor, ['missingBibliography: none.bib']);
    addFile('none.bib', bib('a'));
    await toldOf(editor, []);
  });

  it('is not one of those that every distribution of TeX has', async () => {
    addFile('ieee/mine.bib', bib('a'));
    const text = '\\bibliography{IEEEabrv,mine}\n\\cite{a}\n\\cite{b}\n';
    await toldOf(await openAdded('ieee/main.tex', text), ['unknownKey: b']);
  });

  it('is told of as the setting says', async () => {
    const editor = await openAdded('quiet/a.md', '---\nbibliography: none.bib\n---\n');
    await toldOf(editor, ['missingBibliography: none.bib']);
    await withSetting('preprint.diagnostics.missingBibliography', 'off', () => toldOf(editor, []));
  });

  it('can be corrected or created', async () => {
    addFile('lib/none.bib', bib('a'));
    const text = '\\bibliography{none}\n\\cite{a}\n';
    const editor = await openAdded('main.tex', text);
    await toldOf(editor, ['missingBibliography: none']);
    const fixes = await fixesOf(editor);
    const change = fixes.get('Change to "lib/none"')?.edit;
    const create = fixes.get('Create added/none.bib')?.edit;
    assert.ok(change && create, [...fixes.keys()].join(', '));
    assert.ok(await vscode.workspace.applyEdit(create));
    await waitFor(() => existsSync(addedUri('none.bib').fsPath), 'the file');
    await toldOf(editor, ['unknownKey: a']);
    assert.ok(await vscode.workspace.applyEdit(change));
    assert.equal(editor.document.getText(), text.replace('none', 'lib/none'));
    await toldOf(editor, []);
  });

  for (const [name, text] of [
    ['paper.tex', '\\bibliography{fresh}\nSee |.\n'],
    ['note.md', '---\nbibliography: fresh.bib\n---\n\nSee |.\n'],
  ] as const) {
    it(`is created when a person agrees, and by nobody else: ${name}`, async () => {
      const file = addedUri(`ask/fresh.bib`);
      const editor = await openAdded(`ask/${name}`, text);
      const { document } = editor;
      const asked = await pickingDuring([], () => insertCitation(hadamard.paper));
      assert.deepEqual(asked, [['Create added/ask/fresh.bib', 'Cite without adding an entry']]);
      assert.ok(!existsSync(file.fsPath) && !document.isDirty);
      await pickingDuring(['Cite without'], () => insertCitation(hadamard.paper));
      assert.ok(!existsSync(file.fsPath));
      assert.ok(document.getText().includes(hadamard.key));
      await pickingDuring(['Create'], () => insertCitation(hadamard.paper));
      assert.equal(readFileSync(file.fsPath, 'utf8'), `${hadamardEntry}\n`);
    });
  }
});

describe('A document for which nobody names a bibliography', () => {
  setUp();

  it('cites from the only one below the workspace folder', async () => {
    const only = readFileSync(sampleUri('paper/references.bib').fsPath, 'utf8');
    const key = /@\w+\{([^,]+),/.exec(only)?.[1] ?? '';
    const editor = await openAdded('alone/note.md', `See @${key.slice(0, 5)}|\n`);
    // VS Code may still tell of what the test before has removed.
    await waitFor(async () => (await suggestedAt(editor)).includes(key), 'the key of the only one');
    addFile('elsewhere/refs.bib', bib('other'));
    await waitFor(async () => !(await suggestedAt(editor)).includes(key), 'no bibliography');
  });

  it('has none of a program for its only one', async () => {
    addFile('node_modules/x/refs.bib', bib('other'));
    addFile('.venv/refs.bib', bib('another'));
    const only = readFileSync(sampleUri('paper/references.bib').fsPath, 'utf8');
    const key = /@\w+\{([^,]+),/.exec(only)?.[1] ?? '';
    const editor = await openAdded('alone/note.md', `See @${key.slice(0, 5)}|\n`);
    await waitFor(async () => (await suggestedAt(editor)).includes(key), 'the key of the only one');
  });

  it('is offered those that there are, before a new one', async () => {
    addFile('near/lib/refs.bib', bib('other'));
    const { document } = await openAdded('near/notes/note.md', 'See |.\n');
    const lists = await pickingDuring(['Use added/near/lib/refs.bib'], () =>
      insertCitation(hadamard.paper),
    );
    assert.deepEqual(lists[0]?.slice(0, 3), [
      'Use added/near/lib/refs.bib',
      'Use paper/references.bib',
      'Create added/near/notes/references.bib',
    ]);
    assert.equal(
      document.getText(),
      `---\nbibliography: ../lib/refs.bib\n---\n\nSee [@${hadamard.key}].\n`,
    );
    assert.equal(
      readFileSync(addedUri('near/lib/refs.bib').fsPath, 'utf8'),
      `${bib('other')}\n${hadamardEntry}\n`,
    );
  });
});
