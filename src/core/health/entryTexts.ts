import type { Digest, DigestEntry } from '../digest.js';
import type { DigestFormat, ReadContext } from '../formats/format.js';
import type { Lines } from '../lines.js';
import type { AiField, EntryBody } from '../paper.js';
import { fieldPlaces, type FieldPlace } from './fieldPlaces.js';

/** An entry with its texts, as checks see it. */
export class EntryText {
  readonly entry: DigestEntry;
  readonly body: EntryBody;
  readonly #lines: Lines;
  #places: ReadonlyMap<string, FieldPlace> | undefined;

  constructor(entry: DigestEntry, body: EntryBody, lines: Lines) {
    this.entry = entry;
    this.body = body;
    this.#lines = lines;
  }

  /** Those that a model wrote, the summary first. */
  get fields(): readonly AiField[] {
    const { summary, fields } = this.body;
    return summary ? [summary, ...fields] : fields;
  }

  /** Only an entry with something to tell pays for the search. */
  place(label: string): FieldPlace | undefined {
    this.#places ??= fieldPlaces(this.#lines, this.entry.range);
    return this.#places.get(label);
  }
}

/** The entries whose texts stand where they should; of others nothing is told. */
export function entryTexts(
  { entries, labels }: Digest,
  lines: Lines,
  format: Pick<DigestFormat, 'readEntry'>,
  context: ReadContext,
): EntryText[] {
  return entries.flatMap((entry) => {
    const read = format.readEntry(lines.sliceRange(entry.range), labels, context);
    return read?.key === entry.key ? [new EntryText(entry, read.body, lines)] : [];
  });
}
