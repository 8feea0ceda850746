import { arxivKey, parseArxivId } from '../core/arxivId.js';
import { citationKey, keyStyleNames } from '../core/citation/citationKey.js';
import type { Paper } from '../core/paper.js';
import type { FeatureContext } from './featureContext.js';

/** Authors with more papers than this are found by the newest of them. */
const mostOfAuthor = 200;

/**
 * The papers of the library that a citation key was made for, by whatever style: none for a key that
 * somebody has thought up.
 */
export async function papersOfKey(
  { library: service, search }: Pick<FeatureContext, 'library' | 'search'>,
  key: string,
): Promise<readonly Paper[]> {
  await service.start();
  const id = parseArxivId(
    key.replace(/^(?:arxiv|DBLP:journals\/corr\/abs-)[:-]?/i, '').replace(/^(\d{4})-/, '$1.'),
  )?.id;
  const paper = id === undefined ? undefined : service.library.paper(arxivKey(id));
  if (paper) return [paper];
  const words = key.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lo}+/gu) ?? [];
  const [author] = words;
  if (author === undefined) return [];
  const found = await search.find(`author:${author}`, mostOfAuthor);
  const wanted = key.toLowerCase();
  return found.papers
    .map((each) => each.paper)
    .filter((each) =>
      keyStyleNames.some((style) => isSame(citationKey(each, style).toLowerCase(), wanted)),
    );
}

/** But for the letter by which a newcomer is told apart. */
function isSame(made: string, wanted: string): boolean {
  return wanted === made || (wanted.startsWith(made) && /^[a-z]$/.test(wanted.slice(made.length)));
}
