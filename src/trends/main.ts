import { chartNames } from '../core/trends/trendTables.js';
import { ChartSection } from './chartSection.js';
import { Controls } from './controls.js';
import type { Shown } from './model.js';
import type { TrendWords } from '../core/trends/trendWords.js';
import { Page } from './page.js';
import type { FromTrends, TrendsState } from './protocol.js';
import { Texts } from './texts.js';
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
