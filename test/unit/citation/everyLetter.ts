import { paperOf } from './paperOf.js';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';

/** The blocks of Latin and Greek letters, Vietnamese among them (https://www.unicode.org/Public/UNIDATA/Blocks.txt). */
const blocks = [
  [0x00a0, 0x02ff],
  [0x0370, 0x03ff],
  [0x1d00, 0x1fff],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
  [0xab30, 0xab6f],
] as const;

function lettersOf([from, to]: readonly [number, number]): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).filter(
    (letter) => /^[\p{Script=Latin}\p{Script=Greek}]$/u.test(letter) && /^\p{L}$/u.test(letter),
  );
}

/** Letters with marks that no letter of Unicode has: of Yoruba, of transliterations. */
const unpaired = ['ọ́', 'Ẹ̀', 'x̱', 'm̥', 'ā̀', 'é̱', 'ı̄', 'q̃', 'ņ̄', 'Đ̣', 'ɔ̃', 'ί̱'];

/** Every letter of Latin and Greek, in NFC, and letters with combining marks. */
export const everyLetter: readonly string[] = [
  ...new Set([...blocks.flatMap(lettersOf), ...unpaired].map((letter) => letter.normalize('NFC'))),
];

/** So many letters are in one paper, to spare the judges time. */
const together = 16;

/** Papers with letters alone and in words, in the title and in a name each. */
export const papersOfLetters: readonly CitedPaper[] = Array.from(
  { length: Math.ceil(everyLetter.length / together) },
  (_, at) => {
    const letters = everyLetter.slice(at * together, (at + 1) * together);
    return paperOf({
      id: `2601.${String(10_001 + at)}`,
      title: letters.map((letter) => `${letter}, ${letter}a and a${letter}b`).join('; '),
      // Small letters begin no name.
      authors: letters.map((letter) =>
        /\p{Lu}/u.test(letter) ? `${letter}a ${letter}bc` : `A${letter}b C${letter}`,
      ),
      category: 'math.CO',
    });
  },
);
