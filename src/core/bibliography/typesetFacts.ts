import { ownText } from '../ownText.js';
import type { BibliographyEntry } from './entry.js';
import { namedPaper, bareDoi } from './entryFacts.js';
import { typesetLinks, typesetText } from './typesetText.js';

type TypesetFacts = Pick<
  BibliographyEntry,
  'title' | 'authors' | 'year' | 'text' | keyof ReturnType<typeof namedPaper>
>;

/** Of a reference, as much is read; what is longer is a remark. In UTF-16 code units. */
const longest = 5000;

/**
 * What a typeset reference tells. Title and authors are told where its style marks them: by commands
 * (REVTeX, ACM, apacite), by `\newblock`, by quotes, by a colon behind the names, or in italics.
 * @param label that stands for the number; natbib's holds the year
 * @param body TeX behind the key
 */
export function typesetFacts(label: string, body: string): TypesetFacts {
  const tex = body.slice(0, longest).replace(comment, '');
  const parts = marked(tex) ?? blocks(tex) ?? quoted(tex) ?? behindColon(tex) ?? inItalics(tex);
  const title = parts && cleanTitle(parts.title);
  const authors = parts ? typesetNames(parts.authors) : [];
  const text = typesetText(tex);
  const year = yearOf(label, text);
  const links = typesetLinks(tex);
  const doi = doiIn(links);
  const url = /https?:\/\/(?!(?:dx\.)?doi\.org)[^\s"<>]{1,500}[^\s"<>.,;)\]]/i.exec(links)?.[0];
  const named = namedPaper({ doi, url, texts: [links] });
  return {
    ...(title !== undefined && title !== '' && { title: ownText(title) }),
    authors: authors.map(ownText),
    ...(year !== undefined && { year }),
    ...named,
    ...(text !== '' && { text: ownText(text) }),
  };
}

/** But for `%20` of an address. */
const comment = /(?<!\\)%(?![\dA-Fa-f]{2}[^\s{}]*\})[^\n]*\n?[ \t]*/g;

interface Parts {
  readonly authors: string;
  readonly title: string;
}

