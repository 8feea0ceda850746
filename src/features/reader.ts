import * as vscode from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { readerShell } from '../core/render/readerShell.js';
import { texToText } from '../core/render/texToText.js';
import { commands, panels } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { answerAsk, nothingListed, type Listed } from '../host/paperAsks.js';
import { pageIcon, preparePaperPage, shortened } from '../host/webviewPage.js';
import { papersFor } from '../host/papers.js';
import { onDidChangeMathMacros } from '../host/settings.js';
import { labelsFor } from '../host/readerTexts.js';
import { lookUpSimilar, similarSection } from '../host/similarSection.js';
import { asFromReader } from '../reader/readerMessages.js';
import type { FromReader, ReaderState, ToReader } from '../reader/protocol.js';

/**
 * The reader of one paper: a panel that is used again for each paper, and further ones that stay with
 * theirs. All are restored after a reload of the window.
 */
export function registerReader(context: FeatureContext): Disposable {
  const { library, marks } = context;
  const store = new DisposableStore();
  let page: ReaderPage | undefined;
  const adopt = (panel: vscode.WebviewPanel): ReaderPage => {
    const adopted = new ReaderPage(panel, context);
    store.add(adopted);
    panel.onDidDispose(() => {
      adopted.dispose();
      if (page === adopted) page = undefined;
    });
    return adopted;
  };
  const open = async (args: readonly unknown[], title: string, isNew: boolean): Promise<void> => {
    const look = { many: false, title, ...(!isNew && { another: true as const }) };
    const papers = await papersFor(context, args, look);
    const [paper] = papers ?? [];
    if (!paper) {
      const missing = vscode.l10n.t('No digest holds this paper.');
      if (papers) void vscode.window.showWarningMessage(missing);
      return;
    }
    const preserveFocus = keepsFocus(args[1]);
    const shown = (!isNew && page) || adopt(createPanel(preserveFocus));
    if (!isNew) page = shown;
    shown.reveal(preserveFocus);
    await shown.show(paper.key, preserveFocus);
    await marks.noteSeen([paper.key], 'opened');
  };
  store.add(
    vscode.commands.registerCommand(commands.openPaper, (...args: unknown[]) =>
      open(args, vscode.l10n.t('Open in Reader'), false),
    ),
  );
  store.add(
    vscode.commands.registerCommand(commands.openPaperInNewPanel, (...args: unknown[]) =>
      open(args, vscode.l10n.t('Open in New Reader'), true),
    ),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(panels.reader, {
      async deserializeWebviewPanel(panel, state: Partial<ReaderState> | undefined) {
        const restored = adopt(panel);
        page ??= restored;
        await library.start();
        const key = typeof state?.key === 'string' ? state.key : undefined;
        if (key) await restored.show(key);
        else panel.dispose();
      },
    }),
  );
  return store;
}

/** A list from which one paper after the other is opened keeps the keyboard. */
function keepsFocus(option: unknown): boolean {
  return (
    (option as Partial<vscode.TextDocumentShowOptions> | null | undefined)?.preserveFocus === true
  );
}

function createPanel(preserveFocus: boolean): vscode.WebviewPanel {
  const beside = vscode.window.activeTextEditor !== undefined;
  return vscode.window.createWebviewPanel(
    panels.reader,
    vscode.l10n.t('Paper'),
    { viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preserveFocus },
    { enableFindWidget: true },
  );
}

class ReaderPage implements Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: FeatureContext;
  readonly #store = new DisposableStore();
  #key: PaperKey | undefined;
  /** What the page shows: told again when it begins anew. */
  #shown: ToReader | undefined;
  /** The same for its section of similar papers. */
  #likewise: ToReader | undefined;
  #gone: ToReader | undefined;
  #listed: Listed = nothingListed;
  /** Which of several texts is shown (`data-text`). */
  #text: number | undefined;
  /** Counts renderings, so that one that comes late never replaces a newer one. */
  #version = 0;

  constructor(panel: vscode.WebviewPanel, context: FeatureContext) {
    this.#panel = panel;
    this.#context = context;
    const { webview } = panel;
    const extension = context.extension.extensionUri;
    panel.iconPath = pageIcon(extension, 'reader');
    this.#store.add(
      webview.onDidReceiveMessage((message: unknown) => {
        const checked = asFromReader(message);
        if (checked) void this.#hear(checked);
      }),
    );
    this.#store.add(panel.onDidChangeViewState(() => this.#tellInSight()));
    this.#store.add({ dispose: () => context.inSight.leave(this) });
    this.#store.add(
      onDidChangeMathMacros(() => {
        if (this.#key) void this.show(this.#key);
      }),
    );
    this.#store.add(
      context.library.onDidChange(({ papers }) => {
        if (this.#key && papers.has(this.#key)) void this.show(this.#key);
      }),
    );
    webview.html = readerShell({
      ...preparePaperPage(webview, extension, 'reader', vscode.l10n.t('Paper')),
      strings: { loading: vscode.l10n.t('Loading the paper…') },
    });
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  async show(key: PaperKey, behind = false): Promise<void> {
    // The tab may have been closed while somebody waited for the library.
    if (this.#store.disposed) return;
    const { library: service, notes, texts } = this.#context;
    const version = ++this.#version;
    if (key !== this.#key) this.#text = undefined;
    this.#key = key;
    const paper = service.library.paper(key);
    if (!paper) {
      const message = this.#shown
        ? vscode.l10n.t(
            'No digest of this workspace holds this paper any more. This is what the last one said.',
          )
        : vscode.l10n.t('No digest holds this paper.');
      this.#post({ type: 'gone', key, message });
      return;
    }
    // A title's key leads to the paper that it belongs to.
    this.#key = paper.key;
    this.#tellInSight();
    this.#panel.title = shortened(texToText(paper.title));
    const listed = notes.on(paper);
    const html = await texts.render(paper, labelsFor(paper, listed), { text: this.#text });
    if (version !== this.#version) return;
    const isAgain = this.#shown?.key === paper.key;
    this.#listed = { notes: listed, similar: isAgain ? this.#listed.similar : [] };
    this.#post({ type: 'show', key: paper.key, html, ...(behind && { behind }) });
    void lookUpSimilar(this.#context, paper, (similar) => {
      if (version !== this.#version) return;
      this.#listed = { notes: listed, similar };
      this.#post({ type: 'similar', key: paper.key, html: similarSection(similar) });
    });
  }

  dispose(): void {
    this.#version++;
    this.#store.dispose();
    this.#panel.dispose();
  }

  #tellInSight(): void {
    const { inSight } = this.#context;
    if (this.#panel.active) inSight.show(this, this.#key);
    else inSight.leave(this);
  }

  #post(message: ToReader): void {
    if (message.type === 'show') {
      if (this.#shown?.key !== message.key) this.#likewise = undefined;
      this.#shown = message;
    }
    if (message.type === 'similar') this.#likewise = message;
    else this.#gone = message.type === 'gone' ? message : undefined;
    void this.#panel.webview.postMessage(message);
  }

  /** The page shows foreign text: what it asks for is checked, and only about the paper it shows. */
  async #hear(message: FromReader): Promise<void> {
    if (message.type === 'ready') {
      // The page begins anew whenever its tab comes to the front.
      for (const told of [this.#shown, this.#likewise, this.#gone]) {
        if (told) void this.#panel.webview.postMessage(told);
      }
      return;
    }
    if ('key' in message && message.key !== this.#key) return;
    if (message.type === 'chooseText') {
      this.#text = message.index;
      await this.show(message.key);
    } else {
      await answerAsk(message, this.#context.library, this.#listed);
    }
  }
}
