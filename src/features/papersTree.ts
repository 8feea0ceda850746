import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../core/paper.js';
import { PaperTree, type TreeNode } from '../core/paperTree.js';
import type { Problem } from '../core/digest.js';
import { archiveName } from '../core/categories.js';
import { texToText } from '../core/render/texToText.js';
import { commands, contextKeys, settings, views } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { LibraryProgress } from '../host/libraryProgress.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import type { LibraryService } from '../host/libraryService.js';
import type { PaperTexts } from '../host/paperTexts.js';
import { escapeMarkdown } from '../host/markdownText.js';
import { authorList, categoryLabel, dateLabel, firstAuthor, yearOf } from '../host/paperWords.js';
import { problemText } from '../host/problemText.js';
import { grouping, setGrouping } from '../host/settings.js';

type Node =
  | TreeNode
  | { readonly kind: 'problems'; readonly id: string; readonly count: number }
  | {
      readonly kind: 'problem';
      readonly id: string;
      readonly uri: vscode.Uri;
      readonly problem: Problem;
    };

/** A filter that finds more papers than this leaves the tree folded. */
const mostUnfolded = 100;

/**
 * VS Code loses the arguments of a row's command whenever the tree is refreshed, so this one has
 * none: it is about the row that was pressed, which is the one selected.
 */
const openSelected = '_preprint.openSelected';

/** The view "Papers": the library by category or by date, narrowed by a filter. */
export function registerPapersTree({ library: service, texts }: FeatureContext): Disposable {
  const store = new DisposableStore();
  const provider = store.add(new PapersProvider(service, texts));
  const view = store.add(
    vscode.window.createTreeView(views.papers, {
      treeDataProvider: provider,
      showCollapseAll: true,
      canSelectMany: true,
    }),
  );
  const progress = new LibraryProgress(service, views.papers);
  const setContext = contextSetter();
  const showState = (): void => {
    progress.follow();
    setContext(contextKeys.libraryState, stateOf(service, progress.running));
    setContext(contextKeys.grouping, grouping());
    setContext(contextKeys.filtered, provider.filterText !== '');
    view.message = messageOf(provider) ?? progress.message ?? '';
  };
  store.add(service.onDidChangeState(showState));
  store.add(view.onDidCollapseElement(({ element }) => provider.forget(element)));
  store.add(
    service.onDidChange(({ digests }) => {
      if (digests) void provider.update().then(showState);
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.groupBy)) void provider.update().then(showState);
    }),
  );
  const filter = async (text: string): Promise<void> => {
    await provider.setFilter(text);
    showState();
  };
  store.add(
    register(openSelected, async () => {
      const key = await selectedPaper(view);
      if (key) await vscode.commands.executeCommand(commands.openPaper, key);
    }),
  );
  store.add(register(commands.groupByCategory, () => setGrouping('category')));
  store.add(register(commands.groupByDate, () => setGrouping('date')));
  store.add(register(commands.refreshLibrary, () => service.refresh()));
  store.add(register(commands.clearFilter, () => filter('')));
  store.add(
    register(commands.filterPapers, async () => {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Papers'),
        prompt: vscode.l10n.t('Words of title, authors, arXiv id or category'),
        value: provider.filterText,
      });
      if (text === undefined) return;
      await filter(text.trim());
      await vscode.commands.executeCommand(`${views.papers}.focus`);
    }),
  );
  showState();
  return store;
}

/** A tree that is being refreshed knows its rows again after a moment, which is waited for. */
async function selectedPaper(view: vscode.TreeView<Node>): Promise<PaperKey | undefined> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const [node] = view.selection;
    if (node) return node.kind === 'paper' ? node.key : undefined;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

function stateOf({ library, state }: LibraryService, isTold: boolean): string {
  if (state.kind === 'idle') return 'idle';
  if (isTold) return 'indexing';
  return library.size === 0 ? 'empty' : 'ready';
}

