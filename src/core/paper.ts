import type { DigestDate, DigestEntry } from './digest.js';
import type { OwnRecipe } from './formats/own/recipe.js';

/**
 * What makes two entries the same paper: the arXiv id without its version (old style in canonical
 * form, `math/0309136` for `math.GT/0309136v2`), else the DOI in lower case, else the normalised
 * title, as in the trending dumps, which carry no id at all.
 */
export type PaperKey = `arxiv:${string}` | `doi:${string}` | `title:${string}`;

const keyShape = /^(?:arxiv|doi|title):./;

/** Of a value from outside: a file, a page, a link, another extension. No digest need know the paper. */
export function isPaperKey(value: unknown): value is PaperKey {
  return typeof value === 'string' && keyShape.test(value);
}

/** One place where a digest tells of a paper. */
export interface Occurrence {
  /** URI of the digest, as `Uri.toString()` gives it. */
  readonly uri: string;
  /** As in the digest. */
  readonly format: string;
  /** Of a format that a person has described. */
  readonly own?: OwnRecipe;
  /** The labels of the digest's AI fields. */
  readonly labels: readonly string[];
  readonly date?: DigestDate;
  /** URI of the digest that this one is data of: both are one digest (`twins.ts`). */
  readonly twinOf?: string;
  readonly entry: DigestEntry;
}

/** What a digest tells of a paper in its lists. Texts are as it wrote them: TeX, never HTML. */
export interface PaperFacts {
  readonly key: PaperKey;
  /** arXiv id without version. */
  readonly id?: string;
  readonly version?: number;
  /** Lower case; of a publisher, never arXiv's own. */
  readonly doi?: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Primary category, such as `cs.LG`, or a generator's free text. */
  readonly category?: string;
  /** The others that the paper is listed in as well, where the digest tells them. */
  readonly crossLists?: readonly string[];
}

/** One paper over all digests. Which digest's word counts: the table at `mergePaper`. */
export interface Paper extends PaperFacts {
  /** Newest first; never empty. */
  readonly occurrences: readonly Occurrence[];
}

/** A text that a model wrote about the paper, under the label that the digest gives it. */
export interface AiField {
  /** As written, without its colon: `TL;DR`, `Motivation`, `一句话结论`. */
  readonly label: string;
  /** Markdown; empty when the generator failed to write it (`failed`). */
  readonly text: string;
  /** The digest holds a failure notice ("Summary generation failed") instead of a text. */
  readonly failed?: true;
}

/** What a digest says of a paper beyond the lists: it stays on disk until the paper is opened. */
export interface EntryBody {
  /** The one-sentence summary (`TL;DR`). */
  readonly summary?: AiField;
  /** The other AI fields, in the digest's order. */
  readonly fields: readonly AiField[];
  /** TeX with line breaks kept; paragraphs are parted by a blank line or by indentation. */
  readonly abstract?: string;
  /** The authors' own on their paper, as arXiv carries it: `12 pages, accepted at …`. */
  readonly comment?: string;
}
