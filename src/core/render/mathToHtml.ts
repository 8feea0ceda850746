import katex from 'katex';
// Adds \ce and \pu (chemistry) to KaTeX.
import 'katex/contrib/mhchem';
import { escapeHtml } from './escapeHtml.js';
import { refuseLargeOutput, refuseLargeSource } from './formulaLimits.js';
import { katexMacros } from './katexMacros.js';
import { type MathMacros, noMacros } from './mathMacros.js';
import { mathSource } from './mathSource.js';
import { webUrl } from './webUrl.js';

/**
 * One formula as HTML with MathML beside it for screen readers. Never throws: a formula that KaTeX
 * refuses is shown as its source, with the reason as tooltip and as text for screen readers, so one
 * bad formula costs nothing else (lessons.md rows 28 and 30). A macro that only the paper's preamble
 * knows (`\Hull`) does not count as a refusal: its name is shown in roman. Nothing in a formula can
 * make an image, an attribute or a style of the author's choice (`trust: false`), run long or grow
 * large.
 * @param macros the reader's own
 */
export function mathToHtml(tex: string, display: boolean, macros: MathMacros = noMacros): string {
  return linkAlone(tex) ?? formulaHtml(tex, display, macros);
}

/** `$\href{https://…}{Github}$`: no formula at all, but it occurs. */
function linkAlone(tex: string): string | undefined {
  const [, url = '', text = ''] = /^\s*\\href\s*\{([^{}]*)\}\s*\{([^{}\\$]*)\}\s*$/.exec(tex) ?? [];
  const safe = webUrl(url);
  return safe && `<a href="${escapeHtml(safe)}">${escapeHtml(text)}</a>`;
}

/** Private macros that one formula may hold before it is rather shown as source. */
const mostReplaced = 6;

function formulaHtml(tex: string, display: boolean, macros: MathMacros): string {
  try {
    const source = mathSource(tex, macros);
    refuseLargeSource(source);
    const html = katexHtml(source, display);
    refuseLargeOutput(html);
    // What is copied is the formula as its author wrote it.
    return html.replace(annotation, (_, open: string, close: string) => {
      return open + escapeHtml(tex.trim()) + close;
    });
  } catch (error) {
    return sourceHtml(tex, display, reasonOf(error));
  }
}

const annotation = /(<annotation encoding="application\/x-tex">)[^<]*(<\/annotation>)/;

/** @throws {Error} the reason why KaTeX refuses it */
function katexHtml(source: string, display: boolean): string {
  const replaced = new Map<string, string>();
  for (;;) {
    try {
      return katex.renderToString(source, {
        displayMode: display,
        output: 'htmlAndMathml',
        trust: false,
        strict: 'ignore',
        throwOnError: true,
        maxSize: 20,
        maxExpand: 300,
        // A copy, because KaTeX writes into it.
        macros: { ...katexMacros, ...Object.fromEntries(replaced) },
      });
    } catch (error) {
      const [macro, replacement] = remedy(error) ?? [];
      if (macro === undefined || replaced.has(macro) || replaced.size >= mostReplaced) throw error;
      replaced.set(macro, replacement ?? '');
    }
  }
}

/** A definition with which KaTeX may get further. */
function remedy(error: unknown): [macro: string, replacement: string] | undefined {
  if (!(error instanceof Error)) return undefined;
  const macro = /Undefined control sequence: (\\[A-Za-z]+)/.exec(error.message)?.[1];
  if (macro !== undefined) return [macro, `\\operatorname{${macro.slice(1)}}`];
  // KaTeX has no bold typewriter face.
  return /font: Typewriter/.test(error.message) ? ['\\texttt', '\\text{#1}'] : undefined;
}

/**
 * A formula as it is written.
 * @param reason why it is not drawn, unless that is told already
 */
export function sourceHtml(tex: string, display: boolean, reason = ''): string {
  const kind = display ? 'math-error math-error-display' : 'math-error';
  const source = escapeHtml(tex.trim());
  if (reason === '') return `<code class="${kind}">${source}</code>`;
  const told = escapeHtml(reason);
  return (
    `<code class="${kind}" title="${told}">${source}</code>` +
    `<span class="visually-hidden"> (${told})</span>`
  );
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // KaTeX underlines the place with combining characters, which screen readers would spell out.
  const plain = message.replace(/^KaTeX parse error:\s*/, '').replace(/\u0332/g, '');
  return plain.slice(0, 200);
}
