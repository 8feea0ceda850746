import { withoutDoubledMarks } from './doubledMarks.js';

/** A stretch of an entry in one look. */
export interface EntryRun {
  readonly text: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly script: 'sub' | 'sup' | undefined;
}

interface Look extends Omit<EntryRun, 'text'> {
  /** Small capitals, which no text has: they become capitals. */
  readonly caps: boolean;
}

const plain: Look = { italic: false, bold: false, script: undefined, caps: false };

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * Reads the HTML that the engine writes: flat, with the few tags that it has, as papers' texts are
 * hidden from it. Blocks become blanks, for a reference is one line.
 */
export function entryRuns(html: string): readonly EntryRun[] {
  const runs: EntryRun[] = [];
  const open: { readonly tag: string; readonly look: Look }[] = [];
  let look = plain;
  const add = (part: string): void => {
    const { caps, ...seen } = look;
    const text = caps ? part.toUpperCase() : part;
    const last = runs.at(-1);
    if (last && sameLook(last, look)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') runs.push({ ...seen, text });
  };
  for (const [part, close, tag, rest = ''] of html.matchAll(/<(\/?)(\w+)([^>]*)>|[^<]+|</g)) {
    if (tag === undefined) {
      add(unescaped(part));
      continue;
    }
    if (tag === 'div' || tag === 'br') add(' ');
    if (close === '') {
      open.push({ tag, look });
      look = inside(look, tag, rest);
    } else if (open.some((one) => one.tag === tag)) {
      let one = open.pop();
      while (one && one.tag !== tag) one = open.pop();
      look = one?.look ?? plain;
    }
  }
  return oneLine(withoutDoubledMarks(oneLine(runs)));
}

function inside(look: Look, tag: string, attributes: string): Look {
  switch (tag) {
    case 'i':
    case 'em':
      return { ...look, italic: true };
    case 'b':
    case 'strong':
      return { ...look, bold: true };
    case 'sup':
    case 'sub':
      return { ...look, script: tag };
    default:
      return { ...look, ...spanLook(attributes) };
  }
}

function spanLook(attributes: string): Partial<Look> {
  if (/font-style:\s*normal/.test(attributes)) return { italic: false };
  if (/font-weight:\s*normal/.test(attributes)) return { bold: false };
  const [, variant] = /font-variant:\s*([\w-]+)/.exec(attributes) ?? [];
  return variant === undefined ? {} : { caps: variant === 'small-caps' };
}

function sameLook(a: Omit<Look, 'caps'>, b: Omit<Look, 'caps'>): boolean {
  return a.italic === b.italic && a.bold === b.bold && a.script === b.script;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** One blank between words, none at the ends. */
function oneLine(runs: readonly EntryRun[]): readonly EntryRun[] {
  const lines: EntryRun[] = [];
  let afterBlank = true;
  for (const run of runs) {
    let text = run.text.replace(/[\s\p{Cc}]+/gu, (blank) =>
      blank.includes('\u00a0') ? '\u00a0' : ' ',
    );
    if (afterBlank) text = text.replace(/^\s+/, '');
    if (text === '') continue;
    afterBlank = /\s$/.test(text);
    lines.push({ ...run, text });
  }
  const last = lines.at(-1);
  if (last) lines[lines.length - 1] = { ...last, text: last.text.trimEnd() };
  return lines.filter(({ text }) => text !== '');
}
