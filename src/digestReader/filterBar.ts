import { categoriesOf, noFilter, type RowFilter } from '../core/reading/rowFilter.js';
import { element } from './element.js';
import { fill, number } from './words.js';
import type { ListRow, PageWords } from './protocol.js';

const shows: readonly RowFilter['show'][] = ['all', 'unread', 'starred'];

/** The fields that narrow the list, and what is said of how much they leave. */
export class FilterBar {
  readonly #text = element('filter', HTMLInputElement);
  readonly #category = element('category', HTMLSelectElement);
  readonly #show = element('show', HTMLSelectElement);
  readonly #count = element('count', HTMLElement);
  readonly #muted = element('muted', HTMLButtonElement);

  /**
   * @param onChange another filter
   * @param onLeave the keyboard goes on to the list
   */
  constructor(onChange: () => void, onLeave: () => void) {
    for (const field of [this.#text, this.#category, this.#show]) {
      field.addEventListener('input', onChange);
    }
    this.#muted.addEventListener('click', () => {
      this.#muted.ariaPressed = String(this.#muted.ariaPressed !== 'true');
      onChange();
    });
    this.#text.addEventListener('keydown', (event) => {
      const isCleared = event.key === 'Escape' && this.#text.value !== '';
      if (isCleared) {
        this.#text.value = '';
        onChange();
      } else if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key) || event.isComposing) {
        return;
      } else {
        onLeave();
      }
      event.preventDefault();
    });
  }

  get filter(): RowFilter {
    const category = this.#category.value;
    return {
      text: this.#text.value,
      category: category === '' ? undefined : category.slice(1),
      show: shows.find((show) => show === this.#show.value) ?? noFilter.show,
      muted: this.#muted.ariaPressed === 'true',
    };
  }

  focus(): void {
    this.#text.focus();
    this.#text.select();
  }

  /** Offers the categories of a list; the one that was chosen stays so while it is there. */
  offer(rows: readonly ListRow[], words: PageWords): void {
    const chosen = this.#category.value;
    const options = categoriesOf(rows).map(([category, count]) => {
      const name = category === '' ? words.noCategory : category;
      // A value of its own for papers without a category.
      return new Option(`${name} (${number(count)})`, `=${category}`);
    });
    this.#category.replaceChildren(new Option(words.allCategories, ''), ...options);
    this.#category.value = options.some(({ value }) => value === chosen) ? chosen : '';
  }

  tell(shown: number, total: number, muted: number, words: PageWords): void {
    const all = total === 1 ? words.onePaper : fill(words.all, number(total));
    const text = shown === total ? all : fill(words.some, number(shown), number(total));
    // Told once, not at each key that leaves the same papers.
    if (this.#count.textContent !== text) this.#count.textContent = text;
    this.#muted.textContent = fill(words.muted, number(muted));
    this.#muted.hidden = muted === 0;
  }
}
