import assert from 'node:assert/strict';
import fc from 'fast-check';
import lunr from 'lunr';
import { describe, it } from 'mocha';
import type { SearchField, SearchText } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { verifyPhrase } from '../../../src/core/search/phrase.js';
import { compacted, indexOf, someDigests, words, type Digest, type Entry } from './library.js';

/** Looks at every text by itself, with nothing of the engine but lunr's stemmer. */
const fields: readonly SearchField[] = ['title', 'authors', 'summary', 'fields', 'abstract'];
const stopWords = new Set(['the', 'of']);

function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ü', 'u')
      .match(/[a-z0-9]+/g) ?? []
  );
}

function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

function textsIn(text: SearchText, field?: SearchField): string[] {
  return (field ? [field] : fields).map((name) => text[name]);
}

function hasWord(text: SearchText, word: string, field?: SearchField): boolean {
  return textsIn(text, field).some((one) => plainWords(one).map(stem).includes(stem(word)));
}

function hasChinese(text: SearchText, run: string, field?: SearchField): boolean {
  const pairs = Array.from({ length: Math.max(1, run.length - 1) }, (_, at) =>
    run.slice(at, at + 2),
  );
  return pairs.every((pair) => textsIn(text, field).some((one) => one.includes(pair)));
}

function has(text: SearchText, word: string, field?: SearchField): boolean {
  if (/[\u3400-\u9fff]/.test(word)) return hasChinese(text, word, field);
  const [plain = ''] = plainWords(word);
  return stopWords.has(plain) || hasWord(text, plain, field);
}

function scan(digests: readonly Digest[], fits: (entry: Entry) => boolean): string[] {
  const keys = digests.flatMap(({ entries }) => entries.filter(fits).map(({ key }) => key));
  return [...new Set(keys)].sort();
}

/** Papers that hold all words as they are. */
function searched(digests: readonly Digest[], query: string): string[] {
  const index = compacted(indexOf(digests));
  const { hits, match, total } = index.search(parseQuery(query), 1000);
  assert.equal(total, hits.length);
  return match === 'all' ? hits.map(({ key }) => key).sort() : [];
}

const word = fc.constantFrom(...words);
const chinese = fc.constantFrom('扩散', '扩散模型', '散模型图', '图', '型', '图扩');

describe('a search finds what a scan of all texts finds', function () {
  this.timeout(60_000);

  it('for words that must all be there', () => {
    fc.assert(
      fc.property(someDigests, fc.array(word, { minLength: 1, maxLength: 3 }), (digests, asked) => {
        const expected = scan(digests, ({ text }) => asked.every((one) => has(text, one)));
        assert.deepEqual(searched(digests, asked.join(' ')), expected);
      }),
      { numRuns: 300 },
    );
  });

  it('for words in one field', () => {
    fc.assert(
      fc.property(
        someDigests,
        word,
        fc.constantFrom('title', 'abstract'),
        (digests, one, field) => {
          fc.pre(!stopWords.has(one));
          const expected = scan(digests, ({ text }) => has(text, one, field));
          assert.deepEqual(searched(digests, `${field}:${one}`), expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('for Chinese', () => {
    fc.assert(
      fc.property(someDigests, chinese, (digests, run) => {
        const expected = scan(digests, ({ text }) => hasChinese(text, run));
        assert.deepEqual(searched(digests, run), expected);
      }),
      { numRuns: 300 },
    );
  });

  it('for beginnings of words', () => {
    const beginning = fc.constantFrom('d', 'di', 'diff', 'gp', 'gra', 'model', 'ab1', 'u');
    fc.assert(
      fc.property(someDigests, beginning, (digests, start) => {
        const expected = scan(digests, ({ text }) =>
          textsIn(text).some((one) =>
            plainWords(one)
              .filter((each) => !stopWords.has(each))
              .some((each) => stem(each).startsWith(start)),
          ),
        );
        assert.deepEqual(searched(digests, `${start}*`), expected);
      }),
      { numRuns: 300 },
    );
  });

  it('without what is ruled out', () => {
    fc.assert(
      fc.property(someDigests, word, fc.oneof(word, chinese), (digests, one, not) => {
        fc.pre(!stopWords.has(not));
        const expected = scan(digests, ({ text }) => has(text, one) && !has(text, not));
        assert.deepEqual(searched(digests, `${one} -${not}`), expected);
      }),
      { numRuns: 300 },
    );
  });

  it('for phrases, once they are verified', () => {
    const phrase = fc.constantFrom(
      'diffusion models',
      'graph the graph',
      'GPT 4',
      'gpt-4',
      '扩散模型',
      'models 扩散',
      'learning',
      '图 图',
    );
    fc.assert(
      fc.property(someDigests, phrase, (digests, asked) => {
        const query = parseQuery(`"${asked}"`);
        const texts = new Map(
          digests.flatMap(({ uri, entries }) =>
            entries.map(({ text }, entry) => [`${uri} ${entry}`, text] as const),
          ),
        );
        const passes = (text: SearchText): boolean =>
          query.phrases.every((one) => verifyPhrase(text, one));
        // A paper's best entry may lack the phrase that another has, so that each is a paper here.
        const own = digests.map(({ uri, day, entries }) => ({
          uri,
          day,
          entries: entries.map((entry, at) => ({ ...entry, key: `title:${uri} ${at}` as const })),
        }));
        const { hits } = indexOf(own).search(query, 1000);
        const verified = hits
          .filter(({ uri, entry }) => {
            const text = texts.get(`${uri} ${entry}`);
            return text !== undefined && passes(text);
          })
          .map(({ key }) => key);
        assert.deepEqual(
          verified.sort(),
          scan(own, ({ text }) => spoken(text, asked)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** Words parted by one blank, runs of Chinese as they are. */
function spoken(text: SearchText, phrase: string): boolean {
  const canonical = (one: string): string =>
    ` ${(
      one
        .toLowerCase()
        .replaceAll('ü', 'u')
        .match(/[a-z0-9]+|[\u3400-\u9fff]+/g) ?? []
    ).join(' ')} `;
  const wanted = canonical(phrase).replace(/^ (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) $/g, '');
  return textsIn(text).some((one) => canonical(one).includes(wanted));
}
