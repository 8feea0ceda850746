/** Nothing of what goes can be in these, and nearly every text is one of them. */
const plain = /^[\x20-\x7e\n]*$/;

/**
 * Characters that nobody sees and that change what is seen beside them, or carry what nobody is meant
 * to see (https://www.unicode.org/reports/tr36/, https://trojansource.codes): controls, what turns the
 * direction of writing, blanks without width, fillers, annotations, private characters of programs.
 * Tabs and line breaks are text. So are backspaces and form feeds before a small letter, which are
 * all that is left of `\beta` and `\frac` in some digests (`texParser.ts`).
 */
const unseen =
  /[\0-\x07\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]|[\x08\x0c](?![a-z])/gu;

/** Joiners say something within scripts that join letters, and between pictures. */
const loneJoiners =
  /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]/gu;

/** They tell where marks of punctuation go in a text that is written from right to left. */
const directionMarks = /[\u200e\u200f\u061c]/g;
const rightToLeft =
  /(?!\u061c)[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Letters that spell flags behind a black one, and spell in secret everywhere else. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/** They choose between shapes of one sign of Han, and carry bytes behind any other. */
const loneSelectors = /(?<!\p{Script=Han})[\u{e0080}-\u{e0fff}]/gu;

/**
 * A foreign text as a person may see it: without characters that are not seen, so that it reads as it
 * is written and leaves what stands beside it alone. Joiners, marks of direction and selectors stay
 * where a script needs them. What only Unicode calls the end of a line is a blank; a half of a
 * character becomes �.
 * Idempotent; some tens of nanoseconds for a text of ASCII.
 */
export function shownText(text: string): string {
  if (plain.test(text)) return text;
  const seen = text
    .replace(/[\u0085\u2028\u2029]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(unseen, '')
    .replace(tags, '$1')
    .replace(loneSelectors, '')
    .replace(loneJoiners, '');
  return rightToLeft.test(seen) ? seen : seen.replace(directionMarks, '');
}

/** The same for a text that has one line. */
export function shownLine(text: string): string {
  return plain.test(text) && !text.includes('\n')
    ? text
    : shownText(text).replace(/[\s\x08\x0c]+/g, ' ');
}
