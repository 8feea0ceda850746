import * as vscode from 'vscode';
import { isSameAnswer, mostListed, type SearchAnswer } from '../core/searchTree.js';
import { LiveAnswer, type Answered } from './liveAnswer.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { SearchService } from './searchService.js';

/** What the searches of the tree have found, by their queries. */
export class SearchResults implements Disposable {
  readonly #search: SearchService;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #answers = new Map<string, LiveAnswer<SearchAnswer>>();

  /** One of them has found something else than before. */
  readonly onDidChange = this.#changed.event;

  constructor(search: SearchService) {
    this.#search = search;
  }

  /** The last answer to a query, which is asked if it has not been yet. */
  of(query: string): Answered<SearchAnswer> | undefined {
    return this.#liveAnswer(query).answered;
  }

  /** As `of`, but waits for the first answer. */
  async given(query: string): Promise<Answered<SearchAnswer> | undefined> {
    const answer = this.#liveAnswer(query);
    await answer.given();
    return answer.answered;
  }

  /** Asks anew all that have been asked. */
  refresh(): void {
    for (const answer of this.#answers.values()) answer.refresh();
  }

  /** Forgets all other queries. */
  keep(queries: ReadonlySet<string>): void {
    for (const [query, answer] of this.#answers) {
      if (queries.has(query)) continue;
      answer.dispose();
      this.#answers.delete(query);
    }
  }

  dispose(): void {
    this.keep(new Set());
    this.#store.dispose();
  }

  #liveAnswer(query: string): LiveAnswer<SearchAnswer> {
    const known = this.#answers.get(query);
    if (known) return known;
    let last: Answered<SearchAnswer> | undefined;
    const answer = new LiveAnswer(
      () => this.#ask(query),
      () => {
        const { answered } = answer;
        const isNews = !last || !answered || !isSame(last, answered);
        last = answered;
        if (isNews) this.#changed.fire();
      },
    );
    this.#answers.set(query, answer);
    return answer;
  }

  async #ask(query: string): Promise<SearchAnswer> {
    const { papers, total, match } = await this.#search.find(query, mostListed);
    const keys = papers.map(({ paper }) => paper.key);
    // Entries that are one paper are one row, and are counted as one where all are listed.
    return { keys, total: total <= mostListed ? keys.length : total, match };
  }
}

function isSame(a: Answered<SearchAnswer>, b: Answered<SearchAnswer>): boolean {
  if ('error' in a || 'error' in b) return false;
  return isSameAnswer(a.value, b.value);
}
