import type { Digest } from '../digest.js';
import type { Lines } from '../lines.js';
import { daily } from './daily.js';
import type { DigestFormat } from './format.js';
import { formatOfRecipe } from './own/ownFormats.js';
import { trending } from './trending.js';

/** All formats, tried in this order; the first that recognises a text reads it. */
const formats: readonly DigestFormat[] = [daily, trending];

/** @param own formats that a person has described: they come first */
export function recognise(
  lines: Lines,
  path: string,
  own: readonly DigestFormat[] = [],
): DigestFormat | undefined {
  return [...own, ...formats].find((format) => format.recognises(lines, path));
}

/** The format that a digest was read by. */
export function formatOf({
  format: name,
  own,
}: Pick<Digest, 'format' | 'own'>): DigestFormat | undefined {
  return own ? formatOfRecipe(own) : formatNamed(name);
}

export function formatNamed(name: string): DigestFormat | undefined {
  return formats.find((format) => format.name === name);
}
