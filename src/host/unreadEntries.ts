import type { LogOutputChannel } from 'vscode';
import type { Library } from '../core/library.js';
import type { Occurrence } from '../core/paper.js';

/** The part of the library's service that reads documents anew. */
interface Rereader {
  readonly library: Pick<Library, 'document' | 'paper'>;
  reread(uri: string): void;
}

/**
 * What becomes of entries that were not where the library says they are. Most often the file has just
 * changed, and is read anew. Where that cannot help, since it has been read as it stands or was read anew
 * for this very content, a line of the log says so, once, and nothing is read until the file changes:
 * whoever shows the paper asks again after each reading, and would have it read without end.
 */
export class UnreadEntries {
  readonly #reader: Rereader;
  readonly #log: Pick<LogOutputChannel, 'warn'>;
  /** Contents for which a document was read anew. */
  readonly #reread = new Set<string>();
  readonly #told = new Set<string>();

  constructor(reader: Rereader, log: Pick<LogOutputChannel, 'warn'>) {
    this.#reader = reader;
    this.#log = log;
  }

  /** @param seen names the content in which it was looked for (`UnreadSource`) */
  note(place: Occurrence, seen: string): void {
    const { library } = this.#reader;
    const { uri, entry } = place;
    const held = library.paper(entry.key)?.occurrences.some((one) => one.entry === entry);
    // It has been read anew since it was asked about.
    if (held !== true) return;
    const content = `${seen} ${uri}`;
    const isAsRead = library.document(uri)?.fingerprint?.startsWith(seen) === true;
    if (isAsRead || this.#reread.has(content)) {
      this.#tell(place, content);
      return;
    }
    this.#reread.add(content);
    this.#reader.reread(uri);
  }

  #tell({ uri, format, entry }: Occurrence, content: string): void {
    const { id, title, range } = entry;
    const line = range.startLine + 1;
    const told = `${line} ${content}`;
    if (this.#told.has(told)) return;
    this.#told.add(told);
    this.#log.warn(
      `${uri}:${line}: what the digest says of ${id ?? title} could not be read (format ${format}).`,
    );
  }
}
