import { Lines } from '../lines.js';
import type { NoteFacts } from './fields.js';
import { findFrontMatter } from './frontMatter.js';
import { fillFrontMatter, type OwnedMember } from './frontMatterTemplate.js';
import { updateFrontMatter } from './frontMatterUpdate.js';
import { findRegions } from './managedRegion.js';
import type { TemplateProblem } from './placeholders.js';
import { fillBody, fillLines, isTold, readTemplate, type NoteTemplate } from './template.js';
import { lineEndOf, type TextEdit } from './textEdit.js';

/** A part of a note that an update leaves as it is, though the template speaks of it. */
export interface KeptPart {
  readonly kind: 'frontMatter' | 'key' | 'region';
  /** Of the key or region. */
  readonly name: string;
}

export type NoteAnswer =
  | { readonly kind: 'new'; readonly text: string }
  | {
      readonly kind: 'update';
      /** In the note's own line ends; none when it is up to date. */
      readonly edits: readonly TextEdit[];
      /** Names of keys and regions, in the order of the note. */
      readonly changed: readonly string[];
      readonly kept: readonly KeptPart[];
    }
  | { readonly kind: 'problem'; readonly problem: TemplateProblem };

/**
 * Writes a paper's note from a template, or, when it has one, what of it is to change: the managed
 * regions and the owned keys that are there, and owned keys that are missing. Of what the paper does
 * not tell any more, the note keeps what it says.
 * @param note the text of the paper's note
 */
export function writeNote(templateText: string, facts: NoteFacts, note?: string): NoteAnswer {
  const read = readTemplate(templateText);
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const { template } = read;
  const { frontMatter } = template;
  const front = frontMatter
    ? fillFrontMatter(frontMatter.text, frontMatter.line, facts)
    : { text: undefined, owned: [] };
  if ('problem' in front) return { kind: 'problem', problem: front.problem };
  if (note !== undefined) return update(template, front.owned, facts, note);
  const block = front.text === undefined ? '' : `---\n${front.text}---\n`;
  const text = block + fillBody(template, facts).join('\n');
  return { kind: 'new', text: text.replaceAll('\n', lineEndOf(templateText)) };
}

function update(
  template: NoteTemplate,
  owned: readonly OwnedMember[],
  facts: NoteFacts,
  note: string,
): NoteAnswer {
  const edits: TextEdit[] = [];
  const changed: string[] = [];
  const kept: KeptPart[] = [];
  const block = findFrontMatter(note);
  if (block && owned.length > 0) {
    const front = updateFrontMatter(note.slice(block.start, block.end), owned);
    edits.push(...front.edits.map((edit) => moved(edit, block.start)));
    changed.push(...front.changed);
    kept.push(...front.kept.map((name): KeptPart => ({ kind: 'key', name })));
    if (front.unreadable) kept.push({ kind: 'frontMatter', name: '' });
  }
  const start = block?.bodyStart ?? 0;
  const lines = new Lines(note.slice(start));
  const { regions, faults } = findRegions(lines);
  for (const { name, from, to } of template.regions) {
    if (faults.some((fault) => fault.name === name)) kept.push({ kind: 'region', name });
    const place = regions.find((region) => region.name === name);
    const content = template.body.slice(from, to);
    if (!place || !isTold(content, facts)) continue;
    const text = fillLines(content, facts).map((line) => `${line}\n`);
    const [first, last] = [lines.start(place.from), lines.start(place.to)];
    const before = lines.text.slice(first, last).replace(/\r\n?/g, '\n');
    if (before === text.join('')) continue;
    const eol = lineEndOf(note);
    const edit = { start: first, end: last, text: text.join('').replaceAll('\n', eol) };
    edits.push(moved(edit, start));
    changed.push(name);
  }
  return { kind: 'update', edits, changed, kept };
}

function moved({ start, end, text }: TextEdit, by: number): TextEdit {
  return { start: start + by, end: end + by, text };
}
