/**
 * How much the share of something in one set differs from that in another, by the log-likelihood
 * ratio (Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993): unlike a
 * quotient of shares it is small for rare things. Above 10.8, one in a thousand is by chance.
 * @param count of `of` in the first set
 * @param otherCount of `otherOf` in the second
 * @returns below zero when the share is smaller in the first set; 0 when either set is empty
 */
export function logLikelihood(
  count: number,
  of: number,
  otherCount: number,
  otherOf: number,
): number {
  if (of === 0 || otherOf === 0) return 0;
  const all = of + otherOf;
  const having = count + otherCount;
  const part = (seen: number, row: number, column: number): number =>
    seen === 0 ? 0 : seen * Math.log((seen * all) / (row * column));
  const ratio =
    2 *
    (part(count, of, having) +
      part(otherCount, otherOf, having) +
      part(of - count, of, all - having) +
      part(otherOf - otherCount, otherOf, all - having));
  return count / of >= otherCount / otherOf ? ratio : -ratio;
}
