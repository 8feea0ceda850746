import type { AiField } from '../paper.js';

/** What generators write instead of a text (digest-formats.md 1.1 and 1.3). */
const failureTexts: ReadonlySet<string> = new Set([
  '',
  'Summary generation failed',
  'Motivation analysis unavailable',
  'Method extraction failed',
  'Result analysis unavailable',
  'Conclusion extraction failed',
  'Error',
  'N/A',
  'None',
  'Skip',
]);

/** A field of a digest; of a failure notice, its label is all that counts. */
export function aiField(label: string, text: string): AiField {
  return failureTexts.has(text) ? { label, text: '', failed: true } : { label, text };
}
