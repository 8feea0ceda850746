import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, insertCitation, langevin } from './support/citing.js';
import { closeEditors, openFile, positionOf, readMarks } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary } from './support/library.js';
import { cellOf, cursorIn, editCell, notebookText, openNotebook } from './support/notebooks.js';
import { pickingDuring } from './support/picks.js';
import { cardAt, definitionsAt, referencesAt } from './support/providers.js';
import { saidDuring } from './support/said.js';
import { useSetting, withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const entry = (key: string): string =>
  `@misc{${key},\n  title = {Title of ${key}},\n  author = {Ada Example},\n  eprint = {2602.12257}\n}\n`;
const refs = entry('ada2024');

function told({ uri }: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Preprint')
    .map(({ message }) => message);
}

async function hovers(document: vscode.TextDocument, text: string): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text, 2),
  );
  return found
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function leadsTo(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const links = await definitionsAt(document, positionOf(document, text, 2));
  return links.map(({ targetUri }) => targetUri.path.slice(targetUri.path.lastIndexOf('/') + 1));
}

/** VS Code may still hold the notebook of the last test: each has a folder of its own. */
let folders = 0;
const inFolder = (name: string): string => `notebook${folders}/${name}`;

describe('A notebook', () => {
  before(preprint);
  beforeEach(() => {
    folders++;
  });
  useSetting('preprint.citation.bibliography', 'existing');
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('knows the keys of the bibliography beside it', async () => {
    addFile(inFolder('refs.bib'), refs);
    const notebook = await openNotebook(inFolder('a.ipynb'), ['markdown', 'See [@ada2024].\n']);
    const cell = cellOf(notebook, 0);
    assert.match(await hovers(cell, 'ada2024'), /refs\.bib/);
    const [first] = await leadsTo(cell, 'ada2024');
    assert.equal(first, 'refs.bib');
  });

  for (const [title, head] of [
    ['in a raw cell', ['raw', '---\nbibliography: lists/other.bib\n---']],
    ['in its first cell of text', ['markdown', '---\nbibliography: lists/other.bib\n---\n# Title']],
  ] as const) {
    it(`cites from what it names ${title}`, async () => {
      addFile(inFolder('refs.bib'), refs);
      addFile(inFolder('lists/other.bib'), entry('bea2025'));
      const notebook = await openNotebook(
        inFolder('a.ipynb'),
        head,
        ['code', 'x = 1'],
        ['markdown', 'See [@bea2025] and [@ada2024].\n'],
      );
      const cell = cellOf(notebook, 2);
      assert.deepEqual((await leadsTo(cell, 'bea2025'))[0], 'other.bib');
      await waitFor(() => told(cell).length > 0, 'a problem');
      assert.equal(told(cell).length, 1);
      assert.match(told(cell)[0] ?? '', /ada2024/);
    });
  }

  it('has its unknown keys told, until they are known', async () => {
    addFile(inFolder('refs.bib'), refs);
    const notebook = await openNotebook(
      inFolder('a.ipynb'),
      ['markdown', 'See [@ada2024].\n'],
      ['markdown', 'See [@bea2025].\n'],
      ['code', '# [@cem2026]\n'],
    );
    await waitFor(() => told(cellOf(notebook, 1)).length > 0, 'a problem');
    assert.match(told(cellOf(notebook, 1))[0] ?? '', /bea2025/);
    assert.deepEqual(told(cellOf(notebook, 0)), []);
    assert.deepEqual(told(cellOf(notebook, 2)), []);
    // VS Code's watcher may not know a folder yet that was made a moment ago; what VS Code writes it tells itself.
    const text = new TextEncoder().encode(refs + entry('bea2025'));
    await vscode.workspace.fs.writeFile(addedUri(inFolder('refs.bib')), text);
    await waitFor(() => told(cellOf(notebook, 1)).length === 0, 'no problem');
  });

  it('has keys suggested', async () => {
    addFile(inFolder('refs.bib'), refs);
    const notebook = await openNotebook(inFolder('a.ipynb'), ['markdown', 'See @ad']);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      cellOf(notebook, 0).uri,
      new vscode.Position(0, 7),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('ada2024'), labels.join(', '));
  });

  it('shows the card of an id in the comment of a code cell', async () => {
    const notebook = await openNotebook(inFolder('a.ipynb'), [
      'code',
      '# as in arXiv:2602.12257\n',
    ]);
    const cell = cellOf(notebook, 0);
    await cardAt(cell, positionOf(cell, '2602.12257', 2));
  });

  it('cites with the entry in the bibliography beside it, and one undo takes back both', async () => {
    const bib = addFile(inFolder('refs.bib'), refs);
    const marked = 'As shown in |, it is so.\n';
    const notebook = await openNotebook(
      inFolder('a.ipynb'),
      ['code', 'x = 1'],
      ['markdown', marked],
    );
    const { document } = await editCell(notebook, 1, cursorIn(marked));
    const said = await saidDuring(() => insertCitation(hadamard.paper));
    assert.deepEqual(said, []);
    assert.equal(document.getText(), `As shown in [@${hadamard.key}], it is so.\n`);
    const onDisk = () => readFileSync(bib.fsPath, 'utf8');
    await waitFor(() => onDisk() === `${refs}\n${hadamardEntry}\n`, 'the entry on the disk');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('undo');
    await waitFor(() => document.getText() === readMarks(marked).text, 'the text before');
    const open = await vscode.workspace.openTextDocument(bib);
    await waitFor(() => open.getText() === refs, 'the bibliography before');
  });

  it('cites without a key where its cell is code', async () => {
    const notebook = await openNotebook(inFolder('a.ipynb'), ['code', '# See ']);
    const { document } = await editCell(notebook, 0, 6);
    await insertCitation(langevin.paper);
    assert.equal(document.getText(), '# See arXiv:2602.12257');
  });

  it('has its references found from the bibliography, and those of other documents from it', async () => {
    const bib = addFile(inFolder('refs.bib'), refs);
    const note = addFile(inFolder('note.md'), 'See [@ada2024].\n');
    const notebook = await openNotebook(inFolder('a.ipynb'), ['markdown', 'See [@ada2024].\n']);
    const cell = cellOf(notebook, 0);
    const { document } = await openFile(bib);
    const wanted = [cell.uri, note].map(String);
    for (const [from, at] of [
      [document, positionOf(document, 'ada2024', 2)],
      [cell, positionOf(cell, 'ada2024', 2)],
    ] as const) {
      await waitFor(async () => {
        const found = (await referencesAt(from, at)).map(({ uri }) => uri.toString());
        return wanted.every((uri) => found.includes(uri));
      }, `references from ${from.uri.toString()}`);
    }
  });

  it('has its keys renamed in all cells and in the bibliography', async () => {
    const bib = addFile(inFolder('refs.bib'), refs);
    const notebook = await openNotebook(
      inFolder('a.ipynb'),
      ['markdown', 'See [@ada2024].\n'],
      ['markdown', 'And "@ada2024" \\ too.\n'],
    );
    // Of a cell that nobody has seen, VS Code's own command asks wrongly.
    const { document: cell } = await editCell(notebook, 0, 0);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...([cell.uri, positionOf(cell, 'ada2024', 2), 'lovelace'] as const),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await waitFor(() => cell.getText() === 'See [@lovelace].\n', 'the cell');
    assert.equal(cellOf(notebook, 1).getText(), 'And "@lovelace" \\ too.\n');
    const open = await vscode.workspace.openTextDocument(bib);
    assert.equal(open.getText(), refs.replace('{ada2024,', '{lovelace,'));
    await open.save();
    assert.ok(await notebook.save());
    const { cells } = JSON.parse(readFileSync(notebook.uri.fsPath, 'utf8')) as {
      readonly cells: readonly { readonly source: readonly string[] }[];
    };
    assert.deepEqual(cells[1]?.source, ['And "@lovelace" \\ too.\n']);
  });

  it('that is closed keeps its bytes when a key is renamed', async () => {
    const bib = addFile(inFolder('refs.bib'), refs);
    const text = notebookText(['markdown', 'See "[@ada2024]".\n']);
    const uri = addFile(inFolder('a.ipynb'), text);
    const { document } = await openFile(bib);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...([bib, positionOf(document, 'ada2024', 2), 'lovelace'] as const),
    );
    assert.deepEqual(
      edit.entries().map(([{ path }]) => path),
      [bib.path],
    );
    assert.equal(readFileSync(uri.fsPath, 'utf8'), text);
  });

  it('gets a bibliography beside it, which its header names', async () => {
    // The only one of the folder would be the notebook's.
    addFile('elsewhere/refs.bib', '');
    const head = '---\ntitle: A Notebook\n---';
    const notebook = await openNotebook(inFolder('a.ipynb'), ['raw', head], ['markdown', 'See ']);
    const { document } = await editCell(notebook, 1, 4);
    const create = `Create added/${inFolder('references.bib')}`;
    await withSetting('preprint.citation.bibliography', 'ask', async () => {
      const shown = await pickingDuring([create], () => insertCitation(hadamard.paper));
      assert.ok(shown[0]?.includes(create), shown.join('; '));
      assert.ok(shown[0]?.includes('Use paper/references.bib'), shown.join('; '));
    });
    assert.equal(document.getText(), `See [@${hadamard.key}]`);
    assert.equal(
      cellOf(notebook, 0).getText(),
      '---\ntitle: A Notebook\nbibliography: references.bib\n---',
    );
    const bib = addedUri(inFolder('references.bib'));
    await waitFor(
      () => readFileSync(bib.fsPath, 'utf8') === `${hadamardEntry}\n`,
      'the entry on the disk',
    );
  });

  it('without a name cites as one that is beside the folder', async () => {
    const data = new vscode.NotebookData([
      new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'See [@ada2024].', 'markdown'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    const cell = cellOf(notebook, 0);
    assert.deepEqual(await saidDuring(() => hovers(cell, 'ada2024')), []);
    const { document } = await editCell(notebook, 0, cell.getText().length);
    await insertCitation(langevin.paper);
    assert.equal(document.getText(), `See [@ada2024].[@${langevin.key}]`);
  });
});
