import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/host/contributions.js';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openAdded, openUntitled } from './support/documents.js';
import {
  addedUri,
  addFile,
  digestText,
  preprint,
  removeAdded,
  restoreLibrary,
  samplePapers,
} from './support/library.js';
import { cardAt, definitionsAt, shown } from './support/providers.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const ids = ['2601.93001', '2601.93002', '2601.93003', '2601.93004'];
const [first = '', , third = '', lost = ''] = ids;
/** Several rounds of changes that VS Code tells of in its own time. */
const patienceMs = 60_000;
const markdown = '2026-01-05.md';
const data = 'data/2026-01-05_AI_enhanced_Chinese.jsonl';

function dataLine(id: string): string {
  return JSON.stringify({
    id,
    categories: ['cs.LG', 'cs.CL', 'stat.ML'],
    pdf: `https://arxiv.org/pdf/${id}`,
    abs: `https://arxiv.org/abs/${id}`,
    authors: ['Ada Example', 'Ben Sample'],
    title: `A Paper Called ${id}`,
    comment: '12 pages, made up',
    summary: `Everything about ${id}.`,
  });
}

describe('A digest and the data that it was made from', () => {
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const readingJsonl = (act: () => Promise<void>): Promise<void> =>
    withSetting(settings.include, ['**/*.{md,txt,jsonl}'], act);

  /** The facts of the card over an id, as people read them, and where the id leads to. */
  async function told(id: string): Promise<{ text: string; places: string[] }> {
    const { document } = await openUntitled(`see arXiv:${id}`, 'markdown');
    const position = new vscode.Position(0, 8);
    const text = shown(await cardAt(document, position)).paragraphs.join('\n');
    const links = await definitionsAt(document, position);
    const folder = addedUri('').path.replace(/\/$/, '');
    return { text, places: links.map(({ targetUri }) => targetUri.path.slice(folder.length + 1)) };
  }

  it('are one digest, which parts when the data is deleted, and is joined again', async function () {
    this.timeout(patienceMs);
    await readingJsonl(async () => {
      addFile(markdown, digestText(...ids.slice(0, 3).map((id) => ({ id }))));
      // Where folders come one inside the other at once, VS Code may not watch the inner one.
      await waitFor(() => api.getPaper(third), 'the digest');
      addFile(data, ids.map(dataLine).join('\n'));
      const crossLists = () => api.getPaper(third)?.crossLists ?? [];
      const isJoined = () =>
        crossLists().length === 2 && api.getPaper(third)?.occurrences.length === 2;
      await waitFor(isJoined, 'the data of the digest');
      assert.equal(api.paperCount, samplePapers + ids.length);
      const both = api.getPaper(third)?.occurrences ?? [];
      assert.deepEqual(
        both.map(({ twinOf }) => twinOf),
        [undefined, addedUri(markdown).toString()],
      );

      const joined = await told(first);
      assert.match(joined.text, /In 1 digest/);
      assert.match(joined.text, /cs\.LG.*Also in cs\.CL, stat\.ML/);
      assert.deepEqual(joined.places, [markdown]);
      assert.deepEqual((await told(lost)).places, [data]);

      removeAdded(data);
      await waitFor(() => api.getPaper(lost) === undefined, 'the data to be gone');
      assert.deepEqual(crossLists(), []);
      const parted = await told(first);
      assert.match(parted.text, /In 1 digest/);
      assert.doesNotMatch(parted.text, /Also in/);
      assert.deepEqual(parted.places, [markdown]);

      addFile(data, ids.map(dataLine).join('\n'));
      await waitFor(isJoined, 'the data to be back');

      removeAdded(markdown);
      const isAlone = () => api.getPaper(third)?.occurrences.length === 1;
      await waitFor(isAlone, 'the digest to be gone');
      assert.equal(api.getPaper(third)?.occurrences[0]?.twinOf, undefined);
      assert.deepEqual((await told(first)).places, [data]);
    });
  });

  it('tell in the digest what only the data holds, as long as it is there', async function () {
    this.timeout(patienceMs);
    await readingJsonl(async () => {
      const text = digestText(...ids.slice(0, 3).map((id) => ({ id })));
      const { document } = await openAdded(markdown, text);
      const told = () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ source }) => source === 'Preprint')
          .map(({ message }) => message);
      await waitFor(() => api.getPaper(third), 'the digest');
      assert.deepEqual(told(), []);
      addFile(data, ids.map(dataLine).join('\n'));
      await waitFor(() => told().length > 0, 'the lost paper');
      assert.deepEqual(told(), [`The paper ${lost} stands in the data file of this digest alone.`]);
      removeAdded(data);
      await waitFor(() => told().length === 0, 'silence');
    });
  });

  it('count papers by primary category or with cross-lists, as the view says', async () => {
    const value = () =>
      vscode.workspace.getConfiguration().inspect<string>(settings.countBy)?.workspaceValue;
    await withSetting(settings.countBy, 'primary', async () => {
      await vscode.commands.executeCommand(commands.countByCrossLists);
      assert.equal(value(), 'crossLists');
      await vscode.commands.executeCommand(commands.countByPrimary);
      assert.equal(value(), 'primary');
    });
  });
});

describe('A data file that is too large to be read at once', () => {
  let api: PreprintApi;
  const file = 'data/arxiv-metadata.json';
  const kinds = ['cs.LG', 'hep-ph', 'math.CO cs.CG'];
  const count = 1500;
  const idOf = (at: number) => `0704.${String(at + 1).padStart(4, '0')}`;
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: idOf(at),
      authors: 'Ada Example and Ben Sample',
      title: `Made-Up Matter Number ${at}`,
      comments: null,
      doi: null,
      categories: kinds[at % kinds.length],
      abstract: `  An abstract about the matter of number ${at}. ${'It goes on. '.repeat(70)}\n`,
      versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
      authors_parsed: [
        ['Example', 'Ada', ''],
        ['Sample', 'Ben', ''],
      ],
    }),
  );

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('is left alone, read for chosen categories, and let go', async function () {
    this.timeout(patienceMs);
    await withSetting(settings.include, ['**/*.{md,txt,json}'], () =>
      withSetting(settings.maxFileSize, 1, async () => {
        addFile(file, lines.join('\n'));
        const isOdd = (at: number) => at % 3 === 2;
        const last = lines.findLastIndex((_, at) => isOdd(at));
        await withSetting(settings.largeFileCategories, ['cs.CG'], async () => {
          await waitFor(() => api.getPaper(idOf(last)), 'the last paper of the category');
          assert.equal(api.paperCount, samplePapers + count / 3);
          assert.equal(api.getPaper(idOf(0)), undefined);
          const paper = api.getPaper(idOf(last));
          assert.deepEqual([paper?.category, paper?.crossLists], ['math.CO', ['cs.CG']]);
          assert.deepEqual(
            paper?.occurrences.map(({ uri }) => uri),
            [addedUri(file).toString()],
          );
          const { document } = await openUntitled(`see arXiv:${idOf(last)}`, 'markdown');
          const card = shown(await cardAt(document, new vscode.Position(0, 8)));
          assert.match(card.paragraphs.join('\n'), new RegExp(`the matter of number ${last}`));
          // What has been read can be searched a moment later.
          const found = await waitFor(async () => {
            const papers = await api.findPapers(`"matter of number ${last}"`, 3);
            return papers.length > 0 && papers;
          }, 'its words');
          assert.deepEqual(
            found.map(({ id }) => id),
            [idOf(last)],
          );
        });
        await waitFor(() => api.paperCount === samplePapers, 'the parts to be gone');
      }),
    );
  });
});
