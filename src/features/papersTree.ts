import * as vscode from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { commands, contextKeys, settings, views } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { LibraryProgress } from '../host/libraryProgress.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import type { LibraryService } from '../host/libraryService.js';
import { paperDrag } from '../host/paperDrag.js';
import { PaperFilter } from '../host/paperFilter.js';
import { papersMessage } from '../host/papersMessage.js';
import { PapersProvider, type Node } from '../host/papersProvider.js';
import { askQuery } from '../host/queryInput.js';
import type { SearchCall } from '../host/searchList.js';
import { SearchResults } from '../host/searchResults.js';
import {
  countBy,
  grouping,
  setCountBy,
  setGrouping,
  setShowsMuted,
  showsMuted,
} from '../host/settings.js';
import { openSelected } from '../host/treeItems.js';

/** A row that was pressed is known again by then, or has gone. */
const selectionPatienceMs = 2000;

/** How often a row is revealed that VS Code does not know yet, … */
const mostReveals = 5;
/** … and how long it has time to ask for it. */
const rowPatienceMs = 500;

/** The view "Papers": searches, and the library by category or by date, narrowed by a filter. */
export function registerPapersTree(context: FeatureContext): Disposable {
  const { library: service, bibliographies, search, searches, marks, muted } = context;
  const store = new DisposableStore();
  const filter = store.add(new PaperFilter(search));
  const results = store.add(new SearchResults(search));
  const provider = store.add(new PapersProvider(context, filter, results));
  const view = store.add(
    vscode.window.createTreeView<Node>(views.papers, {
      treeDataProvider: provider,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: paperDrag(),
    }),
  );
  const progress = new LibraryProgress(service, views.papers);
  const setContext = contextSetter();
  const showState = (): void => {
    progress.follow();
    setContext(contextKeys.libraryState, stateOf(service, progress.running));
    setContext(contextKeys.grouping, grouping());
    setContext(contextKeys.countBy, countBy());
    setContext(contextKeys.filtered, filter.text !== '');
    setContext(contextKeys.muted, muted.keys.size === 0 ? '' : showsMuted() ? 'shown' : 'hidden');
    provider.filling = service.state.kind === 'idle' || progress.running || isFilling();
    const { message: reading } = progress;
    const message = papersMessage({
      ...{ filter, library: service, search, reading },
      hasPapers: service.library.size > 0,
    });
    if (view.message !== message) view.message = message;
    const { unread } = provider;
    if ((view.badge?.value ?? 0) !== unread)
      view.badge = unread === 0 ? undefined : unreadBadge(unread);
  };
  const isFilling = (): boolean => search.missing.digests > 0;

  /** What searches find is asked for while it can be seen. */
  let isStale = false;
  const askAnew = (): void => {
    isStale = !view.visible;
    if (isStale) return;
    filter.refresh();
    results.refresh();
  };

  store.add(service.onDidChangeState(showState));
  store.add(vscode.workspace.onDidGrantWorkspaceTrust(showState));
  store.add(view.onDidCollapseElement(({ element }) => provider.forget(element)));
  store.add(
    view.onDidChangeVisibility(() => {
      if (isStale) askAnew();
    }),
  );
  store.add(
    service.onDidChange(({ digests }) => {
      if (!digests) return;
      provider.redrawSoon();
      showState();
    }),
  );
  store.add(
    search.onDidChange(() => {
      askAnew();
      showState();
    }),
  );
  store.add(
    filter.onDidChange(() => {
      provider.redrawSoon();
      showState();
    }),
  );
  store.add(results.onDidChange(() => provider.redrawSoon()));
  for (const event of [marks.onDidChange, muted.onDidChange]) {
    store.add(
      event(() => {
        provider.redrawSoon();
        showState();
      }),
    );
  }
  store.add(
    searches.onDidChange(() => {
      results.keep(new Set(searches.nodes.map((node) => node.search.query)));
      provider.redraw();
    }),
  );
  store.add(searches.onDidCall((call) => void bringIntoSight(view, provider, call)));
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      const looks = [settings.groupBy, settings.countBy];
      if (!looks.some((name) => event.affectsConfiguration(name))) return;
      provider.redraw();
      showState();
    }),
  );
  const narrow = async (text: string): Promise<void> => {
    const done = filter.set(text);
    showState();
    await done;
  };
  store.add(
    register(openSelected, async () => {
      const key = await selectedPaper(view, provider);
      if (key) await vscode.commands.executeCommand(commands.openPaper, key);
    }),
  );
  store.add(register(commands.groupByCategory, () => setGrouping('category')));
  store.add(register(commands.groupByDate, () => setGrouping('date')));
  store.add(register(commands.countByPrimary, () => setCountBy('primary')));
  store.add(register(commands.countByCrossLists, () => setCountBy('crossLists')));
  store.add(register(commands.showMuted, () => setShowsMuted(true)));
  store.add(register(commands.hideMuted, () => setShowsMuted(false)));
  store.add(
    register(commands.refreshLibrary, () => {
      bibliographies.forgetTexts();
      return service.refresh(true);
    }),
  );
  store.add(register(commands.stopIndexing, () => service.stop()));
  store.add(register(commands.clearFilter, () => narrow('')));
  store.add(
    register(commands.filterPapers, async () => {
      const text = await askQuery(vscode.l10n.t('Filter Papers'), filter.text);
      if (text === undefined) return;
      await narrow(text);
      await vscode.commands.executeCommand(`${views.papers}.focus`);
    }),
  );
  showState();
  return store;
}

