import { macroFault } from './macroFault.js';
import type { StyleProblem } from './styleProblem.js';
import { lineAt, shapedStyle } from './styleShape.js';
import { childrenOf, elementsIn, styleTree, type StyleElement } from './styleTree.js';

/**
 * A style as the engine takes it: independent, without faults, with a bibliography that keeps the order
 * of the works.
 */
export function readStyle(
  text: string,
): { readonly style: StyleElement } | { readonly problem: StyleProblem } {
  const shaped = shapedStyle(text.replace(/^\uFEFF/, ''));
  if ('problem' in shaped) return shaped;
  const style = styleTree(shaped.text);
  const broken = (start: number, reason: string): { readonly problem: StyleProblem } => ({
    problem: { kind: 'broken', line: lineAt(shaped.text, start), reason },
  });
  if ('reason' in style) return broken(style.start, style.reason);
  if (style.name !== 'style') return broken(style.start, `it is no style, but <${style.name}>`);
  const parent = parentOf(style);
  if (parent !== undefined) return { problem: { kind: 'dependent', parent } };
  const bibliography = bibliographyOf(style);
  if (!bibliography) return { problem: { kind: 'noBibliography' } };
  if (childrenOf(bibliography, 'layout').length === 0) {
    return broken(bibliography.start, `<${bibliography.name}> has no <layout>`);
  }
  const fault = macroFault(style);
  if (fault) return broken(fault.start, fault.reason);
  return { style: withBibliography(style, bibliography) };
}

/** The style that one stands for which only names it. */
function parentOf(style: StyleElement): string | undefined {
  if (childrenOf(style, 'citation').length > 0) return undefined;
  return childrenOf(style, 'info')
    .flatMap((info) => childrenOf(info, 'link'))
    .find(({ attrs }) => attrs['rel'] === 'independent-parent')?.attrs['href'];
}

/** Styles for notes may have none: a note tells of a work as much as an entry does. */
function bibliographyOf(style: StyleElement): StyleElement | undefined {
  const [bibliography] = childrenOf(style, 'bibliography');
  if (bibliography || style.attrs['class'] !== 'note') return bibliography;
  return childrenOf(style, 'citation')[0];
}

/**
 * Nothing is cited here, but telling citations apart takes the engine minutes and gigabytes for papers
 * of many authors.
 */
function withBibliography(style: StyleElement, bibliography: StyleElement): StyleElement {
  const kept = elementsIn(bibliography.children).filter(({ name }) => name !== 'sort');
  const { start } = bibliography;
  const element = (
    name: string,
    attrs: StyleElement['attrs'],
    children: readonly StyleElement[],
  ): StyleElement => ({ name, attrs, children, start });
  const nothing = element('text', { value: '' }, []);
  return {
    ...style,
    children: [
      ...elementsIn(style.children).filter(({ name }) => !/^(?:citation|bibliography)$/.test(name)),
      element('citation', {}, [element('layout', {}, [nothing])]),
      element('bibliography', bibliography.attrs, kept),
    ],
  };
}
