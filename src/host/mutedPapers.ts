import * as vscode from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { settings } from './contributions.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { LibraryService } from './libraryService.js';
import type { MarksService } from './marksService.js';
import { showsMuted } from './settings.js';
import { Slices } from './slices.js';

const nothing: ReadonlySet<PaperKey> = new Set();

/**
 * The papers of the library that are muted, found a few at a time: a keyword has to be looked for in
 * every title. Follows the library, the marks and the settings once it has been asked.
 */
export class MutedPapers implements Disposable {
  readonly #service: LibraryService;
  readonly #marks: MarksService;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #keys = new Set<PaperKey>();
  /** To be looked at. */
  readonly #open = new Set<PaperKey>();
  /** As the setting says, which takes VS Code long to tell, and is asked for each of many papers. */
  #isShown = false;
  #isFollowing = false;
  #isLooking = false;

  /** The muted papers are others, or are shown where they were hidden. */
  readonly onDidChange = this.#changed.event;

  constructor(service: LibraryService, marks: MarksService) {
    this.#service = service;
    this.#marks = marks;
  }

  /** All that are muted. */
  get keys(): ReadonlySet<PaperKey> {
    this.#follow();
    return this.#keys;
  }

  /** Those that lists leave out: none while the settings say to show them. */
  get hidden(): ReadonlySet<PaperKey> {
    this.#follow();
    return this.#isShown ? nothing : this.#keys;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const marks = this.#marks;
    this.#store.add(marks.onDidChange((keys) => void this.#look(keys)));
    this.#store.add(marks.onDidChangeMuteLists(() => void this.#lookAtAll()));
    this.#store.add(this.#service.onDidChange(({ papers }) => void this.#look(papers)));
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(settings.showMuted)) return;
        this.#isShown = showsMuted();
        this.#changed.fire();
      }),
    );
    this.#isShown = showsMuted();
    void this.#lookAtAll();
  }

  #lookAtAll(): Promise<void> {
    // Where the settings mute nothing, the marks alone need a look.
    const all = this.#marks.mutesByMarkAlone
      ? this.#marks.index.muted
      : this.#service.library.keys();
    return this.#look([...all, ...this.#keys]);
  }

  async #look(keys: Iterable<PaperKey>): Promise<void> {
    for (const key of keys) this.#open.add(key);
    if (this.#isLooking) return;
    this.#isLooking = true;
    const slices = new Slices();
    let changed = false;
    for (const key of this.#open) {
      this.#open.delete(key);
      const home = this.#service.library.homeOf({ key });
      changed = this.#set(key, home === key && this.#isMuted(key)) || changed;
      if (home !== key) this.#open.add(home);
      await slices.turn();
    }
    this.#isLooking = false;
    if (changed && !this.#store.disposed) this.#changed.fire();
  }

  #isMuted(key: PaperKey): boolean {
    if (!this.#service.library.has(key)) return false;
    if (this.#marks.mutesByMarkAlone) return this.#marks.of(key).muted;
    const paper = this.#service.library.paper(key);
    return paper !== undefined && this.#marks.muteReason(paper) !== undefined;
  }

  #set(key: PaperKey, isMuted: boolean): boolean {
    if (this.#keys.has(key) === isMuted) return false;
    if (isMuted) this.#keys.add(key);
    else this.#keys.delete(key);
    return true;
  }
}
