import { changedKeys } from '../core/marks/changedKeys.js';
import { mergeRecords, type PaperRecord } from '../core/marks/paperRecord.js';
import { emptyState, isStateFile, type MarksState } from '../core/marks/stateFile.js';
import type { PaperKey } from '../core/paper.js';
import { marksBytes, readMarks } from './marksBytes.js';
import type { MarksDisk } from './marksDisk.js';
import { MarksRefusal } from './marksRefusal.js';
import { inSlices } from './timeSlices.js';

/** Marks that come one after the other are written together; … */
const shortestWaitMs = 50;
const longestWaitMs = 2000;
/** … where writing takes long, the disk rests three times as long. */
const restsPerWrite = 3;
/** Somebody who writes without asking may change the file while it is being made. */
const mostAttempts = 5;

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
    if (!this.#started) {
      this.#started = this.reload();
      // Nobody waits for it; where it fails, nothing is lost but tidiness, and writing tells why.
      void this.#started.then(() => this.#options.disk.sweep()).catch(() => undefined);
    }
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
    await this.#options.disk.alone(() => this.#writeAlone());
    const rest = restsPerWrite * (performance.now() - began);
    this.#wait = Math.min(longestWaitMs, Math.max(shortestWaitMs, rest));
  }

  async #writeAlone(): Promise<void> {
    const { disk, beside } = this.#options;
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      await this.#read();
      if (this.#isForeign) throw new MarksRefusal({ kind: 'content' });
      const before = this.#known;
      const written = new Map(this.#unwritten);
      const known = await disk.replace(await inSlices(marksBytes(this.#state)), before);
      if (known === undefined) continue;
      this.#known = known;
      await inSlices(this.#settle(written));
      if (before === undefined && beside) await disk.addBeside(beside.name, beside.text);
      return;
    }
    throw new MarksRefusal({ kind: 'changing' });
  }

  /** What was put while the file was written is still to be written. */
  *#settle(written: ReadonlyMap<PaperKey, PaperRecord>): Generator<undefined, void> {
    for (const [key, record] of written) {
      if (this.#unwritten.get(key) === record) this.#unwritten.delete(key);
      yield;
    }
  }

  async #read(): Promise<void> {
    const { disk } = this.#options;
    const fingerprint = await disk.fingerprint();
    if (fingerprint === this.#known) return;
    const bytes = (await disk.read()) ?? new Uint8Array();
    const read = await inSlices(readMarks(bytes));
    const isForeign = !isStateFile(read);
    const state = isForeign ? emptyState() : read;
    const changed = await inSlices(changedKeys(this.#state.records, state.records));
    await inSlices(this.#take(state));
    this.#isForeign = isForeign;
    this.#known = fingerprint;
    if (changed.size > 0) this.#options.onChange(changed);
  }

  /** Merges what is not written yet into what the file holds, which is then what is known. */
  *#take(state: MarksState): Generator<undefined, void> {
    const { records } = state;
    const merged = new Map<PaperKey, PaperRecord>();
    const merge = (key: PaperKey, record: PaperRecord): void => {
      const other = records.get(key);
      records.set(key, other ? mergeRecords(other, record) : record);
      merged.set(key, record);
    };
    for (const [key, record] of this.#unwritten) {
      merge(key, record);
      yield;
    }
    // What was put in between, at once: nothing may come before the state is taken.
    for (const [key, record] of this.#unwritten) {
      if (merged.get(key) !== record) merge(key, record);
    }
    this.#state = state;
  }
}
