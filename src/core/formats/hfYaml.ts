import { parse } from 'yaml';
import { arxivKey, findIds, type FoundId, type Month } from '../arxivId.js';
import { dayIn } from '../digestDate.js';
import { Lines } from '../lines.js';
import type { AiField } from '../paper.js';
import type { DigestFormat } from './format.js';

/**
 * One paper of hf-daily-paper-newsletter as YAML: `date`, `author`, `title`, `link`, `summary`,
 * `opinion`, `tags`. The id stands in the link to its page at Hugging Face.
 */
const members = ['title', 'link', 'summary'] as const;
/** Files of this kind are small; larger ones are something else. In UTF-16 code units. */
const longest = 50_000;
const recognitionLines = 40;
/** What the generator writes for an opinion that nobody has given. */
const placeholder = 'placeholder';

export const hfYaml: DigestFormat = {
  name: 'hfYaml',

  recognises(lines) {
    if (!lines.startsWith(0, 'date:') || lines.text.length > longest) return false;
    const names = new Set<string>();
    for (let line = 0; line < Math.min(lines.count, recognitionLines); line++) {
      for (const name of members) if (lines.startsWith(line, `${name}: `)) names.add(name);
    }
    return names.size === members.length && linkIn(lines) !== undefined;
  },

  read(lines, { latest }) {
    const link = linkIn(lines, latest);
    const paper = valuesOf(lines.text);
    const title = textOf(paper['title']);
    if (!link || title === '') return { digest: { entries: [], labels: [] }, problems: [] };
    const { line, found } = link;
    const { id, version, idStart, idEnd } = found;
    const author = textOf(paper['author']);
    const day = dayIn(textOf(paper['date']));
    let last = lines.count - 1;
    while (last > line && lines.isBlank(last)) last--;
    return {
      digest: {
        entries: [
          {
            key: arxivKey(id),
            id,
            ...(version !== undefined && { version }),
            title,
            authors: author === '' ? [] : [author],
            range: {
              startLine: 0,
              startCharacter: 0,
              endLine: last,
              endCharacter: lines.end(last) - lines.start(last),
            },
            nameRange: {
              startLine: line,
              startCharacter: idStart,
              endLine: line,
              endCharacter: idEnd,
            },
          },
        ],
        labels: ['summary', 'opinion', 'tags'],
        ...(day !== undefined && { date: { value: day, precision: 'day', source: 'content' } }),
      },
      problems: [],
    };
  },

  readEntry(text, _labels, { latest }) {
    const link = linkIn(new Lines(text), latest);
    if (!link) return undefined;
    const paper = valuesOf(text);
    const summary = field('summary', paper);
    const fields = ['opinion', 'tags'].map((name) => field(name, paper));
    return {
      key: arxivKey(link.found.id),
      body: {
        ...(summary && { summary }),
        fields: fields.filter((found) => found !== undefined),
      },
    };
  },
};

function linkIn(
  lines: Lines,
  latest?: Month,
): { readonly line: number; readonly found: FoundId } | undefined {
  for (let line = 0; line < lines.count; line++) {
    if (!lines.startsWith(line, 'link: ')) continue;
    const found = findIds(lines.line(line), latest)[0];
    return found && { line, found };
  }
  return undefined;
}

/** Nothing, where the YAML is damaged. */
function valuesOf(text: string): Readonly<Record<string, unknown>> {
  if (text.length > longest) return {};
  try {
    const value: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 0 });
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

function field(label: string, paper: Readonly<Record<string, unknown>>): AiField | undefined {
  const value = paper[label];
  const text = Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value);
  if (text === placeholder) return { label, text: '', failed: true };
  return text === '' ? undefined : { label, text };
}
