import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/js/svg.js';
import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/js/input/tex/centernot/CenternotConfiguration.js';
import '@mathjax/src/js/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/js/input/tex/textmacros/TextMacrosConfiguration.js';
import '@mathjax/src/js/input/tex/upgreek/UpgreekConfiguration.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import { refuseLargeOutput, refuseLargeSource } from './formulaLimits.js';
import { katexMacros } from './katexMacros.js';
import { expandMacros, type MathMacros } from './mathMacros.js';
import { mathSource } from './mathSource.js';
import { svgContent } from './svgContent.js';
import type { FormulaDrawing } from './formulaImage.js';

/**
 * One formula as a drawing for an image, by MathJax; undefined for one that it refuses or that no line
 * of text has room for. KaTeX, which the reader's page has, draws with fonts that an image cannot have.
 * Never throws. Some milliseconds each; the first takes longer.
 *
 * MathJax is given no package by which a formula could define macros, load anything, or set links,
 * classes or styles, and of what it draws only shapes and letters are taken (`svgContent`).
 */
export function mathToSvg(tex: string, display: boolean): FormulaDrawing | undefined {
  if (tex.length > longestDrawn) return undefined;
  try {
    const source = mathSource(tex, engineMacros);
    refuseLargeSource(source);
    return drawing(typeset(source, display));
  } catch {
    return undefined;
  }
}

/** In code units: what is longer fits no hover. */
const longestDrawn = 500;

/** Ems of the formula's own size; MathJax's units are their thousandths. */
const widest = 60;
const highest = 12;

/** Private macros of one formula that are shown by their names. */
const mostNamed = 6;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);

/** MathJax's own errors are none of the language. */
const fail = (error: { readonly message: string }): never => {
  throw new Error(error.message);
};

const page = mathjax.document('', {
  InputJax: new TeX({
    packages: 'base ams boldsymbol braket cancel centernot color mhchem textmacros upgreek'.split(
      ' ',
    ),
    maxMacros: 300,
    maxBuffer: 5 * 1024,
    formatError: (_: unknown, error: Error) => fail(error),
  }),
  OutputJax: new SVG({
    fontData: MathJaxTexFont,
    fontCache: 'none',
    displayOverflow: 'overflow',
    linebreaks: { inline: false },
  }),
  compileError: (_: unknown, __: unknown, error: Error) => fail(error),
  typesetError: (_: unknown, __: unknown, error: Error) => fail(error),
});

/** What MathJax calls otherwise than KaTeX, beside the shorthands that both are told. */
const engineMacros: MathMacros = {
  ...katexMacros,
  '\\bm': '\\boldsymbol{#1}',
  '\\R': '\\mathbb{R}',
  '\\N': '\\mathbb{N}',
  '\\Z': '\\mathbb{Z}',
  '\\argmin': '\\operatorname*{arg\\,min}',
  '\\argmax': '\\operatorname*{arg\\,max}',
  '\\degree': '{}^\\circ',
  '\\coloneqq': '\\mathrel{:=}',
  '\\eqqcolon': '\\mathrel{=:}',
  '\\vcentcolon': '\\mathrel{:}',
};

/** @throws {Error} the reason why MathJax refuses it */
function typeset(source: string, display: boolean): LiteElement {
  let text = source;
  for (let named = 0; ; named++) {
    try {
      return page.convert(text, { display, em: 16, ex: 8 }) as LiteElement;
    } catch (error) {
      const name = /^Undefined control sequence \\([A-Za-z]+)$/.exec(messageOf(error))?.[1];
      if (name === undefined || named >= mostNamed) throw error;
      text = expandMacros(text, { [`\\${name}`]: `\\operatorname{${name}}` });
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** @throws {Error} when it is too large to be shown */
function drawing(container: LiteElement): FormulaDrawing | undefined {
  const root = container.children.find((child): child is LiteElement => child.kind === 'svg');
  const box = String(root?.attributes.viewBox).split(' ').map(Number);
  const [left = NaN, top = NaN, width = NaN, height = NaN] = box;
  const fits = width > 0 && width <= 1000 * widest && height > 0 && height <= 1000 * highest;
  if (root === undefined || !fits) return undefined;
  const content = svgContent(root.children);
  refuseLargeOutput(content);
  return { content, left, width, ascent: -top, descent: height + top };
}
