/** The beginning of a text that is longer than so many code units, with an ellipsis that says so. */
export function shortText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Not half a character.
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')} …`;
}
