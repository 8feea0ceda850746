import picomatch from 'picomatch';

/** A path with signs that stand for others, parted where the first of them stands. */
export interface PathGlob {
  /** What names one folder; '' for none. Begins or ends with no `/` that the path has not. */
  readonly folder: string;
  /** Below that folder; never empty. */
  readonly glob: string;
}

const signs = /[*?[{]/;

/**
 * Nobody writes more, and each of them multiplies the time that a name takes that is nearly matched.
 * `**` counts as one.
 */
const mostStars = 4;
const mostStarsInName = 2;
const mostBraces = 4;

/** @returns undefined for a path that names one file, whatever signs it has, and for a glob too dear */
export function pathGlob(path: string): PathGlob | undefined {
  const names = path.split('/');
  const at = names.findIndex((name) => signs.test(name));
  if (at < 0 || !picomatch.scan(path).isGlob) return undefined;
  const glob = names.slice(at).join('/');
  const isDear =
    count(glob, /\*+/g) > mostStars ||
    count(glob, /\{/g) > mostBraces ||
    names.some((name) => count(name, /\*+/g) > mostStarsInName);
  if (isDear) return undefined;
  const folder = names.slice(0, at).join('/');
  return { folder: folder === '' && at > 0 ? '/' : folder, glob };
}

/** Of a glob, what picomatch would take for more than `*`, `?`, `[…]` and `{…}`. */
const others = /[()|+!^$@<>`"']/g;

/**
 * Which paths a glob names; `*`, `?`, `[…]` and `{…}` alone stand for others, and a name with a dot in
 * front is none of them. Never throws: what cannot be a glob names nothing.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  try {
    return picomatch(glob.replace(others, '\\$&'), { dot: false, noextglob: true });
  } catch {
    return () => false;
  }
}

/**
 * Which paths any of the globs of a setting names, in the whole syntax of picomatch. What cannot be a
 * glob names nothing.
 */
export function anyGlob(
  globs: readonly string[],
  options: { readonly dot: boolean; readonly nocase?: boolean },
): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    try {
      return picomatch(glob, { ...options });
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
