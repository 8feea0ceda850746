import * as vscode from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { listName, specGiven, type ListSpec } from '../core/reading/listSpec.js';
import { readingShell } from '../core/render/readingShell.js';
import { asFromPage, asPageState } from '../digestReader/messages.js';
import type { FromPage, ReadingMove, ToPage } from '../digestReader/protocol.js';
import {
  commands,
  contextKeys,
  customEditors,
  panels,
  readerCommands,
} from '../host/contributions.js';
import { digestMeant } from '../host/digestMeant.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { openDigestTabs } from '../host/openDigestTabs.js';
import { answerAsk, nothingListed } from '../host/paperAsks.js';
import { PageMoves } from '../host/pageMoves.js';
import { pageIcon, preparePaperPage, shortened } from '../host/webviewPage.js';
import { ReadingList } from '../host/readingList.js';
import { ReadingPlaces } from '../host/readingPlaces.js';
import {
  explainedKeys,
  listTitle,
  pageWords,
  shellStrings,
  whyEmpty,
} from '../host/readingWords.js';
import { makeReady, readyCommand } from '../host/readyCommands.js';
import { onDidChangeMathMacros } from '../host/settings.js';
import { ShownPapers } from '../host/shownPapers.js';

/** Digests, and any other list of papers, to be read one paper after the other. */
export function registerDigestReader(context: FeatureContext): Disposable {
  const store = new DisposableStore();
  const pages = new Set<ReadingPage>();
  const places = store.add(new ReadingPlaces(context.extension.workspaceState));
  let focused: ReadingPage | undefined;
  let isReady = false;
  const follow = (page: ReadingPage, isFocused: boolean): void => {
    if (!isFocused && focused !== page) return;
    focused = isFocused ? page : undefined;
    if (isFocused && !isReady) makeReady(readerCommands);
    isReady ||= isFocused;
    void vscode.commands.executeCommand('setContext', contextKeys.readerFocus, isFocused);
  };
  const adopt = (panel: vscode.WebviewPanel, spec: ListSpec): void => {
    const page = new ReadingPage(panel, spec, { context, places, follow });
    pages.add(page);
    panel.onDidDispose(() => {
      follow(page, false);
      pages.delete(page);
      page.dispose();
    });
  };
  const open = async (spec: ListSpec): Promise<void> => {
    if (spec.kind === 'digest') {
      const { digestReader } = customEditors;
      await vscode.commands.executeCommand(
        'vscode.openWith',
        vscode.Uri.parse(spec.uri),
        digestReader,
      );
      return;
    }
    const same = [...pages].find((page) => listName(page.spec) === listName(spec));
    if (same) same.reveal();
    else adopt(createPanel(listTitle(spec, context.library)), spec);
  };
  const move = (command: string, to: ReadingMove): Disposable =>
    readyCommand(command, () => [...pages].find((page) => page.isActive)?.move(to));

  store.add({ dispose: () => pages.forEach((page) => page.dispose()) });
  store.add(openDigestTabs(context.library));
  store.add(
    vscode.window.registerCustomEditorProvider(
      customEditors.digestReader,
      {
        openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
        resolveCustomEditor: ({ uri }, panel) =>
          adopt(panel, { kind: 'digest', uri: uri.toString() }),
      },
      { supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } },
    ),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(panels.readingList, {
      deserializeWebviewPanel(panel, state: unknown) {
        const spec = asPageState(state)?.spec;
        if (spec) adopt(panel, spec);
        else panel.dispose();
        return Promise.resolve();
      },
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.readPapers, async (given: unknown) => {
      const spec = specGiven(given);
      if (spec) await open(spec);
    }),
  );
  store.add(vscode.commands.registerCommand(commands.readStarred, () => open({ kind: 'starred' })));
  store.add(
    vscode.commands.registerCommand(commands.readDigest, async (given: unknown) => {
      const uri = await digestMeant(context.library, given);
      if (uri !== undefined) await open({ kind: 'digest', uri });
      else void vscode.window.showInformationMessage(vscode.l10n.t('There is no digest to read.'));
    }),
  );
  store.add(move(commands.readerNext, 'next'));
  store.add(move(commands.readerPrevious, 'previous'));
  store.add(move(commands.readerNextUnread, 'nextUnread'));
  store.add(move(commands.readerPageDown, 'pageDown'));
  store.add(move(commands.readerPageUp, 'pageUp'));
  store.add(move(commands.readerFilter, 'filter'));
  store.add(move(commands.readerKeys, 'keys'));
  return store;
}

