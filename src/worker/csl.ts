import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatWithStyle } from '../core/citation/csl/formatWithStyle.js';
import { decode } from './content.js';
import { serve } from './serve.js';

// The engine tells of its inner doubts at length, and what it breaks over it throws as well.
for (const name of ['log', 'info', 'debug', 'warn', 'error'] as const) {
  console[name] = () => undefined;
}

/** Of its own, as the engine is large, needed seldom, and may be long at a style that is meant to harm. */
serve(() => ({
  formatWithStyle: ({ style, papers, options }) =>
    formatWithStyle(decode(style).text, papers, options, localeOf),
}));

const locales = path.join(__dirname, '..', 'media', 'locales');

function localeOf(language: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(language)) return undefined;
  try {
    return readFileSync(path.join(locales, `locales-${language}.xml`), 'utf8');
  } catch {
    return undefined;
  }
}
