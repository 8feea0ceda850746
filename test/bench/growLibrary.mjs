import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomNumbers } from './random.mjs';

/** The same library every time. */
const seed = 20_260_630;
/** The day of the newest grown digest; the others are the days before it. */
const newestDay = Date.UTC(2026, 5, 30);
const dayLength = 24 * 3600 * 1000;
/** Chance that an entry repeats one of the day before; as in real digests a third does in the end. */
const repeated = 0.4;

const sectionLine = /^# (.+) \[\[Back\]\]\(#toc\)$/;
const headerLine = /^### \[\d+\] \[(.*)\]\((\S+)\)$/;

/** A section of a digest: its category, and its entries from their title on. @typedef {[string, Entry[]]} Section */
/** @typedef {{ title: string, url: string, rest: string }} Entry */

/**
 * Writes a library of daily digests whose entries are those of the given digests in new company:
 * each digest has the sections of a given one, filled with entries of the same category under new
 * ids and titles; a third repeats an entry of the days before, as in the real ones.
 * @param {readonly string[]} sources paths of daily digests
 * @param {string} folder is made
 * @param {{ digests: number, fullness: number }} size
 * @returns {string[]} the paths, oldest first
 */
export function growLibrary(sources, folder, { digests, fullness }) {
  const random = randomNumbers(seed);
  const shapes = sources.map((file) => sectionsOf(readFileSync(file, 'utf8')));
  const pools = new Map(shapes.flat().map(([category]) => [category, /** @type {Entry[]} */ ([])]));
  for (const [category, entries] of shapes.flat()) pools.get(category)?.push(...entries);
  mkdirSync(folder, { recursive: true });

  const pick = (/** @type {readonly Entry[]} */ from) => from[Math.floor(random() * from.length)];
  const freshId = idSource();
  /** @type {Map<string, Entry[]>} */
  const lately = new Map();
  return Array.from({ length: digests }, (_, index) => {
    const day = new Date(newestDay - (digests - 1 - index) * dayLength).toISOString().slice(0, 10);
    const shape = shapes[Math.floor(random() * shapes.length)] ?? [];
    /** @type {Section[]} */
    const sections = shape.map(([category, entries]) => {
      const before = lately.get(category) ?? [];
      const own = new Set();
      const grown = Array.from({ length: Math.ceil(entries.length * fullness) }, () => {
        const old = random() < repeated ? pick(before) : undefined;
        const entry = old && !own.has(old) ? old : renewed(pick(pools.get(category) ?? []), day);
        own.add(entry);
        return entry;
      });
      lately.set(category, grown);
      return [category, grown];
    });
    const file = path.join(folder, `${day}.md`);
    writeFileSync(file, digestText(sections));
    return file;
  });

  /**
   * @param {Entry | undefined} entry
   * @param {string} day
   */
  function renewed(entry, day) {
    const { number, id } = freshId(day);
    const title = `${entry?.title ?? ''}, Part ${number}`;
    return { title, url: `https://arxiv.org/abs/${id}`, rest: entry?.rest ?? '' };
  }
}

/** New-style ids of a day's month, in no visible order; none is given twice. */
function idSource() {
  let number = 0;
  return (/** @type {string} */ day) => {
    number++;
    // 7919 has no divisor in common with 99999, so that all numbers come before one comes again.
    const digits = String(((number * 7919) % 99_999) + 1).padStart(5, '0');
    return { number, id: `${day.slice(2, 4)}${day.slice(5, 7)}.${digits}` };
  };
}

/**
 * @param {string} text
 * @returns {Section[]}
 */
function sectionsOf(text) {
  /** @type {Section[]} */
  const sections = [];
  /** @type {string[] | undefined} */
  let lines;
  const close = () => {
    const entry = lines && entryOf(lines);
    if (entry) sections.at(-1)?.[1].push(entry);
    lines = undefined;
  };
  for (const line of text.split('\n')) {
    const category = sectionLine.exec(line)?.[1];
    if (category !== undefined || headerLine.test(line)) close();
    if (category !== undefined) sections.push([category, []]);
    else if (headerLine.test(line)) lines = [line];
    else lines?.push(line);
  }
  close();
  return sections;
}

/** @param {string[]} lines */
function entryOf([first = '', ...rest]) {
  const [, title = '', url = ''] = headerLine.exec(first) ?? [];
  const text = rest.join('\n');
  return { title, url, rest: text.slice(0, text.lastIndexOf('</details>')) + '</details>\n' };
}

/** As the generator writes it. @param {Section[]} sections */
function digestText(sections) {
  const contents = sections.map(([name, { length }]) => `- [${name}](#${name}) [Total: ${length}]`);
  let number = 0;
  const bodies = sections.map(([name, entries]) => {
    const texts = entries.map(
      ({ title, url, rest }) => `### [${++number}] [${title}](${url})\n${rest}`,
    );
    return `\n\n<div id='${name}'></div>\n\n# ${name} [[Back]](#toc)\n\n${texts.join('\n\n')}`;
  });
  return `<div id=toc></div>\n\n# Table of Contents\n\n${contents.join('\n')}\n${bodies.join('')}`;
}
