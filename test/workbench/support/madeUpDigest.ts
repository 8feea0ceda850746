/** Titles that a digest made up for tests has, from 1. */
export function madeUpTitle(number: number): string {
  return `Paper ${number} on made-up matters of $x_{${number}}$`;
}

/** As lists show it, without TeX. */
export function shownTitle(number: number): string {
  const figures = Array.from(String(number), (figure) => '₀₁₂₃₄₅₆₇₈₉'[Number(figure)]).join('');
  return `Paper ${number} on made-up matters of x${figures}`;
}

interface DigestOptions {
  /** Of the first paper; the others follow. */
  readonly from?: number;
  /** Words of the abstract. */
  readonly words?: number;
}

/** A digest with so many papers, every third of them in another category. */
export function madeUpDigest(
  count: number,
  month = '2602',
  { from = 1, words = 120 }: DigestOptions = {},
): string {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const id = `${month}.${String(20_000 + number)}`;
    return `### [${index + 1}] [${madeUpTitle(number)}](https://arxiv.org/abs/${id})
*Ada Example${number},Ben Sample,Çem Özil*

Main category: ${number % 3 === 0 ? 'math.PR' : 'cs.LG'}

TL;DR: Summary ${number}, in which the word summaryword${number} stands.


<details>
  <summary>Details</summary>
Motivation: Somebody had to, for $\\alpha_{${number}} > 0$.

Method: By hand.

Abstract: ${'A sentence that all of these papers share. '.repeat(Math.ceil(words / 8))}Then $\\sum_i x_i$.

</details>
`;
  }).join('\n\n');
}
