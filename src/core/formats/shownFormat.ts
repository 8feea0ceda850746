import type { DigestEntry, Problem } from '../digest.js';
import { longestCategory, longestName, longestTitle } from '../factLimits.js';
import type { AiField, EntryBody } from '../paper.js';
import { shortText } from '../shortText.js';
import { shownLine, shownText } from '../shownText.js';
import type { DigestFormat } from './format.js';

const known = new WeakMap<DigestFormat, DigestFormat>();
const shownFormats = new WeakSet<DigestFormat>();

/**
 * The format as everybody reads by it: what it takes from a digest is text that people may be shown
 * (`shownText`), and no longer than lists can bear. Done here, where foreign texts come in, because they leave in a hundred places.
 */
export function shownFormat(format: DigestFormat): DigestFormat {
  if (shownFormats.has(format)) return format;
  let shown = known.get(format);
  if (!shown) {
    shown = withShownTexts(format);
    known.set(format, shown);
    shownFormats.add(shown);
  }
  return shown;
}

function withShownTexts(format: DigestFormat): DigestFormat {
  return {
    name: format.name,
    recognises: (lines, path) => format.recognises(lines, path),
    read: (lines, context) => {
      const { digest, problems } = format.read(lines, context);
      return {
        digest: { ...digest, entries: digest.entries.map(shownEntry) },
        problems: problems.map(shownProblem),
      };
    },
    readEntry: (text, labels, context) => {
      const read = format.readEntry(text, labels, context);
      return read && { ...read, body: shownBody(read.body) };
    },
  };
}

function shownEntry(entry: DigestEntry): DigestEntry {
  const { authors, category, crossLists } = entry;
  return {
    ...entry,
    title: shownTitle(entry),
    authors: authors.map((name) => shortText(shownText(name), longestName)),
    ...(category !== undefined && { category: shownCategory(category) }),
    ...(crossLists && { crossLists: crossLists.map(shownCategory) }),
  };
}

/** Of a title of which nothing can be seen, the paper's id takes the place. */
function shownTitle({ title, id, doi }: DigestEntry): string {
  const shown = shortText(shownText(title), longestTitle);
  return title !== '' && shown.trim() === '' ? (id ?? doi ?? '…') : shown;
}

function shownCategory(category: string): string {
  return shortText(shownLine(category), longestCategory);
}

function shownProblem(problem: Problem): Problem {
  const args = problem.args.map((arg) => (typeof arg === 'string' ? shownLine(arg) : arg));
  return { ...problem, args };
}

function shownBody({ summary, fields, abstract, comment }: EntryBody): EntryBody {
  return {
    ...(summary && { summary: shownField(summary) }),
    fields: fields.map(shownField),
    ...(abstract !== undefined && { abstract: shownText(abstract) }),
    ...(comment !== undefined && { comment: shownText(comment) }),
  };
}

function shownField(field: AiField): AiField {
  return {
    ...field,
    label: shortText(shownLine(field.label), longestCategory),
    text: shownText(field.text),
  };
}
