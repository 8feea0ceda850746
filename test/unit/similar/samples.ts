import type { PaperKey } from '../../../src/core/paper.js';
import type { SearchText } from '../../../src/core/search/fields.js';
import type { Sample } from '../../../src/core/similar/similarPapers.js';
import { texToText } from '../../../src/core/render/texToText.js';

/** A paper to find others like it, as a digest's texts tell of it. */
export function sampleOf(key: PaperKey, { title, summary, abstract }: SearchText): Sample {
  const text = {
    title: texToText(title),
    summary: texToText(summary),
    abstract: texToText(abstract),
  };
  return { text, keys: [key] };
}
