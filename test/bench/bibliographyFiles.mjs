import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomNumbers } from './random.mjs';

/** The same files every time. */
const seed = 20_000;
/** With 350 bytes each they make 7 MB. */
const entryCount = 20_000;
const citedCount = 300;
const queriesPerKind = 40;
const years = { first: 1985, last: 2026 };

/** What somebody types of a work that they look for. */
export const queryKinds = /** @type {const} */ ([
  'nothing yet',
  'beginning of a key',
  'word of a title',
  'author',
  'year',
  'author and year',
]);

/** @typedef {typeof queryKinds[number]} QueryKind */
/** @typedef {{ kind: QueryKind, typed: string }} TypedQuery */
/** @typedef {{ key: string, words: string[], surname: string, year: number, text: string }} Work */
/** @typedef {{ note: string, other: string, bytes: number, entries: number, queries: TypedQuery[] }} BibliographyFiles */

/**
 * Writes a large bibliography, and a note that names it and cites from it. Its last two paragraphs are
 * there to be typed in: only the last one cites. Another note has no bibliography.
 * @param {string} folder is made
 * @returns {BibliographyFiles}
 */
export function writeBibliography(folder) {
  const random = randomNumbers(seed);
  const works = makeWorks(random);
  const bibliography = works.map(({ text }) => text).join('\n');
  // A note beside a bibliography that names none would cite from that one.
  const [cites, plain] = [path.join(folder, 'cites'), path.join(folder, 'plain')];
  const [note, other] = [path.join(cites, 'note.md'), path.join(plain, 'other.md')];
  for (const each of [cites, plain]) mkdirSync(each, { recursive: true });
  writeFileSync(path.join(cites, 'big.bib'), bibliography);
  writeFileSync(note, noteText(works, random));
  writeFileSync(other, 'Nobody is cited here.\n');
  return {
    ...{ note, other },
    bytes: Buffer.byteLength(bibliography),
    entries: works.length,
    queries: queriesOf(works, random),
  };
}

/**
 * @param {() => number} random
 * @returns {Work[]}
 */
function makeWorks(random) {
  const words = invented(4000, 2, 4, random);
  const surnames = invented(6000, 2, 3, random).map(capital);
  const names = invented(400, 2, 2, random).map(capital);
  const journals = Array.from({ length: 200 }, () => capital(phrase(words, 3, random).join(' ')));
  const keys = new Set();
  return Array.from({ length: entryCount }, (_, number) => {
    const year = years.first + Math.floor((years.last + 1 - years.first) * random() ** 0.5);
    const surname = often(surnames, random);
    const title = phrase(words, 6 + Math.floor(random() * 6), random);
    const key = unused(keyOf(surname, year, title[0] ?? '', random), keys);
    const others = Array.from(
      { length: Math.floor(random() * 4) },
      () => `${accented(often(surnames, random), random)}, ${often(names, random)}`,
    );
    const authors = [`${surname}, ${often(names, random)}`, ...others].join(' and ');
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    // Ids have five digits since 2015.
    const idYear = String(Math.max(2015, year)).slice(2);
    const id = `${idYear}${month}.${String(((number * 7919) % 99_999) + 1).padStart(5, '0')}`;
    const facts = [
      ['title', titleText(title, random)],
      ['author', authors],
      ['year', String(year)],
    ];
    const eprint = [
      ['eprint', id],
      ['archivePrefix', 'arXiv'],
      ['primaryClass', 'cs.LG'],
    ];
    const doi = ['doi', `10.1234/${often(words, random)}.${year}.${number}`];
    const journal = often(journals, random);
    const kind = random();
    /** @type {[string, string[][]]} */
    const [type, further] =
      kind < 0.4
        ? ['misc', [...eprint, ['url', `https://arxiv.org/abs/${id}`]]]
        : kind < 0.75
          ? [
              'article',
              [
                ['journal', journal],
                ['volume', String(1 + (number % 90))],
                doi,
                ...(kind < 0.5 ? eprint : []),
              ],
            ]
          : ['inproceedings', [['booktitle', `Proceedings of the ${journal}`], doi]];
    const fields = [...facts, ...further];
    const lines = fields.map(([name = '', value = '']) => `  ${name.padEnd(13)} = {${value}},\n`);
    const text = `@${type}{${key},\n${lines.join('')}}\n`;
    return { key, words: title, surname, year, text };
  });
}

/**
 * @param {readonly Work[]} works
 * @param {() => number} random
 */
