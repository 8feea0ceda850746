import katex from 'katex';
// Adds \ce and \pu (chemistry) to KaTeX.
import 'katex/contrib/mhchem';
import { escapeHtml } from './escapeHtml.js';
import { katexMacros } from './katexMacros.js';
import { webUrl } from './webUrl.js';

/**
 * One formula as HTML with MathML beside it for screen readers. Never throws: a formula that KaTeX
 * refuses is shown as its source, with the reason as tooltip and as text for screen readers, so one
 * bad formula costs nothing else (lessons.md rows 28 and 30). A macro that only the paper's preamble
 * knows (`\Hull`) does not count as a refusal: its name is shown in roman. Nothing in a formula can
 * make an image, an attribute or a style of the author's choice (`trust: false`), run long or grow
 * large.
 */
export function mathToHtml(tex: string, display: boolean): string {
  return linkAlone(tex) ?? formulaHtml(tex, display);
}

/** `$\href{https://…}{Github}$`: no formula at all, but it occurs. */
function linkAlone(tex: string): string | undefined {
  const [, url = '', text = ''] = /^\s*\\href\s*\{([^{}]*)\}\s*\{([^{}\\$]*)\}\s*$/.exec(tex) ?? [];
  const safe = webUrl(url);
  return safe && `<a href="${escapeHtml(safe)}">${escapeHtml(text)}</a>`;
}

/** Private macros that one formula may hold before it is rather shown as source. */
const mostReplaced = 6;

function formulaHtml(tex: string, display: boolean): string {
  const source = supported(tex);
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
        // A copy, because `\gdef` would write into it, for all formulas to come.
        macros: { ...katexMacros, ...Object.fromEntries(replaced) },
      });
    } catch (error) {
      const [macro, replacement] = remedy(error) ?? [];
      if (macro === undefined || replaced.has(macro) || replaced.size >= mostReplaced) {
        return sourceHtml(tex, display, error);
      }
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

/** The formula with what KaTeX lacks, or must not do, exchanged for the nearest that it has. */
function supported(tex: string): string {
  return tex
    .replace(/\\(begin|end)\{(?:math|displaymath|subequations)\}/g, '')
    .replace(/\\(begin|end)\{(?:eqnarray|flalign)\*?\}/g, '\\$1{align*}')
    .replace(/\\(begin|end)\{multline\*?\}/g, '\\$1{gather*}')
    .replace(/\\(begin|end)\{(equation|align|gather|alignat)\}/g, '\\$1{$2*}')
    .replace(/\\href\s*\{[^{}]*\}\s*\{/g, '\\text{')
    .replace(/\\url\s*\{/g, '\\text{');
}

function sourceHtml(tex: string, display: boolean, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // KaTeX underlines the place with combining characters, which screen readers would spell out.
  const plain = message.replace(/^KaTeX parse error:\s*/, '').replace(/\u0332/g, '');
  const reason = escapeHtml(plain.slice(0, 200));
  const kind = display ? 'math-error math-error-display' : 'math-error';
  return (
    `<code class="${kind}" title="${reason}">${escapeHtml(tex.trim())}</code>` +
    `<span class="visually-hidden"> (${reason})</span>`
  );
}
