import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { IndexedDocument } from '../core/digest.js';
import type { PaperKey } from '../core/paper.js';
import { decodeSegment, encodeSegment } from '../core/search/segmentCodec.js';
import type { Shard } from '../core/search/searchResult.js';
import { pack, readFile, temporary, unpack, writeFile, type CacheFile } from './cacheFile.js';
import { contentOf } from './content.js';
import type { CachePlace } from './protocol.js';

/** A file that was changed so shortly before it was read may have changed again at the same time. */
const sureAfterMs = 2000;
/** Longer than any write takes: what is older was left behind by a window that was killed. */
const abandonedAfterMs = 3_600_000;

/**
 * What has been made of documents, kept on disk: one file for a document and one for its segment.
 * Nothing here fails: what cannot be read is missing, what cannot be written is told to the log.
 */
export class IndexCache {
  readonly #program: string;
  readonly #log: (line: string) => void;
  #writes = true;

  /** @param program names what has made the files: those of another are of no use */
  constructor(program: string, log: (line: string) => void) {
    this.#program = program;
    this.#log = log;
  }

  /** The document as it was made of this very state of its file. */
  restoreDocument(uri: string, place: CachePlace): IndexedDocument | undefined {
    const kept = this.#read(place.path, uri);
    if (!kept) return undefined;
    const { size, mtime, checked } = kept.header;
    const isSame = size === place.size && mtime === place.mtime && readsAlike(kept, place);
    const isSure = typeof checked === 'number' && place.mtime < checked - sureAfterMs;
    return isSame && isSure ? documentIn(kept) : undefined;
  }

  /**
   * The document as it was made of this content, whenever that was.
   * @param fingerprint of the content alone
   */
  reuseDocument(uri: string, place: CachePlace, fingerprint: string): IndexedDocument | undefined {
    const kept = this.#read(place.path, uri);
    const of = kept?.header['fingerprint'];
    const isSame = typeof of === 'string' && contentOf(of) === fingerprint;
    return kept && isSame && readsAlike(kept, place) ? documentIn(kept) : undefined;
  }

  keepDocument(document: IndexedDocument, { path: file, ...state }: CachePlace): void {
    const { uri, fingerprint } = document;
    const header = { program: this.#program, uri, fingerprint, ...state };
    this.#write(file, pack(header, Buffer.from(JSON.stringify(document))));
  }

  /** @returns the bytes that `unpackShard` reads, wherever they have been in between */
  packShard({ segment, ...rest }: Shard, fingerprint: string): Uint8Array<ArrayBuffer> {
    return pack({ program: this.#program, fingerprint, ...rest }, encodeSegment(segment));
  }

  /** @throws Error when the bytes are not what `packShard` made */
  unpackShard(bytes: Uint8Array): Shard {
    return shardIn(unpack(bytes));
  }

  keepShard(file: string, bytes: Uint8Array): void {
    this.#write(file, bytes);
  }

  restoreShard(uri: string, file: string, fingerprint: string): Shard | undefined {
    const kept = this.#read(file, uri);
    if (kept?.header['fingerprint'] !== fingerprint) return undefined;
    try {
      return shardIn(kept);
    } catch (error) {
      this.#log(`${file} is not used: ${reasonOf(error)}`);
      return undefined;
    }
  }

  /** Deletes all files of a folder but these, and what killed windows have left behind. */
  prune(folder: string, keep: readonly string[]): void {
    const kept = new Set(keep);
    for (const { name, file } of filesIn(folder)) {
      if (kept.has(name)) continue;
      try {
        if (name.endsWith(temporary) && Date.now() - statSync(file).mtimeMs < abandonedAfterMs)
          continue;
        rmSync(file, { force: true });
      } catch (error) {
        this.#log(`${file} cannot be deleted: ${reasonOf(error)}`);
      }
    }
  }

  /** Bytes of all files in a folder. */
  size(folder: string): number {
    let sum = 0;
    for (const { file } of filesIn(folder)) {
      try {
        sum += statSync(file).size;
      } catch {
        // Another window has just replaced it.
      }
    }
    return sum;
  }

  #read(file: string, uri: string): CacheFile | undefined {
    try {
      const bytes = readFile(file);
      if (!bytes) return undefined;
      const kept = unpack(bytes);
      if (kept.header['uri'] !== uri) throw new Error('it is of another document');
      return kept.header['program'] === this.#program ? kept : undefined;
    } catch (error) {
      this.#log(`${file} is not used: ${reasonOf(error)}`);
      return undefined;
    }
  }

  #write(file: string, bytes: Uint8Array): void {
    if (!this.#writes) return;
    try {
      writeFile(file, bytes);
    } catch (error) {
      // A full disk, or one that may not be written: once is enough.
      this.#writes = false;
      this.#log(`The index is not kept: ${reasonOf(error)}`);
    }
  }
}

function readsAlike(
  { header }: CacheFile,
  { latexCommand, formats, isSource, part, encoding }: CachePlace,
): boolean {
  return (
    header['latexCommand'] === latexCommand &&
    header['formats'] === formats &&
    header['isSource'] === isSource &&
    header['part'] === part &&
    header['encoding'] === encoding
  );
}

/** What `pack` has sealed was made by this program, so that its shape needs no second look. */
function documentIn({ body }: CacheFile): IndexedDocument {
  return JSON.parse(Buffer.from(body).toString('utf8')) as IndexedDocument;
}

function shardIn({ header, body }: CacheFile): Shard {
  const { uri, date, days, keys, categories } = header as unknown as Omit<Shard, 'segment'> & {
    readonly keys: readonly PaperKey[];
  };
  return {
    ...{ uri, keys, categories, segment: decodeSegment(body) },
    ...(date && { date }),
    ...(days && { days }),
  };
}

function filesIn(folder: string): { name: string; file: string }[] {
  try {
    return readdirSync(folder).map((name) => ({ name, file: path.join(folder, name) }));
  } catch {
    return [];
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
