import { stringify } from 'yaml';
import { texWithMath } from '../../render/texToText.js';
import { writtenFormula } from '../../render/writtenFormula.js';
import type { PersonName } from '../personName.js';
import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { lastFirst, outsideMath, plainFacts } from './plainFacts.js';

/** Typst's own format (typst/hayagriva docs/file-format.md). */
export const hayagrivaFile: ExportFormat = {
  name: 'hayagriva',
  extension: '.yml',
  write: (cites, options) => cites.map((cite) => `${hayagrivaEntry(cite, options)}\n`).join('\n'),
};

/**
 * One `key:` with what belongs to it, no line end behind the last line. `serial` is what styles print
 * as the number, `arxiv` what Typst links.
 */
export function hayagrivaEntry({ key, paper }: Cite, options: ExportOptions): string {
  const facts = plainFacts(paper, options);
  const onArxiv = facts.arxivId !== undefined;
  const numbers = {
    ...(onArxiv && { serial: `arXiv:${facts.arxivId}`, arxiv: facts.arxivId }),
    ...(facts.doi !== undefined && { doi: facts.doi }),
  };
  const entry = {
    type: onArxiv ? 'article' : 'misc',
    title: formattable(paper.title),
    ...(facts.names.length > 0 && { author: facts.names.map(person) }),
    ...(facts.year !== undefined && { date: facts.year }),
    ...(facts.url !== undefined && { url: facts.url }),
    ...(Object.keys(numbers).length > 0 && { 'serial-number': numbers }),
    ...(onArxiv && { parent: { type: 'repository', title: 'arXiv' } }),
    ...(facts.note !== undefined && { note: escaped(facts.note) }),
    ...(facts.abstract !== undefined && { abstract: escaped(facts.abstract) }),
  };
  // No line is folded, so that each field is one line.
  return stringify({ [key]: entry }, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}

/** Formulas stay; other signs that would begin a group or a formula are escaped. */
function formattable(tex: string): string {
  const text = (part: string): string => escaped(part.replaceAll('\\$', '$'));
  return outsideMath(texWithMath(tex), text, typstFormula).normalize('NFC');
}

/**
 * Typst runs what stands in dollars, where `#` begins a program, even behind a backslash: Hayagriva
 * takes `\\\#` for `\\#` (https://github.com/typst/hayagriva/blob/main/src/types/strings.rs).
 */
function typstFormula(source: string): string | undefined {
  return source.includes('#') ? undefined : writtenFormula(source);
}

function escaped(text: string): string {
  return text.replace(/[\\{}$]/g, '\\$&');
}

/** A string, which Hayagriva parts at commas, unless that would part it wrongly. */
function person(name: PersonName): string | object {
  const { first, particle, last, suffix } = name;
  if (first === '' && suffix !== '') {
    return { name: last, ...(particle !== '' && { prefix: particle }), suffix };
  }
  return name.corporate && name.last.includes(',') ? { name: name.last } : lastFirst(name);
}
