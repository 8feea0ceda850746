import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** Files of each kind. */
export const scale = { notes: 20_000, digests: 2000, excluded: 100_000, pictures: 50_000 };
/** A sparse file has a length, and nothing on the disk. */
const sparseLength = 4 * 1024 ** 3;
const entriesPerDigest = 10;
const perFolder = 500;
const loops = 30;
const dayLength = 24 * 3600 * 1000;
const firstDay = Date.UTC(2016, 0, 1);

/** The title of each paper begins with this after the branch is switched. */
const titles = { main: 'Paper', other: 'Another' };

/**
 * Writes a workspace with many notes, digests and excluded files, with links that lead in circles,
 * with sparse files and a pipe. The digests are in a repository whose branch `other` has all of them
 * with other titles, and `tenth` a tenth of them.
 * @param {string} folder is made
 * @returns {{ digests: string[], notes: string[], papers: string[] }} paths, and one paper of each digest
 */
export function writeScale(folder) {
  const notes = numbered(scale.notes, 'notes', (number) => `note-${number}.md`);
  const digests = numbered(scale.digests, 'digests', (number) => `${dayOf(number)}.md`);
  const excluded = numbered(scale.excluded, 'node_modules', (number) => `file-${number}.md`);
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(path.join(folder, name), text);
  for (const folders of [notes, digests, excluded]) {
    for (const each of new Set(folders.map((name) => path.dirname(name)))) {
      mkdirSync(path.join(folder, each), { recursive: true });
    }
  }
  for (const [number, name] of notes.entries()) write(name, noteText(number));
  for (const name of excluded) write(name, 'Nobody reads this.\n');
  // All of them in one folder, as some keep them.
  mkdirSync(path.join(folder, 'pictures'));
  for (let number = 0; number < scale.pictures; number++) write(`pictures/${number}.png`, '');
  writeLoops(path.join(folder, 'loops'));
  for (const name of ['huge.md', 'huge.jsonl', 'huge.bib']) writeSparse(path.join(folder, name));
  if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);

  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-c', 'user.email=a@example.org', '-c', 'user.name=A', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  const commit = (/** @type {string} */ title, /** @type {number} */ count) => {
    for (const [number, name] of digests.slice(0, count).entries()) {
      write(name, digestText(number, title));
    }
    git('add', 'digests');
    git('commit', '-q', '-m', title);
  };
  git('init', '-q', '-b', 'main');
  commit(titles.main, digests.length);
  git('checkout', '-q', '-b', 'tenth');
  commit(titles.other, digests.length / 10);
  git('checkout', '-q', '-b', 'other');
  commit(titles.other, digests.length);
  git('checkout', '-q', 'main');
  const absolute = (/** @type {string} */ name) => path.join(folder, name);
  return {
    digests: digests.map(absolute),
    notes: notes.map(absolute),
    papers: digests.map((_, number) => idOf(number, 0)),
  };
}

/**
 * @param {number} count
 * @param {string} folder
 * @param {(number: number) => string} name
 */
function numbered(count, folder, name) {
  return Array.from({ length: count }, (_, number) =>
    path.join(folder, `part-${Math.floor(number / perFolder)}`, name(number)),
  );
}

/** Links up, to themselves and to each other. @param {string} folder */
function writeLoops(folder) {
  mkdirSync(path.join(folder, 'deep'), { recursive: true });
  symlinkSync('..', path.join(folder, 'deep', 'up'));
  symlinkSync('../..', path.join(folder, 'deep', 'top'));
  symlinkSync('self', path.join(folder, 'self'));
  for (let number = 0; number < loops; number++) {
    symlinkSync('..', path.join(folder, `link-${number}`));
  }
}

/** @param {string} file */
function writeSparse(file) {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, '{"id":"2601.00001","title":"T"}\n');
  ftruncateSync(descriptor, sparseLength);
  closeSync(descriptor);
}

/** @param {number} number */
function dayOf(number) {
  return new Date(firstDay + number * dayLength).toISOString().slice(0, 10);
}

/**
 * @param {number} digest
 * @param {number} entry
 */
function idOf(digest, entry) {
  const number = digest * entriesPerDigest + entry;
  const month = 1 + (Math.floor(number / 90_000) % 12);
  return `25${String(month).padStart(2, '0')}.${10_000 + (number % 90_000)}`;
}

/** @param {number} number */
function noteText(number) {
  const id = idOf(number % scale.digests, number % entriesPerDigest);
  return `# Note ${number}\n\nAbout arXiv:${id} and [@key${number}].\n\n${'Words of a note. '.repeat(20)}\n`;
}

/**
 * @param {number} number
 * @param {string} title
 */
function digestText(number, title) {
  const entries = Array.from({ length: entriesPerDigest }, (_, entry) =>
    [
      `### [${entry + 1}] [${title} ${number} of ${entry}](https://arxiv.org/abs/${idOf(number, entry)})`,
      '*Ada Example,Ben Sample*\n',
      'Main category: cs.LG\n',
      `TL;DR: In short, word${number}.\n\n`,
      '<details>\n  <summary>Details</summary>',
      `Abstract: ${'What all of the papers say is much the same. '.repeat(10)}\n`,
      '</details>\n',
    ].join('\n'),
  );
  const contents = `- [cs.LG](#cs.LG) [Total: ${entries.length}]`;
  return `<div id=toc></div>\n\n# Table of Contents\n\n${contents}\n\n\n<div id='cs.LG'></div>\n\n# cs.LG [[Back]](#toc)\n\n${entries.join('\n\n')}`;
}
