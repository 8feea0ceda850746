import transliterate from '@sindresorhus/transliterate';
import type { KeyLetters } from './keyParts.js';
import { withoutAccents } from './texAccents.js';

/**
 * Latin letters without accents, for Cyrillic, Greek, Arabic and their like too. Chinese, Japanese and
 * Korean have no spelling here: a reading that nobody chose is often wrong (lessons.md 7). In a file
 * of its own, because its tables are larger than all that makes keys.
 */
export const latinLetters: KeyLetters = {
  spell: (text) => transliterate(withoutAccents(text)),
  asciiOnly: true,
};
