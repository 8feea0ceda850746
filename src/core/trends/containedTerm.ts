import { isCjkCode } from '../search/analyzer.js';

/** From this share on, papers that have a part have it as part of the whole. */
const sameFrom = 0.6;

interface CountedTerm {
  readonly term: string;
  readonly recent: number;
}

/**
 * Whether one of two terms is a part of the other, and most of the papers that have the part have the
 * whole: `splatting` and `Gaussian splatting`, but not `model` and `world model`.
 */
export function tellsTheSame(a: CountedTerm, b: CountedTerm): boolean {
  const [whole, part] = a.term.length > b.term.length ? [a, b] : [b, a];
  return holds(whole.term, part.term) && whole.recent >= sameFrom * part.recent;
}

function holds(whole: string, part: string): boolean {
  if (isCjkCode(part.charCodeAt(0))) return whole.includes(part);
  return ` ${whole.replaceAll('-', ' ')} `.includes(` ${part.replaceAll('-', ' ')} `);
}
