import { shownLine } from '../shownText.js';
import { refuseLargeSource } from './formulaLimits.js';
import { findMath } from './mathSegments.js';
import { mathToText } from './mathToText.js';

/**
 * Foreign text on its way into Markdown. It is read by viewers that know formulas and by viewers that
 * do not, and to neither may it be a tag, a link, an image or a command.
 */

/** Text that Markdown shows as it is, in a line and inside a link's brackets. */
export function escapeMarkdown(text: string): string {
  // Of doubled braces and those with a per cent sign, site generators make code.
  return shownLine(text).replace(/[\\`*_[\]<>|~$@]|&(?=#?\w+;)|(?<=\{)[{%]/g, '\\$&');
}

/** Markdown that begins a line, without what would make it a list or a heading there. */
export function escapeLineStart(markdown: string): string {
  return markdown.replace(/^[-+#=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/**
 * A text in which formulas are TeX between delimiters and other dollars have a backslash, as
 * `texWithMath` gives it, as Markdown with its formulas in dollars.
 */
export function escapeAroundMath(text: string): string {
  const plain = (part: string): string => escapeMarkdown(part.replaceAll('\\$', '$'));
  let out = '';
  let at = 0;
  for (const { start, end, tex, display } of findMath(text)) {
    out += plain(text.slice(at, start)) + markdownFormula(tex, display);
    at = end;
  }
  return out + plain(text.slice(at));
}

/**
 * A formula between dollars that is one where Markdown knows formulas, and nothing else where it does
 * not; in letters when there is none such.
 */
export function markdownFormula(tex: string, display: boolean): string {
  const safe = inertTex(tex);
  if (safe === undefined) return escapeMarkdown(mathToText(tex));
  return display ? `$$${safe}$$` : `$${safe}$`;
}

/**
 * A formula on one line in which Markdown finds no tag and no link. A blank is all it takes, which no
 * engine shows: `$x<y$` is `$x< y$`. (`\lt` is unknown to LaTeX.) Undefined for a formula that cannot
 * stand between dollars, that would do more than be drawn, or that takes too long to draw.
 */
export function inertTex(tex: string): string | undefined {
  const safe = shownLine(tex)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/<(?=[A-Za-z/!?])/g, '< ')
    .replace(/\](?=[([:])/g, '] ');
  if (safe === '' || /[`$]|\\$/.test(safe) || address.test(safe) || acting.test(safe)) {
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

/**
 * Commands that define others, which last for all formulas of VS Code's preview, that read or write
 * files, or that make links, images, classes and styles in engines that are asked to.
 */
const acting =
  /\\(?:[egx]?def|let|futurelet|(?:re|provide)?newcommand|csname|catcode|input|include\w*|open(?:in|out)|read|write|immediate|special|href|url|html\w*|class|cssId|style|require)(?![A-Za-z])|\^\^/;
