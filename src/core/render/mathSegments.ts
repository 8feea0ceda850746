/** A formula inside a text. Offsets are UTF-16 code units, `end` exclusive, delimiters included. */
export interface MathSegment {
  readonly start: number;
  readonly end: number;
  /** TeX for a math renderer: without its dollars or brackets, but with `\begin{…}` and `\end{…}`. */
  readonly tex: string;
  readonly display: boolean;
}

/** Environments that are math by themselves, without dollars around them; a star may follow. */
const environments = new Set(
  (
    'equation align alignat flalign gather multline eqnarray displaymath math cases dcases array split ' +
    'aligned gathered matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix subequations CD'
  ).split(' '),
);

/** A formula in code units at most; what is longer is a delimiter whose partner got lost. */
const longest = 5000;

/**
 * Finds the formulas of a text, in order and without overlap: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and
 * math environments. Everything else is text. One pass; no input makes it slow or throw.
 *
 * Delimiters must be found before anything else reads the text, because both Markdown and TeX's
 * text macros would eat `_`, `\{` and the like inside a formula (lessons.md row 32).
 *
 * A dollar may also be a price. Neither of the usual rules holds in arXiv's abstracts: formulas do
 * have a blank inside their dollars, do touch digits outside and do begin with digits
 * (digest-formats.md 1.1, and the digests it counts). What tells them apart:
 *
 * | written                                               | taken as | because                                  |
 * |-------------------------------------------------------|----------|------------------------------------------|
 * | `$^1$H`, `256$\times$256`, `$\sim$5K`, `$+$8.8`        | math     | not an amount between the dollars         |
 * | `$p(y \mid x, t, w) q(x, t) $`                         | math     | a blank inside says nothing               |
 * | `$8,170$ prompts across $12$`, `$0.6674$ mIoU`         | math     | a number alone, and no digit after it     |
 * | `$1 + log_2 e$`, `$3 - \varepsilon$`, `$0/1$`          | math     | no words                                  |
 * | `$512 \times 512$ patches at $5\times$`                | math     | no words                                  |
 * | `(MAE = $465.13), and …`, `$4.85M`, `<$50 cost`        | price    | nothing closes it                         |
 * | `~$1.5M to re-prefill but only ~$0.03M`, `$5 and $10`  | price    | an amount, and a digit after the "close"  |
 * | `$5-$10`, `$1.5M/$2M`, `$5, $10`                       | price    | an amount, and a digit after the "close"  |
 * | `$38\% relative reduction … by $x$`                    | text     | begins with a digit and holds words       |
 * | `costs 5$ and then it is 7$`                           | text     | reads as prose                            |
 * | `\$51.7M`, `(\$43)`                                    | price    | escaped                                   |
 * | `$5 per $x$`                                           | price, then math | words up to a blank                |
 *
 * Whether the number of dollars is even decides nothing: `~$1.5M … ~$0.03M` has two.
 */
export function findMath(text: string): readonly MathSegment[] {
  if (!/[$\\]/.test(text)) return [];
  const segments: MathSegment[] = [];
  const ends = new EndFinder(text);
  const special = /\$\$?|\\(?:begin\{([A-Za-z]+)\*?\}|[^])/g;
  for (let match = special.exec(text); match !== null; match = special.exec(text)) {
    const segment = segmentAt(text, match, ends);
    if (segment !== undefined) {
      segments.push(segment);
      special.lastIndex = segment.end;
    } else if (match[0] === '$$') {
      special.lastIndex = match.index + 2;
    }
  }
  return segments;
}

function segmentAt(text: string, match: RegExpExecArray, ends: EndFinder): MathSegment | undefined {
  const start = match.index;
  switch (match[0]) {
    case '$':
      return dollarSegment(text, start);
    case '$$':
      return bracketSegment(text, start, '$$', ends, true);
    case '\\[':
      return bracketSegment(text, start, '\\]', ends, true);
    case '\\(':
      return bracketSegment(text, start, '\\)', ends, false);
    default:
      return match[1] !== undefined && environments.has(match[1])
        ? environmentSegment(text, start, match[0], ends)
        : undefined;
  }
}

function dollarSegment(text: string, start: number): MathSegment | undefined {
  const close = closingDollar(text, start + 1);
  if (close < 0 || close - start > longest) return undefined;
  const body = text.slice(start + 1, close);
  if (body.trim() === '' || isProse(body) || isAmount(body, text.slice(close + 1, close + 2))) {
    return undefined;
  }
  return { start, end: close + 1, tex: body, display: false };
}

