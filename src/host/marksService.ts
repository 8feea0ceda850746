import * as vscode from 'vscode';
import { History } from '../core/marks/history.js';
import { isSameMark, noMark, type Mark } from '../core/marks/mark.js';
import { differenceOf, reversed, type MarkChange } from '../core/marks/markChange.js';
import { MarkIndex } from '../core/marks/markIndex.js';
import type { MuteList, MuteReason } from '../core/marks/muteRules.js';
import {
  emptyRecord,
  markOf,
  mergeRecords,
  withChange,
  type PaperRecord,
} from '../core/marks/paperRecord.js';
import type { PaperFacts, PaperKey } from '../core/paper.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { LibraryService } from './libraryService.js';
import { MarksStore } from './marksStore.js';
import { MuteSettings } from './muteSettings.js';
import { changeMuteList, seenWhen } from './settings.js';
import { Slices } from './slices.js';

/** What a person, and who shares the file with them, has marked; nothing is read before `start`. */
export class MarksService implements Disposable {
  readonly #library: LibraryService;
  readonly #store = new DisposableStore();
  readonly #files: MarksStore;
  readonly #mutes = this.#store.add(new MuteSettings());
  readonly #changed = this.#store.add(new vscode.EventEmitter<ReadonlySet<PaperKey>>());
  readonly #index = new MarkIndex();
  readonly #history = new History();
  /** Marks of papers that had no id when they were marked. */
  readonly #titles = new Set<PaperKey>();
  /** By the paper that they have been found to be. */
  #titlesOf = new Map<PaperKey, PaperKey[]>();

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeMuteLists = this.#mutes.onDidChange;

  constructor(
    extension: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
    library: LibraryService,
    log: vscode.LogOutputChannel,
  ) {
    this.#library = library;
    this.#files = this.#store.add(new MarksStore(extension, log));
    this.#store.add(this.#files.onDidChange((keys) => void this.#take(keys)));
    this.#store.add(
      library.onDidChange(({ digests }) => {
        if (digests && this.#titles.size > 0) this.#findTitles();
      }),
    );
  }

  /** Reads the files on the first need. */
  start(): Promise<void> {
    return this.#files.start();
  }

  of(key: PaperKey): Mark {
    const record = this.#record(key);
    return record ? markOf(record) : noMark;
  }

