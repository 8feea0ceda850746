import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, langevin } from './support/citing.js';
import { closeEditors, openAdded, openFile } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const entry = (key: string, ...fields: string[]): string =>
  `@misc{${[key, `title = {Title of ${key}}`, 'author = {Ada Example}', ...fields].join(',\n  ')}\n}\n`;
const refs = entry('ada2024');
const named = '---\nbibliography: refs.bib\n---\n\n';

function told({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Preprint');
}

function codes(document: vscode.TextDocument): string[] {
  return told(document).map(({ code, range }) => {
    const name = typeof code === 'object' ? code.value : (code ?? '');
    return `${name}: ${document.getText(range)}`;
  });
}

async function toldOf(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const same = () => JSON.stringify(codes(document)) === JSON.stringify(expected);
  await waitFor(same, expected.join('; ') || 'nothing to tell').catch(() => undefined);
  assert.deepEqual(codes(document), expected);
}

/** The quick fixes of the first problem by their titles, with their edits. */
async function fixesOf(document: vscode.TextDocument): Promise<Map<string, vscode.CodeAction>> {
  const [first] = await waitFor(() => {
    const all = told(document);
    return all.length > 0 && all;
  }, 'a problem');
  assert.ok(first);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    ...[document.uri, first.range, vscode.CodeActionKind.QuickFix.value, 20],
  );
  return new Map(actions.map((action) => [action.title, action]));
}