/**
 * The next dollar that no backslash escapes, within the paragraph; -1 when there is none. Dollars
 * inside `\text{…}`, `\textbf{…}` belong to the formula (`$\textbf{$ρ$-$\texttt{EOS}$}$`).
 */
function closingDollar(text: string, from: number): number {
  const stop = /\\(?:(?:text[a-z]*|mbox)\{|[^])|\$|\n[ \t]*\n/g;
  stop.lastIndex = from;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    if (match[0] === '$') return match.index;
    if (match[0].startsWith('\n')) return -1;
    if (match[0].endsWith('{') && match[0].length > 2) {
      stop.lastIndex = groupEnd(text, stop.lastIndex) ?? stop.lastIndex;
    }
  }
  return -1;
}

/** Where a group ends that was opened before `from`. It must be short: nobody may have closed it. */
function groupEnd(text: string, from: number): number | undefined {
  let depth = 1;
  const limit = Math.min(text.length, from + 300);
  for (let at = from; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function bracketSegment(
  text: string,
  start: number,
  close: string,
  ends: EndFinder,
  display: boolean,
): MathSegment | undefined {
  const end = ends.find(close, start + 2);
  if (end - start > longest) return undefined;
  const tex = text.slice(start + 2, end);
  // `\[1\]` and `\(see text\)` are Markdown's escaped brackets around a citation or a remark.
  if (tex.trim() === '' || /^[\d,;\s-]+$/.test(tex) || isProse(tex)) return undefined;
  return { start, end: end + 2, tex, display };
}

function environmentSegment(
  text: string,
  start: number,
  begin: string,
  ends: EndFinder,
): MathSegment | undefined {
  const endMark = begin.replace('begin', 'end');
  let at = start + begin.length;
  for (let depth = 1; depth > 0; depth--) {
    const end = ends.find(endMark, at);
    if (end - start > longest) return undefined;
    depth += text.slice(at, end).split(begin).length - 1;
    at = end + endMark.length;
  }
  const display = !begin.startsWith('\\begin{math}');
  return { start, end: at, tex: text.slice(start, at), display };
}

/** Finds the next place of a closing delimiter; asking at ever later places costs one pass in all. */
class EndFinder {
  private readonly found = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** Infinity when there is none. */
  find(mark: string, from: number): number {
    const known = this.found.get(mark);
    if (known !== undefined && known >= from) return known;
    const at = this.text.indexOf(mark, from);
    const found = at < 0 ? Infinity : at;
    this.found.set(mark, found);
    return found;
  }
}

/** Whether what stands between two dollars is the text between two prices, the first included. */
function isAmount(body: string, after: string): boolean {
  const amount = /^\s?\d[\d,.]*\s?(?:[KMBTkmb]|bn)?(?![\w^\\{])/.exec(body)?.[0];
  if (amount === undefined) return false;
  if (/\d/.test(after)) return true;
  const rest = body.slice(amount.length);
  if (/[\p{Script=Han}，。；、（）]/u.test(withoutMacros(rest))) return true;
  const words = withoutMacros(rest).match(/(?<![\w_^\\{])[A-Za-z]{2,}(?![\w(_^}])/g)?.length ?? 0;
  return words >= 2 || (words === 1 && /\s$/.test(body));
}

/** Whether a text reads as a sentence: three words in a row, a word between blanks, a sentence's end. */
function isProse(body: string): boolean {
  const bare = withoutMacros(body);
  return (
    /(?<![\w_^\\{])[A-Za-z]{2,}[,;:]?\s+[a-z]{2,}[,;:]?\s+[A-Za-z]{2,}(?![\w(_^}])/.test(bare) ||
    /(?<![\w_^\\{])[a-z]{2,}[.?!]\s+[A-Z]/.test(bare) ||
    /^\s+[A-Za-z]{2,}\s+$/.test(bare) ||
    /[，。；]/.test(bare)
  );
}

/** The formula without macros, and without the words that `\text{…}` or an index may well hold. */
function withoutMacros(body: string): string {
  return body
    .replace(/\\[a-zA-Z]+\*?\s*\{[^{}]*\}/g, ' · ')
    .replace(/[_^]\s*\{[^{}]*\}/g, ' · ')
    .replace(/\\[a-zA-Z]+/g, ' · ');
}
