/** What no word of a title holds inside: signs of the query language among it. */
const noWord = /[^\p{L}\p{M}\p{N}.'’-]+/u;

/**
 * The query for papers with these words in their titles. Whatever is typed is words here: signs,
 * quotes and names of fields have no meaning. Without quotes, since a phrase would be looked up in the
 * digests themselves, which takes longer than a list that follows the typing may take.
 * @returns '' when there is nothing to look for
 */
export function titleQuery(text: string): string {
  return text
    .split(noWord)
    .map((word) => word.replace(/^[.'’-]+|[.'’-]+$/g, ''))
    .filter((word) => word !== '')
    .map((word) => `title:${word}`)
    .join(' ');
}
