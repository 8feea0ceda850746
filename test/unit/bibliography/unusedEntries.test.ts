import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibliographyAnswers } from '../../../src/worker/bibliographyAnswers.js';

/** Of the first file, the keys that are told when documents use some keys of it and of the others. */
function unused(used: readonly string[], ...files: readonly string[]): string[] {
  const answers = bibliographyAnswers();
  const uris = files.map((_, at) => `${at}.bib`);
  files.forEach((content, at) => {
    answers.setBibliography({ uri: `${at}.bib`, path: `${at}.bib`, content });
  });
  return answers
    .unusedEntries({ uri: '0.bib', uris, used })
    .flatMap((finding) => (finding.check === 'unusedEntry' ? finding.entry.key : []));
}

describe('the entries that nobody cites', () => {
  const table: readonly (readonly [string, readonly string[], readonly string[], string[]])[] = [
    ['a key that no document uses', ['a'], ['@misc{a} @misc{b}'], ['b']],
    ['an alias counts', ['x'], ['@misc{a, ids = {x, y}} @misc{b, ids = {z}}'], ['b']],
    ['a parent is used', ['a'], ['@inbook{a, crossref = {p}} @book{p} @book{q}'], ['q']],
    [
      'so is what entries of another file name',
      ['c'],
      ['@book{p} @misc{q} @misc{r}', '@inbook{c, crossref = "p"} @misc{d, related = {q, zz}}'],
      ['r'],
    ],
    ['members of a set', ['s'], ['@set{s, entryset = {a, b}} @misc{a} @misc{b} @misc{c}'], ['c']],
    ['what others only take data from', ['a'], ['@misc{a, xdata = x} @xdata{x} @xdata{y}'], []],
    [
      'what is no entry',
      [],
      ['@string{a = "b"} @preamble{"c"} @comment{@misc{d}} @misc{e}\n% @misc{f}\n'],
      ['e'],
    ],
  ];
  for (const [name, used, files, expected] of table) {
    it(name, () => assert.deepEqual(unused(used, ...files), expected));
  }
});
