/** Whether a trial may take as long as it likes: `npm run test:trials`. */
export const isLong = process.env['PREPRINT_TRIALS'] === 'long';

/** How often a trial tries: the whole of `npm test` has two minutes for all of them. */
export function rounds(short: number, long: number): number {
  return isLong ? long : short;
}