const titleCommand =
  /\\(?:showarticletitle|APACrefatitle|APACrefbtitle|APACrefaetitle|bibinfo\s*\{(?:title|booktitle)\})\s*\{/;
const authorCommand = /\\bib(?:field|info)\s*\{author\}\s*\{/;
const authorEnvironment = /\\begin\{APACrefauthors\}([^]{0,2000}?)\\end\{APACrefauthors\}/;

function marked(tex: string): Parts | undefined {
  const title = argumentOf(tex, titleCommand);
  if (title === undefined) return undefined;
  const people = Array.from(
    tex.matchAll(/\\bibinfo\s*\{(?:person|author)\}\s*\{((?:[^{}]|\{[^{}]{0,100}\}){1,300})\}/g),
    ([, name = '']) => name,
  );
  const authors = argumentOf(tex, authorCommand) ?? authorEnvironment.exec(tex)?.[1] ?? '';
  return { title, authors: people.length > 0 ? people.join(' ; ') : authors };
}

/** What stands in the braces that a match opens. */
function argumentOf(tex: string, command: RegExp): string | undefined {
  const match = command.exec(tex);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  let depth = 1;
  for (let at = from; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return tex.slice(from, at);
  }
  return undefined;
}

/** Authors, title and the rest, as BibTeX's own styles part them. */
function blocks(tex: string): Parts | undefined {
  const [authors, ...rest] = tex.split(/\\newblock(?![A-Za-z])/);
  // A year alone stands between them in some styles.
  const title = rest.find((block) => /[A-Za-z]{2}|[^\x00-\x7f]/.test(block.replace(/\\\w+/g, '')));
  return authors === undefined || title === undefined ? undefined : { authors, title };
}

function quoted(tex: string): Parts | undefined {
  const found = /(?:``|“|\\enquote\s*\{)((?:[^'”]|'(?!')){2,500}?)(?:''|”|\}(?=[,.\s]))/.exec(tex);
  return found ? { authors: tex.slice(0, found.index), title: found[1] ?? '' } : undefined;
}

/** `Vaswani, A., Shazeer, N.: Attention is all you need. In: …`. */
function behindColon(tex: string): Parts | undefined {
  const found =
    /^([^:]{3,1000}?(?:\.|[eE]t al\.?|[^\x00-\x7f]|\})):\s+((?:[^.{}]|\{[^{}]{0,200}\}|\.(?!\s)){3,500})/.exec(
      tex,
    );
  return found && /(?:^|[\s~])\p{Lu}\./u.test(found[1] ?? '')
    ? { authors: found[1] ?? '', title: found[2] ?? '' }
    : undefined;
}

/** What is printed in italics is a title or where it has appeared. */
const venue =
  /\b(?:journal|transactions|proceedings|proc|letters?|reviews?|annals|advances|conference|arxiv|lecture notes|symposium|workshop|acta|bulletin|archive|preprint|ibid|et al)\b|[A-Z][a-z]*\.\s?[A-Z]/i;

function inItalics(tex: string): Parts | undefined {
  const found =
    /(?:\\(?:emph|textit|textsl)\s*\{|\{\s*\\(?:em|it|sl|itshape)(?![A-Za-z])\s*)((?:[^{}]|\{[^{}]{0,200}\}){3,500})\}/.exec(
      tex,
    );
  const title = typesetText(found?.[1] ?? '');
  if (!found || venue.test(title) || title.split(' ').length < 3) return undefined;
  const authors = tex.slice(0, found.index);
  return authors.length < 500 && /[.,:}]\s*$/.test(authors)
    ? { authors, title: found[1] ?? '' }
    : undefined;
}

function cleanTitle(tex: string): string {
  return typesetText(tex)
    .replace(/^["“”‘’'\s]+|["“”’'\s,.]+$/gu, '')
    .replace(/[,.]$/, '');
}

/** `A. Vaswani, N. Shazeer, and N. Parmar (2017).`, `Vaswani, A., Shazeer, N.` as `First Last` each. */
function typesetNames(tex: string): string[] {
  const text = typesetText(tex)
    .replace(/\(?\b(?:1[89]|20)\d\d[a-z]?\)?.*$/s, '')
    .replace(/,?\s*(?:\bet al\b\.?|\band others\b|\(eds?\.\)|\beds?\.)/gi, '')
    .replace(/[\s,:;]+$/, '');
  const parts = text
    .split(/\s*;\s*|,?\s+(?:and|und|et|y|&)\s+|,\s*&\s*|,\s+/)
    .map((part) => part.trim());
  const names: string[] = [];
  for (const part of parts) {
    const isInitials = /^(?:\p{Lu}\p{Ll}?\.?[\s-]*){1,4}\.?$/u.test(part) && /\./.test(part);
    const last = names.at(-1);
    if (isInitials && last !== undefined && !/\./.test(last))
      names.splice(-1, 1, `${part} ${last}`);
    else if (/\p{L}{2}/u.test(part) && part.length < 60) names.push(part.replace(/\.$/, ''));
  }
  return names.slice(0, 200);
}

/** natbib's label tells it, else what stands in parentheses, else the last number that may be one. */
function yearOf(label: string, text: string): number | undefined {
  const inLabel = /(?<!\d)((?:1[5-9]|20)\d\d)(?!\d)/.exec(label)?.[1];
  const inParentheses = /\(\D{0,20}((?:1[5-9]|20)\d\d)[a-z]?\)/.exec(text)?.[1];
  const last = Array.from(
    text.matchAll(/(?<![\d.:/–-])((?:1[5-9]|20)\d\d)[a-z]?(?![\d/:–-]|\.\d)/g),
    ([, year]) => year,
  ).at(-1);
  const year = inLabel ?? inParentheses ?? last;
  return year === undefined ? undefined : Number(year);
}

function doiIn(links: string): string | undefined {
  const found = /(?<![\d.])10\.\d{4,9}\/[^\s"<>,]{1,200}/.exec(links)?.[0];
  return found === undefined ? undefined : bareDoi(found.replace(/[.;)\]]+$/, ''));
}
