import type { TexStyle } from './texTree.js';

/**
 * What a text macro does with its arguments:
 * - style: sets its argument off; `declaration` the rest of its group (`{\em so}`);
 * - content: shows an argument as it is, after `skip` arguments that only steer (colours), and before
 *   `drop` that say the same otherwise;
 * - link: `\href{url}{text}`; url: `\url{url}`; reference: `\cite{keys}`; note: in parentheses;
 * - nothing: goes away together with its arguments.
 */
export type TexCommand =
  | { readonly does: 'style'; readonly style: TexStyle }
  | { readonly does: 'declaration'; readonly style?: TexStyle }
  | { readonly does: 'content'; readonly skip: number; readonly drop?: number }
  | { readonly does: 'link' | 'url' | 'reference' | 'note' }
  | { readonly does: 'environment' | 'item' | 'paragraph' }
  | { readonly does: 'nothing'; readonly args: number };

function rows(names: string, command: TexCommand): [string, TexCommand][] {
  return names.split(' ').map((name) => [name, command]);
}

export const texCommands: ReadonlyMap<string, TexCommand> = new Map([
  ...rows('emph textit textsl mathit', { does: 'style', style: 'em' }),
  ...rows('textbf mathbf textbfseries', { does: 'style', style: 'strong' }),
  ...rows('texttt mathtt', { does: 'style', style: 'code' }),
  ...rows('textsc', { does: 'style', style: 'smallCaps' }),
  ...rows('underline uline ul', { does: 'style', style: 'underline' }),
  ...rows('textsuperscript', { does: 'style', style: 'sup' }),
  ...rows('textsubscript', { does: 'style', style: 'sub' }),
  ...rows('em it sl itshape slshape', { does: 'declaration', style: 'em' }),
  ...rows('bf bfseries', { does: 'declaration', style: 'strong' }),
  ...rows('tt ttfamily', { does: 'declaration', style: 'code' }),
  ...rows('sc scshape', { does: 'declaration', style: 'smallCaps' }),
  ...rows(
    'rm sf rmfamily sffamily normalfont tiny scriptsize footnotesize small normalsize large',
    {
      does: 'declaration',
    },
  ),
  ...rows('noindent centering xspace protect relax bigskip medskip smallskip indent', {
    does: 'declaration',
  }),
  ...rows('mbox hbox text textrm textsf textmd textup textnormal mathrm mathsf ensuremath', {
    does: 'content',
    skip: 0,
  }),
  ...rows('textcolor colorbox', { does: 'content', skip: 1 }),
  // `\texorpdfstring{$\alpha$}{alpha}`: as it is printed, and as a PDF's outline has it.
  ...rows('texorpdfstring', { does: 'content', skip: 0, drop: 1 }),
  ...rows('href hyperlink hyperref', { does: 'link' }),
  ...rows('url path nolinkurl', { does: 'url' }),
  ...rows('cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite', {
    does: 'reference',
  }),
  ...rows('autocite footcite ref eqref cref Cref autoref pageref nameref', { does: 'reference' }),
  ...rows('footnote thanks footnotetext', { does: 'note' }),
  ...rows('label vspace hspace index nocite color footnotemark', { does: 'nothing', args: 1 }),
  // What bibliographies sort a name or a title by, instead of what is printed.
  ...rows('noopsort NoopSort SortNoop sortnoop noop', { does: 'nothing', args: 1 }),
  ...rows('begin end', { does: 'environment' }),
  ...rows('item', { does: 'item' }),
  ...rows('par newline linebreak', { does: 'paragraph' }),
]);
