import { insertEntries } from '../core/bibliography/insertEntries.js';
import { bibtexEntry } from '../core/citation/bibtex.js';
import { citationKey, keyStyleNames, type KeyStyle } from '../core/citation/citationKey.js';
import { entryFor, exportPapers } from '../core/citation/export/registry.js';
import {
  unaccentedLetters,
  unicodeLetters,
  type KeyLetters,
  type KeyRule,
} from '../core/citation/keyParts.js';
import { parseKeyTemplate, type KeyTemplateProblem } from '../core/citation/keyTemplate.js';
import { latinLetters } from '../core/citation/latinLetters.js';
import { formatReferences } from '../core/citation/reference.js';
import { refusedFormulas } from '../core/render/writtenFormula.js';
import type { Answers } from './answers.js';
import type { Bibliographies } from './bibliographies.js';
import type { CitationCalls, KeyWish, NewKeys } from './citationProtocol.js';
import { decode } from './content.js';

const letters: ReadonlyMap<string, KeyLetters> = new Map([
  ['unicode', unicodeLetters],
  ['unaccented', unaccentedLetters],
  ['latin', latinLetters],
]);

/** How the worker answers when something is to be written of papers. */
export function citationAnswers(held: Bibliographies): Pick<Answers, keyof CitationCalls> {
  return {
    newKeys: (params) => newKeys(held, params),

    placeEntries({ format, content, cites, options }) {
      const entries = cites.map(({ paper, key }) => entryFor(format, paper, key, options));
      const written = entries.filter((entry) => entry !== undefined);
      if (written.length < entries.length) return undefined;
      return insertEntries(format, decode(content).text, written);
    },

    writeEntries: ({ cites, options }) =>
      cites.map(({ paper, key }) => bibtexEntry(paper, key, options)).join('\n\n'),

    exportPapers: ({ format, cites, options }) => exportPapers(format, cites, options),
    countRefused: ({ texts }) => texts.reduce((count, text) => count + refusedFormulas(text), 0),
    formatReferences: ({ style, papers, options }) => formatReferences(style, papers, options),
  };
}

function newKeys(
  held: Bibliographies,
  { uris, papers, wish, taken: others }: CitationCalls['newKeys']['params'],
): NewKeys {
  const style = styleOf(wish);
  if (typeof style === 'object') return { problem: style };
  const spelled = letters.get(wish.letters);
  const wanted = papers.map((paper) => citationKey(paper, style, undefined, spelled));
  const taken = new Set([...held.taken(uris, [...new Set(wanted)]), ...others]);
  const keys = papers.map((paper) => {
    // BibTeX takes keys that differ in case alone for the same.
    const isTaken = (key: string): boolean => taken.has(key.toLowerCase());
    const key = citationKey(paper, style, isTaken, spelled);
    taken.add(key.toLowerCase());
    return key;
  });
  return { keys };
}

function styleOf({ style, template }: KeyWish): KeyStyle | KeyRule | KeyTemplateProblem {
  if (style !== 'template') return keyStyleNames.find((name) => name === style) ?? 'arxiv';
  const parsed = parseKeyTemplate(template);
  return 'problem' in parsed ? parsed.problem : parsed.rule;
}