  /** Those with a mark other than `noMark`, in no order; costs a look at each. */
  *keys(): Iterable<PaperKey> {
    for (const key of new Set(this.#files.keys())) {
      if (!isSameMark(this.of(key), noMark)) yield key;
    }
  }

  /** Papers by what is marked; each by the key that it was marked by. */
  get index(): Pick<MarkIndex, 'starred' | 'muted' | 'tags'> {
    return this.#index;
  }

  /** One step of undo; resolves when the change counts. It is written soon: see `flush`. */
  async change(keys: readonly PaperKey[], change: Partial<Mark>): Promise<void> {
    await this.changeEach(keys, () => change);
  }

  /** As `change`, for each paper by what its mark is. */
  async changeEach(
    keys: readonly PaperKey[],
    changeOf: (mark: Mark) => Partial<Mark>,
  ): Promise<void> {
    await this.start();
    const step = await this.#apply(keys, (key) => changeOf(this.of(key)));
    if (step.length === 0) return;
    this.#history.add({
      undo: () => this.#repeat(step.map(reversed)),
      redo: () => this.#repeat(step),
    });
  }

  /**
   * Adds a word to a mute list of the settings, as one step of undo.
   * @param paper in whose folder it is to count
   */
  async mute(list: MuteList, word: string, paper: PaperKey): Promise<void> {
    const [folder] = this.#holders(paper);
    const change = await changeMuteList(list, folder, (words) => [...words, word]);
    if (!change) return;
    this.#history.add({
      undo: async () => {
        await changeMuteList(list, folder, (words) => words.filter((each) => each !== word));
      },
      redo: async () => {
        await changeMuteList(list, folder, (words) => [...words, word]);
      },
    });
  }

  /** Papers have come into sight, which counts as seen if the settings say so; no step of undo. */
  async noteSeen(keys: readonly PaperKey[], how: 'opened' | 'scrolled'): Promise<void> {
    if (!seenWhen().includes(how)) return;
    await this.start();
    const unseen = keys.filter((key) => this.of(key).progress === 'new');
    await this.#apply(unseen, () => ({ progress: 'seen' }));
  }

  /** @returns whether there was a step to be taken back */
  async undo(): Promise<boolean> {
    await this.start();
    return this.#history.undo();
  }

  async redo(): Promise<boolean> {
    await this.start();
    return this.#history.redo();
  }

  /** Why a paper is left out of lists: its mark, or a list of the settings. */
  muteReason(facts: PaperFacts): MuteReason | undefined {
    if (this.of(facts.key).muted) return { kind: 'paper' };
    if (this.#mutes.isEmpty) return undefined;
    const paper = this.#library.library.paper(facts.key);
    return paper && this.#mutes.reason(paper);
  }

  /** No list of the settings mutes anything. */
  get mutesByMarkAlone(): boolean {
    return this.#mutes.isEmpty;
  }

  /** Resolves when everything is on disk. */
  flush(): Promise<void> {
    return this.#files.flush();
  }

  /** As `flush`, within the time that a window has that goes. */
  close(): Promise<void> {
    return this.#files.close();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #record(key: PaperKey): PaperRecord | undefined {
    let record = this.#files.record(key);
    for (const title of this.#titlesOf.get(key) ?? []) {
      const other = this.#files.record(title);
      if (other) record = record ? mergeRecords(record, other) : other;
    }
    return record;
  }

  /** A few papers at once; a whole year of them in slices. */
  async #apply(
    keys: readonly PaperKey[],
    changeOf: (key: PaperKey) => Partial<Mark> | undefined,
  ): Promise<MarkChange[]> {
    const now = Date.now();
    const slices = new Slices();
    const step: MarkChange[] = [];
    for (const key of new Set(keys.map((key) => this.#library.library.homeOf({ key })))) {
      const change = changeOf(key);
      if (!change) continue;
      const record = this.#record(key) ?? emptyRecord;
      const changed = withChange(record, change, now);
      const [before, after] = [markOf(record), markOf(changed)];
      if (isSameMark(before, after)) continue;
      this.#files.put(key, changed, () => this.#holders(key));
      this.#note(key, after);
      step.push({ key, before, after });
      if (step.length % 50 === 0) await slices.turn();
    }
    if (step.length > 0) this.#changed.fire(new Set(step.map(({ key }) => key)));
    return step;
  }

  async #repeat(step: readonly MarkChange[]): Promise<void> {
    const changes = new Map(step.map((change) => [change.key, differenceOf(change)]));
    await this.#apply([...changes.keys()], (key) => changes.get(key));
  }

  /** The folders with a digest that holds the paper. */
  #holders(key: PaperKey): vscode.WorkspaceFolder[] {
    const { occurrences = [] } = this.#library.library.paper(key) ?? {};
    return occurrences
      .map(({ uri }) => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)))
      .filter((folder) => folder !== undefined);
  }

  async #take(keys: ReadonlySet<PaperKey>): Promise<void> {
    const slices = new Slices();
    let looked = 0;
    for (const key of keys) {
      this.#note(key, this.of(key));
      if (++looked % 500 === 0) await slices.turn();
    }
    if (this.#titles.size > 0) this.#findTitles();
    this.#changed.fire(keys);
  }

  #note(key: PaperKey, mark: Mark): void {
    this.#index.set(key, mark);
    if (key.startsWith('title:')) this.#titles.add(key);
  }

  /** Entries without id join a paper as soon as some digest gives its id. */
  #findTitles(): void {
    const before = this.#titlesOf;
    this.#titlesOf = new Map();
    for (const title of this.#titles) {
      const home = this.#library.library.homeOf({ key: title });
      if (home === title) continue;
      const titles = this.#titlesOf.get(home) ?? [];
      titles.push(title);
      this.#titlesOf.set(home, titles);
    }
    const homes = new Set([...before.keys(), ...this.#titlesOf.keys()]);
    const moved = [...homes].filter(
      (home) => before.get(home)?.join('\n') !== this.#titlesOf.get(home)?.join('\n'),
    );
    if (moved.length === 0) return;
    for (const home of moved) this.#index.set(home, this.of(home));
    this.#changed.fire(new Set(moved));
  }
}
