/** A folder that TeX looks for bibliographies in. */
export interface TexFolder {
  /** As written: relative ones are below the folder that TeX runs in. */
  readonly path: string;
  /** Folders below it count as well. */
  readonly isDeep: boolean;
}

/** Variables of the environment that TeX' search reads. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Below a tree of TeX, where its bibliographies lie. */
export const bibliographiesOfTree = 'bibtex/bib';

/**
 * Folders of `BIBINPUTS`, in its order, as kpathsea reads them
 * (https://tug.org/texinfohtml/kpathsea.html#Path-specifications): a path that ends in `//` takes in
 * what is below, an empty part stands for the folders that would count without the variable, `!!` is
 * about an index alone, `~` and `$NAME` are replaced. What programs would have to tell is left out.
 * @param separator between the parts: `;` on Windows, else `:`
 * @param home folder of the person; undefined where there is none
 */
export function texFolders(
  env: Environment,
  separator: ':' | ';',
  home: string | undefined,
): readonly TexFolder[] {
  const value = env['BIBINPUTS'] ?? '';
  const own = ownTrees(env, separator, home).map((tree) => ({
    path: `${tree}/${bibliographiesOfTree}`,
    isDeep: true,
  }));
  if (value === '') return own;
  return value.split(separator).flatMap((part) => {
    const written = part.trim().replaceAll('\\', '/').replace(/^!!/, '');
    if (written === '') return own;
    const path = replaced(written, env, home);
    if (path === undefined) return [];
    const plain = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
    return { path: plain, isDeep: path.endsWith('//') };
  });
}

/** The trees that are a person's own; those of a distribution hold nobody's bibliography. */
function ownTrees(
  env: Environment,
  separator: ':' | ';',
  home: string | undefined,
): readonly string[] {
  const set = env['TEXMFHOME'] ?? '';
  const trees =
    set === ''
      ? ['~/texmf', '~/Library/texmf']
      : set.split(',').flatMap((part) => part.split(separator));
  return trees.flatMap((tree) => {
    const written = tree.trim().replaceAll('\\', '/').replace(/[{}]/g, '').replace(/\/+$/, '');
    return (written !== '' && replaced(written, env, home)) || [];
  });
}

const homeAtStart = /^~(?=\/|$)/;
const variable = /\$(?:\{(\w+)\}|(\w+))/g;

function replaced(path: string, env: Environment, home: string | undefined): string | undefined {
  const names = Array.from(path.matchAll(variable), ([, braced, plain]) => braced ?? plain ?? '');
  if (names.some((name) => env[name] === undefined)) return undefined;
  if (home === undefined && homeAtStart.test(path)) return undefined;
  return path
    .replace(homeAtStart, () => home ?? '')
    .replace(variable, (_, braced?: string, plain?: string) =>
      (env[braced ?? plain ?? ''] ?? '').replaceAll('\\', '/'),
    );
}

/** Whether TeX looks for a file of this name in its folders: `./refs.bib` is where it is. */
export function isSearched(path: string): boolean {
  return !/^(?:\/|~|\.{1,2}\/|[a-z]:\/)/i.test(path);
}

/** Bibliographies that every distribution of TeX has, with no entries but names for journals. */
const namesAlone = new Set(['ieeeabrv.bib', 'ieeefull.bib']);

/** Whether a name stands for one of these, which no folder of the person's needs to have. */
export function isOfDistribution(path: string): boolean {
  return namesAlone.has(path.toLowerCase());
}
