import type { CitedPaper } from '../citedPaper.js';
import { cslItem } from '../export/cslJson.js';
import type { ExportOptions } from '../export/exportFormat.js';
import { texToText } from '../../render/texToText.js';
import { CslText } from './cslText.js';
import { markdownEntry, plainEntry } from './entryText.js';
import { readStyle, type Engine } from './readStyle.js';
import type { StyleProblem } from './styleProblem.js';

export interface StyledOptions {
  readonly markup: 'text' | 'markdown';
  /** The day on which the papers were seen: `2026-02-13`. */
  readonly accessed: string;
  /** What of the papers is told, as in exports. */
  readonly entries: ExportOptions;
}

export type Styled =
  { readonly references: readonly string[] } | { readonly problem: StyleProblem };

/** Terms of a language beside English, which the engine has. */
export type LocaleOf = (language: string) => string | undefined;

/**
 * References in the style of a CSL file, one a paper, in their order, which numbers follow; each is
 * one line.
 * @param style the file's text
 */
export async function formatWithStyle(
  style: string,
  papers: readonly CitedPaper[],
  options: StyledOptions,
  locale: LocaleOf,
): Promise<Styled> {
  let engine: Engine;
  try {
    engine = await import('@citeproc-rs/wasm');
  } catch (error) {
    return { problem: { kind: 'engine', reason: messageOf(error) } };
  }
  try {
    const read = readStyle(engine, style, (language) => locale(language) ?? '');
    if ('problem' in read) return read;
    const lines = await references(read.driver, papers, options, locale);
    return lines.some((line) => line !== '')
      ? { references: lines }
      : { problem: { kind: 'empty' } };
  } catch (error) {
    return { problem: { kind: 'crashed', reason: messageOf(error) } };
  }
}

async function references(
  driver: InstanceType<Engine['Driver']>,
  papers: readonly CitedPaper[],
  { markup, accessed, entries }: StyledOptions,
  locale: LocaleOf,
): Promise<readonly string[]> {
  if (driver.toFetch().some((language) => locale(language) !== undefined)) {
    await driver.fetchLocales();
  }
  const written = papers.map((paper, at) => {
    const text = new CslText();
    // What else a person wants told is meant for entries.
    const { keepVersion = false, arxivDoi = false } = entries;
    const facts = cslItem({ key: '', paper }, { keepVersion, arxivDoi });
    const title = markup === 'text' ? { title: texToText(paper.title) } : {};
    const day = { 'date-parts': [accessed.split('-').map(Number)] };
    const item = hidden({ ...facts, ...title, accessed: day }, text, markup === 'markdown');
    // Styles of CSL 1.0.1 know no `document`: what is of no other type is an article there.
    return { text, item: { ...item, id: String(at), type: 'article' } };
  });
  driver.insertReferences(written.map(({ item }) => item));
  driver.includeUncited({ Specific: written.map(({ item }) => item.id) });
  const found = new Map(driver.makeBibliography().map(({ id, value }) => [id, value]));
  driver.free();
  const write = markup === 'text' ? plainEntry : markdownEntry;
  return written.map(({ text, item }) => write(found.get(item.id) ?? '', text));
}

/** All texts in what is told of a paper, as the engine may see them; what is undefined is left out. */
function hidden(facts: object, text: CslText, math: boolean): object {
  const hide = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return text.hide(value, math && name === 'title');
    if (Array.isArray(value)) return value.map((one) => hide(one, name));
    return typeof value === 'object' && value !== null ? hidden(value, text, math) : value;
  };
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, hide(value, name)]),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
