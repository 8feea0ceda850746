import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openAdded,
  openFile,
  positionOf,
  replaceText,
  textAt,
} from './support/documents.js';
import { addFile, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { definitionsAt, referencesAt, shown } from './support/providers.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const langevin = 'menon2026implicitregularizationlangevindynamics';
const hmc = 'betancourt2017hmc';

/** All that hovers show at a place, paragraph by paragraph. */
async function hoverAt(document: vscode.TextDocument, position: vscode.Position) {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString)
    .map((content) => ({ ...shown(content), markdown: content.value }));
}

/** References that are the key itself: VS Code's Markdown takes `[@key]` for a link. */
async function usesAt(document: vscode.TextDocument, position: vscode.Position, key: string) {
  const found = await referencesAt(document, position);
  return found.filter(({ uri, range }) => textAt(uri, range) === key);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function rename(document: vscode.TextDocument, position: vscode.Position, name: string) {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    name,
  );
}

describe('citation keys', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const places: readonly (readonly [file: string, before: string])[] = [
    ['notes/reading-notes.md', '- @'],
    ['paper/main.tex', 'force~\\autocite{'],
    ['thesis/chapter.typ', 'once more @'],
  ];

  for (const [file, lead] of places) {
    it(`in ${file} show the paper's card and lead to its entry and digest`, async () => {
      const { document } = await openFile(sampleUri(file));
      const position = positionOf(document, lead + langevin, lead.length + 3);
      const cards = await hoverAt(document, position);
      const texts = cards.flatMap(({ paragraphs }) => paragraphs);
      assert.equal(texts.filter((text) => text.includes('implicit regularization')).length, 1);
      assert.ok(texts.some((text) => text.includes('references.bib, line')));
      const found = await definitionsAt(document, position);
      const names = found.map(({ targetUri, targetSelectionRange: range }) => {
        assert.ok(range);
        return `${nameOf(targetUri)}: ${textAt(targetUri, range)}`;
      });
      assert.deepEqual(names.sort(), [
        '2026-02-13.md: 2602.12257',
        '2026-02-14.md: 2602.12257',
        `references.bib: ${langevin}`,
      ]);
      assert.equal(document.getText(found[0]?.originSelectionRange), langevin);
    });
  }

  it('of works that no digest tells of show what the entry says', async () => {
    const { document } = await openFile(sampleUri('notes/reading-notes.md'));
    const cards = await hoverAt(document, positionOf(document, hmc, 2));
    const texts = cards.flatMap(({ paragraphs }) => paragraphs);
    assert.ok(texts.includes('A Conceptual Introduction to Hamiltonian Monte Carlo'));
    assert.ok(texts.includes('Michael Betancourt'));
    assert.ok(cards.some(({ markdown }) => /references\.bib#L30/.test(markdown)));
  });

  it('that are ids show one card', async () => {
    addFile('ids/refs.bib', '@misc{2602.12257, title = {X}, eprint = {2602.12257}}\n');
    const { document } = await openAdded('ids/note.md', '[@2602.12257]\n');
    const position = positionOf(document, '2602.12257', 3);
    const texts = (await hoverAt(document, position)).flatMap(({ paragraphs }) => paragraphs);
    assert.equal(texts.filter((text) => text.includes('implicit regularization')).length, 1);
    const found = await definitionsAt(document, position);
    const targets = found.map(
      ({ targetUri, targetRange }) => `${targetUri.path}${targetRange.start.line}`,
    );
    assert.equal(new Set(targets).size, targets.length);
    assert.equal(found.length, 3);
  });

  it('in a bibliography show the card and lead to the digest', async () => {
    const { document } = await openFile(sampleUri('paper/references.bib'));
    const position = positionOf(document, langevin, 3);
    const texts = (await hoverAt(document, position)).flatMap(({ paragraphs }) => paragraphs);
    assert.ok(texts.some((text) => text.includes('implicit regularization')));
    const found = await definitionsAt(document, position);
    assert.deepEqual(
      found.map(({ targetUri }) => nameOf(targetUri)),
      ['2026-02-13.md', '2026-02-14.md'],
    );
  });

  it('are found in every language, from a use and from the entry', async () => {
    for (const file of ['paper/main.tex', 'paper/references.bib']) {
      const { document } = await openFile(sampleUri(file));
      const found = await referencesAt(document, positionOf(document, langevin, 3));
      const names = found.map(({ uri, range }) => `${nameOf(uri)}: ${textAt(uri, range)}`);
      assert.deepEqual(names.sort(), [
        '2026-02-13.md: 2602.12257',
        '2026-02-14.md: 2602.12257',
        `chapter.typ: ${langevin}`,
        `ideas.org: ${langevin}`,
        `main.tex: ${langevin}`,
        `reading-notes.md: ${langevin}`,
        `references.bib: ${langevin}`,
      ]);
    }
  });

  it('of another bibliography are other works', async () => {
    addFile('other/own.bib', `@misc{${hmc}, title = {Another Work}}\n`);
    const { document } = await openAdded('other/note.md', `[@${hmc}]\n`);
    const position = positionOf(document, hmc, 2);
    const texts = (await hoverAt(document, position)).flatMap(({ paragraphs }) => paragraphs);
    assert.ok(texts.includes('Another Work'));
    await waitFor(
      async () => (await usesAt(document, position, hmc)).length === 2,
      'the entry and the one use',
    );
    const main = (await openFile(sampleUri('paper/main.tex'))).document;
    const found = await referencesAt(main, positionOf(main, hmc, 2));
    assert.ok(found.every(({ uri }) => !uri.path.includes('/other/')));
  });

  it('hold colons, dots and slashes, and stand in groups over several lines', async () => {
    const key = 'DBLP:journals/corr/abs-2401.5';
    addFile('odd/refs.bib', `@misc{${key}, title = {An Odd Key}}\n@misc{b, title = {B}}\n`);
    const { document } = await openAdded('odd/a.tex', `\\cite[see][p.~1]{b,\n  ${key}}\n`);
    const texts = (await hoverAt(document, positionOf(document, key, 20))).flatMap(
      ({ paragraphs }) => paragraphs,
    );
    assert.ok(texts.includes('An Odd Key'));
  });

  it('in code and addresses are none', async () => {
    addFile('quiet/refs.bib', '@misc{word, title = {W}}\n');
    const { document } = await openAdded('quiet/a.md', '`@word` me@word.org\n\n    @word\n');
    for (const text of ['`@word', 'me@word', '    @word']) {
      assert.deepEqual(await hoverAt(document, positionOf(document, text, text.length - 1)), []);
    }
  });

  it('are looked up in the unsaved text of the bibliography', async () => {
    addFile('unsaved/refs.bib', '@misc{old, title = {Old Title}}\n');
    const bibliography = await openFile(addFile('unsaved/refs.bib', '@misc{old, title = {Old}}\n'));
    const { document } = await openAdded('unsaved/note.md', '[@fresh]\n');
    const position = positionOf(document, 'fresh', 2);
    assert.deepEqual(await hoverAt(document, position), []);
    const editor = await vscode.window.showTextDocument(bibliography.document);
    await replaceText(editor, 'old, title = {Old}', 'fresh, title = {Fresh Title}');
    const texts = (await hoverAt(document, position)).flatMap(({ paragraphs }) => paragraphs);
    assert.ok(texts.includes('Fresh Title'));
  });

  it('follow the bibliography on disk', async () => {
    addFile('disk/refs.bib', '@misc{a, title = {Before}}\n');
    const { document } = await openAdded('disk/note.md', '[@a]\n');
    const says = async (title: string) =>
      (await hoverAt(document, positionOf(document, '@a', 1)))
        .flatMap(({ paragraphs }) => paragraphs)
        .includes(title);
    await waitFor(() => says('Before'), 'the first title');
    addFile('disk/refs.bib', '@misc{a, title = {Afterwards}}\n');
    await waitFor(() => says('Afterwards'), 'the second title');
  });

  it('are looked up where the project or a setting says', async () => {
    addFile('quarto/_quarto.yml', 'project:\n  type: book\nbibliography: lib/all.bib\n');
    addFile('quarto/lib/all.bib', '@misc{project, title = {Of the Project}}\n');
    const chapter = await openAdded('quarto/chapters/one.qmd', '[@project] [@settled]\n');
    const says = async (key: string, title: string) =>
      (await hoverAt(chapter.document, positionOf(chapter.document, key, 1)))
        .flatMap(({ paragraphs }) => paragraphs)
        .includes(title);
    await waitFor(() => says('project', 'Of the Project'), 'the project’s bibliography');
    addFile('elsewhere/x.bib', '@misc{settled, title = {Of the Setting}}\n');
    assert.equal(await says('settled', 'Of the Setting'), false);
    await withSetting('preprint.bibliography.files', ['added/elsewhere/*.bib'], async () => {
      await waitFor(() => says('settled', 'Of the Setting'), 'the setting’s bibliography');
    });
  });

  it('of a chapter are looked up where the root says', async () => {
    addFile('book/main.tex', '\\addbibresource{refs/book.bib}\n\\input{parts/one}\n');
    addFile('book/refs/book.bib', '@misc{chapter, title = {Of the Book}}\n');
    const { document } = await openAdded('book/parts/one.tex', '\\cite{chapter}\n');
    await waitFor(
      async () =>
        (await hoverAt(document, positionOf(document, 'chapter', 1)))
          .flatMap(({ paragraphs }) => paragraphs)
          .includes('Of the Book'),
      'the root’s bibliography',
    );
  });

  it('are renamed in the entry and in every language, in one edit', async () => {
    addFile(
      'project/refs.bib',
      '@misc{old:key, title = {T}}\n@misc{other, crossref = {old:key}}\n',
    );
    addFile('project/a.tex', '\\addbibresource{refs.bib}\n\\cite{other,old:key} % old:key\n');
    addFile('project/b.typ', '#bibliography("refs.bib")\n@old:key and #cite(<old:key>)\n');
    addFile('elsewhere/own.bib', '@misc{old:key, title = {Another}}\n');
    addFile('elsewhere/c.md', '[@old:key]\n');
    const { document } = await openAdded('project/d.md', '[@other; @old:key] and @old:key.\n');
    const position = positionOf(document, 'old:key', 2);
    await waitFor(
      async () => (await usesAt(document, position, 'old:key')).length === 6,
      'the entry and five uses',
    );
    const edit = await rename(document, position, 'new-key');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const text = async (name: string) =>
      (await vscode.workspace.openTextDocument(sampleUri(`added/${name}`))).getText();
    assert.equal(document.getText(), '[@other; @new-key] and @new-key.\n');
    assert.equal(
      await text('project/a.tex'),
      '\\addbibresource{refs.bib}\n\\cite{other,new-key} % old:key\n',
    );
    assert.match(await text('project/b.typ'), /\n@new-key and #cite\(<new-key>\)/);
    assert.equal(
      await text('project/refs.bib'),
      '@misc{new-key, title = {T}}\n@misc{other, crossref = {new-key}}\n',
    );
    assert.equal(await text('elsewhere/c.md'), '[@old:key]\n');
    assert.match(await text('elsewhere/own.bib'), /old:key/);
  });

  it('are renamed from the entry as well, and not to what cannot be', async () => {
    const use = addFile('entry/a.md', '[@first]\n');
    const { document } = await openAdded(
      'entry/refs.bib',
      '@misc{first, title = {T}}\n@misc{second, title = {O}}\n',
    );
    const position = positionOf(document, 'first', 2);
    await waitFor(
      async () => (await usesAt(document, position, 'first')).length === 2,
      'the entry and the use',
    );
    const prepared = await vscode.commands.executeCommand<{
      range: vscode.Range;
      placeholder: string;
    }>('vscode.prepareRename', document.uri, position);
    assert.equal(prepared.placeholder, 'first');
    assert.equal(document.getText(prepared.range), 'first');
    // VS Code's Markdown would rename `@first` as the name of a link, here alone.
    const note = (await openFile(use)).document;
    const fromUse = await rename(note, positionOf(note, 'first', 2), 'third');
    assert.equal(fromUse.size, 2);
    for (const wrong of ['second', 'Second', 'a b', 'a,b', '{x}', '']) {
      await assert.rejects(async () => rename(document, position, wrong), wrong);
    }
    const edit = await rename(document, position, 'third');
    assert.deepEqual(
      edit.entries().map(([uri, edits]) => [nameOf(uri), edits.map(({ newText }) => newText)]),
      [
        ['a.md', ['third']],
        ['refs.bib', ['third']],
      ],
    );
  });
});
