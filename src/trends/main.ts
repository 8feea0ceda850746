import { chartNames } from '../core/trends/trendTables.js';
import { ChartSection } from './chartSection.js';
import { Controls } from './controls.js';
import { button, make } from './elements.js';
import type { Shown } from './model.js';
import type { TrendWords } from '../core/trends/trendWords.js';
import type { FromTrends, TrendsState } from './protocol.js';
import { fill, Texts } from './texts.js';
import { asToTrends, asTrendsState } from './trendsMessages.js';

startTrends(acquireVsCodeApi());

interface Host {
  postMessage(message: FromTrends): void;
  getState(): unknown;
  setState(state: TrendsState): unknown;
}

function startTrends(host: Host): void {
  const texts = new Texts(document.documentElement.lang);
  let state = asTrendsState(host.getState());
  let page: Page | undefined;
  let shown: Shown | undefined;

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = asToTrends(event.data);
    switch (message?.type) {
      case undefined:
        return;
      case 'words':
        page ??= makePage(message.words);
        return;
      case 'counting':
        page?.setBusy(true);
        return;
      case 'empty':
        shown = undefined;
        page?.showEmpty();
        return;
      case 'figures': {
        if (!page) return;
        const { version, figures, categoryLabels } = message;
        const { words } = page;
        const { share } = state;
        keep({ choice: figures.choice });
        // Terms of the same choice stay until there are newer ones.
        const isSame = JSON.stringify(shown?.figures.choice) === JSON.stringify(figures.choice);
        const terms = isSame ? shown?.terms : undefined;
        show({ words, texts, version, figures, categoryLabels, terms, share });
        return;
      }
      case 'terms':
        if (shown?.version === message.version) show({ ...shown, terms: message.terms ?? null });
    }
  });
  host.postMessage({ type: 'ready' });

  function show(next: Shown): void {
    shown = next;
    page?.show(next);
  }

  function keep(change: Partial<TrendsState>): void {
    state = { ...state, ...change };
    host.setState(state);
  }

  function makePage(words: TrendWords): Page {
    const controls = new Controls(words, state.choice, state.share, {
      choose(choice) {
        keep({ choice });
        host.postMessage({ type: 'choose', choice });
      },
      share(share) {
        keep({ share });
        if (shown) show({ ...shown, share });
      },
    });
    const sections = chartNames.map((chart) => {
      return new ChartSection(chart, words, state.tables.includes(chart), {
        open(mark) {
          if (shown) host.postMessage({ type: 'open', version: shown.version, mark });
        },
        saveTable(of) {
          const { share } = state;
          if (!shown) return;
          host.postMessage({ type: 'saveTable', version: shown.version, chart: of, share });
        },
        savePicture: (of, svg) => host.postMessage({ type: 'savePicture', chart: of, svg }),
        toggleTable(of, isOpen) {
          const others = state.tables.filter((name) => name !== of);
          keep({ tables: isOpen ? [...others, of] : others });
        },
      });
    });
    return new Page(words, controls, sections, () => host.postMessage({ type: 'openSample' }));
  }
}

class Page {
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
