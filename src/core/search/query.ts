/** One term that must be found, or must not. */
export interface QueryTerm {
  /** As the index has it; a beginning or a pattern as it was typed, folded. */
  readonly text: string;
  /** As it was typed, folded: what typos are forgiven in. */
  readonly word: string;
  readonly match: 'exact' | 'beginning' | 'pattern';
  /** Terms that are as good as `text`: stems of the words that a beginning may become. */
  readonly stems: readonly string[];
  /** Typos that are forgiven. */
  readonly edits: 0 | 1;
  /** What a typo is looked for in; none when none is forgiven. */
  readonly near: readonly string[];
  /** Fields in which it counts (`fields.ts`). */
  readonly fields: number;
  /** Weight in the ranking; 1 is neutral. */
  readonly boost: number;
  /** Asked for by `+` or quotes: must be there as it is, whatever else is forgiven. */
  readonly strict: boolean;
}

/** What the entry, its digest or its paper must be, besides what its texts say. */
export type QueryFilter = { readonly not: boolean } & (
  | {
      readonly kind: 'category';
      /** `cs` stands for all of `cs.*` as well. */
      readonly category: string;
      /** May go on: `cs.L` stands for `cs.LG` as well. */
      readonly open: boolean;
    }
  /** From the first on and before the second, as texts; '' is no limit. */
  | { readonly kind: 'date'; readonly from: string; readonly before: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly open: boolean }
  /** Only the caller of a search knows states, such as `starred`. */
  | { readonly kind: 'state'; readonly state: string }
);

/** Words in this order, in one field's text: verified against the text itself (`phrase.ts`). */
export interface QueryPhrase {
  readonly text: string;
  readonly fields: number;
  readonly not: boolean;
  /** Its last word may go on. */
  readonly open: boolean;
}

/** What must hold of an entry, all of it. */
export interface Query {
  readonly required: readonly QueryTerm[];
  /** An entry must not hold all terms of any of these. */
  readonly prohibited: readonly (readonly QueryTerm[])[];
  readonly phrases: readonly QueryPhrase[];
  readonly filters: readonly QueryFilter[];
}
