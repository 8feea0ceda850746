/** A sentence with its holes filled: `{0} of {1}`. */
export function fill(sentence: string, ...values: readonly string[]): string {
  return sentence.replace(/\{(\d)\}/g, (hole, index: string) => values[Number(index)] ?? hole);
}

/** As the person's language writes numbers. */
export function number(value: number): string {
  return value.toLocaleString(document.documentElement.lang);
}
