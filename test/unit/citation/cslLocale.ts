import { readFileSync } from 'node:fs';

/** A locale of the CSL project, as the extension brings it. */
export function cslLocale(language: string): string | undefined {
  try {
    return readFileSync(`media/locales/locales-${language}.xml`, 'utf8');
  } catch {
    return undefined;
  }
}