async function bringIntoSight(
  view: vscode.TreeView<Node>,
  provider: PapersProvider,
  { node, unfold }: SearchCall,
): Promise<void> {
  if (unfold) provider.expand(node);
  // A view that is out of sight knows no rows that could be revealed.
  if (!view.visible) await vscode.commands.executeCommand(`${views.papers}.focus`);
  for (let attempt = 0; attempt < mostReveals; attempt++) {
    await view.reveal(node, { select: true, focus: true, expand: unfold });
    if (view.selection.some(({ id }) => id === node.id)) return;
    // VS Code says nothing when it does not know the row yet: it is about to ask for it.
    await nextRows(provider);
  }
}

/** Resolves when VS Code has taken further rows, or does not seem to want any. */
function nextRows(provider: PapersProvider): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      rows.dispose();
      resolve();
    };
    const timer = setTimeout(end, rowPatienceMs);
    const rows = provider.onDidGiveRows(end);
  });
}

/** The paper of the row that was pressed; a tree that is being refreshed knows its rows again soon. */
function selectedPaper(
  view: vscode.TreeView<Node>,
  provider: PapersProvider,
): Promise<PaperKey | undefined> {
  return new Promise((resolve) => {
    const look = (): void => {
      const [node] = view.selection;
      if (node) end(node.kind === 'paper' ? node.key : undefined);
    };
    const end = (key: PaperKey | undefined): void => {
      for (const item of waiting) item.dispose();
      clearTimeout(timer);
      resolve(key);
    };
    const waiting = [provider.onDidGiveRows(look), view.onDidChangeSelection(look)];
    const timer = setTimeout(() => end(undefined), selectionPatienceMs);
    look();
  });
}

/** On the icon of the view's container. */
function unreadBadge(value: number): vscode.ViewBadge {
  const tooltip =
    value === 1
      ? vscode.l10n.t('1 unread paper in the newest digest')
      : vscode.l10n.t('{0} unread papers in the newest digest', value);
  return { value, tooltip };
}

function stateOf({ library, state }: LibraryService, isTold: boolean): string {
  if (state.kind === 'idle') return 'idle';
  if (isTold) return 'indexing';
  return library.size === 0 ? 'empty' : 'ready';
}

/** Sets context keys, each only when its value has changed: every one is a message to the window. */
function contextSetter(): (key: string, value: unknown) => void {
  const told = new Map<string, unknown>();
  return (key, value) => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
}

function register(command: string, run: () => unknown): Disposable {
  return vscode.commands.registerCommand(command, run);
}
