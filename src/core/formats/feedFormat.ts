import { arxivKey } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import type { PaperKey } from '../paper.js';
import {
  dayOf,
  entryOf,
  factPaths,
  idOf,
  idPaths,
  oneLine,
  valueOf,
  type FeedFormat,
} from './feedEntry.js';
import type { DigestFormat } from './format.js';
import { htmlText } from './htmlContent.js';
import type { XmlShape } from './xmlPaths.js';
import { readXmlRecords } from './xmlRecords.js';

const bodyPaths = [...idPaths, 'summary', 'description', 'comment'];

/** How much is looked at to tell a feed. */
const headLength = 8000;

export function feedFormat(feed: FeedFormat): DigestFormat {
  const records = new Set(feed.records);
  const wanted = new Set([...factPaths, ...feed.date, ...(feed.day ?? [])]);
  const facts: XmlShape = { records, wanted };
  const texts: XmlShape = { records, wanted: new Set(bodyPaths) };
  return {
    name: feed.name,

    recognises({ text, firstSign }) {
      return (
        firstSign === '<' &&
        /^\s{0,100}<[?!a-zA-Z]/.test(text) &&
        feed.recognises(text.slice(0, headLength))
      );
    },

    read(lines, { latest }) {
      const { head, records } = readXmlRecords(lines.text, facts);
      const entries: DigestEntry[] = [];
      const problems: Problem[] = [];
      const seen = new Set<PaperKey>();
      for (const record of records) {
        if (feed.isNoPaper?.(valueOf(record.values, ['id'])?.text ?? '')) continue;
        const entry = entryOf(feed, lines, record, latest);
        const problem = (kind: Problem['kind'], name: string): void => {
          problems.push({ kind, line: lines.lineAt(record.start), args: [name] });
        };
        if (!entry) {
          problem(
            'entryCutOff',
            oneLine(valueOf(record.values, ['title', ...idPaths])?.text ?? ''),
          );
          continue;
        }
        if (seen.has(entry.key)) problem('duplicateEntry', entry.id ?? '');
        seen.add(entry.key);
        if (!record.closed) problem('entryCutOff', entry.id ?? '');
        else if (entry.authors.length === 0) problem('entryWithoutAuthors', entry.id ?? '');
        entries.push(entry);
      }
      const day = dayOf(head, feed.date) ?? newestDay(entries);
      return {
        digest: {
          entries,
          labels: [],
          ...(day !== undefined && { date: { value: day, precision: 'day', source: 'content' } }),
        },
        problems,
      };
    },

    readEntry(text, _labels, { latest }) {
      const [record] = readXmlRecords(text, texts).records;
      const found = record && idOf(text, record, latest);
      if (!found) return undefined;
      const written = valueOf(record.values, ['summary', 'description'])?.text ?? '';
      const plain = htmlText(unindented(written));
      const abstract = (feed.abstract?.(plain) ?? plain).trim();
      const comment = oneLine(valueOf(record.values, ['comment'])?.text ?? '');
      return {
        key: arxivKey(found.id),
        body: {
          fields: [],
          ...(abstract !== '' && { abstract }),
          ...(comment !== '' && { comment }),
        },
      };
    },
  };
}

function newestDay(entries: readonly DigestEntry[]): string | undefined {
  return entries.reduce<string | undefined>(
    (newest, { day }) => (newest === undefined || (day ?? '') > newest ? day : newest),
    undefined,
  );
}

/** Without the indentation that a file in tidy order gives to all lines of a text. */
function unindented(text: string): string {
  const indentation = /^[^\S\n]*\n([^\S\n]+)/.exec(text)?.[1];
  return indentation === undefined ? text : text.replaceAll(`\n${indentation}`, '\n');
}