async function take(document: vscode.TextDocument, title: string): Promise<void> {
  const fixes = await fixesOf(document);
  const edit = fixes.get(title)?.edit;
  assert.ok(edit, `"${title}" is not among ${[...fixes.keys()].join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Takes a fix, sees its text, and takes it back with one undo. */
async function takeAndUndo(
  editor: vscode.TextEditor,
  title: string,
  expected: string,
): Promise<void> {
  const { document } = editor;
  const before = document.getText();
  await take(document, title);
  assert.equal(document.getText(), expected);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  await waitFor(() => document.getText() === before, 'the text before');
}

describe('What is told of citations', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('is an unknown key, until it is known', async () => {
    addFile('refs.bib', refs);
    const { document } = await openAdded('note.md', `${named}See [@ada2024; @bea2025].\n`);
    await toldOf(document, ['unknownKey: bea2025']);
    addFile('refs.bib', refs + entry('bea2025'));
    await toldOf(document, []);
  });

  it('is nothing in code, addresses and names, or for a bare word', async () => {
    addFile('refs.bib', refs);
    const quiet = '`[@code]` me@example.org @somebody <https://x.org/@y>\n\n    [@block]\n';
    const { document } = await openAdded('note.md', `${named}${quiet}\n[@gone]\n`);
    await toldOf(document, ['unknownKey: gone']);
  });

  it('is nothing in a digest, whatever its texts hold', async () => {
    addFile('refs.bib', refs);
    const summary = 'As [@nobody2020] has shown, [@somebody2021; @nobody2020].';
    const { document } = await openAdded(
      '2026-03-01.md',
      digestText({ id: '2603.00001', summary }),
    );
    const note = await openAdded('note.md', `${named}[@nobody2020]\n`);
    await toldOf(note.document, ['unknownKey: nobody2020']);
    assert.deepEqual(codes(document), []);
  });

  it('is nothing when the setting is off', async () => {
    addFile('refs.bib', refs);
    const { document } = await openAdded('note.md', `${named}[@gone]\n`);
    await toldOf(document, ['unknownKey: gone']);
    await withSetting('preprint.diagnostics.unknownKey', 'off', () => toldOf(document, []));
    await withSetting('preprint.diagnostics.unknownKey', 'hint', async () => {
      await waitFor(() => told(document)[0]?.severity === vscode.DiagnosticSeverity.Hint, 'a hint');
    });
  });

  it('is what is wrong in a bibliography', async () => {
    const text = [
      entry('twice'),
      entry('twice', 'year = {2024}'),
      entry('one', 'eprint = {2401.00001}', 'archivePrefix = {arXiv}'),
      entry('other', 'eprint = {2401.00001}', 'archivePrefix = {arXiv}'),
      entry('words', 'journal = {arXiv preprint arXiv:2401.00002}'),
      entry('spoilt', 'eprint = {2401-00003}', 'archivePrefix = {arXiv}'),
      '@misc{title = {No Key}}\n',
    ].join('\n');
    const { document } = await openAdded('refs.bib', text);
    await waitFor(() => told(document).length === 6, 'six problems').catch(() => undefined);
    assert.deepEqual(codes(document).sort(), [
      'brokenEntry: @misc{title = {No Key}}',
      'duplicateKey: twice',
      'malformedId: 2401-00003',
      'missingEprint: words',
      'samePaper: one',
      'samePaper: other',
    ]);
    const same = told(document).find(({ code }) => code === 'samePaper');
    assert.equal(same?.relatedInformation?.length, 1);
  });
});

describe('A quick fix', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('changes a key to one that is like it', async () => {
    addFile('refs.bib', refs);
    const editor = await openAdded('note.md', `${named}[@ada2025]\n`);
    await takeAndUndo(editor, 'Change to "ada2024"', `${named}[@ada2024]\n`);
  });

  it('adds the entry of a paper that the key was made for', async () => {
    const uri = addFile('refs.bib', refs);
    const { document } = await openAdded('note.md', `${named}[@${hadamard.key}]\n`);
    await take(document, 'Add the entry of "HLA: Hadamard Linear Attention" to added/refs.bib');
    const { document: bibliography } = await openFile(uri);
    assert.equal(bibliography.getText(), `${refs}\n${hadamardEntry}\n`);
    await toldOf(document, []);
  });

  it('gives the second entry of a key another', async () => {
    const editor = await openAdded('refs.bib', entry('x') + entry('x') + entry('xa'));
    await takeAndUndo(
      editor,
      'Give this entry another key',
      entry('x') + entry('x').replace('{x,', '{xb,') + entry('xa'),
    );
  });

  it('adds the eprint of a paper that is told in words', async () => {
    const journal = 'journal = {arXiv preprint arXiv:2602.12257}';
    const editor = await openAdded('refs.bib', entry('menon', journal));
    await takeAndUndo(
      editor,
      'Add eprint, archivePrefix and primaryClass',
      entry(
        ...['menon', journal, 'eprint = {2602.12257}'],
        ...['archivePrefix = {arXiv}', 'primaryClass = {math.PR}'],
      ),
    );
  });

  it('mends an id', async () => {
    const spoilt = (id: string) => entry('a', `eprint = {${id}}`, 'archivePrefix = {arXiv}');
    const editor = await openAdded('refs.bib', spoilt('2401-00003'));
    await takeAndUndo(editor, 'Change to 2401.00003', spoilt('2401.00003'));
  });

  it('merges two entries, with all uses and what only one of them tells', async () => {
    const arxiv = ['eprint = {2401.00001}', 'archivePrefix = {arXiv}'];
    const url = 'url = {https://arxiv.org/abs/2401.00001}';
    const part = (whole: string) => entry('part', `crossref = {${whole}}`);
    const text = `${entry('kept', ...arxiv)}\n${entry('other', ...arxiv, url)}\n${part('other')}${refs}`;
    const tex = (keys: string, more: string) =>
      `\\addbibresource{refs.bib}\nAs \\cite{${keys}} says, and \\cite{${more}}.\n`;
    const note = await openAdded('note.md', `${named}[@other, p. 3]\n`);
    const paper = await openAdded('paper.tex', tex('ada2024,other', 'kept,other'));
    const { document } = await openAdded('refs.bib', text);
    await take(document, 'Merge: use "kept" everywhere');
    assert.equal(document.getText(), `${entry('kept', ...arxiv, url)}\n${part('kept')}${refs}`);
    assert.equal(note.document.getText(), `${named}[@kept, p. 3]\n`);
    assert.equal(paper.document.getText(), tex('ada2024,kept', 'kept'));
  });

  it('merges no chapters that have the DOI of their book, which nothing is told of', async () => {
    const doi = 'doi = {10.1000/182}';
    const text = [entry('one', doi), entry('two', doi), '@misc{open,\n'].join('\n');
    const { document } = await openAdded('refs.bib', text);
    // Once this is told, the rest has been looked at.
    await toldOf(document, ['brokenEntry: @misc{open,']);
  });

  it('is not offered for a key that nobody knows', async () => {
    addFile('refs.bib', refs);
    const { document } = await openAdded(
      'note.md',
      `${named}[@${langevin.key.slice(0, 3)}zzzzzzzz]\n`,
    );
    assert.deepEqual([...(await fixesOf(document)).keys()], []);
  });
});
