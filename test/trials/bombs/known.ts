import { formatSamples } from '../../unit/support/formatSamples.js';
import { pieces, repeated, type Bomb } from './bomb.js';
import { bibliographyJobs, documentJobs } from './jobs.js';

/** Begins as the daily digest does. */
const digest = formatSamples['daily']?.text(2) ?? '';

function note(name: string, part: string, path = 'note.md'): Bomb {
  return { name, path, jobs: documentJobs, text: (length) => repeated(part, length) };
}

function bibliography(name: string, path: string, text: Bomb['text']): Bomb {
  return { name, path, jobs: bibliographyJobs, text };
}

/** What has taken longer than a second a megabyte once, or far longer for twice the text. */
export const knownBombs: readonly Bomb[] = [
  note('brackets and @', '[@a;'),
  note('backticks and @', '`@'),
  note('runs of backticks and @', '` `` ``` @a '),
  note('ids on one line', 'arXiv:2601.12345 '),
  note('ids in an address', 'https://x.org/2601.12345/'),
  note('keys of Typst', '@a[', 'a.typ'),
  {
    ...{ name: 'headings in a digest', path: '2026-01-02.md', jobs: documentJobs },
    text: (length) => digest + repeated('# a\n', length),
  },
  {
    ...{ name: 'sections of one another', path: '2026-01-02.md', jobs: documentJobs },
    text: (length) => digest + repeated('###### a\n##### b\n', length),
  },
  bibliography('Hayagriva of tabs', 'b.yml', (length) => repeated('a:\n\t- b\n', length)),
  bibliography(
    'Hayagriva of tabs in one entry',
    'b.yml',
    (length) => `a:\n${repeated('\t- b\n', length)}`,
  ),
  bibliography('Hayagriva of colons', 'b.yml', (length) => repeated('a: ', length)),
  bibliography('Hayagriva of brackets', 'b.yml', (length) => repeated('[@a]', length)),
  bibliography('Hayagriva of braces', 'b.yml', (length) => '{'.repeat(length)),
  bibliography('Hayagriva of quotes', 'b.yml', (length) => repeated('"a" ', length)),
  bibliography('Hayagriva of anchors', 'b.yml', (length) => repeated('&a ', length)),
  bibliography('Hayagriva of members', 'b.yml', (length) => repeated('a:\n', length)),
  bibliography(
    'CSL YAML of dashes',
    'a.yaml',
    (length) => `references:\n${repeated('- ', length)}`,
  ),
  bibliography(
    'CSL YAML of colons',
    'a.yaml',
    (length) => `references:\n- id: x\n  title: ${repeated('a: ', length)}`,
  ),
  bibliography('entries of one paper', 'a.bib', (length) =>
    pieces(
      80,
      length,
      (at) =>
        `@misc{k${at},title={The Same Title of All},author={Doe, Jane},eprint={2601.00001}}\n`,
    ),
  ),
  bibliography('entries of one title', 'a.bib', (length) =>
    pieces(60, length, (at) => `@misc{k${at},title={The Same Title of All},author={Doe, Jane}}\n`),
  ),
  bibliography('entries of one key', 'a.bib', (length) =>
    repeated('@misc{k,title={T},author={A, B},eprint={2601.00001}}\n', length),
  ),
];
