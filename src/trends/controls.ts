import type { Period } from '../core/trends/calendar.js';
import type { TrendChoice } from '../core/trends/figures.js';
import { labelled, make, setOptions } from './elements.js';
import type { Shown } from './model.js';
import type { TrendWords } from '../core/trends/trendWords.js';

/** Stands for all categories; those of digests are told by `=` and their name, which may be empty. */
const all = '';

interface Listeners {
  choose(choice: TrendChoice): void;
  share(share: boolean): void;
}

/** What is shown: the period, the category, numbers or shares. */
export class Controls {
  readonly element = make('div', { className: 'controls' });
  readonly #words: TrendWords;
  readonly #period = make('select', {});
  readonly #category = make('select', {});
  readonly #share = make('input', { type: 'checkbox' });

  constructor(words: TrendWords, choice: TrendChoice, share: boolean, listeners: Listeners) {
    this.#words = words;
    const periods = Object.entries(words.periods).map(([value, text]) => ({ value, text }));
    setOptions(this.#period, periods, choice.period);
    this.#setCategories([], choice);
    this.#share.checked = share;
    const choose = (): void => listeners.choose(this.#choice());
    this.#period.addEventListener('change', choose);
    this.#category.addEventListener('change', choose);
    this.#share.addEventListener('change', () => listeners.share(this.#share.checked));
    this.element.append(
      labelled(words.period, this.#period),
      labelled(words.category, this.#category),
      labelled(words.share, this.#share),
    );
  }

  /** Offers the categories of the period. */
  show({ figures, categoryLabels }: Shown): void {
    const categories = figures.categories.map(({ name }, at) => {
      return { name, label: categoryLabels[at] ?? name };
    });
    this.#period.value = figures.choice.period;
    this.#setCategories(categories, figures.choice);
  }

  #setCategories(
    categories: readonly { readonly name: string; readonly label: string }[],
    { category }: TrendChoice,
  ): void {
    const isThere = categories.some(({ name }) => name === category);
    // Chosen in another period, and still looked for.
    const chosen = category === undefined || isThere ? [] : [{ name: category, label: category }];
    const options = [...categories, ...chosen].map(({ name, label }) => ({
      value: `=${name}`,
      text: label || this.#words.tableWords.noCategory,
    }));
    const first = { value: all, text: this.#words.allCategories };
    setOptions(this.#category, [first, ...options], category === undefined ? all : `=${category}`);
  }

  #choice(): TrendChoice {
    const { value } = this.#category;
    return {
      period: this.#period.value as Period,
      ...(value !== all && { category: value.slice(1) }),
    };
  }
}
