import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hadamard, insertCitation } from './support/citing.js';
import { closeEditors, openAdded, openFile, replaceText } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary } from './support/library.js';
import { Outside } from './support/outside.js';
import { waitFor } from './support/waitFor.js';

const entry = (key: string): string => `@book{${key},\n  title = {A Book Called ${key}}\n}\n`;

const files: Readonly<Record<string, string>> = {
  'thesis/main/thesis.tex':
    '\\documentclass{book}\n\\input{settings/preamble}\n\\begin{document}\n\\input{../chapters/one}\n\\end{document}\n',
  'thesis/main/settings/preamble.tex': '\\usepackage{biblatex}\n\\addbibresource{bib/all.bib}\n',
  'thesis/main/bib/all.bib': entry('thesiskey'),
  'thesis/main/bib/other.bib': entry('otherkey'),
  'book/_quarto.yml':
    'project:\n  type: book\nbook:\n  chapters: [index.qmd]\nmetadata-files: [settings/meta.yml]\n',
  'book/settings/meta.yml': 'bibliography: lib/book.bib\n',
  'book/lib/book.bib': entry('bookkey'),
  'book/index.qmd': '---\nbibliography: index.bib\n---\n\n{{< include parts/_methods.qmd >}}\n',
  'book/index.bib': entry('indexkey'),
  'typst/main.typ':
    '#import "lib/template.typ": report\n#show: report.with(bibliography-file: "refs.bib")\n#include "chapters/one.typ"\n',
  'typst/lib/template.typ':
    '#let report(bibliography-file: none, body) = { body\n bibliography(bibliography-file) }\n',
  'typst/refs.bib': entry('typstkey'),
  'myst/myst.yml': 'version: 1\nproject:\n  title: A Project\n',
  'myst/bib/refs.bib': entry('mystkey'),
  'myst/_build/exports/refs.bib': entry('builtkey'),
};

/** The keys that are offered at the cursor. */
async function keysAt({ document, selection }: vscode.TextEditor): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function offers(editor: vscode.TextEditor, key: string): Promise<unknown> {
  return waitFor(async () => (await keysAt(editor)).includes(key), `the key ${key}`);
}

function unknownKeys({ document }: vscode.TextEditor): readonly string[] {
  const problems = vscode.languages.getDiagnostics(document.uri);
  return problems
    .filter(({ source }) => source === 'Preprint')
    .map(({ range }) => document.getText(range));
}

async function textOf(name: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(addedUri(name))).toString();
}

describe('The bibliographies of a project', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const chapters: readonly (readonly [what: string, name: string, text: string, key: string])[] = [
    [
      'a thesis whose root lies in a folder beside',
      'thesis/chapters/one.tex',
      'As \\cite{|} shows.\n',
      'thesiskey',
    ],
    ['a Quarto book, by its metadata files', 'book/chapter.qmd', 'As [@|] shows.\n', 'bookkey'],
    [
      'a Quarto book, by what includes the file',
      'book/parts/_methods.qmd',
      'As [@|] shows.\n',
      'indexkey',
    ],
    ['a Typst project with a template', 'typst/chapters/one.typ', 'As @| shows.\n', 'typstkey'],
  ];
  for (const [what, name, text, key] of chapters) {
    it(`are those of ${what}`, async () => {
      for (const [file, content] of Object.entries(files)) addFile(file, content);
      const editor = await openAdded(name, text);
      await offers(editor, key);
    });
  }

  it('are all of a MyST project that lists none, but those that are built', async () => {
    for (const [file, content] of Object.entries(files)) addFile(file, content);
    const editor = await openAdded('myst/docs/one.md', 'As [@|] shows.\n');
    await offers(editor, 'mystkey');
    assert.ok(!(await keysAt(editor)).includes('builtkey'));
  });

  it('take the entry of a paper that a chapter cites', async () => {
    for (const [file, content] of Object.entries(files)) addFile(file, content);
    const editor = await openAdded('thesis/chapters/one.tex', 'As \\cite{thesiskey} shows |.\n');
    await insertCitation(hadamard.paper);
    assert.match(editor.document.getText(), new RegExp(`shows \\\\\\w+\\{${hadamard.key}\\}`));
    const text = await waitFor(async () => {
      const { uri } = await vscode.workspace.openTextDocument(addedUri('thesis/main/bib/all.bib'));
      const document = vscode.workspace.textDocuments.find((each) => each.uri.path === uri.path);
      return document?.getText().includes(hadamard.key) ? document.getText() : undefined;
    }, 'the entry');
    assert.ok(text.startsWith(entry('thesiskey')));
    assert.ok(!(await textOf('thesis/main/bib/other.bib')).includes(hadamard.key));
    await waitFor(() => unknownKeys(editor).length === 0, 'no unknown key');
  });

  it('follow a preamble that is changed, saved or not', async () => {
    for (const [file, content] of Object.entries(files)) addFile(file, content);
    const chapter = await openAdded('thesis/chapters/one.tex', 'As \\cite{|} shows.\n');
    await offers(chapter, 'thesiskey');
    const preamble = await openFile(addedUri('thesis/main/settings/preamble.tex'));
    await replaceText(preamble, 'all.bib', 'other.bib');
    await offers(chapter, 'otherkey');
    assert.ok(!(await keysAt(chapter)).includes('thesiskey'));
    await replaceText(preamble, 'other.bib', 'all.bib');
    await offers(chapter, 'thesiskey');
    await replaceText(preamble, 'all.bib', 'other.bib');
    assert.ok(await preamble.document.save());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitFor(() => preamble.document.isClosed, 'the preamble to be closed');
    await offers(chapter, 'otherkey');
    assert.ok(!(await keysAt(chapter)).includes('thesiskey'));
  });

  it('are not those of documents outside of the workspace', async () => {
    const outside = new Outside({
      'preamble.tex': '\\addbibresource{refs.bib}\n',
      'refs.bib': entry('outsidekey'),
    });
    addFile('inside.bib', entry('insidekey'));
    const path = outside.relative('preamble');
    const editor = await openAdded('paper.tex', `\\input{${path}}\nAs \\cite{|} shows.\n`);
    await offers(editor, 'insidekey');
    assert.ok(!(await keysAt(editor)).includes('outsidekey'));
    outside.remove();
  });
});
