import assert from 'node:assert/strict';
import { defaultTemplate } from '../../../src/core/notes/defaultTemplate.js';
import type { NoteFacts } from '../../../src/core/notes/fields.js';
import { applyEdits } from '../../../src/core/notes/textEdit.js';
import { writeNote, type NoteAnswer } from '../../../src/core/notes/writeNote.js';
import { attention } from '../citation/paperOf.js';

export const builtIn = defaultTemplate({
  digest: 'digest',
  summary: 'TL;DR (AI)',
  abstract: 'Abstract',
  notes: 'Notes',
});

export const facts: NoteFacts = {
  paper: attention,
  key: 'vaswani2017attentionneed',
  digest: '../../digests/2026-02-12.md#L10',
  date: '2026-02-12',
  summary: 'Attention alone will do.',
  abstract: 'We propose the Transformer.',
  digestLabel: 'digest',
};

/** Facts of another title and the like. */
export function factsWith(
  paper: Partial<NoteFacts['paper']>,
  more: Partial<NoteFacts> = {},
): NoteFacts {
  return { ...facts, ...more, paper: { ...facts.paper, ...paper } };
}

export function newNote(template: string, of: NoteFacts = facts): string {
  const answer = writeNote(template, of);
  assert.ok(answer.kind === 'new', answer.kind);
  return answer.text;
}

export function updateOf(
  template: string,
  of: NoteFacts,
  note: string,
): Extract<NoteAnswer, { kind: 'update' }> {
  const answer = writeNote(template, of, note);
  assert.ok(answer.kind === 'update', answer.kind);
  return answer;
}

export function updated(template: string, of: NoteFacts, note: string): string {
  return applyEdits(note, updateOf(template, of, note).edits);
}
