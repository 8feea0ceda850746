import { isSameMark, noMark } from '../core/marks/mark.js';
import { markOf, mergeRecords, type PaperRecord } from '../core/marks/paperRecord.js';
import { emptyState, isStateFile, StateReader, stateText } from '../core/marks/stateFile.js';
import type { PaperKey } from '../core/paper.js';
import type { MarksDisk } from './marksDisk.js';
import { Slices } from './slices.js';

/** Marks that come one after the other are written together; … */
const shortestWaitMs = 50;
const longestWaitMs = 2000;
/** … where writing takes long, the disk rests three times as long. */
const restsPerWrite = 3;
/** Bytes that are decoded at a time. */
const pieceLength = 16 * 1024;
/** Somebody who writes without asking may change the file while it is being made. */
const mostAttempts = 5;

/** The file holds something else, and is left alone. */
export class NoMarksFileError extends Error {}

export interface MarksFileOptions {
  readonly disk: MarksDisk;
  /** A file to be laid beside when the file itself is made. */
  readonly beside?: { readonly name: string; readonly text: string };
  /** Somebody else has changed the marks of these papers. */
  readonly onChange: (keys: ReadonlySet<PaperKey>) => void;
  /** What was to be written is still in `unwritten`. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * One file of marks and what this window has put to it. The file is the truth: what is read replaces
 * what was known, but for changes that are not written yet, which are merged into it.
 */
export class MarksFile {
  readonly #options: MarksFileOptions;
  #state = emptyState();
  /** The fingerprint of what was read or written last. */
  #known: string | undefined;
  #isForeign = false;
  readonly #unwritten = new Map<PaperKey, PaperRecord>();
  #started: Promise<void> | undefined;
  /** Reads and writes, one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = shortestWaitMs;

  constructor(options: MarksFileOptions) {
    this.#options = options;
  }

  get records(): ReadonlyMap<PaperKey, PaperRecord> {
    return this.#state.records;
  }

  get unwritten(): ReadonlyMap<PaperKey, PaperRecord> {
    return this.#unwritten;
  }

  /** Reads the file, once. A file that cannot be read counts as empty until it is written to. */
  start(): Promise<void> {
    this.#started ??= this.reload();
    return this.#started;
  }

  /** Reads what others have written since. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#read().catch(this.#options.onFailure));
  }

  /** Takes records at once, and writes them soon. */
  put(records: ReadonlyMap<PaperKey, PaperRecord>): void {
    for (const [key, record] of records) {
      this.#state.records.set(key, record);
      this.#unwritten.set(key, record);
    }
    this.#timer ??= setTimeout(() => void this.flush(), this.#wait);
  }

  /** Resolves when everything is written that has been put, or has failed. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inTurn(() => this.#write().catch(this.#options.onFailure));
  }

  /** Gives away what could not be written. */
  giveUp(): Map<PaperKey, PaperRecord> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const left = new Map(this.#unwritten);
    this.#unwritten.clear();
    return left;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(act);
    this.#queue = done;
    return done;
  }

  async #write(): Promise<void> {
    if (this.#unwritten.size === 0) return;
    const began = performance.now();
    const { disk } = this.#options;
    await disk.alone(async () => {
      for (let attempt = 1; ; attempt++) {
        await this.#read();
        if (this.#isForeign) throw new NoMarksFileError();
        const written = new Map(this.#unwritten);
        const content = await this.#content();
        const isSame = (await disk.fingerprint()) === this.#known;
        if (!isSame && attempt < mostAttempts) continue;
        const isNew = this.#known === undefined;
        this.#known = await disk.replace(content);
        for (const [key, record] of written) {
          if (this.#unwritten.get(key) === record) this.#unwritten.delete(key);
        }
        const { beside } = this.#options;
        if (isNew && beside) await disk.addBeside(beside.name, beside.text);
        break;
      }
    });
    const rest = restsPerWrite * (performance.now() - began);
    this.#wait = Math.min(longestWaitMs, Math.max(shortestWaitMs, rest));
  }

  async #content(): Promise<Uint8Array> {
    const slices = new Slices();
    const encoder = new TextEncoder();
    const pieces: Uint8Array[] = [];
    for (const text of stateText(this.#state)) {
      pieces.push(encoder.encode(text));
      await slices.turn();
    }
    return Buffer.concat(pieces);
  }

  async #read(): Promise<void> {
    const { disk } = this.#options;
    const fingerprint = await disk.fingerprint();
    if (fingerprint === this.#known) return;
    const bytes = (await disk.read()) ?? new Uint8Array();
    const slices = new Slices();
    const reader = new StateReader();
    const decoder = new TextDecoder();
    for (let from = 0; from < bytes.length; from += pieceLength) {
      const piece = bytes.subarray(from, from + pieceLength);
      reader.add(decoder.decode(piece, { stream: true }));
      await slices.turn();
    }
    reader.add(decoder.decode());
    const read = reader.end();
    this.#isForeign = !isStateFile(read);
    const state = this.#isForeign ? emptyState() : read;
    const changed = await changedKeys(this.#state.records, state.records, slices);
    for (const [key, record] of this.#unwritten) {
      const other = state.records.get(key);
      state.records.set(key, other ? mergeRecords(other, record) : record);
    }
    this.#state = state;
    this.#known = fingerprint;
    if (changed.size > 0) this.#options.onChange(changed);
  }
}

async function changedKeys(
  before: ReadonlyMap<PaperKey, PaperRecord>,
  after: ReadonlyMap<PaperKey, PaperRecord>,
  slices: Slices,
): Promise<Set<PaperKey>> {
  const changed = new Set<PaperKey>();
  let looked = 0;
  for (const [key, record] of after) {
    const old = before.get(key);
    if (!isSameMark(markOf(record), old ? markOf(old) : noMark)) changed.add(key);
    if (++looked % 200 === 0) await slices.turn();
  }
  for (const [key, record] of before) {
    if (!after.has(key) && !isSameMark(markOf(record), noMark)) changed.add(key);
    if (++looked % 200 === 0) await slices.turn();
  }
  return changed;
}
