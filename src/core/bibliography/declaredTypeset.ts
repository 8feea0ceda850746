import { latexScanner } from '../citation/scan/latex.js';
import { mayBeTypeset } from './bibliographyPath.js';
import type { FoundPath } from './declared.js';
import { bibitemsOf } from './thebibliography.js';

const taking =
  /\\(?:@?@?input|include|InputIfFileExists)(?![A-Za-z@])\s{0,20}\{?"?([^\s{}"]{1,300}\.bbl)/g;
/** Nobody misses it. */
const there = { beside: true, ifThere: true } as const;
const mayHaveList = /\\documentclass|\\(?:no)?bibliography\s*\{|\\addbibresource/;

/** Lists of typeset references that belong to a LaTeX text, whether they are there or not. Linear. */
export function typesetPaths(path: string, text: string): readonly FoundPath[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!mayBeTypeset(name) || /\.bbl$/i.test(name)) return [];
  const [first] = bibitemsOf(text);
  const found: FoundPath[] = [];
  if (first)
    found.push({ path: name, start: first.start, end: first.bodyStart, ...there, typeset: 'own' });
  const made = name.replace(/\.[^.]*$/, '.bbl');
  if (text.includes('.bbl')) {
    for (const match of latexScanner.silence(text).matchAll(taking)) {
      const [whole, written = ''] = match;
      const end = match.index + whole.length;
      const taken = written.replace(/^\\jobname\.bbl$/, made);
      found.push({
        path: taken,
        start: end - written.length,
        end,
        ifThere: true,
        typeset: 'taken',
      });
    }
  }
  if (mayHaveList.test(text))
    found.push({ path: made, start: 0, end: 0, ...there, typeset: 'made' });
  return found;
}
