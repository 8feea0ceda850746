import type { Digest, Problem } from '../digest.js';
import type { DigestFormat, ReadContext } from '../formats/format.js';
import { Lines } from '../lines.js';
import type { TextRange } from '../text.js';
import { emptyFields } from './emptyFields.js';
import { entryTexts, type EntryText } from './entryTexts.js';
import { grouped, type HealthFinding, type HealthGroup } from './finding.js';
import { missingAbstracts } from './missingAbstracts.js';
import { missingAuthors } from './missingAuthors.js';
import { otherLanguages } from './otherLanguages.js';
import { placeholders } from './placeholders.js';
import { problemPlaces } from './problemPlaces.js';

/** What is looked for in the texts of entries. A new check is a row here. */
const textChecks: readonly ((texts: readonly EntryText[]) => HealthFinding[])[] = [
  placeholders,
  emptyFields,
  missingAbstracts,
  missingAuthors,
  otherLanguages,
];

/** Told with the entry's line and its id, else its title. */
const breaks: ReadonlySet<Problem['kind']> = new Set(['entryCutOff', 'entryWithoutAuthors']);

export interface DigestToCheck {
  readonly digest: Digest;
  readonly problems: readonly Problem[];
  readonly text: string;
  readonly format: Pick<DigestFormat, 'readEntry'> | undefined;
  readonly context: ReadContext;
}

/**
 * All that is wrong with a digest. Never throws, and linear in the length of the text; ranges lie in
 * it even when it has changed since the digest was read.
 */
export function checkDigest(checked: DigestToCheck): HealthGroup[] {
  const { digest, problems, format, context } = checked;
  const lines = new Lines(checked.text);
  const { entries } = digest;
  // What an entry lacks that could not be read has been told by that.
  const broken = new Set(
    problems
      .filter(({ kind }) => breaks.has(kind))
      .map(({ line, args: [name = ''] }) => `${line} ${name}`),
  );
  const whole = entries.filter(
    ({ id, title, range }) => !broken.has(`${range.startLine} ${id ?? title}`),
  );
  const texts = format ? entryTexts({ ...digest, entries: whole }, lines, format, context) : [];
  const findings = [
    ...problemPlaces(problems, entries, lines),
    ...textChecks.flatMap((check) => check(texts)),
  ];
  return grouped(findings.map((finding) => ({ ...finding, range: inside(lines, finding.range) })));
}

/** On one line of the text. */
function inside(lines: Lines, range: TextRange): TextRange {
  const line = Math.max(0, Math.min(range.startLine, lines.count - 1));
  const length = lines.end(line) - lines.start(line);
  const startCharacter = Math.min(range.startCharacter, length);
  const end = range.endLine === line ? range.endCharacter : length;
  const endCharacter = Math.max(startCharacter, Math.min(end, length));
  return { startLine: line, startCharacter, endLine: line, endCharacter };
}
