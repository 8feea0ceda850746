import { hasCjk, scanTerms } from './analyzer.js';
import { fold, wideKana } from './fold.js';
import { fieldMask, searchFields, type SearchText } from './fields.js';
import type { QueryPhrase } from './query.js';

/**
 * Whether one of a phrase's fields has its words side by side. Case, width and accents do not count,
 * nor what stands between the words; endings do. Chinese is found within other text. Says nothing
 * about `not`. Costs the length of the text.
 */
export function verifyPhrase(text: SearchText, phrase: QueryPhrase): boolean {
  const words = spokenWords(phrase.text);
  const [first = '', last = ''] = [words.at(0), words.at(-1)];
  if (first === '') return false;
  const before = hasCjk(first) ? '' : ' ';
  const after = phrase.open || hasCjk(last) ? '' : ' ';
  const wanted = before + words.join(' ') + after;
  return searchFields.some(
    (field) =>
      (phrase.fields & fieldMask(field)) !== 0 &&
      ` ${spokenWords(text[field]).join(' ')} `.includes(wanted),
  );
}

/** The words of a text, folded, with the signs of `C++`; a run of Chinese is one. */
function spokenWords(text: string): string[] {
  const words: string[] = [];
  let runStart = -1;
  scanTerms(text, {
    term(start, end, kind) {
      if (kind === 'word') words.push(fold(text.slice(start, end)));
      else if (kind === 'name') {
        if (/[+#]$/.test(text.slice(start, end)))
          words[words.length - 1] = fold(text.slice(start, end));
      } else {
        if (runStart < 0) runStart = start;
        if (wideKana(text.slice(start, end)).length > 1) return;
        words.push(wideKana(text.slice(runStart, end)));
        runStart = -1;
      }
    },
  });
  return words.filter((word) => word !== '');
}