function messageOf({ filterText, filterCount }: PapersProvider): string | undefined {
  if (filterText === '') return undefined;
  if (filterCount === 0) return vscode.l10n.t('No paper matches "{0}".', filterText);
  return filterCount === 1
    ? vscode.l10n.t('1 paper matches "{0}".', filterText)
    : vscode.l10n.t('{0} papers match "{1}".', filterCount, filterText);
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

class PapersProvider implements vscode.TreeDataProvider<Node>, Disposable {
  readonly #service: LibraryService;
  readonly #texts: PaperTexts;
  readonly #changed = new vscode.EventEmitter<undefined>();
  /** VS Code forgets what was unfolded when a filter or the other grouping takes it away. */
  readonly #expanded = new Set<string>();
  #filter: ReadonlySet<PaperKey> | undefined;
  filterText = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(service: LibraryService, texts: PaperTexts) {
    this.#service = service;
    this.#texts = texts;
  }

  get filterCount(): number {
    return this.#filter?.size ?? 0;
  }

  async setFilter(text: string): Promise<void> {
    this.filterText = text;
    await this.update();
  }

  forget({ id }: Node): void {
    if (!this.#unfolds) this.#expanded.delete(id);
  }

  /** Shows the library as it is now; ids keep what is expanded and selected. */
  async update(): Promise<void> {
    const text = this.filterText;
    const papers = text === '' ? undefined : await this.#service.find(text, Infinity);
    if (text !== this.filterText) return;
    this.#filter = papers && new Set(papers.map(({ key }) => key));
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (node?.kind === 'problem') return [];
    // Children are asked for only when their node unfolds.
    if (node && !this.#unfolds) this.#expanded.add(node.id);
    if (node?.kind === 'problems') return this.#problems();
    const tree = new PaperTree(this.#service.library, grouping(), this.#filter);
    if (node) return tree.children(node);
    // The view is visible: the first need for the library.
    void this.#service.start();
    const count = this.#service.problems().length;
    const problems: Node[] = count === 0 ? [] : [{ kind: 'problems', id: 'problems', count }];
    return [...tree.roots(), ...problems];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = this.#item(node);
    // An id of its own, so that what a filter finds unfolds at once.
    item.id = this.#unfolds ? `found/${this.filterText}/${node.id}` : node.id;
    if (item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed) {
      const isOpen = this.#unfolds || this.#expanded.has(node.id);
      if (isOpen) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    }
    return item;
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    node: Node,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (node.kind !== 'paper') return item;
    const paper = this.#service.library.paper(node.key);
    if (!paper) return item;
    const text = await this.#texts.describe(paper);
    if (token.isCancellationRequested) return item;
    const tooltip = new vscode.MarkdownString();
    tooltip.appendMarkdown(`**${escapeMarkdown(text.title)}**`);
    const facts = [authorList(text.authors, 6), paper.category && categoryLabel(paper.category)];
    for (const fact of [...facts, text.summary]) {
      if (fact) tooltip.appendMarkdown(`\n\n${escapeMarkdown(fact)}`);
    }
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  get #unfolds(): boolean {
    return this.#filter !== undefined && this.#filter.size <= mostUnfolded;
  }

  #problems(): Node[] {
    return this.#service.problems().map(({ uri, problem }, index) => ({
      kind: 'problem',
      id: `problem/${uri.toString()}/${problem.line}/${problem.kind}/${index}`,
      uri,
      problem,
    }));
  }

  #item(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'archive':
        return folder(archiveName(node.archive) ?? vscode.l10n.t('Other'), node.count);
      case 'category':
        return folder(categoryLabel(node.category) || vscode.l10n.t('No category'), node.count);
      case 'month': {
        const date = { value: node.month, precision: 'month', source: 'fileName' } as const;
        const item = folder(dateLabel(date), node.count);
        item.description =
          node.count === 1 ? vscode.l10n.t('1 digest') : vscode.l10n.t('{0} digests', node.count);
        return item;
      }
      case 'day':
        return dayItem(node);
      case 'range':
        return folder(`${node.from + 1}–${node.to}`, node.to - node.from);
      case 'paper':
        return paperItem(this.#service.library.paper(node.key), node.key);
      case 'problems': {
        const item = folder(vscode.l10n.t('Problems'), node.count);
        item.iconPath = new vscode.ThemeIcon('warning');
        return item;
      }
      case 'problem':
        return problemItem(node);
    }
  }
}

function folder(label: string, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = count.toLocaleString(vscode.env.language);
  item.contextValue = 'group';
  return item;
}

function dayItem({ day, precision, count }: Extract<Node, { kind: 'day' }>): vscode.TreeItem {
  if (day === '') return folder(vscode.l10n.t('No date'), count);
  const item = folder(dateLabel({ value: day, precision, source: 'fileName' }), count);
  if (precision === 'month') {
    item.label = vscode.l10n.t('Day unknown');
    item.tooltip = vscode.l10n.t(
      'These digests name no day. Their file name or newest arXiv id tells the month.',
    );
  }
  return item;
}

function paperItem(paper: Paper | undefined, key: PaperKey): vscode.TreeItem {
  const title = paper ? texToText(paper.title) : key;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  if (!paper) return item;
  item.description = [firstAuthor(paper), yearOf(paper)].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = paper.id === undefined ? 'paper' : 'paper+arxiv';
  item.command = { command: openSelected, title: vscode.l10n.t('Open in Reader') };
  item.accessibilityInformation = { label: [title, item.description].filter(Boolean).join(', ') };
  return item;
}

function problemItem({ uri, problem }: Extract<Node, { kind: 'problem' }>): vscode.TreeItem {
  // The file first: in a narrow view the beginning of the sentence would be all that is seen.
  const place = `${vscode.workspace.asRelativePath(uri)}:${problem.line + 1}`;
  const item = new vscode.TreeItem(place, vscode.TreeItemCollapsibleState.None);
  item.description = problemText(problem);
  item.tooltip = `${place}\n${item.description}`;
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = 'problem';
  if (problem.kind !== 'unreadable') {
    const position = new vscode.Position(problem.line, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open File'),
      arguments: [uri, { selection: new vscode.Range(position, position) }],
    };
  }
  return item;
}
