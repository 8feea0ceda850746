import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openAdded } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary } from './support/library.js';
import { pickingDuring } from './support/picks.js';
import { waitFor } from './support/waitFor.js';

const refs = `@misc{doe:2024, title = {A Title of Doe}, author = {Doe, Jane}, year = {2024}, eprint = {2401.00001}, archivePrefix = {arXiv}}
@misc{roe2025, title = {Another One}, author = {Roe, Richard}, year = {2025}}
`;

/** What Preprint suggests at the cursor. */
async function suggested(editor: vscode.TextEditor): Promise<vscode.CompletionList> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    undefined,
    100,
  );
  // VS Code's Markdown suggests references of its own.
  const items = list.items.filter(({ sortText }) => /^[01]\d{4}$/.test(sortText ?? ''));
  return new vscode.CompletionList(items, list.isIncomplete);
}

function labels({ items }: vscode.CompletionList): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The document once a suggestion is accepted, as VS Code does it. */
async function accept(editor: vscode.TextEditor, item: vscode.CompletionItem): Promise<void> {
  const { range, insertText, command } = item;
  assert.ok(range && 'replacing' in range && typeof insertText === 'string');
  await editor.edit((edit) => edit.replace(range.inserting, insertText));
  if (!command) return;
  const args = (command.arguments ?? []) as unknown[];
  await vscode.commands.executeCommand(command.command, ...args);
}

describe('the completion of citation keys', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const syntaxes: readonly (readonly [name: string, marked: string, after: string])[] = [
    ['a.md', 'See @do| and', 'See @doe:2024 and'],
    ['a.md', '[see @roe2025; @do|]', '[see @roe2025; @doe:2024]'],
    ['a.md', 'As @{do|} says', 'As @{doe:2024} says'],
    ['a.qmd', '[-@do|]', '[-@doe:2024]'],
    ['a.tex', '\\citep[see]{roe2025, do|}', '\\citep[see]{roe2025, doe:2024}'],
    ['a.tex', '\\cite{roe2025,\n  do|', '\\cite{roe2025,\n  doe:2024'],
    ['a.typ', 'Then @do| and', 'Then @doe:2024 and'],
    ['a.typ', '#cite(<do|>)', '#cite(<doe:2024>)'],
    ['a.org', '[cite:@do|]', '[cite:@doe:2024]'],
    ['a.rst', 'Look :cite:p:`do|`', 'Look :cite:p:`doe:2024`'],
    ['a.myst.md', '{cite:t}`do|`', '{cite:t}`doe:2024`'],
    ['a.adoc', 'cite:[do|]', 'cite:[doe:2024]'],
  ];
  for (const [name, marked, after] of syntaxes) {
    it(`in ${name}: ${marked.replace('\n', ' ')}`, async () => {
      addFile('keys/refs.bib', refs);
      const editor = await openAdded(`keys/${name}`, marked);
      const list = await suggested(editor);
      assert.equal(labels(list)[0], 'doe:2024');
      const [item] = list.items;
      assert.ok(item);
      await accept(editor, item);
      assert.equal(editor.document.getText(), after);
    });
  }

  it('matches title, author, year and id as well', async () => {
    addFile('words/refs.bib', refs);
    for (const typed of ['Jane', 'another', '2025', '2401.00001', 'roe25']) {
      const editor = await openAdded(`words/${typed}.tex`, `\\cite{${typed}|}`);
      const found = labels(await suggested(editor));
      const wanted = /jane|2401/i.test(typed) ? 'doe:2024' : 'roe2025';
      if (typed === 'roe25') assert.ok(!found.includes('doe:2024'));
      else assert.ok(found.includes(wanted), `${typed}: ${found.join()}`);
    }
  });

  it('replaces all of the key that the cursor is in', async () => {
    addFile('inside/refs.bib', refs);
    const editor = await openAdded('inside/a.md', '[@do|e:2024]');
    const [item] = (await suggested(editor)).items;
    const range = item?.range;
    assert.ok(range && 'replacing' in range);
    assert.equal(editor.document.getText(range.inserting), 'do');
    assert.equal(editor.document.getText(range.replacing), 'doe:2024');
  });

  it('is silent in code, addresses, links and other documents', async () => {
    addFile('silent/refs.bib', refs);
    const silent: readonly (readonly [string, string])[] = [
      ['a.md', '`@do|`'],
      ['b.md', '```\n@do|\n```\n'],
      ['c.md', 'jane@do|'],
      ['d.md', '<https://example.org/@do|>'],
      ['e.tex', '\\label{do|}'],
      ['f.tex', '% \\cite{do|}'],
      ['g.py', '@do|'],
    ];
    for (const [name, marked] of silent) {
      const editor = await openAdded(`silent/${name}`, marked);
      assert.deepEqual(labels(await suggested(editor)), [], marked);
    }
  });

  it('gives the hundred best of many, and says that there are more', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `@misc{doe${n}, title = {Title ${n}}}`);
    addFile('many/refs.bib', many.join('\n'));
    const editor = await openAdded('many/a.tex', '\\cite{|}');
    const list = await suggested(editor);
    assert.equal(list.items.length, 100);
    assert.ok(list.isIncomplete);
    const narrowed = await suggested(await openAdded('many/b.tex', '\\cite{doe149|}'));
    assert.equal(labels(narrowed)[0], 'doe149');
  });

  it('shows what a key stands for when somebody looks', async () => {
    addFile('look/refs.bib', refs);
    const editor = await openAdded('look/a.tex', '\\cite{roe|}');
    const [item] = (await suggested(editor)).items;
    const { documentation } = item ?? {};
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /Another One/);
    assert.match(documentation.value, /refs\.bib/);
  });

  it('offers papers without an entry below, and adds it with the key', async () => {
    const bibliography = addFile('papers/refs.bib', refs);
    const editor = await openAdded('papers/a.md', 'On [@langevin|].');
    const item = await waitFor(async () => {
      const list = await suggested(editor);
      return list.items.find(({ command }) => command !== undefined);
    }, 'a paper of the library');
    await accept(editor, item);
    const key = 'menon2026implicitregularizationlangevindynamics';
    assert.equal(editor.document.getText(), `On [@${key}].`);
    const written = (await vscode.workspace.openTextDocument(bibliography)).getText();
    assert.ok(written.startsWith(refs));
    assert.match(
      written,
      new RegExp(`\\n@misc\\{${key},[^]*eprint = \\{2602\\.12257\\}[^]*\\}\\n$`),
    );
    const again = await suggested(await openAdded('papers/b.md', 'On [@langevin|].'));
    assert.deepEqual(labels(again), [key]);
    assert.ok(again.items.every(({ command }) => command === undefined));
  });

  it('makes the bibliography that the document names, when asked to', async () => {
    const marked = '---\nbibliography: new.bib\n---\n\n[@langevin|]\n';
    const editor = await openAdded('fresh/a.md', marked);
    const item = await waitFor(
      async () => (await suggested(editor)).items.find(({ command }) => command !== undefined),
      'a paper of the library',
    );
    await pickingDuring(['Create'], () => accept(editor, item));
    const document = await vscode.workspace.openTextDocument(addedUri('fresh/new.bib'));
    assert.match(document.getText(), /^@misc\{menon2026[^]*\}\n$/);
  });

  it('offers nothing where no bibliography is known', async () => {
    // The only one of the folder would be the document's.
    addFile('elsewhere/refs.bib', refs);
    const editor = await openAdded('none/a.md', 'Ask @lang|');
    assert.deepEqual(labels(await suggested(editor)), []);
  });
});
