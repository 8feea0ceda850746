import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, insertCitation, langevin } from './support/citing.js';
import { closeEditors, openAdded, openFile, positionOf, textAt } from './support/documents.js';
import { addedUri, addFile, preprint, restoreLibrary } from './support/library.js';
import { pickingDuring } from './support/picks.js';
import { cardsAt, definitionsAt, referencesAt, shown } from './support/providers.js';
import { saidDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

const bibitems = `\\bibitem[Menon(2026)]{men26}
G.~Menon.
\\newblock Implicit regularization.
\\newblock \\emph{arXiv preprint arXiv:2602.12257}, 2026.

\\bibitem{book} R.~Author, \\emph{A book about samples}, 1999.
`;
const list = `\\begin{thebibliography}{9}\n${bibitems}\\end{thebibliography}\n`;
const biber = String.raw`% $ biblatex auxiliary file $
\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{men26}{online}{}
      \name{author}{1}{}{%
        {{hash=aa}{%
           family={Menon},
           given={Govind}}}%
      }
      \field{title}{Implicit regularization}
      \field{eprinttype}{arxiv}
      \verb{eprint}
      \verb 2602.12257
      \endverb
    \endentry
    \entry{book}{book}{}
      \field{title}{A book about samples}
    \endentry
  \enddatalist
\endrefsection
`;
const document = (...body: readonly string[]): string =>
  ['\\documentclass{article}', '\\begin{document}', ...body, '\\end{document}', ''].join('\n');
const cites = 'As \\cite{men26,book} and \\cite{none} say.';

function unknown({ uri }: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ code }) => code === 'unknownKey')
    .map(({ range }) => textAt(uri, range));
}

async function textsAt(editor: vscode.TextEditor, place: string): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    ...[editor.document.uri, positionOf(editor.document, place, 2)],
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString)
    .flatMap((content) => shown(content).paragraphs);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The file that cites first, then all others. */
type Files = readonly (readonly [name: string, text: string])[];

