/** Scripts that tell the languages of summaries apart; Japanese counts as `han`. */
export type Script = 'latin' | 'cyrillic' | 'han' | 'hangul';

/** Fewer letters than these are a name or a term, in whatever language. */
const leastLetters = 12;
/** An English term has five letters where Chinese has two. */
const denseShare = 1 / 5;
/** So few of other letters are a name inside a sentence. */
const strayShare = 1 / 20;

/** First and last code unit, in ascending order. */
const ranges: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x400, 0x52f, 'cyrillic'],
  [0x1100, 0x11ff, 'hangul'],
  [0x3040, 0x30ff, 'han'],
  [0x3130, 0x318f, 'hangul'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
];

/**
 * The script that a text is written in; undefined for a short text and where scripts are mixed too
 * much to tell. Linear, without a copy of the text.
 */
export function scriptOf(text: string): Script | undefined {
  const counts = { latin: 0, cyrillic: 0, han: 0, hangul: 0 };
  for (let at = 0; at < text.length; at++) {
    const script = scriptAt(text.charCodeAt(at));
    if (script) counts[script]++;
  }
  const { latin, cyrillic, han, hangul } = counts;
  const letters = latin + cyrillic + han + hangul;
  const dense = han + hangul;
  if (dense > 0 && dense >= letters * denseShare) {
    // Two letters of Chinese say what five of English do.
    if (dense * 2 < leastLetters) return undefined;
    return hangul >= han ? 'hangul' : 'han';
  }
  if (letters < leastLetters || dense > letters * strayShare) return undefined;
  return cyrillic > latin ? 'cyrillic' : 'latin';
}

function scriptAt(code: number): Script | undefined {
  for (const [first, last, script] of ranges) {
    if (code < first) return undefined;
    if (code <= last) return script;
  }
  return undefined;
}
