import * as vscode from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { LiveAnswer, type Answered } from './liveAnswer.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { Found, SearchService } from './searchService.js';

interface Filtered {
  readonly keys: ReadonlySet<PaperKey>;
  readonly match: Found['match'];
}

const none: ReadonlySet<PaperKey> = new Set();

/** What the view Papers is narrowed to. */
export class PaperFilter implements Disposable {
  readonly #search: SearchService;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #answer: LiveAnswer<Filtered> | undefined;
  #text = '';
  #applied: { readonly text: string; readonly keys: ReadonlySet<PaperKey> } | undefined;

  /** Other papers pass, or another number of them. */
  readonly onDidChange = this.#changed.event;

  constructor(search: SearchService) {
    this.#search = search;
  }

  /** As the person has it by now; '' for none. */
  get text(): string {
    return this.#text;
  }

  /** What the engine has said to it; none while it is being asked for the first time. */
  get answered(): Answered<Filtered> | undefined {
    return this.#answer?.answered;
  }

  /** By what the tree is narrowed: the last filter, until the next one is answered. */
  get applied(): { readonly text: string; readonly keys: ReadonlySet<PaperKey> } | undefined {
    return this.#applied;
  }

  /** Resolves when the tree can be narrowed to it. */
  async set(text: string): Promise<void> {
    this.#answer?.dispose();
    this.#text = text;
    if (text === '') {
      this.#answer = undefined;
      this.#apply();
      return;
    }
    const ask = (): Promise<Filtered> => this.#search.findAll(text);
    const answer = new LiveAnswer(ask, () => this.#apply());
    this.#answer = answer;
    await answer.given();
  }

  refresh(): void {
    this.#answer?.refresh();
  }

  dispose(): void {
    this.#answer?.dispose();
    this.#store.dispose();
  }

  #apply(): void {
    const answered = this.#answer?.answered;
    if (answered === undefined || 'error' in answered) {
      this.#applied = undefined;
    } else {
      const { keys, match } = answered.value;
      // Papers with some of the words alone are of use in a ranked list, not in a filter.
      this.#applied = { text: this.#text, keys: match === 'some' ? none : keys };
    }
    this.#changed.fire();
  }
}
