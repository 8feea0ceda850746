/**
 * What the design asks for; a row that misses its budget says so, and that is all that happens.
 * Times are in milliseconds, sizes in bytes.
 */
export const budgets = {
  /** Library ready from cold, as a multiple of the floor measured in the same run. */
  coldRatio: 2,
  /** From cold, the start of the workers included. */
  first: 500,
  searchable: 6000,
  /** From warm to the first answer, the start of the workers included. */
  warm: 300,
  /** p95 of searches, asked through the worker. */
  query: 5,
  /** p95 of similar papers, asked through the worker. */
  similar: 100,
  /** One digest changed, and the index is true again. */
  changed: 300,
  activate: 20,
  longestBlock: 16,
  /** Hover and definition on an indexed library, without the round trip through the window. */
  provider: 5,
  /** Growth of the extension host's process. */
  growth: 150e6,
  extensionBundle: 150e3,
  math: {
    /** Percent of the formulas of real digests. */
    rendered: 99.5,
  },
  formats: {
    /** Of the daily digest's MB/s in the same run. */
    ratio: 1 / 3,
    /** Percent of what reading takes. */
    recognition: 1,
  },
  /** A file of metadata that is read in parts. */
  large: {
    /** Bytes: growth of the process while it reads. */
    reading: 150e6,
    /** Of the library, for one part. */
    longestTake: 16,
  },
  /** With 20,000 entries of 7 MB. */
  bibliography: {
    /** From opening the document, the round trips through the window included. */
    firstList: 1000,
    /** p95, the round trip through the window included. */
    completion: 50,
    /** p95 of hover and definition, without it. */
    lookup: 5,
    growth: 80 * 1024 * 1024,
    longestBlock: 50,
  },
  /** With 20,000 notes, and 2,000 digests switched at once. */
  scale: {
    longestBlock: 50,
  },
  /** A digest of 500 entries and one of 5,000. */
  reading: {
    first: 500,
    /** Frames. */
    blank: 0,
    heap: 150e6,
  },
};
