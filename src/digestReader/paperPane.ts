import { focusHeading } from '../reader/press.js';
import { rememberPlace } from '../reader/readingPlace.js';
import type { ListRow, PaperKey } from './protocol.js';

/** Papers whose text is kept: the neighbours of the one shown, and those that it was come from. */
const mostKept = 24;
/** How much of a page stays in sight when it is turned, in CSS pixels. */
const overlap = 48;

/** The side of the page that shows a paper. */
export class PaperPane {
  readonly #article: HTMLElement;
  readonly #scroller: HTMLElement;
  /** Safe HTML by paper, those asked for last at the end. */
  readonly #texts = new Map<PaperKey, string>();
  #key: PaperKey | undefined;
  /** Where the paper was, when an earlier page showed it. */
  #restored: { readonly key: PaperKey; readonly top: number } | undefined;

  constructor(article: HTMLElement, scroller: HTMLElement) {
    this.#article = article;
    this.#scroller = scroller;
    new ResizeObserver(() => this.#letScroll()).observe(scroller);
  }

  get key(): PaperKey | undefined {
    return this.#key;
  }

  /** In CSS pixels. */
  get top(): number {
    return this.#scroller.scrollTop;
  }

  restore(key: PaperKey, top: number): void {
    this.#restored = { key, top };
  }

  has(key: PaperKey): boolean {
    return this.#texts.has(key);
  }

  /** Shows what is at hand: the text of the paper, or its title until that comes. */
  show(row: ListRow): void {
    const { key } = row;
    if (this.#key === key) return;
    const hadFocus = this.#article.contains(document.activeElement);
    this.#key = key;
    const html = this.#texts.get(key);
    if (html === undefined) this.#fillWithTitle(row);
    else this.#fill(html);
    const top = this.#restored?.key === key && html !== undefined ? this.#restored.top : 0;
    if (html !== undefined) this.#restored = undefined;
    this.#scroller.scrollTo({ top, behavior: 'instant' });
    if (hadFocus) this.focus();
  }

  clear(): void {
    this.#key = undefined;
    this.#article.replaceChildren();
  }

  /** @param html safe: made by the host */
  take(key: PaperKey, html: string): void {
    this.#texts.delete(key);
    this.#texts.set(key, html);
    for (const old of this.#texts.keys()) {
      if (this.#texts.size <= mostKept) break;
      if (old !== this.#key) this.#texts.delete(old);
    }
    if (key !== this.#key) return;
    const restorePlace = rememberPlace(this.#article);
    const top = this.#restored?.key === key ? this.#restored.top : this.top;
    this.#restored = undefined;
    // What is like the paper stays until it has been looked up anew.
    const similar = this.#article.querySelector('#similar');
    this.#fill(html);
    if (similar) this.#article.querySelector('#similar')?.replaceWith(similar);
    restorePlace();
    this.#scroller.scrollTo({ top, behavior: 'instant' });
  }

  /** @param html safe, '' for none: it is not kept, for the index it comes from grows */
  takeSimilar(key: PaperKey, html: string): void {
    const section = this.#article.querySelector<HTMLElement>('#similar');
    if (key !== this.#key || !section) return;
    const restorePlace = rememberPlace(this.#article);
    section.innerHTML = html;
    section.hidden = html === '';
    restorePlace();
  }

  /** @returns whether the paper that is shown is among them: it is to be asked for */
  forget(keys: readonly PaperKey[]): boolean {
    for (const key of keys) this.#texts.delete(key);
    return this.#key !== undefined && keys.includes(this.#key);
  }

  /**
   * Turns the page.
   * @returns false at the end of the paper, or at its beginning
   */
  turn(step: 1 | -1): boolean {
    const before = this.top;
    const height = Math.max(overlap, this.#scroller.clientHeight - overlap);
    this.#scroller.scrollBy({ top: step * height, behavior: 'instant' });
    return Math.abs(this.top - before) > 1;
  }

  focus(): void {
    focusHeading(this.#article.querySelector('h1'));
  }

  #fill(html: string): void {
    this.#article.innerHTML = html;
    this.#article.ariaBusy = 'false';
    this.#letScroll();
  }

  /** A formula that is wider than the page is scrolled by the keyboard as well. */
  #letScroll(): void {
    for (const formula of this.#article.querySelectorAll<HTMLElement>('.katex-display')) {
      if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
      else formula.removeAttribute('tabindex');
    }
  }

  /** The same elements as the paper will have, so that nothing jumps when it comes. */
  #fillWithTitle({ title, authors }: ListRow): void {
    this.#article.ariaBusy = 'true';
    const header = document.createElement('header');
    header.className = 'paper-header';
    const heading = document.createElement('h1');
    heading.tabIndex = -1;
    heading.textContent = title;
    const names = document.createElement('div');
    names.className = 'authors';
    names.append(Object.assign(document.createElement('p'), { textContent: authors }));
    header.append(heading, names);
    this.#article.replaceChildren(header);
  }
}
