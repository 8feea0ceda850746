import { closeSync, openSync, writeSync } from 'node:fs';
import { randomNumbers } from './random.mjs';

/** Of the file's papers, those of a category that is asked for: as many as cs.CL and cs.CV have. */
const wantedShare = 0.09;
const others = ['hep-ph', 'astro-ph.GA', 'math.CO', 'cond-mat.str-el', 'quant-ph', 'gr-qc'];
const words =
  'we study the phase structure of a made up system with many parts and show that its measured rate grows slowly under the usual conditions'.split(
    ' ',
  );

/** The categories that are read of the file. */
export const wanted = ['cs.CL', 'cs.CV'];

/**
 * Writes made-up papers as Kaggle hands out arXiv's metadata, a line each.
 * @param {string} file
 * @param {number} length in bytes, at least
 * @returns {number} bytes that were written
 */
export function writeLargeMetadata(file, length) {
  const next = randomNumbers(7);
  const pick = (/** @type {readonly string[]} */ from) =>
    from[Math.floor(next() * from.length)] ?? '';
  const descriptor = openSync(file, 'w');
  let written = 0;
  for (let number = 0; written < length;) {
    let lines = '';
    for (let each = 0; each < 1000; each++) lines += `${JSON.stringify(paper(number++))}\n`;
    written += writeSync(descriptor, lines);
  }
  closeSync(descriptor);
  return written;

  /** @param {number} number */
  function paper(number) {
    // Ids of this kind begin in April 2007.
    const month = 3 + Math.floor(number / 9000);
    const year = 7 + Math.floor(month / 12);
    const id = `${pad(year)}${pad((month % 12) + 1)}.${String((number % 9000) + 1).padStart(4, '0')}`;
    const text = (/** @type {number} */ length) =>
      Array.from({ length }, () => pick(words)).join(' ');
    return {
      id,
      submitter: 'Ada Example',
      authors: 'Ada Example, Ben Sample and C. D. Other',
      title: `${text(9)} ${number}`,
      comments: '12 pages, 3 figures',
      'journal-ref': null,
      doi: null,
      'report-no': null,
      categories: next() < wantedShare ? `${pick(wanted)} cs.LG` : pick(others),
      license: null,
      abstract: `  ${text(140)}\n`,
      versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
      update_date: '2008-11-26',
      authors_parsed: [
        ['Example', 'Ada', ''],
        ['Sample', 'Ben', ''],
        ['Other', 'C. D.', ''],
      ],
    };
  }
}

/** @param {number} number */
function pad(number) {
  return String(number).padStart(2, '0');
}
