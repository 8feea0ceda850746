/** What the languages read as one key; both those who write citations and those who read them ask. */

/** Pandoc's rule for keys without braces (https://pandoc.org/MANUAL.html#citation-syntax). */
const word = '[\\p{L}\\p{N}_]\\p{M}*';
/** One sign between letters, but for the `://` of an address, which Pandoc takes as a key too. */
const bare = `${word}(?:(?:[:/](?=/)){0,2}[:.#$%&+?<>~/-]?${word})*`;

/** Whether Pandoc reads all of a key after an `@`; else it takes braces, as marks of their own do. */
export const wholePandocKey = /^[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*$/u;

/** Source of an expression (flag `u`) for a key after its `@`: bare, or in braces as group `braced`. */
export const pandocKeySource = `(?:\\{(?<braced>[^\\s{}\\u0001]+)\\}|(?<bare>${bare}))`;

/** Characters that a key being typed may end with, though a finished one may not. */
export const pandocTyped =
  /(?<braced>\{[^\s{}\u0001]*)$|(?<bare>[\p{L}\p{N}\p{M}_:.#$%&+?<>~/-]*)$/u;

/** What Typst reads between `<` and `>`, and after `@`, where a final `.` or `:` is punctuation. */
export const typstSign = '[\\p{XID_Continue}_.:-]';
export const typstReference = `[\\p{XID_Continue}_](?:${typstSign}*[\\p{XID_Continue}_-])?`;

/** Whether a key can stand between `<` and `>` and after `@`; else it takes `label("…")`. */
export const wholeTypstLabel = new RegExp(`^${typstReference}$`, 'u');

/**
 * Whether a key says itself what it cites, and stands in no bibliography: addresses, DOIs, and Manubot's and
 * citation.js's ids (https://github.com/manubot/manubot, `@doi:10.1000/182`, `@arxiv:2401.00001`).
 */
export function namesItself(key: string): boolean {
  return /^(?:https?:\/\/|10\.\d{4,9}\/|(?:doi|arxiv|pmid|pmcid|isbn|url|wikidata|clinicaltrials):\S)/i.test(
    key,
  );
}
