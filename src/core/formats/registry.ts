import type { Digest } from '../digest.js';
import type { Lines } from '../lines.js';
import { abstractBullets } from './abstractBullets.js';
import { aigcJson, papersJson } from './aigcJson.js';
import { anchorDaily } from './anchorDaily.js';
import { articleIndex } from './articleIndex.js';
import { arxivAbs } from './arxivAbs.js';
import { arxivApi } from './arxivApi.js';
import { arxivFeed } from './arxivFeed.js';
import { arxivMail } from './arxivMail.js';
import { bibtex } from './bibtex.js';
import { cvArxivJson } from './cvArxivJson.js';
import { cvArxivList } from './cvArxivList.js';
import { cvArxivTable } from './cvArxivTable.js';
import { daily } from './daily.js';
import { dailyArxivTable } from './dailyArxivTable.js';
import { dailyJsonl } from './dailyJsonl.js';
import { dailyReporter } from './dailyReporter.js';
import type { DigestFormat } from './format.js';
import { generic } from './generic.js';
import { gptPaperAssistant } from './gptPaperAssistant.js';
import { gptPaperAssistantPage } from './gptPaperAssistantPage.js';
import { hfNewsletter } from './hfNewsletter.js';
import { hfTagList } from './hfTagList.js';
import { hfYaml } from './hfYaml.js';
import { huggingFace, huggingFaceClean } from './huggingFace.js';
import { jekyllIndex } from './jekyllIndex.js';
import { jekyllPage } from './jekyllPage.js';
import { kaggle } from './kaggle.js';
import { numberedReport } from './numberedReport.js';
import { formatOfRecipe } from './own/ownFormats.js';
import { paperPage } from './paperPage.js';
import { paperTable } from './paperTable.js';
import { pickedNotes } from './pickedNotes.js';
import { ris } from './ris.js';
import { shownFormat } from './shownFormat.js';
import { trending } from './trending.js';

/** All formats, tried in this order, the most common first; the first that recognises a text reads it. */
export const allFormats: readonly DigestFormat[] = [
  daily,
  trending,
  anchorDaily,
  dailyJsonl,
  kaggle,
  huggingFace,
  huggingFaceClean,
  aigcJson,
  papersJson,
  cvArxivJson,
  cvArxivTable,
  cvArxivList,
  dailyArxivTable,
  hfNewsletter,
  hfTagList,
  hfYaml,
  arxivFeed,
  arxivApi,
  arxivMail,
  arxivAbs,
  gptPaperAssistant,
  gptPaperAssistantPage,
  dailyReporter,
  numberedReport,
  abstractBullets,
  articleIndex,
  pickedNotes,
  paperTable,
  jekyllIndex,
  jekyllPage,
  paperPage,
  // Takes what is left and looks like a digest: always last.
  generic,
];

/**
 * Bibliographies as sources of papers: those of their entries that are on arXiv. They are only tried
 * where somebody asks for them, because the references of a thesis are no digest to its author: they
 * would fill the tree with papers that nobody reported.
 */
export const bibliographyFormats: readonly DigestFormat[] = [bibtex, ris];

/**
 * @param own formats that a person has described: they come first
 * @param others formats to be tried last, such as `bibliographyFormats`
 */
export function recognise(
  lines: Lines,
  path: string,
  own: readonly DigestFormat[] = [],
  others: readonly DigestFormat[] = [],
): DigestFormat | undefined {
  const takes = (format: DigestFormat): boolean => format.recognises(lines, path);
  const format = own.find(takes) ?? allFormats.find(takes) ?? others.find(takes);
  return format && shownFormat(format);
}

/** The format that a digest was read by. */
export function formatOf({
  format: name,
  own,
}: Pick<Digest, 'format' | 'own'>): DigestFormat | undefined {
  const format = own ? formatOfRecipe(own) : formatNamed(name);
  return format && shownFormat(format);
}

/** Also one of `bibliographyFormats`: who has a digest of such a format had asked for it. */
export function formatNamed(name: string): DigestFormat | undefined {
  const format = [...allFormats, ...bibliographyFormats].find((each) => each.name === name);
  return format && shownFormat(format);
}
