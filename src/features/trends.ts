import * as vscode from 'vscode';
import { pageShell } from '../core/render/pageShell.js';
import type { RisingTerms, TrendChoice, TrendFigures } from '../core/trends/figures.js';
import { markQuery } from '../core/trends/trendQueries.js';
import { tableTexts, trendTable, type ChartName } from '../core/trends/trendTables.js';
import { csvText } from '../core/csv.js';
import { commands, panels } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { LiveAnswer } from '../host/liveAnswer.js';
import { categoryLabel } from '../host/paperWords.js';
import { saveText } from '../host/saveText.js';
import { tableWords, trendWords } from '../host/trendWords.js';
import { pageIcon, preparePage } from '../host/webviewPage.js';
import type { ToTrends } from '../trends/protocol.js';
import { asFromTrends, asTrendsState, firstState } from '../trends/trendsMessages.js';

/** The view Trends: one panel, restored after a reload of the window with what was chosen in it. */
export function registerTrends(context: FeatureContext): Disposable {
  const store = new DisposableStore();
  let page: TrendsPage | undefined;
  const adopt = (panel: vscode.WebviewPanel, choice: TrendChoice): TrendsPage => {
    const adopted = new TrendsPage(panel, context, choice);
    panel.onDidDispose(() => {
      adopted.dispose();
      if (page === adopted) page = undefined;
    });
    page = adopted;
    return adopted;
  };
  store.add({ dispose: () => page?.dispose() });
  store.add(
    vscode.commands.registerCommand(commands.showTrends, () => {
      page ??= adopt(createPanel(), firstState.choice);
      page.reveal();
    }),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(panels.trends, {
      deserializeWebviewPanel(panel, state: unknown) {
        adopt(panel, asTrendsState(state).choice);
        return Promise.resolve();
      },
    }),
  );
  return store;
}

function createPanel(): vscode.WebviewPanel {
  const title = vscode.l10n.t('Trends');
  return vscode.window.createWebviewPanel(panels.trends, title, vscode.ViewColumn.Active, {
    enableFindWidget: true,
  });
}

/** Numbers with those of their terms that are known, under the number that the page calls them by. */
interface Told {
  readonly version: number;
  readonly figures: TrendFigures;
  readonly terms?: RisingTerms;
}

class TrendsPage implements Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: Pick<FeatureContext, 'library' | 'trends' | 'log'>;
  readonly #store = new DisposableStore();
  #choice: TrendChoice;
  #answer: LiveAnswer<void> | undefined;
  #version = 0;
  #told: Told | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    context: Pick<FeatureContext, 'extension' | 'library' | 'marks' | 'trends' | 'log'>,
    choice: TrendChoice,
  ) {
    this.#panel = panel;
    this.#context = context;
    this.#choice = choice;
    const { extension, library, marks } = context;
    const { webview } = panel;
    const { extensionUri } = extension;
    const title = vscode.l10n.t('Trends');
    const shell = preparePage(webview, extensionUri, 'trends', title, ['media/trends.css']);
    panel.iconPath = pageIcon(extensionUri, 'trends');
    this.#store.add(webview.onDidReceiveMessage((data: unknown) => void this.#hear(data)));
    this.#store.add(
      library.onDidChange(({ digests }) => {
        if (digests) this.#refresh();
      }),
    );
    this.#store.add(library.onDidChangeState(() => this.#refresh()));
    this.#store.add(marks.onDidChange(() => this.#refresh()));
    this.#store.add(panel.onDidChangeViewState(() => this.#refresh()));
    webview.html = pageShell(shell, '<main></main>');
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#version++;
    this.#answer?.dispose();
    this.#store.dispose();
    this.#panel.dispose();
  }

  #post(message: ToTrends): void {
    void this.#panel.webview.postMessage(message);
  }

  /** Counts anew, unless nobody can see it: the page asks when its tab comes to the front. */
  #refresh(): void {
    if (this.#panel.visible) this.#answer?.refresh();
  }

  #begin(): void {
    this.#answer?.dispose();
    this.#post({ type: 'counting' });
    this.#answer = new LiveAnswer(
      () => this.#count(),
      () => {
        const { answered } = this.#answer ?? {};
        if (answered && 'error' in answered) this.#context.log.error(answered.error);
      },
    );
  }

  async #count(): Promise<void> {
    const { library, trends } = this.#context;
    void library.start();
    const version = ++this.#version;
    const isWanted = (): boolean => version === this.#version;
    const figures = await trends.figures(this.#choice, isWanted);
    if (!isWanted()) return;
    if (!figures) {
      this.#told = undefined;
      // While it fills, there may be one to come.
      if (library.state.kind === 'ready') this.#post({ type: 'empty' });
      return;
    }
    this.#told = { version, figures };
    const labels = figures.categories.map(({ name }) =>
      name === '' ? vscode.l10n.t('No category') : categoryLabel(name),
    );
    this.#post({ type: 'figures', version, figures, categoryLabels: labels });
    if (library.state.kind !== 'ready') return;
    const terms = await trends.risingTerms(figures, isWanted);
    if (!isWanted()) return;
    this.#told = { version, figures, ...(terms && { terms }) };
    this.#post({ type: 'terms', version, ...(terms && { terms }) });
  }

  /** What the page asks for is made anew from what is understood of it, and only of what it shows. */
  async #hear(data: unknown): Promise<void> {
    const message = asFromTrends(data);
    switch (message?.type) {
      case undefined:
        return;
      case 'ready':
        // The page begins anew whenever its tab comes to the front.
        this.#post({ type: 'words', words: trendWords() });
        this.#begin();
        return;
      case 'choose':
        this.#choice = message.choice;
        this.#version++;
        this.#begin();
        return;
      case 'openSample':
        await vscode.commands.executeCommand(commands.openSampleLibrary);
        return;
      case 'savePicture':
        await saveText(`${fileNames[message.chart]}.svg`, message.svg);
        return;
      case 'open': {
        const told = this.#toldAs(message.version);
        const query = told && markQuery(message.mark, told.figures, told.terms);
        if (query) await vscode.commands.executeCommand(commands.searchPapers, query);
        return;
      }
      case 'saveTable': {
        const told = this.#toldAs(message.version);
        if (!told) return;
        const { chart, share } = message;
        const table = trendTable(chart, told.figures, told.terms, share, tableWords());
        await saveText(`${fileNames[chart]}.csv`, csvText(tableTexts(table)));
      }
    }
  }

  #toldAs(version: number): Told | undefined {
    return this.#told?.version === version ? this.#told : undefined;
  }
}

const fileNames: Readonly<Record<ChartName, string>> = {
  papers: 'papers-over-time',
  categories: 'papers-by-category',
  terms: 'rising-terms',
  authors: 'papers-by-author',
  reading: 'reading',
};
