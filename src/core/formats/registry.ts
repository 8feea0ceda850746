import type { Lines } from '../lines.js';
import { anchorDaily } from './anchorDaily.js';
import { cvArxivList } from './cvArxivList.js';
import { cvArxivTable } from './cvArxivTable.js';
import { daily } from './daily.js';
import { dailyArxivTable } from './dailyArxivTable.js';
import type { DigestFormat } from './format.js';
import { hfNewsletter } from './hfNewsletter.js';
import { hfTagList } from './hfTagList.js';
import { hfYaml } from './hfYaml.js';
import { jekyllIndex } from './jekyllIndex.js';
import { jekyllPage } from './jekyllPage.js';
import { trending } from './trending.js';

/** All formats, tried in this order; the first that recognises a text reads it. */
const formats: readonly DigestFormat[] = [
  daily,
  trending,
  anchorDaily,
  cvArxivTable,
  cvArxivList,
  dailyArxivTable,
  jekyllIndex,
  jekyllPage,
  hfNewsletter,
  hfTagList,
  hfYaml,
];

export function recognise(lines: Lines, path: string): DigestFormat | undefined {
  return formats.find((format) => format.recognises(lines, path));
}

export function formatNamed(name: string): DigestFormat | undefined {
  return formats.find((format) => format.name === name);
}
