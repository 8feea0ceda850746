import { Parser } from 'htmlparser2';

/** An element of a style or of a locale, as the engine takes it. */
export interface StyleElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  /** Texts only where there are no elements; blanks between elements are left out. */
  readonly children: readonly (StyleElement | string)[];
  /** Where its tag begins: UTF-16 code units. */
  readonly start: number;
}

/** What is wrong at a place of a style. */
export interface StyleFault {
  /** UTF-16 code units. */
  readonly start: number;
  readonly reason: string;
}

interface OpenElement extends StyleElement {
  children: (StyleElement | string)[];
}

/** Empty ones have a meaning of their own. */
const texts = new Set(['term', 'single', 'multiple']);

/**
 * Reads XML whose tags are all closed before the next one begins. One pass; only the five entities of
 * XML and numbers are replaced.
 */
export function styleTree(xml: string): StyleElement | StyleFault {
  const open: OpenElement[] = [];
  let root: StyleElement | undefined;
  let text = '';
  let fault: StyleFault | undefined;
  const parser = new Parser(
    {
      onopentag(name, attrs) {
        const element = { name, attrs, children: [], start: parser.startIndex };
        open.at(-1)?.children.push(element);
        open.push(element);
        root ??= element;
        text = '';
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name, isImplied) {
        const element = open.pop();
        if (!element) return;
        if (isImplied && !endsItself(element.start)) {
          fault ??= { start: element.start, reason: `<${name}> is not closed` };
        }
        const isText = element.children.length === 0 && (texts.has(name) || text.trim() !== '');
        if (isText) element.children.push(text);
        text = '';
      },
    },
    { xmlMode: true },
  );
  const endsItself = (start: number): boolean =>
    parser.startIndex === start && xml.startsWith('/>', parser.endIndex - 1);
  parser.end(xml);
  return fault ?? root ?? { start: 0, reason: 'it is no XML' };
}

/** The elements below another of a name. */
export function childrenOf({ children }: StyleElement, name: string): readonly StyleElement[] {
  return elementsIn(children).filter((child) => child.name === name);
}

export function elementsIn(children: StyleElement['children']): readonly StyleElement[] {
  return children.filter((child) => typeof child !== 'string');
}
