import type { PaperKey } from './protocol.js';

interface WatchOptions {
  readonly isNew: (key: PaperKey) => boolean;
  /** The paper that can be read at this moment. */
  readonly opened: () => PaperKey | undefined;
  /** Those of the rows that can be seen at this moment. */
  readonly scrolled: () => readonly PaperKey[];
  readonly tell: (keys: readonly PaperKey[], how: 'opened' | 'scrolled') => void;
}

/** Who goes past papers faster has not looked at them. */
const lookMs = 800;

/** Notices which papers have been looked at. What that means is a setting, and the host's business. */
export class SeenWatch {
  readonly #options: WatchOptions;
  /** Told once: who marks a paper as new again does not want it to be seen a moment later. */
  readonly #told = { opened: new Set<PaperKey>(), scrolled: new Set<PaperKey>() };
  readonly #timers: Partial<Record<'opened' | 'scrolled', ReturnType<typeof setTimeout>>> = {};

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Another paper is shown, or other rows are. */
  look(how: 'opened' | 'scrolled'): void {
    clearTimeout(this.#timers[how]);
    this.#timers[how] = setTimeout(() => this.#tell(how), lookMs);
  }

  #tell(how: 'opened' | 'scrolled'): void {
    if (document.visibilityState !== 'visible') return;
    const opened = this.#options.opened();
    const keys =
      how === 'scrolled' ? this.#options.scrolled() : opened === undefined ? [] : [opened];
    const told = this.#told[how];
    const news = keys.filter((key) => !told.has(key) && this.#options.isNew(key));
    for (const key of news) told.add(key);
    if (news.length > 0) this.#options.tell(news, how);
  }
}
