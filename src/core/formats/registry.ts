import type { Lines } from '../lines.js';
import { aigcJson, papersJson } from './aigcJson.js';
import { cvArxivJson } from './cvArxivJson.js';
import { daily } from './daily.js';
import { dailyJsonl } from './dailyJsonl.js';
import type { DigestFormat } from './format.js';
import { huggingFace, huggingFaceClean } from './huggingFace.js';
import { kaggle } from './kaggle.js';
import { trending } from './trending.js';

/** All formats, tried in this order; the first that recognises a text reads it. */
export const allFormats: readonly DigestFormat[] = [
  daily,
  trending,
  dailyJsonl,
  kaggle,
  huggingFace,
  huggingFaceClean,
  aigcJson,
  papersJson,
  cvArxivJson,
];

export function recognise(lines: Lines, path: string): DigestFormat | undefined {
  return allFormats.find((format) => format.recognises(lines, path));
}

export function formatNamed(name: string): DigestFormat | undefined {
  return allFormats.find((format) => format.name === name);
}
