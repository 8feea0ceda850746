import type { KeyLetters } from './keyParts.js';
import { withoutAccents } from './texAccents.js';

/**
 * Where JabRef's keys spell a letter otherwise than without its accent
 * (https://github.com/JabRef/jabref, model/strings/UnicodeToReadableCharMap.java).
 */
const spellings: ReadonlyMap<string, string> = new Map(
  'Ä=Ae Å=Aa Æ=Ae Ö=Oe Ø=Oe Ü=Ue Ő=Oe Ű=Ue ä=ae å=aa æ=ae ð=o ö=oe ø=oe ü=ue ő=oe ű=ue'
    .split(' ')
    .map((row): [string, string] => [row.charAt(0), row.slice(2)]),
);

/** `Koening2024` for Köning; letters of other scripts stay. */
export const jabrefLetters: KeyLetters = {
  spell: (text) =>
    withoutAccents(
      text.normalize('NFC').replace(/[^\x00-\x7f]/gu, (letter) => spellings.get(letter) ?? letter),
    ),
  asciiOnly: false,
};
