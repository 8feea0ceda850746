import type { Lines } from '../lines.js';
import { arxivAbs } from './arxivAbs.js';
import { arxivApi } from './arxivApi.js';
import { arxivFeed } from './arxivFeed.js';
import { arxivMail } from './arxivMail.js';
import { daily } from './daily.js';
import type { DigestFormat } from './format.js';
import { trending } from './trending.js';

/** All formats, tried in this order; the first that recognises a text reads it. */
const formats: readonly DigestFormat[] = [
  daily,
  trending,
  arxivFeed,
  arxivApi,
  arxivMail,
  arxivAbs,
];

export function recognise(lines: Lines, path: string): DigestFormat | undefined {
  return formats.find((format) => format.recognises(lines, path));
}

export function formatNamed(name: string): DigestFormat | undefined {
  return formats.find((format) => format.name === name);
}
