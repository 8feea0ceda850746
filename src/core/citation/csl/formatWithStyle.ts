import CSL from 'citeproc';
import type { CitedPaper } from '../citedPaper.js';
import { cslItem } from '../export/cslJson.js';
import type { ExportOptions } from '../export/exportFormat.js';
import { texToText } from '../../render/texToText.js';
import { CslText } from './cslText.js';
import { markdownEntry, plainEntry } from './entryText.js';
import { readStyle } from './readStyle.js';
import type { StyleProblem } from './styleProblem.js';
import { styleTree, type StyleElement } from './styleTree.js';

export interface StyledOptions {
  readonly markup: 'text' | 'markdown';
  /** The day on which the papers were seen: `2026-02-13`. */
  readonly accessed: string;
  /** What of the papers is told, as in exports. */
  readonly entries: ExportOptions;
}

export type Styled =
  { readonly references: readonly string[] } | { readonly problem: StyleProblem };

/**
 * The locale of the CSL project for a language, as XML; there is one for `en-US`.
 * @param language as a style names it, which is foreign text
 */
export type LocaleOf = (language: string) => string | undefined;

/**
 * References in the style of a CSL file, one a paper, in their order, which numbers follow; each is
 * one line. They are in the style's own language, English for want of one.
 * @param style the file's text
 */
export function formatWithStyle(
  style: string,
  papers: readonly CitedPaper[],
  options: StyledOptions,
  locale: LocaleOf,
): Styled {
  const read = readStyle(style);
  if ('problem' in read) return read;
  const works = papers.map((paper, at) => workOf(paper, String(at), options));
  let engine;
  try {
    engine = engineFor(read.style, works, locale);
  } catch (error) {
    return { problem: { kind: 'broken', reason: messageOf(error) } };
  }
  try {
    const lines = references(engine, works, options);
    return lines.some((line) => line !== '')
      ? { references: lines }
      : { problem: { kind: 'empty' } };
  } catch (error) {
    return { problem: { kind: 'crashed', reason: messageOf(error) } };
  }
}

/** A paper as the engine sees it, and what is hidden from it. */
interface Work {
  readonly id: string;
  readonly item: object;
  readonly text: CslText;
}

function workOf(paper: CitedPaper, id: string, options: StyledOptions): Work {
  const { markup, accessed, entries } = options;
  const text = new CslText();
  // What else a person wants told is meant for entries.
  const { keepVersion = false, arxivDoi = false } = entries;
  const facts = cslItem({ key: '', paper }, { keepVersion, arxivDoi });
  const title = markup === 'text' ? { title: texToText(paper.title) } : {};
  const day = { 'date-parts': [accessed.split('-').map(Number)] };
  const item = hidden({ ...facts, ...title, accessed: day }, text, markup === 'markdown');
  return { id, item: { ...item, id }, text };
}

function engineFor(
  style: StyleElement,
  works: readonly Work[],
  locale: LocaleOf,
): InstanceType<typeof CSL.Engine> {
  const items = new Map(works.map(({ id, item }) => [id, item]));
  const engine = new CSL.Engine(
    {
      retrieveLocale: (language) => localeTree(locale(language)),
      retrieveItem: (id) => items.get(id) ?? {},
    },
    style,
  );
  engine.setOutputFormat('html');
  return engine;
}

const noLocale: StyleElement = { name: 'locale', attrs: {}, children: [], start: 0 };

function localeTree(xml: string | undefined): StyleElement {
  const tree = xml === undefined ? noLocale : styleTree(xml);
  return 'reason' in tree ? noLocale : tree;
}

function references(
  engine: InstanceType<typeof CSL.Engine>,
  works: readonly Work[],
  { markup }: StyledOptions,
): readonly string[] {
  engine.updateItems(works.map(({ id }) => id));
  const bibliography = engine.makeBibliography();
  if (bibliography === false) return [];
  const [{ entry_ids: ids }, entries] = bibliography;
  const found = new Map(ids.map(([id], at) => [id, entries[at]]));
  const write = markup === 'text' ? plainEntry : markdownEntry;
  return works.map(({ id, text }) => write(found.get(id) ?? '', text));
}

/**
 * All texts in what is told of a paper, as the engine may see them; what is undefined is left out.
 * A name in one piece is a family's: others the engine takes for where the persons before them work.
 */
function hidden(facts: object, text: CslText, math: boolean): object {
  const hide = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return text.hide(value, math && name === 'title');
    if (Array.isArray(value)) return value.map((one) => hide(one, name));
    return typeof value === 'object' && value !== null ? hidden(value, text, math) : value;
  };
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name === 'literal' ? 'family' : name, hide(value, name)]),
  );
}

/** The engine throws strings with its name in front. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^citeproc-js error: /, '');
}
