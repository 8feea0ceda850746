import { escapeLineStart, escapeWithAddresses, markdownTitle } from '../../render/markdownText.js';
import type { CslText } from './cslText.js';
import { entryRuns, type EntryRun } from './entryRuns.js';

/** An entry of a bibliography as one line of plain text. */
export function plainEntry(html: string, hidden: CslText): string {
  const text = entryRuns(html).map((run) => run.text);
  return hidden.show(text.join(''), (part) => part);
}

/** The same in Markdown, with its italics, links and formulas; no text of a paper is markup in it. */
export function markdownEntry(html: string, hidden: CslText): string {
  const line = entryRuns(html).map((run) => markdownRun(run, hidden));
  return escapeLineStart(line.join(''));
}

function markdownRun({ text, italic, bold, script }: EntryRun, hidden: CslText): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (core === '') return text;
  const marks = '*'.repeat((bold ? 2 : 0) + (italic ? 1 : 0));
  const inner = hidden.show(core, escapeWithAddresses, markdownTitle);
  const marked = `${marks}${inner}${marks}`;
  return before + (script === undefined ? marked : `<${script}>${marked}</${script}>`) + after;
}