function createPanel(title: string): vscode.WebviewPanel {
  const column = vscode.ViewColumn.Active;
  return vscode.window.createWebviewPanel(panels.readingList, title, column, {
    enableFindWidget: true,
  });
}

interface PageParts {
  readonly context: FeatureContext;
  readonly places: ReadingPlaces;
  /** Told when the keyboard comes into the page, and when it goes. */
  readonly follow: (page: ReadingPage, focused: boolean) => void;
}

/** One page with its list. It shows foreign text: what it asks for is checked, and only about its list. */
class ReadingPage implements Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #parts: PageParts;
  readonly #store = new DisposableStore();
  readonly #list: ReadingList;
  readonly #shown: ShownPapers;
  readonly #moves = new PageMoves();
  /** The page has said that it listens, and the list has been asked for. */
  #isReady = false;
  #isFilled = false;
  #key: PaperKey | undefined;
  /** Counts the lists that the page was told, and what it asked to show. */
  #lists = 0;
  #shows = 0;

  constructor(panel: vscode.WebviewPanel, spec: ListSpec, parts: PageParts) {
    this.#panel = panel;
    this.#parts = parts;
    const { context } = parts;
    const { library, marks, inSight, extension } = context;
    this.#list = this.#store.add(new ReadingList(context, spec));
    this.#shown = new ShownPapers(context, this.#list);
    this.#store.add(this.#list.onDidChange(() => void this.#tellList()));
    this.#store.add(
      library.onDidChangeState(({ kind }) => kind === 'ready' && void this.#tellList(true)),
    );
    this.#store.add(library.onDidChange(({ papers }) => this.#tellStale(papers)));
    this.#store.add(onDidChangeMathMacros(() => this.#tellStale()));
    this.#store.add(marks.onDidChange((keys) => this.#tellMarks(keys)));
    this.#store.add(marks.onDidChangeMuteLists(() => void this.#tellList()));
    this.#store.add(panel.onDidChangeViewState(() => this.#tellInSight()));
    this.#store.add({ dispose: () => inSight.leave(this) });
    const { webview } = panel;
    this.#store.add(
      webview.onDidReceiveMessage((message: unknown) => {
        const checked = asFromPage(message);
        if (checked) void this.#hear(checked);
      }),
    );
    panel.iconPath = pageIcon(extension.extensionUri, 'reader');
    webview.html = readingShell({
      ...preparePaperPage(
        webview,
        extension.extensionUri,
        'digestReader',
        listTitle(spec, library),
      ),
      strings: shellStrings(),
      keys: explainedKeys(),
    });
    void this.#fill();
  }

  get spec(): ListSpec {
    return this.#list.spec;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  #post(message: ToPage): void {
    if (!this.#store.disposed) void this.#panel.webview.postMessage(message);
  }

  move(to: ReadingMove): void {
    const { order, arriving } = this.#moves.begin(() => this.#key);
    this.#parts.context.inSight.move(arriving);
    this.#post({ type: 'move', move: to, order });
  }

  dispose(): void {
    this.#lists++;
    this.#shows++;
    this.#store.dispose();
  }

  async #fill(): Promise<void> {
    const { library, marks } = this.#parts.context;
    void library.start();
    // A digest that is not known yet is read before all others.
    if (this.spec.kind === 'digest' && !this.#list.isThere) library.reread(this.spec.uri);
    await marks.start();
    await this.#list.refresh();
    this.#isFilled = true;
    await this.#tellList();
  }

  /** @param late only what cannot be told in another way */
  async #tellList(late = false): Promise<void> {
    const { context, places } = this.#parts;
    const { keys, spec } = this.#list;
    const isRead = context.library.state.kind === 'ready';
    if (!this.#isReady || !this.#isFilled) return;
    if ((keys.length === 0 && !isRead) || (late && keys.length > 0)) return;
    const list = ++this.#lists;
    const title = listTitle(spec, context.library);
    if (spec.kind !== 'digest') this.#panel.title = shortened(title);
    const at = places.of(spec);
    this.#post({
      ...{ type: 'list', list, spec, title, words: pageWords(), total: keys.length },
      ...(at !== undefined && this.#list.has(at) && { at }),
      ...(keys.length === 0 && { message: whyEmpty(spec, this.#list.isThere) }),
      ...(spec.kind === 'digest' && { asText: true }),
    });
    let told = 0;
    for await (const { rows, marks } of this.#list.rows()) {
      if (list !== this.#lists) return;
      told += rows.length;
      this.#post({ type: 'rows', list, rows, marks, isLast: told >= keys.length });
    }
  }

  /** @param papers all that were shown when missing */
  #tellStale(papers?: ReadonlySet<PaperKey>): void {
    const keys = this.#shown.forget(papers);
    if (keys.length > 0) this.#post({ type: 'stale', keys });
  }

  #tellMarks(changed: ReadonlySet<PaperKey>): void {
    const { library } = this.#parts.context.library;
    const marks = [...changed].flatMap((key) => {
      const paper = this.#list.has(key) ? library.paper(key) : undefined;
      return paper ? [[key, this.#list.markOf(paper)] as const] : [];
    });
    if (marks.length > 0) this.#post({ type: 'marks', marks });
  }

  #tellInSight(): void {
    const { inSight } = this.#parts.context;
    if (this.#panel.active) inSight.show(this, this.#key, true);
    else inSight.leave(this);
  }

  async #hear(message: FromPage): Promise<void> {
    if ('key' in message && !this.#list.has(message.key)) return;
    const { context, follow } = this.#parts;
    switch (message.type) {
      case 'ready':
        // The page begins anew whenever its tab comes to the front.
        this.#isReady = true;
        await this.#tellList();
        return;
      case 'moved':
        this.#moves.done(message.order);
        return;
      case 'focus':
        follow(this, message.focused);
        return;
      case 'show':
        await this.#show(message);
        return;
      case 'seen':
        await context.marks.noteSeen(
          message.keys.filter((key) => this.#list.has(key)),
          message.how,
        );
        return;
      case 'find': {
        const { keys, match } = await context.search.findAll(message.text);
        const own = match === 'some' ? [] : this.#list.keys.filter((key) => keys.has(key));
        this.#post({ type: 'found', text: message.text, keys: own });
        return;
      }
      case 'chooseText':
        this.#shown.chooseText(message.key, message.index);
        await this.#tellPaper(message.key, this.#shows);
        return;
      case 'star':
        await vscode.commands.executeCommand(commands.starPaper, message.key);
        return;
      case 'changeKeys':
        await vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', 'preprint');
        return;
      case 'openAsText':
        if (this.spec.kind === 'digest') {
          const uri = vscode.Uri.parse(this.spec.uri);
          await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
        }
        return;
      case 'action':
      case 'openOccurrence':
      case 'openNote':
      case 'searchAuthor':
      case 'openSimilar':
      case 'searchShared':
      case 'openLink': {
        const listed = 'key' in message ? this.#shown.listed(message.key) : nothingListed;
        await answerAsk(message, context.library, listed);
      }
    }
  }

  /** The paper first, then its neighbours, unless another was asked for meanwhile. */
  async #show({ key, html, next }: Extract<FromPage, { type: 'show' }>): Promise<void> {
    const show = ++this.#shows;
    this.#key = key;
    this.#tellInSight();
    // What somebody has picked for once has no place to come back to.
    if (this.spec.kind !== 'papers') this.#parts.places.remember(this.spec, key);
    for (const wanted of [...(html ? [key] : []), ...next]) {
      if (show !== this.#shows) return;
      if (this.#list.has(wanted)) await this.#tellPaper(wanted, show);
    }
    if (show !== this.#shows) return;
    // When there is nothing more urgent.
    this.#shown.findSimilar(
      key,
      () => key === this.#key,
      (html) => this.#post({ type: 'similar', key, html }),
    );
  }

  async #tellPaper(key: PaperKey, show: number): Promise<void> {
    const html = await this.#shown.html(key);
    if (html === undefined || (show !== this.#shows && key !== this.#key)) return;
    this.#post({ type: 'paper', key, html });
  }
}
