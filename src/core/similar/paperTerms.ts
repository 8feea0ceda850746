import { fieldMask, fieldWeights } from '../search/fields.js';
import { eachTerm } from './eachTerm.js';
import type { SampleText } from './sampleText.js';

/** Where papers are compared. What a model wrote beyond its summary has its own wording. */
export const comparedFields = ['title', 'summary', 'abstract'] as const;

export const comparedMask = comparedFields.reduce((mask, field) => mask | fieldMask(field), 0);

/** Occurrences weigh less and less: at this weight, a summary's and an abstract's, half of all. */
const halfWeight = fieldWeights.summary + fieldWeights.abstract;

export interface PaperTerm {
  /** As the index has it. */
  readonly text: string;
  /** Two characters of Chinese, Japanese or Korean, which overlap with the next two. */
  readonly isPair: boolean;
  /** How much of it there is. */
  readonly amount: number;
}

/** The terms of one paper that may tell what it is about; amounts are above 0 and below 1. */
export function paperTerms(sample: SampleText): readonly PaperTerm[] {
  const weights = new Map<string, { isPair: boolean; weight: number }>();
  for (const field of comparedFields) {
    eachTerm(sample[field], (term, isPair) => {
      const weight = (weights.get(term)?.weight ?? 0) + fieldWeights[field];
      weights.set(term, { isPair, weight });
    });
  }
  return Array.from(weights, ([text, { isPair, weight }]) => ({
    ...{ text, isPair, amount: weight / (weight + halfWeight) },
  }));
}

/** The texts of a sample, in the order of their weights. */
export function comparedTexts(sample: SampleText): string[] {
  return comparedFields.map((field) => sample[field]);
}