describe('References that are typeset already', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const sources: readonly (readonly [what: string, holder: string, files: Files])[] = [
    [
      'a .bbl beside a missing .bib',
      'main.bbl',
      [
        ['main.tex', document(cites, '\\bibliography{refs}')],
        ['main.bbl', list],
      ],
    ],
    [
      'what biber has written',
      'main.bbl',
      [
        ['main.tex', `\\documentclass{article}\n\\addbibresource{refs.bib}\n${cites}\n`],
        ['main.bbl', biber],
      ],
    ],
    [
      'a .bbl that is taken in',
      'other.bbl',
      [
        ['main.tex', document(cites, '\\input{other.bbl}')],
        ['other.bbl', list],
      ],
    ],
    ['a thebibliography', 'main.tex', [['main.tex', document(cites, list)]]],
    [
      'a thebibliography in a file that is taken in',
      'back.tex',
      [
        ['main.tex', document(cites, '\\input{parts/back}')],
        ['parts/back.tex', list],
      ],
    ],
    [
      'a thebibliography of another part',
      'back.tex',
      [
        ['parts/one.tex', `${cites}\n`],
        ['main.tex', document('\\input{parts/one}', '\\input{parts/back}')],
        ['parts/back.tex', list],
      ],
    ],
    [
      'the .bbl of the root of a part',
      'main.bbl',
      [
        ['parts/one.tex', `${cites}\n`],
        ['main.tex', document('\\input{parts/one}', '\\bibliography{refs}')],
        ['main.bbl', list],
      ],
    ],
  ];
  sources.forEach(([what, holder, files], at) => {
    it(`are known, shown and found: ${what}`, async () => {
      const [first, ...others] = files.map(
        ([name, text]) => [`typeset${at}/${name}`, text] as const,
      );
      assert.ok(first);
      for (const [name, text] of others) addFile(name, text);
      const editor = await openAdded(...first);
      await waitFor(() => unknown(editor.document).length > 0, 'the unknown key');
      assert.deepEqual(unknown(editor.document), ['none']);
      const texts = await textsAt(editor, 'men26');
      assert.ok(
        texts.some((text) => text.includes('implicit regularization')),
        texts.join('\n'),
      );
      assert.ok(
        texts.some((text) => text.includes(`${holder}, line`)),
        texts.join('\n'),
      );
      const place = positionOf(editor.document, 'men26', 2);
      const names = (await definitionsAt(editor.document, place)).map(
        ({ targetUri, targetSelectionRange: range }) =>
          `${nameOf(targetUri)}: ${range ? textAt(targetUri, range) : ''}`,
      );
      assert.deepEqual(
        names.sort(),
        [...['2026-02-13.md: 2602.12257', '2026-02-14.md: 2602.12257'], `${holder}: men26`].sort(),
      );
      const book = await textsAt(editor, 'book');
      assert.ok(
        book.some((text) => text.includes('A book about samples')),
        book.join('\n'),
      );
    });
  });

  it('are not read where the .bib is there', async () => {
    addFile('whole/refs.bib', '@misc{men26, title = {Of the File}}\n');
    addFile('whole/main.bbl', list);
    const editor = await openAdded('whole/main.tex', document(cites, '\\bibliography{refs}'));
    await waitFor(() => unknown(editor.document).length > 0, 'the unknown keys');
    assert.deepEqual(unknown(editor.document), ['book', 'none']);
    assert.ok((await textsAt(editor, 'men26')).includes('Of the File'));
  });

  it('are offered while a key is typed', async () => {
    addFile('typed/main.bbl', list);
    const { document: text } = await openAdded(
      'typed/main.tex',
      document('As \\cite{bo} says.', '\\bibliography{refs}'),
    );
    const items = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      ...[text.uri, positionOf(text, '{bo}', 3)],
    );
    const labels = items.items.map(({ label }) =>
      typeof label === 'string' ? label : label.label,
    );
    assert.ok(labels.includes('book'));
  });

  it('do not keep a paper that they lack from being cited, and it is said that it has no entry', async () => {
    addFile('lacking/main.bbl', list);
    const { document: text } = await openAdded(
      'lacking/main.tex',
      document('As \\cite{hada|} says.', '\\bibliography{refs}'),
    );
    const said = await saidDuring(() =>
      vscode.commands.executeCommand('preprint.citeTyped', hadamard.paper),
    );
    assert.match(said.join(), /^Warning: The citation has no entry yet\..*main\.bbl/);
    assert.match(text.getText(), new RegExp(`\\\\cite\\{${hadamard.key}\\}`));
  });

  it('have their uses, from a use and from the reference', async () => {
    const bbl = addFile('uses/main.bbl', list);
    addFile('uses/two.tex', 'Also \\cite{book}.\n');
    const main = await openAdded(
      'uses/main.tex',
      document(cites, '\\input{two}', '\\bibliography{refs}'),
    );
    const wanted = ['main.bbl: book', 'main.tex: book', 'two.tex: book'];
    const found = async ({ document: text }: vscode.TextEditor, place: string) =>
      (await referencesAt(text, positionOf(text, place, place.length - 2)))
        .map(({ uri, range }) => `${nameOf(uri)}: ${textAt(uri, range)}`)
        .sort();
    await waitFor(async () => (await found(main, 'men26,book')).length === 3, 'the uses');
    assert.deepEqual(await found(main, 'men26,book'), wanted);
    assert.deepEqual(await found(await openFile(bbl), '{book}'), wanted);
  });

  it('are renamed where a person has written them, and where others cite them', async () => {
    addFile('rename/two.tex', 'Also \\cite[p.~3]{none,book}.\n');
    const main = await openAdded('rename/main.tex', document(cites, '\\input{two}', list));
    const { document: text } = main;
    for (const place of ['men26,book', 'bibitem{book}']) {
      const at = positionOf(text, place, place.length - 2);
      await waitFor(async () => (await referencesAt(text, at)).length === 3, 'the uses');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        ...[text.uri, at, 'author1999'],
      );
      assert.deepEqual(
        edit
          .entries()
          .map(([uri, edits]) => `${nameOf(uri)}: ${edits.length}`)
          .sort(),
        ['main.tex: 2', 'two.tex: 1'],
      );
      if (place.startsWith('b')) assert.ok(await vscode.workspace.applyEdit(edit));
    }
    assert.equal(
      text.getText(),
      document(cites, '\\input{two}', list).replaceAll('book}', 'author1999}'),
    );
  });

  it('are not renamed in what BibTeX writes', async () => {
    addFile('generated/main.bbl', list);
    const { document: text } = await openAdded(
      'generated/main.tex',
      document(cites, '\\bibliography{refs}'),
    );
    await assert.rejects(
      async () =>
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          ...[text.uri, positionOf(text, 'book', 2), 'other'],
        ),
      /main\.bbl/,
    );
    assert.equal(text.isDirty, false);
  });

  for (const [what, folder, body, file] of [
    ['a .bbl', 'insert', ['\\bibliography{refs}'], 'main.bbl'],
    ['a thebibliography', 'insert-own', [list], 'main.tex'],
  ] as const) {
    it(`take no entry: ${what} gives the keys that it has, and the person is asked about others`, async () => {
      if (file === 'main.bbl') addFile(`${folder}/main.bbl`, list);
      const text = (cite: string): string => document(`See ${cite}.`, ...body);
      const { document: note } = await openAdded(`${folder}/main.tex`, text('|'));
      await insertCitation(langevin.paper);
      assert.equal(note.getText(), text('\\cite{men26}'));
      const lists = await pickingDuring(['Cite without a bibliography'], () =>
        insertCitation(hadamard.paper),
      );
      assert.equal(lists.length, 1);
      assert.equal(note.getText(), text(`\\cite{men26}\\cite{${hadamard.key}}`));
      if (file === 'main.bbl') {
        assert.equal(readFileSync(addedUri(`${folder}/main.bbl`).fsPath, 'utf8'), list);
      }
    });
  }

  it('tell of the papers whose ids they hold', async () => {
    const { document: text } = await openAdded('ids/main.tex', document(list));
    const at = positionOf(text, '2602.12257', 3);
    assert.equal((await cardsAt(text, at)).length, 1);
    const names = (await definitionsAt(text, at)).map(({ targetUri }) => nameOf(targetUri));
    assert.deepEqual(names.sort(), ['2026-02-13.md', '2026-02-14.md']);
  });
});
