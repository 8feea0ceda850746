/**
 * The language of a text for HTML's `lang`, by its script, so that screen readers take the right
 * voice: `ko`, `ja` or `zh` when a good part of its letters is theirs. Undefined for other scripts:
 * Latin letters do not tell English from German.
 */
export function textLanguage(text: string): 'ko' | 'ja' | 'zh' | undefined {
  const letters = count(text, /\p{L}/gu);
  const hangul = count(text, /\p{Script=Hangul}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  // An English term has five letters where Chinese has two: a fifth is enough.
  if ((hangul + kana + han) * 5 < letters || hangul + kana + han === 0) return undefined;
  if (hangul >= han + kana) return 'ko';
  return kana * 10 >= han ? 'ja' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
