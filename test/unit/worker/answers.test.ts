import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { PaperKey } from '../../../src/core/paper.js';
import { Library } from '../../../src/core/library.js';
import { noMacros as macros } from '../../../src/core/render/mathMacros.js';
import { piecesText } from '../../../src/core/render/textPieces.js';
import { createAnswers } from '../../../src/worker/answers.js';
import { fingerprintOf } from '../../../src/worker/content.js';
import type { Content, EntrySource } from '../../../src/worker/protocol.js';
import { labels } from '../render/readerLabels.js';
import { assertLinear } from '../support/cost.js';
import { fixtureBytes } from '../support/fixtures.js';

const latest = '2026-12';
const answers = createAnswers('test', (line) => assert.fail(line));
const names = [
  'sample/digests/2026-02-12.md',
  'sample/digests/2026-02-13.md',
  'sample/digests/2026-02-14.md',
  'sample/trending/trending-2026-02.txt',
];

function index(path: string, content: Content) {
  return answers.index({ uri: `file:///${path}`, path, content, latest });
}

function libraryOfSample(): Library {
  const library = new Library();
  for (const name of names) library.replace(index(name, fixtureBytes(name)));
  return library;
}

/** What the host asks for: each occurrence with its file, changed by `change` on its way. */
function requestFor(key: PaperKey, change: (content: Uint8Array) => Content = (same) => same) {
  const paper = libraryOfSample().paper(key);
  assert.ok(paper);
  const sources = paper.occurrences.map((place): EntrySource => ({
    ...place,
    content: change(fixtureBytes(place.uri.slice('file:///'.length))),
  }));
  return { paper, sources, latest };
}

describe('the worker', () => {
  it('says first what is wrong with a file’s bytes', () => {
    const problems = index('broken/a.md', fixtureBytes('broken/invalid-utf8.md')).problems;
    assert.deepEqual(problems, [{ kind: 'invalidUtf8', line: 29, args: [] }]);
    const binary = index('broken/b.md', fixtureBytes('broken/binary.md'));
    assert.deepEqual(
      binary.problems.map(({ kind }) => kind),
      ['binary'],
    );
    assert.equal(binary.digest, undefined);
  });

  it('takes a cell of a notebook for a note, whatever it looks like', () => {
    const [name = ''] = names;
    const content = Buffer.from(fixtureBytes(name)).toString();
    const request = { uri: 'cell', path: 'a.ipynb', languageId: 'markdown', latest };
    assert.ok(answers.index({ ...request, content }).digest);
    const cell = answers.index({ ...request, content, isCell: true });
    assert.equal(cell.digest, undefined);
    assert.ok(cell.mentions.length > 0);
    const citing = answers.index({ ...request, content: 'See [@ada2024].', isCell: true });
    assert.deepEqual(
      citing.citations?.map(({ key }) => key),
      ['ada2024'],
    );
  });

  it('reads the same from bytes as from an open editor', () => {
    for (const name of names) {
      const content = fixtureBytes(name);
      assert.deepEqual(index(name, Buffer.from(content).toString()), index(name, content));
    }
  });

  it('describes every paper of the sample library, with no digest left out', () => {
    const library = libraryOfSample();
    for (const key of library.keys()) {
      const { value, unread } = answers.describePaper({ ...requestFor(key), macros });
      assert.deepEqual(unread, [], key);
      assert.ok(value.title.length > 0 && value.abstract, key);
      assert.ok(value.summary ?? key.startsWith('title:'), key);
    }
  });

  it('shows the older summary where the newest failed', () => {
    const { value } = answers.describePaper({ ...requestFor('arxiv:2602.11835'), macros });
    assert.ok(value.summary && !/failed/.test(piecesText(value.summary)));
  });

  it('names the digests that have changed since, and reads the others', () => {
    const request = requestFor('arxiv:2602.10637');
    assert.equal(request.sources.length, 2);
    const [first, ...others] = request.sources;
    assert.ok(first);
    const content = `\n\n${Buffer.from(first.content as Uint8Array).toString()}`;
    const changed = { ...first, content };
    const { value, unread } = answers.describePaper({
      ...request,
      sources: [changed, ...others],
      macros,
    });
    assert.deepEqual(unread, [{ source: 0, seen: fingerprintOf(content) }]);
    assert.ok(value.abstract);
    const none = answers.describePaper({ ...requestFor('arxiv:2602.10637', () => ''), macros });
    assert.equal(none.unread.length, 2);
    assert.equal(none.value.abstract, undefined);
    assert.equal(piecesText(none.value.title), 'Coarse-Grained Boltzmann Generators');
  });

  it('offers what digests of two languages say, and shows what is chosen, or all', () => {
    const request = requestFor('arxiv:2602.12257');
    const render = (text?: number): string =>
      answers.renderPaper({ ...request, labels, macros, ...(text !== undefined && { text }) })
        .value;
    const pressed = (html: string): string[] =>
      Array.from(
        html.matchAll(/data-text="(-?\d)" aria-pressed="true"/g),
        ([, index = '']) => index,
      );
    const summaries = (html: string): string[] =>
      Array.from(html.matchAll(/class="field summary".*?class="text"([^>]*)>/g), ([, lang = '']) =>
        lang.trim(),
      );
    assert.deepEqual(pressed(render()), ['0']);
    assert.deepEqual(summaries(render()), ['lang="zh"']);
    assert.deepEqual(pressed(render(1)), ['1']);
    assert.deepEqual(summaries(render(1)), ['']);
    assert.deepEqual(pressed(render(-1)), ['-1']);
    assert.deepEqual(summaries(render(-1)), ['lang="zh"', '']);
    // The newest comes first, unless another is being read.
    const other = { ...request, sources: request.sources.toReversed(), labels, macros };
    assert.deepEqual(summaries(answers.renderPaper(other).value), ['']);
    // What a page asks for that there is not.
    for (const text of [2, -2, 0.5]) assert.deepEqual(pressed(render(text)), ['0']);
  });

  it('finds the identifiers of a text that are no web addresses, which editors link themselves', () => {
    const text = 'See arXiv:2602.10637v2,\nhttps://arxiv.org/abs/2602.10209 and\r\nhep-th/9711200.';
    assert.deepEqual(answers.findLinks({ text, latest }), [
      {
        key: 'arxiv:2602.10637',
        id: '2602.10637',
        version: 2,
        range: { startLine: 0, startCharacter: 4, endLine: 0, endCharacter: 22 },
      },
      {
        key: 'arxiv:hep-th/9711200',
        id: 'hep-th/9711200',
        range: { startLine: 2, startCharacter: 0, endLine: 2, endCharacter: 14 },
      },
    ]);
  });

  it('finds links in linear time, and none in addresses, however long the line', () => {
    const ids = (part: string, count: number): number =>
      answers.findLinks({ text: part.repeat(count), latest }).length;
    assert.equal(ids('arXiv:2601.12345 ', 1000), 1000);
    assert.equal(ids('https://arxiv.org/abs/2601.12345 ', 1000), 0);
    assert.equal(ids('https://x.org/2601.12345 arXiv:2601.12346 ', 1000), 1000);
    for (const part of ['arXiv:2601.12345 ', 'hep-th/9901001,', 'https://x.org/2601.12345,']) {
      assertLinear(
        part,
        (length) => part.repeat(length / part.length),
        (text) => void answers.findLinks({ text, latest }),
      );
    }
  });
});
