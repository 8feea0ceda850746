import type { TrendWords } from '../core/trends/trendWords.js';
import type { ChartSection } from './chartSection.js';
import type { Controls } from './controls.js';
import { button, make } from './elements.js';
import type { Shown } from './model.js';
import { fill } from './texts.js';

/** The page as a whole: heading, controls, charts, or why there are none. */
export class Page {
  readonly words: TrendWords;
  readonly #controls: Controls;
  readonly #sections: readonly ChartSection[];
  readonly #main = document.body.querySelector('main') ?? document.body;
  readonly #summary = make('p', { className: 'summary' });
  readonly #charts = make('div', { className: 'charts', hidden: true });
  readonly #empty = make('div', { className: 'empty', hidden: true });
  #width = 0;

  constructor(
    words: TrendWords,
    controls: Controls,
    sections: readonly ChartSection[],
    openSample: () => void,
  ) {
    this.words = words;
    this.#controls = controls;
    this.#sections = sections;
    this.#summary.setAttribute('role', 'status');
    this.#summary.textContent = words.counting;
    this.#charts.append(...sections.map(({ element }) => element));
    const reason = make('p', { textContent: words.empty });
    this.#empty.append(reason, button(words.openSample, openSample));
    const heading = make('h1', { textContent: words.title });
    this.#main.replaceChildren(
      ...[heading, controls.element, this.#summary, this.#empty, this.#charts],
    );
    this.#showCharts(false);
    new ResizeObserver(() => this.#resize()).observe(this.#charts);
  }

  show(shown: Shown): void {
    const { words, texts, figures } = shown;
    this.#showCharts(true);
    this.setBusy(false);
    this.#controls.show(shown);
    const { span, chosen, undated } = figures;
    const summary = fill(
      words.summary,
      ...[texts.number(chosen), texts.day(span.from), texts.day(span.to)],
    );
    const rest = undated > 0 ? fill(words.undated, texts.number(undated)) : '';
    setText(this.#summary, `${summary} ${rest}`.trim());
    this.#width = this.#charts.clientWidth;
    for (const section of this.#sections) section.show(shown);
  }

  showEmpty(): void {
    this.#showCharts(false);
    this.setBusy(false);
    setText(this.#summary, '');
    this.#empty.hidden = false;
  }

  setBusy(isBusy: boolean): void {
    this.#main.setAttribute('aria-busy', String(isBusy));
  }

  #showCharts(isShown: boolean): void {
    this.#charts.hidden = !isShown;
    this.#controls.element.hidden = !isShown;
    if (isShown) this.#empty.hidden = true;
  }

  /** Charts are as wide as the page. */
  #resize(): void {
    const { clientWidth } = this.#charts;
    if (clientWidth === this.#width || clientWidth === 0) return;
    this.#width = clientWidth;
    for (const section of this.#sections) section.show();
  }
}

/** A status that says the same again would be read aloud again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