function noteText(works, random) {
  const cited = Array.from({ length: citedCount }, () => pick(works, random));
  const paragraphs = [];
  for (let at = 0; at < cited.length; at += 3) {
    const lines = cited
      .slice(at, at + 3)
      .map(
        ({ key, words }) => `It is said of ${words.slice(0, 4).join(' ')} [@${key}], and so on.`,
      );
    paragraphs.push(lines.join('\n'));
  }
  return [
    '---\ntitle: A note\nbibliography: big.bib\n---',
    ...paragraphs,
    'As in ',
    'As in [@',
  ].join('\n\n');
}

/**
 * @param {readonly Work[]} works
 * @param {() => number} random
 * @returns {TypedQuery[]}
 */
function queriesOf(works, random) {
  const begun = (/** @type {string} */ text, least = 3) =>
    text.slice(0, least + Math.floor(random() * 4)).toLowerCase();
  /** @type {Record<QueryKind, (work: Work) => string>} */
  const typed = {
    'nothing yet': () => '',
    'beginning of a key': ({ key }) => key.slice(0, 2 + Math.floor(random() * (key.length - 2))),
    'word of a title': ({ words }) => begun(pick(words, random)),
    author: ({ surname }) => begun(surname),
    year: ({ year }) => String(year),
    'author and year': ({ surname, year }) => `${begun(surname)}${year}`,
  };
  return queryKinds.flatMap((kind) =>
    Array.from({ length: queriesPerKind }, () => ({
      kind,
      typed: typed[kind](pick(works, random)),
    })),
  );
}

/**
 * Words that can be spoken and mean nothing, each once.
 * @param {number} count
 * @param {number} fewest syllables
 * @param {number} most
 * @param {() => number} random
 */
function invented(count, fewest, most, random) {
  const syllables = [...'bdfgklmnprstvz'].flatMap((first) =>
    ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'is', 'on', 'ul'].map((rest) => first + rest),
  );
  /** @type {Set<string>} */
  const words = new Set();
  while (words.size < count) {
    const length = fewest + Math.floor(random() * (most - fewest + 1));
    words.add(Array.from({ length }, () => pick(syllables, random)).join(''));
  }
  return [...words];
}

/**
 * Few words are frequent, most are rare.
 * @param {readonly string[]} words
 * @param {() => number} random
 */
function often(words, random) {
  return words[Math.floor(words.length * random() ** 2.5)] ?? '';
}

/**
 * @param {readonly string[]} words
 * @param {number} length
 * @param {() => number} random
 */
function phrase(words, length, random) {
  return Array.from({ length }, () => often(words, random));
}

/**
 * As Google Scholar, INSPIRE and Better BibTeX make them.
 * @param {string} surname
 * @param {number} year
 * @param {string} word
 * @param {() => number} random
 */
function keyOf(surname, year, word, random) {
  const style = random();
  if (style < 0.5) return `${surname.toLowerCase()}${year}${word}`;
  if (style < 0.75)
    return `${surname}:${year}${pick([...'abcdefghkm'], random)}${word.slice(0, 2)}`;
  return `${surname.toLowerCase()}_${word}_${year}`;
}

/**
 * @param {string} key
 * @param {Set<unknown>} keys
 */
function unused(key, keys) {
  let free = key;
  for (let number = 2; keys.has(free.toLowerCase()); number++) free = `${key}-${number}`;
  keys.add(free.toLowerCase());
  return free;
}

/**
 * Some names have an accent: in TeX, or as it is.
 * @param {string} name
 * @param {() => number} random
 */
function accented(name, random) {
  const how = random();
  if (how < 0.06) return name.replace(/[aou](?=[^aou]*$)/, (vowel) => `{\\"${vowel}}`);
  if (how < 0.1) return name.replace(/e(?=[^e]*$)/, "\\'{e}");
  if (how < 0.14) return name.replace(/i(?=[^i]*$)/, 'í').replace(/a(?=[^a]*$)/, 'á');
  return name;
}

/**
 * Some titles have a formula, some a name that keeps its capitals.
 * @param {readonly string[]} words
 * @param {() => number} random
 */
function titleText(words, random) {
  const how = random();
  const [first = '', second = '', ...rest] = words;
  if (how < 0.1) return `${capital(first)} ${second} of order $O(n^{2}\\log n)$ ${rest.join(' ')}`;
  if (how < 0.3) return `{${first.toUpperCase()}}: ${capital(second)} ${rest.join(' ')}`;
  return `${capital(first)} ${second} ${rest.join(' ')}`;
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * @template T
 * @param {readonly T[]} values of which there is at least one
 * @param {() => number} random
 * @returns {T}
 */
function pick(values, random) {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}
