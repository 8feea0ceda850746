import assert from 'node:assert/strict';
import type { EntryBody } from '../../../src/core/paper.js';
import type { ReadDocument } from './reading.js';

/** The texts that most entries of the broken fixtures share. */
export const summary = 'A made-up summary in one sentence.';
export const abstract = 'This abstract was made up for a test. It has two sentences.';
export const usualFields: readonly (readonly [string, string])[] = [
  ['Motivation', 'Made up to have a reason.'],
  ['Method', 'Made up by hand.'],
  ['Result', 'A made-up result.'],
  ['Conclusion', 'Nothing follows from it.'],
];

export function ids(read: ReadDocument): (string | undefined)[] {
  return read.entries.map(({ id }) => id);
}

export function problems(read: ReadDocument): string[] {
  return read.document.problems.map(({ kind, line }) => `${kind} ${line}`);
}

export function fields(body: EntryBody): [string, string][] {
  return body.fields.filter((field) => !field.failed).map(({ label, text }) => [label, text]);
}

/** An entry of the fixtures' usual make. */
export function assertUsual(
  body: EntryBody,
  changes: { abstract?: string; fields?: object } = {},
): void {
  assert.deepEqual(body.summary, { label: 'TL;DR', text: summary });
  assert.deepEqual(Object.fromEntries(fields(body)), {
    ...Object.fromEntries(usualFields),
    ...changes.fields,
  });
  assert.equal(body.abstract, changes.abstract ?? abstract);
}
