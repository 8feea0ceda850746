import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openAdded } from './support/documents.js';
import { addFile, preprint, restoreLibrary } from './support/library.js';
import { useSetting, withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const setting = 'preprint.diagnostics.unusedEntry';
const entry = (key: string, ...fields: string[]): string =>
  `@misc{${[key, `title = {Title of ${key}}`, 'author = {Ada Example}', ...fields].join(',\n  ')}\n}\n`;
const refs = [
  entry('ada2024', 'ids = {old2019}'),
  entry('bea2024', 'crossref = {whole}'),
  entry('gone2024'),
  entry('whole'),
].join('\n');
const named = '---\nbibliography: refs.bib\n---\n\n';

function told({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'unusedEntry');
}

async function toldOf(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const keys = () => told(document).map(({ range }) => document.getText(range));
  const same = () => JSON.stringify(keys()) === JSON.stringify(expected);
  await waitFor(same, expected.join() || 'nothing to tell').catch(() => undefined);
  assert.deepEqual(keys(), expected);
}

/** Waits until something else is told of a bibliography, which was looked at by then. */
async function looked(document: vscode.TextDocument): Promise<void> {
  await waitFor(
    () => vscode.languages.getDiagnostics(document.uri).some(({ code }) => code === 'malformedId'),
    'another problem',
  );
}

describe('Entries that nobody cites', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('are not looked for unless somebody wants it', async () => {
    addFile('note.md', `${named}[@old2019; @bea2024]\n`);
    const bad = entry('bad', 'eprint = {24O1.00001}, archivePrefix = {arXiv}');
    const { document } = await openAdded('refs.bib', refs + bad);
    await looked(document);
    assert.deepEqual(told(document), []);
    await withSetting(setting, 'hint', () => toldOf(document, ['gone2024', 'bad']));
    await toldOf(document, []);
  });

  describe('where they are wanted', () => {
    useSetting(setting, 'hint');

    it('fade, and come and go with the citations of other documents', async () => {
      addFile('note.md', `${named}[@old2019; @bea2024]\n`);
      const { document } = await openAdded('refs.bib', refs);
      await toldOf(document, ['gone2024']);
      const [only] = told(document);
      assert.equal(only?.severity, vscode.DiagnosticSeverity.Hint);
      assert.deepEqual(only.tags, [vscode.DiagnosticTag.Unnecessary]);
      addFile('note.md', `${named}[@gone2024]\n`);
      await toldOf(document, ['ada2024', 'bea2024']);
      addFile('more.md', `${named}[@ada2024]\n`);
      await toldOf(document, ['bea2024']);
    });

    for (const [file, text] of [
      ['all.tex', '\\nocite{*}\n\\bibliography{refs}\n'],
      ['all.md', '---\nbibliography: refs.bib\nnocite: "@*"\n---\n'],
      ['all.typ', '#bibliography("refs.bib", full: true)\n'],
    ] as const) {
      it(`are none where ${file} lists everything`, async () => {
        addFile('note.md', `${named}[@ada2024]\n`);
        const { document } = await openAdded('refs.bib', refs);
        await toldOf(document, ['bea2024', 'gone2024']);
        addFile(file, text);
        await toldOf(document, []);
      });
    }

    it('are no entries of a bibliography that nothing cites from', async () => {
      const bad = entry('bad', 'eprint = {24O1.00001}, archivePrefix = {arXiv}');
      addFile('a/refs.bib', entry('other'));
      addFile('a/note.md', `${named}[@other]\n`);
      const { document } = await openAdded('collection.bib', refs + bad);
      await looked(document);
      assert.deepEqual(told(document), []);
    });

    it('are removed, with one undo', async () => {
      addFile('note.md', `${named}[@ada2024; @bea2024]\n`);
      const { document } = await openAdded('refs.bib', refs);
      await toldOf(document, ['gone2024']);
      const [problem] = told(document);
      assert.ok(problem);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        ...[document.uri, problem.range, vscode.CodeActionKind.QuickFix.value, 20],
      );
      const edit = actions.find(({ title }) => title === 'Remove entry')?.edit;
      assert.ok(edit, actions.map(({ title }) => title).join());
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(document.getText(), refs.replace(`${entry('gone2024')}\n`, ''));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await waitFor(() => document.getText() === refs, 'the text before');
    });
  });
});
