import { arxivSamples } from './formatSamples/arxiv.js';
import { bibliographySamples } from './formatSamples/bibliographies.js';
import { dailySamples } from './formatSamples/dailies.js';
import { jsonSamples } from './formatSamples/json.js';
import { pageSamples } from './formatSamples/pages.js';
import { reportSamples } from './formatSamples/reports.js';
import type { FormatSamples } from './formatSamples/sample.js';
import { tableSamples } from './formatSamples/tables.js';

export type { FormatSample } from './formatSamples/sample.js';

/** One row for each format of the registry, by name. */
export const formatSamples: FormatSamples = {
  ...dailySamples,
  ...jsonSamples,
  ...tableSamples,
  ...arxivSamples,
  ...reportSamples,
  ...pageSamples,
  ...bibliographySamples,
};
