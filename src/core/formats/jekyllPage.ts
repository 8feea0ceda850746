import { arxivKey, type Month } from '../arxivId.js';
import { dayIn } from '../digestDate.js';
import { Lines } from '../lines.js';
import type { EntryBody } from '../paper.js';
import { splitAuthors } from './authorNames.js';
import { splitCategories } from './dailyHeader.js';
import type { DigestFormat } from './format.js';
import { headingFields } from './headingFields.js';
import { idBetween, type WrittenId } from './writtenId.js';

/**
 * The page of one paper beside `jekyllIndex`: front matter, title, a toolbar with the id, lines of
 * facts, and texts under headings.
 */
const toolbar = '<div class="paper-toolbar">';
const idAttribute = 'data-arxiv-id="';
/** How far the id and the facts may be from the beginning. */
const headLines = 60;
const fact = /^\*\*(作者|分类|发布日期)\*\*: *(?=\S)/;
const fieldMark = '## ';
const picture = /^[^\p{L}\p{N}]+/u;
const summaryLabel = '一句话要点';
const abstractLabel = '摘要（原文）';

export const jekyllPage: DigestFormat = {
  name: 'jekyllPage',

  recognises(lines) {
    return lines.startsWith(0, '---') && readPage(lines) !== undefined;
  },

  read(lines, { latest }) {
    const page = readPage(lines, latest);
    if (!page) return { digest: { entries: [], labels: [] }, problems: [] };
    let last = lines.count - 1;
    while (last > page.idLine && lines.isBlank(last)) last--;
    const [category, ...crossLists] = splitCategories(page.facts.get('分类') ?? '');
    const day = dayIn(page.facts.get('发布日期') ?? '');
    const { id, version, title, idLine, idStart, idEnd } = page;
    return {
      digest: {
        entries: [
          {
            key: arxivKey(id),
            id,
            ...(version !== undefined && { version }),
            title,
            authors: splitAuthors(page.facts.get('作者') ?? ''),
            ...(category !== undefined && { category }),
            ...(crossLists.length > 0 && { crossLists }),
            ...(day !== undefined && { day }),
            range: {
              startLine: 0,
              startCharacter: 0,
              endLine: last,
              endCharacter: lines.end(last) - lines.start(last),
            },
            nameRange: {
              startLine: idLine,
              startCharacter: idStart,
              endLine: idLine,
              endCharacter: idEnd,
            },
          },
        ],
        labels: [],
        ...(day !== undefined && { date: { value: day, precision: 'day', source: 'content' } }),
      },
      problems: [],
    };
  },

  readEntry(text, _labels, { latest }) {
    const lines = new Lines(text);
    const page = readPage(lines, latest);
    return page && { key: arxivKey(page.id), body: readBody(lines) };
  },
};

interface Page extends WrittenId {
  readonly title: string;
  readonly facts: ReadonlyMap<string, string>;
  readonly idLine: number;
}

function readPage(lines: Lines, latest?: Month): Page | undefined {
  if (lines.firstWith(toolbar, headLines) === undefined) return undefined;
  const facts = new Map<string, string>();
  let title = '';
  let place: (WrittenId & Pick<Page, 'idLine'>) | undefined;
  let inToolbar = false;
  for (let line = 0; line < Math.min(lines.count, headLines); line++) {
    const sign = lines.text[lines.start(line)];
    if (sign === '#') {
      if (lines.startsWith(line, fieldMark)) break;
      if (title === '' && lines.startsWith(line, '# ')) title = lines.line(line).slice(2).trim();
    } else if (sign === '*') {
      const text = lines.line(line);
      const [mark, name] = fact.exec(text) ?? [];
      if (name !== undefined) facts.set(name, text.slice(mark?.length).trim());
    }
    inToolbar ||= sign === '<' && lines.startsWith(line, toolbar);
    if (!inToolbar || place) continue;
    const id = idBetween(lines.line(line), idAttribute, '"', latest);
    if (id) place = Object.assign(id, { idLine: line });
  }
  if (!place || title === '' || !facts.has('作者')) return undefined;
  return Object.assign(place, { title, facts });
}

function readBody(lines: Lines): EntryBody {
  const fields = headingFields(lines, fieldMark, 0).map(({ label, text }) => ({
    // A picture stands before each heading.
    label: label.replace(picture, ''),
    text,
  }));
  const summary = fields.find(({ label }) => label === summaryLabel);
  const abstract = fields.find(({ label }) => label === abstractLabel);
  return {
    ...(summary && { summary: { label: summary.label, text: sentence(summary.text) } }),
    fields: fields.filter((field) => field !== summary && field !== abstract),
    ...(abstract && { abstract: abstract.text.replace(/^> ?/gm, '') }),
  };
}

/** `**The sentence**`, and lines with other facts behind it. */
function sentence(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  return /^\*\*.+\*\*$/.test(first) ? first.slice(2, -2) : first;
}
