// The least that reading a library can cost, as the program of a worker thread: it reads each file,
// decodes it and scans it line by line for every entry's header, authors and labelled texts.
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

const labels = [
  'Main category: ',
  'TL;DR: ',
  'Motivation: ',
  'Method: ',
  'Result: ',
  'Conclusion: ',
  'Abstract: ',
];
const firstLetters = new Set(labels.map((label) => label.charCodeAt(0)));
const hash = '#'.charCodeAt(0);

/** @param {string} text */
function scan(text) {
  /** @type {string[]} */
  const kept = [];
  let authors = false;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const first = text.charCodeAt(start);
    if (authors || (firstLetters.has(first) && labels.some((l) => text.startsWith(l, start)))) {
      kept.push(text.slice(start, end));
      authors = false;
    } else if (first === hash && text.startsWith('### [', start)) {
      kept.push(text.slice(start, end));
      authors = true;
    }
    start = end + 1;
  }
  return kept;
}

parentPort?.on('message', (/** @type {string[]} */ files) => {
  const kept = files.map((file) => scan(new TextDecoder().decode(readFileSync(file))));
  parentPort?.postMessage(kept.reduce((sum, lines) => sum + lines.length, 0));
});
