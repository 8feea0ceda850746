import type { ChartMark } from '../core/trends/trendQueries.js';
import { trendTable, type ChartName } from '../core/trends/trendTables.js';
import { focusedMark, makeKeys } from './bars.js';
import { dataTable } from './dataTable.js';
import { drawChart, reasonForNothing } from './drawChart.js';
import { button, make } from './elements.js';
import type { Shown } from './model.js';
import { pictureText } from './pictureText.js';
import type { TrendWords } from '../core/trends/trendWords.js';
import { draw } from './svg.js';
import { fill } from './texts.js';

/** What a section asks of the page. */
export interface SectionActions {
  open(mark: ChartMark): void;
  saveTable(chart: ChartName): void;
  savePicture(chart: ChartName, svg: string): void;
  toggleTable(chart: ChartName, isOpen: boolean): void;
}

/** A chart with its heading, its buttons and, when asked for, its table. */
export class ChartSection {
  readonly element: HTMLElement;
  readonly #chart: ChartName;
  readonly #actions: SectionActions;
  readonly #words: TrendWords;
  readonly #note = make('p', { className: 'note' });
  readonly #figure = make('figure', {});
  readonly #table = make('div', { className: 'table', tabIndex: 0 });
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #tableButton: HTMLButtonElement;
  #isOpen: boolean;
  #shown: Shown | undefined;

  constructor(chart: ChartName, words: TrendWords, isOpen: boolean, actions: SectionActions) {
    this.#chart = chart;
    this.#actions = actions;
    this.#words = words;
    this.#isOpen = isOpen;
    const name = words.headings[chart];
    const action = (text: string, press: () => void): HTMLButtonElement => {
      const made = button(text, press);
      made.setAttribute('aria-label', fill(words.actionOf, text, name));
      return made;
    };
    this.#tableButton = action(words.table, () => this.#toggle());
    this.#buttons = [
      this.#tableButton,
      action(words.savePicture, () => this.#savePicture()),
      action(words.saveTable, () => actions.saveTable(chart)),
    ];
    const heading = make('h2', { textContent: name, id: `chart-${chart}` });
    const header = make('header', {});
    const buttons = make('div', { className: 'actions' });
    buttons.append(...this.#buttons);
    header.append(heading, buttons);
    this.element = make('section', {});
    this.element.setAttribute('aria-labelledby', heading.id);
    this.element.dataset.chart = chart;
    this.#table.setAttribute('role', 'region');
    this.#table.setAttribute('aria-label', fill(words.actionOf, words.table, name));
    this.element.append(header, this.#note, this.#figure, this.#table);
  }

  /** Shows these numbers; without any, those of before. The bar that has the keyboard keeps it. */
  show(shown = this.#shown): void {
    this.#shown = shown;
    if (!shown) return;
    const nothing = reasonForNothing(this.#chart, shown);
    this.#note.textContent = nothing ?? this.#noteOf(shown);
    this.#note.hidden = this.#note.textContent === '';
    for (const each of this.#buttons) each.hidden = nothing !== undefined;
    const focused = focusedMark(this.#figure);
    this.#figure.replaceChildren();
    this.#figure.hidden = nothing !== undefined;
    if (nothing === undefined) {
      const svg = draw('svg', { role: 'group', width: '100%' }, this.#figure);
      svg.setAttribute('aria-label', this.#words.headings[this.#chart]);
      svg.setAttribute('aria-description', this.#words.keys);
      drawChart(svg, this.#chart, shown);
      makeKeys(svg, focused, (mark) => this.#actions.open(mark));
    }
    this.#showTable(nothing === undefined ? shown : undefined);
  }

  #showTable(shown: Shown | undefined): void {
    const isOpen = this.#isOpen && shown !== undefined;
    this.#tableButton.setAttribute('aria-pressed', String(isOpen));
    this.#table.hidden = !isOpen;
    this.#table.replaceChildren();
    if (!isOpen) return;
    const { figures, terms, share, words, texts } = shown;
    const table = trendTable(this.#chart, figures, terms ?? undefined, share, words.tableWords);
    const time = texts.time(this.#chart === 'terms' && terms ? terms.recent : figures.span);
    const caption = fill(words.markOfTime, words.headings[this.#chart], time);
    this.#table.append(dataTable(table, caption, texts));
  }

  #noteOf({ words, texts, terms }: Shown): string {
    if (this.#chart !== 'terms' || !terms) return '';
    return fill(words.termTimes, texts.time(terms.recent), texts.time(terms.earlier));
  }

  #toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#showTable(this.#shown);
    this.#actions.toggleTable(this.#chart, this.#isOpen);
  }

  #savePicture(): void {
    const svg = this.#figure.querySelector('svg');
    if (!svg) return;
    const text = pictureText(svg, this.#words.headings[this.#chart]);
    this.#actions.savePicture(this.#chart, text);
  }
}
