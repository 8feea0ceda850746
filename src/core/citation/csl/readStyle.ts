import type * as citeproc from '@citeproc-rs/wasm';
import { macroFault } from './macroFault.js';
import { NewerNames, type StyleFault } from './newerNames.js';
import type { StyleProblem } from './styleProblem.js';
import { linesOf, shapedStyle } from './styleShape.js';

export type Engine = typeof citeproc;

/** Each time all faults of an element are mended but one: styles have a dozen of them at most. */
const mostReadings = 100;

/**
 * A style as the engine takes it: independent, without faults, with a bibliography.
 * @returns a driver that has to be freed
 */
export function readStyle(
  engine: Engine,
  style: string,
  locale: (language: string) => string,
): { readonly driver: citeproc.Driver } | { readonly problem: StyleProblem } {
  const shaped = shapedStyle(style.replace(/^\uFEFF/, ''));
  if ('problem' in shaped) return shaped;
  // The engine counts bytes; in ASCII they are characters.
  let text = withoutCitation(shaped.text)
    .replace(/[^\x00-\x7f]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
    .replace(/(<style\b[^>]*?\bversion\s*=\s*["']1\.0)\.\d+/, '$1')
    .replace(/<(?:if|else-if)\b[^<>]*/g, matchingAll);
  const endless = macroFault(text);
  if (endless) return { problem: broken(text, [endless]) };
  const names = new NewerNames(text);
  for (let reading = 0; reading < mostReadings; reading++) {
    try {
      if (engine.parseStyleMetadata(text).independentMeta?.hasBibliography === false) {
        return { problem: { kind: 'noBibliography' } };
      }
      const driver = new engine.Driver({
        style: text,
        format: 'html',
        formatOptions: { linkAnchors: false },
        bibliographyNoSort: true,
        fetcher: { fetchLocale: (language) => Promise.resolve(locale(language)) },
      });
      return { driver };
    } catch (error) {
      if (!isStyleError(error)) throw error;
      const found = error.data;
      if (found.tag === 'DependentStyle') {
        return { problem: { kind: 'dependent', parent: found.content.requiredParent } };
      }
      if (found.tag === 'ParseError') return { problem: unparsed(found.content) };
      const faults = found.content.filter(({ severity }) => severity === 'Error').map(faultOf);
      const mended = names.replace(text, faults);
      if (mended === undefined || mended === text) return { problem: broken(text, faults) };
      text = mended;
    }
  }
  return { problem: { kind: 'broken', reason: 'too many names of a newer CSL' } };
}

/**
 * Nothing is cited here, but telling citations apart takes the engine minutes and gigabytes for papers
 * of many authors.
 */
function withoutCitation(text: string): string {
  const start = text.search(/<citation[\s>]/);
  const close = start === -1 ? -1 : text.indexOf('</citation', start);
  if (close === -1) return text;
  const end = text.indexOf('>', close) + 1;
  const none = '<citation><layout><text value=""/></layout></citation>';
  return text.slice(0, start) + none + linesOf(text.slice(start, end)) + text.slice(end);
}

/**
 * A condition of several parts holds when all of them do, unless it says otherwise; the engine takes
 * it for one of which any part is enough. Of several types any is enough.
 */
function matchingAll(tag: string): string {
  if (/\smatch\s*=/.test(tag)) return tag;
  const oneType = tag.replace(/(\stype\s*=\s*["'])([^"']*\s[^"']*)/, (_, lead, types) => {
    return `${String(lead)}${/\barticle(?![\w-])/.test(String(types)) ? 'article' : 'bill'}`;
  });
  return oneType.replace(/\s*\/?$/, ' match="all"$&');
}

type StyleError = CslStyleError['data'];

/** The engine's errors are known by their names: its classes are global ones. */
function isStyleError(error: unknown): error is { readonly data: StyleError } {
  return error instanceof Error && error.name === 'CslStyleError' && 'data' in error;
}

type Invalid = Extract<StyleError, { readonly tag: 'Invalid' }>['content'][number];

function faultOf({ range: { start, end }, message, hint }: Invalid): StyleFault {
  return { start, end, message: hint ? `${message} (${hint})` : message };
}

/** The first fault that is no newer name. */
function broken(text: string, faults: readonly StyleFault[]): StyleProblem {
  const names = new NewerNames(text);
  const fault = faults.find((each) => names.replace(text, [each]) === undefined) ?? faults[0];
  if (!fault) return { kind: 'broken', reason: 'the engine does not say what is wrong' };
  const line = text.slice(0, fault.start).split('\n').length;
  return { kind: 'broken', line, reason: fault.message };
}

/** `expected 'bibliography' tag, not 'style' at 10:1` */
function unparsed(message: string): StyleProblem {
  const [, reason = message, line] = /^(.*) at (\d+):\d+$/s.exec(message) ?? [];
  return { kind: 'broken', reason, ...(line !== undefined && { line: Number(line) }) };
}
