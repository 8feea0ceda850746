import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openAdded, openFile, positionOf, textAt } from './support/documents.js';
import { addFile, addedUri, preprint, restoreLibrary } from './support/library.js';
import { definitionsAt, referencesAt, shown } from './support/providers.js';
import { waitFor } from './support/waitFor.js';

const refs = `@article{main2024,
  title = {A Work of Two Names},
  author = {Ada Example},
  ids = {old2019, other2020},
}
@inproceedings{part2024,
  title = {A Part},
  author = {Bea Example},
  crossref = {whole2024},
}
@proceedings{whole2024,
  title = {Proceedings of Everything},
  year = {2024},
}
@xdata{shared, author = {Ada Example}}
`;
const tex =
  '\\cite{main2024}, \\cite{old2019, part2024}, \\cite{gone}\n\\bibliography{refs}\n\\nocite{other2020}\n';

async function opened(): Promise<vscode.TextDocument> {
  addFile('refs.bib', refs);
  const { document } = await openAdded('main.tex', tex);
  await waitFor(async () => {
    const found = await referencesAt(document, positionOf(document, 'old2019', 2));
    return found.length === 4;
  }, 'the references of all names');
  return document;
}

function rename(document: vscode.TextDocument, position: vscode.Position, name: string) {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    ...[document.uri, position, name],
  );
}

describe('the aliases of an entry (ids)', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('are known: nothing is told of them, but of a key that nobody has', async () => {
    const document = await opened();
    const keys = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === 'Preprint')
        .map(({ range }) => document.getText(range));
    await waitFor(() => keys().length > 0, 'something to tell');
    assert.deepEqual(keys(), ['gone']);
  });

  it('lead to the entry, and show it', async () => {
    const document = await opened();
    const position = positionOf(document, 'old2019', 2);
    const [target, ...more] = await definitionsAt(document, position);
    assert.ok(target?.targetSelectionRange);
    assert.equal(more.length, 0);
    assert.equal(textAt(target.targetUri, target.targetSelectionRange), 'old2019');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      ...[document.uri, position],
    );
    const texts = hovers
      .flatMap(({ contents }) => contents)
      .filter((content) => content instanceof vscode.MarkdownString)
      .flatMap((content) => shown(content).paragraphs);
    assert.ok(texts.includes('A Work of Two Names'), texts.join('; '));
  });

  it('have the uses of all names among their references', async () => {
    const document = await opened();
    for (const key of ['main2024', 'old2019', 'other2020']) {
      const found = await referencesAt(document, positionOf(document, key, 1));
      const texts = found.map(({ uri, range }) => textAt(uri, range)).sort();
      assert.deepEqual(texts, ['main2024', 'old2019', 'other2020', key].sort());
    }
  });

  it('complete to the key of their entry; data for others is not offered', async () => {
    const document = await opened();
    const offered = async (at: string) => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        ...[document.uri, positionOf(document, at, at.length)],
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await offered('old2019')).includes('main2024'));
    const all = await offered('\\cite{');
    assert.ok(all.includes('whole2024'), all.join());
    assert.ok(!all.includes('shared'));
  });

  it('are renamed alone, from a use and from the entry, and so is the key of the entry', async () => {
    const document = await opened();
    const bibliography = (await openFile(addedUri('refs.bib'))).document;
    for (const [at, in_] of [
      ['old2019', document],
      ['old2019', bibliography],
      ['main2024', document],
    ] as const) {
      const edit = await rename(in_, positionOf(in_, at, 2), 'new2025');
      const texts = edit.entries().map(([uri, edits]) => {
        const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
        return `${name}: ${edits.map(({ range }) => textAt(uri, range)).join()}`;
      });
      assert.deepEqual(texts.sort(), [`main.tex: ${at}`, `refs.bib: ${at}`]);
    }
    await assert.rejects(
      async () => rename(document, positionOf(document, 'main2024', 2), 'Other2020'),
      'an alias is taken',
    );
  });

  it('show on a card what the entry has from another', async () => {
    const document = await opened();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      ...[document.uri, positionOf(document, 'part2024', 2)],
    );
    const texts = hovers
      .flatMap(({ contents }) => contents)
      .filter((content) => content instanceof vscode.MarkdownString)
      .flatMap((content) => shown(content).paragraphs);
    assert.ok(texts.includes('Proceedings of Everything · 2024'), texts.join('; '));
  });
});
