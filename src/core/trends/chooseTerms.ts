import { isCjkCode } from '../search/analyzer.js';
import type { RisingTerm } from './figures.js';

/** From this share on, papers that have a part have it as part of the whole. */
const sameFrom = 0.6;

/** A term in the form that all its spellings have in common. */
type Term = Pick<RisingTerm, 'recent' | 'score' | 'script'> & { readonly term: string };

/**
 * The best terms, without those that tell the same as another. Where there are enough of both
 * scripts, each gives one half.
 * @param terms best first
 */
export function chooseTerms<T extends Term>(terms: readonly T[], limit: number): T[] {
  return fairShare(withoutParts(terms, limit), limit);
}

/**
 * Whether one of two terms is a part of the other, and most of the papers that have the part have the
 * whole: `splatting` and `Gaussian splatting`, but not `model` and `world model`.
 */
function tellsTheSame(a: Term, b: Term): boolean {
  const [whole, part] = a.term.length > b.term.length ? [a, b] : [b, a];
  return holds(whole.term, part.term) && whole.recent >= sameFrom * part.recent;
}

function holds(whole: string, part: string): boolean {
  if (isCjkCode(part.charCodeAt(0))) return whole.includes(part);
  return ` ${whole.replaceAll('-', ' ')} `.includes(` ${part.replaceAll('-', ' ')} `);
}

function withoutParts<T extends Term>(terms: readonly T[], limit: number): T[] {
  const chosen: T[] = [];
  const counts = { latin: 0, chinese: 0 };
  for (const one of terms) {
    if (counts[one.script] >= limit) continue;
    const same = chosen.findIndex((better) => tellsTheSame(better, one));
    const known = chosen[same];
    if (!known) {
      chosen.push(one);
      counts[one.script]++;
    } else if (one.term.length > known.term.length) {
      // The longer one tells more: `Gaussian splatting` for `splatting`.
      chosen[same] = one;
    }
  }
  return chosen;
}

function fairShare<T extends Term>(terms: readonly T[], limit: number): T[] {
  const of = (script: RisingTerm['script']): T[] => terms.filter((term) => term.script === script);
  const [latin, chinese] = [of('latin'), of('chinese')];
  const half = Math.ceil(limit / 2);
  const first = [
    ...latin.slice(0, Math.max(half, limit - chinese.length)),
    ...chinese.slice(0, Math.max(limit - half, limit - latin.length)),
  ];
  return first.sort((a, b) => b.score - a.score);
}
