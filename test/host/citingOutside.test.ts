import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, insertBibtex, insertCitation } from './support/citing.js';
import { closeEditors, openAdded, openFile, positionOf } from './support/documents.js';
import { addFile, preprint, restoreLibrary } from './support/library.js';
import { addLink, askedDuring, inRestrictedMode, Outside } from './support/outside.js';
import { saidDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

const ada = '@misc{ada2024,\n  title = {A Title},\n  author = {Ada Example}\n}\n';
const named = (file: string): string => `---\nbibliography: ${file}\n---\n\n`;

let outside: Outside;
let documents = 0;

describe('A bibliography outside of the workspace, where it is not Insert Citation that writes,', () => {
  before(preprint);
  beforeEach(() => {
    outside = new Outside({ 'refs.bib': ada, '.bashrc': 'export A=1\n' });
  });
  afterEach(async () => {
    await closeEditors();
    outside.remove();
    await restoreLibrary();
  });

  it('is asked for by the completion of a key', async () => {
    const text = `${named(outside.path('refs.bib'))}See @hadam|\n`;
    const { document } = await openAdded(`${++documents}.md`, text);
    const cite = () => vscode.commands.executeCommand('preprint.citeTyped', hadamard.paper);
    await inRestrictedMode(async () => assert.deepEqual(await askedDuring('Write', cite), []));
    const asked = await askedDuring(undefined, cite);
    assert.ok(asked[0]?.endsWith(outside.path('refs.bib')), asked[0]);
    assert.deepEqual(outside.changes(), []);
    assert.ok(!document.isDirty);
    await askedDuring('Write', cite);
    assert.equal(outside.text('refs.bib'), `${ada}\n${hadamardEntry}\n`);
  });

  it('is asked for by a quick fix, once somebody takes it', async () => {
    const text = `${named(outside.path('refs.bib'))}See [@${hadamard.key}].\n`;
    const { document } = await openAdded(`${++documents}.md`, text);
    const problem = await waitFor(
      () =>
        vscode.languages.getDiagnostics(document.uri).find(({ source }) => source === 'Preprint') ??
        false,
      'a problem',
    );
    let fix: vscode.CodeAction | undefined;
    const looking = await askedDuring('Write', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      fix = actions.find(({ title }) => title.startsWith('Add the entry of'));
    });
    assert.deepEqual(looking, []);
    assert.ok(fix?.command);
    assert.equal(fix.edit, undefined);
    const { command, arguments: given = [] } = fix.command;
    const take = () => vscode.commands.executeCommand(command, ...(given as unknown[]));
    const asked = await askedDuring(undefined, take);
    assert.ok(asked[0]?.endsWith(outside.path('refs.bib')), asked[0]);
    assert.deepEqual(outside.changes(), []);
    await askedDuring('Write', take);
    assert.equal(outside.text('refs.bib'), `${ada}\n${hadamardEntry}\n`);
  });

  it('is asked for by Rename Symbol', async () => {
    addLink('linked.bib', outside.path('refs.bib'));
    // In Markdown, VS Code's own renaming steps in where Preprint refuses.
    const text = '\\addbibresource{linked.bib}\nSee \\cite{ada2024}.\n';
    const { document } = await openAdded(`${++documents}.tex`, text);
    const position = positionOf(document, 'ada2024', 2);
    const entries = (): Thenable<readonly unknown[]> =>
      vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, position);
    await waitFor(async () => (await entries()).length > 0, 'the entry in the linked file');
    const rename = (): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        'example2024',
      );
    const filesIn = (edit: vscode.WorkspaceEdit | undefined) => edit?.entries().length ?? 0;
    let edit: vscode.WorkspaceEdit | undefined;
    await inRestrictedMode(() => assert.rejects(async () => rename(), /Restricted Mode/));
    const asked = await askedDuring(undefined, async () => (edit = await rename()));
    assert.ok(asked[0]?.endsWith(outside.path('refs.bib')), asked[0]);
    assert.equal(filesIn(edit), 0);
    await askedDuring('Write', async () => (edit = await rename()));
    assert.equal(filesIn(edit), 2);
  });

  it('is asked for by Insert BibTeX, and so is where a link leads', async () => {
    const linked = addLink(`linked${++documents}.bib`, outside.path('refs.bib'));
    for (const uri of [vscode.Uri.file(outside.path('refs.bib')), linked]) {
      const { document } = await openFile(uri);
      const insert = (): Thenable<unknown> => insertBibtex(hadamard.paper);
      await inRestrictedMode(async () => {
        const said = await saidDuring(insert);
        assert.match(said.join('\n'), /Restricted Mode/);
      });
      const asked = await askedDuring(undefined, insert);
      assert.ok(asked[0]?.endsWith(outside.path('refs.bib')), asked[0]);
      assert.ok(!document.isDirty);
    }
  });

  it('is not taken for one by Insert BibTeX when it is none', async () => {
    const { document } = await openFile(vscode.Uri.file(outside.path('.bashrc')));
    const said = await saidDuring(() => askedDuring('Write', () => insertBibtex(hadamard.paper)));
    assert.match(said.join('\n'), /no bibliography/);
    assert.ok(!document.isDirty);
  });

  it('does not stop a note that lies there from getting BibTeX at its cursor', async () => {
    const notes = new Outside({ 'note.md': 'Notes.\n' });
    const { document } = await openFile(vscode.Uri.file(notes.path('note.md')));
    assert.deepEqual(await askedDuring(undefined, () => insertBibtex(hadamard.paper)), []);
    assert.ok(document.getText().includes(hadamardEntry));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    notes.remove();
  });

  it('yields to one of the workspace that the document names besides', async () => {
    addFile(`inside${++documents}.bib`, ada);
    const files = `[${outside.path('.bashrc')}, inside${documents}.bib]`;
    await openAdded(`${++documents}.md`, `${named(files)}See |.\n`);
    const asked = await askedDuring('Write', () => insertCitation(hadamard.paper));
    assert.deepEqual(asked, []);
    assert.deepEqual(outside.changes(), []);
  });
});
