import * as vscode from 'vscode';
import { shortAuthors } from '../core/citation/authorYear.js';
import type { Paper } from '../core/paper.js';
import { similarHtml } from '../core/render/similarHtml.js';
import { texToText } from '../core/render/texToText.js';
import type { FeatureContext } from './featureContext.js';
import type { SimilarPaper } from './similarPapers.js';
import { stackOf } from './stackOf.js';

const mostSimilar = 5;

/**
 * Looks up what a page lists as similar papers. While digests come in it is looked up once more, when
 * all are there. Never throws: a page does without them.
 * @param take is given the papers, at most twice
 */
export async function lookUpSimilar(
  { search, similar, log }: Pick<FeatureContext, 'search' | 'similar' | 'log'>,
  paper: Paper,
  take: (found: readonly SimilarPaper[]) => void,
): Promise<void> {
  try {
    const isFilling = search.missing.digests > 0;
    take(await similar.to(paper, { limit: mostSimilar }));
    if (!isFilling) return;
    await search.ready();
    take(await similar.to(paper, { limit: mostSimilar }));
  } catch (error) {
    log.error(stackOf(error));
  }
}

/** The inside of a page's section of similar papers, as safe HTML (`core/render/similarHtml.ts`). */
export function similarSection(found: readonly SimilarPaper[]): string {
  const items = found.map(({ paper, place, shared }) => ({
    title: texToText(paper.title),
    facts: [shortAuthors(paper.authors), place.date?.value, paper.category]
      .filter(Boolean)
      .join(' · '),
    shared,
  }));
  return similarHtml(items, {
    heading: vscode.l10n.t('Similar Papers'),
    shared: vscode.l10n.t('Both have:'),
    search: vscode.l10n.t('Search for this'),
  });
}
