import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import {
  closeEditors,
  openAdded,
  openFile,
  openUntitled,
  replaceText,
} from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { seenSoon, waitFor } from './support/waitFor.js';

interface Symbols {
  readonly own: readonly vscode.DocumentSymbol[];
  /** Of VS Code's own providers. */
  readonly others: readonly vscode.DocumentSymbol[];
}

/** What the outline holds. Preprint's symbols are told by their kinds. */
async function symbolsOf({ uri }: vscode.TextDocument): Promise<Symbols> {
  const all =
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    )) ?? [];
  const { File, Package } = vscode.SymbolKind;
  const isOwn = ({ kind }: vscode.DocumentSymbol): boolean => kind === File || kind === Package;
  return { own: all.filter(isOwn), others: all.filter((symbol) => !isOwn(symbol)) };
}

/** Each on its line, indented below its section. */
function printed(symbols: readonly vscode.DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${[name, detail].filter((text) => text !== '').join(' | ')}`,
    ...printed(children, `${indent}  `),
  ]);
}

async function foldsOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
    'vscode.executeFoldingRangeProvider',
    uri,
  );
  return (folds ?? []).map(({ start, end }) => `${start}-${end}`);
}

/** A digest of the sample, in an editor that knows it for one. */
async function openDigest(name: string): Promise<vscode.TextEditor> {
  const editor = await openFile(sampleUri(name));
  await waitFor(
    async () => (await symbolsOf(editor.document)).own.length > 0,
    `the outline of ${name}`,
  );
  return editor;
}

describe('The outline of an open digest', () => {
  let api: PreprintApi;
  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('holds the papers of a daily digest by category', async () => {
    const { document } = await openFile(sampleUri('digests/2026-02-13.md'));
    const { own } = await symbolsOf(document);
    assert.deepEqual(printed(own).slice(0, 2), [
      'math.PR',
      '  On the implicit regularization of Langevin dynamics with projected noise | 2602.12257',
    ]);
    const lines = readFileSync(document.uri.fsPath, 'utf8').split('\n');
    const sections = lines.filter((line) => line.endsWith('[[Back]](#toc)'));
    assert.equal(own.length, sections.length);
    for (const { name, children, range, selectionRange } of own) {
      assert.equal(document.getText(selectionRange), `${name} [[Back]](#toc)`);
      for (const child of children) {
        assert.ok(range.contains(child.range));
        assert.equal(document.getText(child.selectionRange), child.detail);
      }
    }
  });

  it('stands before the headings that Markdown itself finds, which stay', async () => {
    const { document } = await openDigest('digests/2026-02-13.md');
    const { others } = await symbolsOf(document);
    assert.ok(others.some(({ name }) => name.includes('Table of Contents')));
  });

  it('folds a daily digest by paper, section and contents', async () => {
    const { document } = await openDigest('digests/2026-02-13.md');
    const folds = await foldsOf(document);
    const { own } = await symbolsOf(document);
    for (const { range, children } of own) {
      for (const { start, end } of [range, ...children.map((child) => child.range)]) {
        assert.ok(folds.includes(`${start.line}-${end.line}`), `${start.line}-${end.line}`);
      }
    }
    const heading = document.getText().split('\n').indexOf('# Table of Contents');
    assert.ok(folds.some((fold) => fold.startsWith(`${heading}-`)));
  });

  it('lists the papers of a trending dump, which are plain text', async () => {
    const { document } = await openDigest('trending/trending-2026-02.txt');
    const { own, others } = await symbolsOf(document);
    assert.equal(own.length, 6);
    assert.equal(others.length, 0);
    const folds = await foldsOf(document);
    for (const { name, range, children } of own) {
      assert.ok(document.getText(range).startsWith(name.slice(0, 10)));
      assert.deepEqual(children, []);
      assert.ok(folds.includes(`${range.start.line}-${range.end.line}`));
    }
  });

  it('holds the rows of a table by topic, and folds topics', async () => {
    const row = (id: string): string =>
      `|**2026-01-02**|**A Row of ${id}**|Ada Example et.al.|[${id}](http://arxiv.org/abs/${id})|null|`;
    const topic = (name: string, ...ids: string[]): string =>
      [
        ...[`## ${name}`, '', '|Publish Date|Title|Authors|PDF|Code|', '|---|---|---|---|---|'],
        ...ids.map(row),
      ].join('\n');
    const topics = [topic('SLAM', '2601.93001', '2601.93002'), topic('NeRF', '2601.93003')];
    const text = ['## Updated on 2026.01.03', ...topics, ''].join('\n\n');
    const { document } = await openFile(addFile('table.md', text));
    await waitFor(async () => (await symbolsOf(document)).own.length > 0, 'its outline');
    const { own } = await symbolsOf(document);
    assert.deepEqual(printed(own), [
      'SLAM',
      '  A Row of 2601.93001 | 2601.93001',
      '  A Row of 2601.93002 | 2601.93002',
      'NeRF',
      '  A Row of 2601.93003 | 2601.93003',
    ]);
    const folds = await foldsOf(document);
    for (const { range } of own) {
      assert.ok(document.getText(range).startsWith('## '));
      assert.ok(folds.includes(`${range.start.line}-${range.end.line}`), folds.join(' '));
    }
  });

  it('goes by category in a digest without sections that nobody has saved', async () => {
    const paper = (id: string, category: string): string =>
      `### [A $\\alpha$ of ${id}](https://arxiv.org/abs/${id})\n*Ada Example*\n\nMain category: ${category}\n`;
    const text = [
      paper('2601.93001', 'cs.RO'),
      paper('2601.93002', 'cs.RO'),
      paper('2601.93003', 'cs.CL'),
    ].join('\n');
    const { document } = await openUntitled(text, 'markdown');
    await seenSoon(async () => (await symbolsOf(document)).own.length > 0, 'its outline');
    assert.deepEqual(printed((await symbolsOf(document)).own), [
      'cs.RO',
      '  A α of 2601.93001 | 2601.93001',
      '  A α of 2601.93002 | 2601.93002',
      'cs.CL',
      '  A α of 2601.93003 | 2601.93003',
    ]);
  });

  it('leaves an ordinary note to Markdown', async () => {
    const { document } = await openFile(sampleUri('notes/reading-notes.md'));
    await waitFor(async () => (await symbolsOf(document)).others.length > 0, 'headings');
    assert.deepEqual(printed((await symbolsOf(document)).own), []);
  });

  it('follows an edit at once, and ends when the digest does', async () => {
    const text = digestText({ id: '2601.93001' }, { id: '2601.93002', title: 'Another' });
    const editor = await openAdded('2026-01-05.md', text);
    const { document } = editor;
    await waitFor(() => api.getPaper('2601.93002'), 'the digest');
    await replaceText(editor, 'Another', 'A Typed Title');
    await replaceText(editor, '# Table of Contents', '# Table of Contents\n\nMore.');
    const [section, ...more] = (await symbolsOf(document)).own;
    assert.ok(section && more.length === 0);
    assert.equal(section.children[1]?.name, 'A Typed Title');
    assert.equal(document.getText(section.children[1].selectionRange), '2601.93002');
    const { start, end } = section.range;
    assert.ok((await foldsOf(document)).includes(`${start.line}-${end.line}`));
    await replaceText(editor, document.getText(), '# A note\n\nNo papers.\n');
    await seenSoon(async () => (await symbolsOf(document)).own.length === 0, 'no outline');
    assert.deepEqual(printed((await symbolsOf(document)).others), ['# A note']);
  });
});
