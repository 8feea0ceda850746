import type { Lines } from '../lines.js';
import { abstractBullets } from './abstractBullets.js';
import { articleIndex } from './articleIndex.js';
import { daily } from './daily.js';
import { dailyReporter } from './dailyReporter.js';
import type { DigestFormat } from './format.js';
import { generic } from './generic.js';
import { gptPaperAssistant } from './gptPaperAssistant.js';
import { gptPaperAssistantPage } from './gptPaperAssistantPage.js';
import { numberedReport } from './numberedReport.js';
import { paperPage } from './paperPage.js';
import { paperTable } from './paperTable.js';
import { pickedNotes } from './pickedNotes.js';
import { trending } from './trending.js';

/** All formats, tried in this order; the first that recognises a text reads it. */
const formats: readonly DigestFormat[] = [
  daily,
  trending,
  gptPaperAssistant,
  gptPaperAssistantPage,
  dailyReporter,
  numberedReport,
  abstractBullets,
  articleIndex,
  pickedNotes,
  paperTable,
  paperPage,
  // Takes what is left and looks like a digest: always last.
  generic,
];

export function recognise(lines: Lines, path: string): DigestFormat | undefined {
  return formats.find((format) => format.recognises(lines, path));
}

export function formatNamed(name: string): DigestFormat | undefined {
  return formats.find((format) => format.name === name);
}
