import katex from 'katex';
import MarkdownIt from 'markdown-it';
import markdownItKatex from 'markdown-it-katex';
import { escapeHtml } from './escapeHtml.js';
import { longTextHtml } from './longText.js';
import { findMath } from './mathSegments.js';
import { PageMath } from './pageMath.js';
import { webUrl } from './webUrl.js';

/**
 * A field that a model wrote, Markdown with formulas, as safe HTML: no HTML of the field's own
 * (`<search>` shows as text), no images, links only to http and https, headings as bold paragraphs
 * so that the page's outline stays the page's.
 *
 * Formulas between dollars are taken out before Markdown sees the text and put back into its output.
 * markdown-it-katex, which gives the fences ```` ```math ````, finds dollars inside Markdown, and that
 * cannot serve here: it refuses a dollar beside a letter or digit (`$^1$H`, `256$\times$256`), knows no
 * `\(…\)`, takes `$5 and $10 ` for a formula, and by then Markdown has read the `=` line of a display
 * as a heading.
 * @param math of the page, which the field shares with others
 */
export function markdownToHtml(source: string, math = new PageMath()): string {
  const long = longTextHtml(source);
  if (long !== undefined) return `<p>${long}</p>`;
  const text = source.replace(/[\ue000\ue001]/g, '');
  const formulas: Formula[] = [];
  let marked = '';
  let at = 0;
  for (const { start, end, tex, display } of findMath(text)) {
    marked += `${text.slice(at, start)}\ue000${formulas.length}\ue001`;
    formulas.push({ source: text.slice(start, end), tex, display });
    at = end;
  }
  const field: Field = { formulas, math };
  return withFormulas(markdown.render(marked + text.slice(at), field), field).trim();
}

/** What the rules need of the field that they render. */
interface Field {
  readonly formulas: Formula[];
  readonly math: PageMath;
}

interface Formula {
  readonly source: string;
  readonly tex: string;
  readonly display: boolean;
}

/** The rules of markdown-it-katex that look for dollars. */
const dollarRules = ['math_inline', 'math_inline_block', 'math_block'];

/** Where a formula stood: its number between two private-use characters. */
const placeholder = /\ue000(\d+)\ue001/g;

const markdown = createMarkdown();

function createMarkdown(): MarkdownIt {
  // One line break of a model is meant as one: lists come without Markdown's blank lines.
  const parser = new MarkdownIt({ html: false, linkify: false, breaks: true });
  parser.disable(['image', 'code', 'lheading', 'strikethrough', 'reference']);
  // Formulas inside a URL are put back first, so it is checked and escaped when it is written out.
  parser.normalizeLink = (url) => url;
  parser.validateLink = (url) => webUrl(url) !== undefined;
  const rules = parser.renderer.rules;
  rules.text = (tokens, index, _options, env) =>
    withFormulas(escapeHtml(tokens[index]?.content ?? ''), env);
  rules.code_inline = (tokens, index, _options, env) =>
    `<code>${escapeHtml(withSources(tokens[index]?.content ?? '', env))}</code>`;
  rules.fence = (tokens, index) =>
    `<pre><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
  rules.link_open = (tokens, index, _options, env) => {
    const url = webUrl(withSources(tokens[index]?.attrGet('href') ?? '', env));
    return url === undefined ? '<a>' : `<a href="${escapeHtml(url)}">`;
  };
  rules.heading_open = () => '<p><strong>';
  rules.heading_close = () => '</strong></p>\n';
  parser.core.ruler.push('fence_sources', ({ tokens, env }) => {
    for (const token of tokens) {
      if (token.type !== 'fence') continue;
      token.content = withSources(token.content, env);
      if (token.info.trim() !== 'math') continue;
      const { formulas } = env as Field;
      const { content } = token;
      token.content = `\ue000${formulas.length}\ue001`;
      formulas.push({ source: content, tex: content, display: true });
    }
  });
  parser.use(markdownItKatex, {
    enableFencedBlocks: true,
    // By now the formula is its placeholder.
    katex: { ...katex, renderToString: (marked) => marked },
  });
  return parser.disable(dollarRules);
}

function withFormulas(html: string, env: unknown): string {
  return html.replace(placeholder, (_, number: string) => {
    const { formulas, math } = env as Field;
    const formula = formulas[Number(number)];
    return formula === undefined ? '' : math.html(formula.tex, formula.display);
  });
}

/** Formulas in code stay as they were written. */
function withSources(text: string, env: unknown): string {
  return text.replace(
    placeholder,
    (_, number: string) => (env as Field).formulas[Number(number)]?.source ?? '',
  );
}
