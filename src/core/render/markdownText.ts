import { shownLine } from '../shownText.js';
import { refuseLargeSource } from './formulaLimits.js';
import { findMath, type MathSegment } from './mathSegments.js';
import { mathToText } from './mathToText.js';
import { webUrl } from './webUrl.js';
import { writtenFormula } from './writtenFormula.js';

/**
 * Foreign text on its way into Markdown. It is read by viewers that know formulas and by viewers that
 * do not, and to neither may it be a tag, a link, an image or a command.
 */

/** Text that Markdown shows as it is, in a line and inside a link's brackets. */
export function escapeMarkdown(text: string): string {
  return (
    shownLine(text)
      // Of doubled braces and those with a per cent sign, site generators make code.
      .replace(/[\\`*_[\]<>|~$@]|&(?=#?\w+;)|(?<=\{)[{%]/g, '\\$&')
      // Viewers make links of bare addresses, even inside links.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
  );
}

/** The same outside of links: an address on the web is a link that shows where it leads. */
export function escapeWithAddresses(text: string): string {
  let out = '';
  let at = 0;
  for (const { index, 0: found } of text.matchAll(/\bhttps?:\/\/[^\s<>]+/g)) {
    const address = webUrl(found.replace(/[.,;:!?'"”’)\]}]+$/, ''));
    if (address === undefined) continue;
    out += `${escapeMarkdown(text.slice(at, index))}<${address}>`;
    at = index + address.length;
  }
  return out + escapeMarkdown(text.slice(at));
}

/** Markdown that begins a line, without what would make it a list or a heading there. */
export function escapeLineStart(markdown: string): string {
  return markdown.replace(/^[-+#=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/**
 * A title in which formulas are TeX between delimiters and other dollars have a backslash, as
 * `texWithMath` gives it, as Markdown with its formulas in dollars. It may stand inside a link.
 */
export function markdownTitle(text: string): string {
  return aroundMath(text, escapeMarkdown, ({ tex }) => markdownFormula(tex, false));
}

/** The same of a paragraph, with its displays and its addresses. */
export function markdownParagraph(text: string): string {
  const formula = ({ tex, display }: MathSegment): string => markdownFormula(tex, display);
  return escapeLineStart(aroundMath(text, escapeWithAddresses, formula));
}

function aroundMath(
  text: string,
  plain: (text: string) => string,
  formula: (segment: MathSegment) => string,
): string {
  const between = (from: number, to?: number): string =>
    plain(text.slice(from, to).replaceAll('\\$', '$'));
  let out = '';
  let at = 0;
  for (const segment of findMath(text)) {
    out += between(at, segment.start) + formula(segment);
    at = segment.end;
  }
  return out + between(at);
}

/**
 * A formula between dollars that is one where Markdown knows formulas, and nothing else where it does
 * not; in letters when there is none such.
 */
function markdownFormula(tex: string, display: boolean): string {
  const safe = inertTex(tex);
  if (safe === undefined) return escapeMarkdown(mathToText(tex));
  return display ? `$$${safe}$$` : `$${safe}$`;
}

/**
 * A formula on one line in which Markdown finds no tag and no link, and whose commands do nothing but
 * draw (`writtenFormula`). A blank is all that Markdown takes, which no engine shows: `$x<y$` is `$x< y$`.
 * (`\lt` is unknown to LaTeX.) Undefined for a formula that cannot stand between dollars, that would do
 * more than be drawn, or that takes too long to draw.
 */
export function inertTex(tex: string): string | undefined {
  const written = writtenFormula(`$${shownLine(tex).replace(/\s+/g, ' ').trim()}$`);
  const safe = written
    ?.slice(1, -1)
    .replace(/<(?=[A-Za-z/!?])/g, '< ')
    .replace(/\](?=[([:])/g, '] ');
  if (safe === undefined || safe === '' || /[`$]|\\$/.test(safe) || address.test(safe)) {
    return undefined;
  }
  try {
    refuseLargeSource(safe);
    return safe;
  } catch {
    return undefined;
  }
}

/** Viewers make links of these on their own. */
const address = /:\/\/|\bwww\.|\w@[\w-]+\./i;
