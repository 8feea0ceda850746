import assert from 'node:assert/strict';
import type {
  CitationGroup,
  ScanOptions,
} from '../../../../src/core/citation/scan/citationGroup.js';
import { findCitations } from '../../../../src/core/citation/scan/findCitations.js';

/** The languages, each with a file name that tells no more than the language. */
export const paths = {
  markdown: 'n.md',
  quarto: 'n.qmd',
  rmd: 'n.Rmd',
  myst: 'n.md',
  latex: 'n.tex',
  typst: 'n.typ',
  org: 'n.org',
  restructuredtext: 'n.rst',
  asciidoc: 'n.adoc',
} as const;

export type Language = keyof typeof paths;
export const languages = Object.keys(paths) as readonly Language[];

/** The citations of a text; fails unless each range selects what it should. */
export function scan(
  language: Language,
  text: string,
  options: ScanOptions = {},
): readonly CitationGroup[] {
  const groups = findCitations(text, language, paths[language], options);
  let behind = -1;
  for (const { start, end, keys } of groups) {
    assert.ok(start >= behind && end <= text.length, text);
    assert.ok(keys.length > 0);
    behind = start;
    for (const key of keys) {
      const written = text.slice(key.start, key.end);
      assert.equal(written.replace(/\\(["\\])/g, '$1'), key.key, text);
      assert.ok(start <= key.start && key.end <= end, text);
    }
  }
  return groups;
}

/**
 * The citations of a text in short: keys joined by blanks, a star behind those in the sentence, and
 * the text of the whole citation when asked for.
 */
export function keysOf(language: Language, text: string, options: ScanOptions = {}): string[] {
  return scan(language, text, options).map(
    ({ keys, narrative }) => keys.map(({ key }) => key).join(' ') + (narrative ? '*' : ''),
  );
}
