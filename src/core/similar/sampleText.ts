import type { EntryBody, PaperFacts } from '../paper.js';
import { texToText } from '../render/texToText.js';

/** What papers are compared by: plain text, since two papers with `\mathbf` in them are not alike. */
export interface SampleText {
  readonly title: string;
  /** '' where there is none, as `abstract`. */
  readonly summary: string;
  readonly abstract: string;
}

/** @param body undefined when the digest could not be read: the title is better than nothing */
export function sampleText(facts: PaperFacts, body: EntryBody | undefined): SampleText {
  const { summary, abstract = '' } = body ?? {};
  return {
    title: texToText(facts.title),
    summary: summary && !summary.failed ? texToText(summary.text) : '',
    abstract: texToText(abstract),
  };
}
