import * as vscode from 'vscode';
import { isOfMarks, MarkTree, type MarkNode } from '../core/markTree.js';
import type { PaperKey } from '../core/paper.js';
import { PaperTree, type TreeNode } from '../core/paperTree.js';
import { piecesText } from '../core/render/textPieces.js';
import { shortText } from '../core/shortText.js';
import {
  isOfSearch,
  searchChildren,
  type RootNode,
  type SearchAnswer,
  type SearchNode,
} from '../core/searchTree.js';
import type { FeatureContext } from './featureContext.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { LibraryService } from './libraryService.js';
import { markItem } from './markItems.js';
import { lookOf } from './markLook.js';
import type { MarksService } from './marksService.js';
import type { MutedPapers } from './mutedPapers.js';
import { escapeMarkdown } from './markdownText.js';
import { longestTitle, paragraph } from './paperCard.js';
import type { PaperFilter } from './paperFilter.js';
import type { PaperTexts } from './paperTexts.js';
import { authorList, categoryLabel, crossListsLabel } from './paperWords.js';
import { searchItem } from './searchItems.js';
import type { SearchList } from './searchList.js';
import type { SearchResults } from './searchResults.js';
import { countBy, grouping } from './settings.js';
import { treeItem, type ProblemNode } from './treeItems.js';

export type Node = MarkNode | SearchNode | TreeNode | ProblemNode;

type Sources = Pick<FeatureContext, 'library' | 'marks' | 'muted' | 'searches' | 'texts'>;

/** A filter that finds more papers than this leaves the tree folded. */
const mostUnfolded = 100;

/** However much changes at once, the tree is drawn anew no more often. */
const redrawEveryMs = 250;

const nothing: SearchAnswer = { keys: [], total: 0, match: 'all' };

/** The rows of the view Papers: lists of marked papers, searches, the library as far as the filter lets it through, problems. */
export class PapersProvider implements vscode.TreeDataProvider<Node>, Disposable {
  readonly #service: LibraryService;
  readonly #marks: MarksService;
  readonly #muted: MutedPapers;
  readonly #searches: SearchList;
  readonly #texts: PaperTexts;
  readonly #filter: PaperFilter;
  readonly #results: SearchResults;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<undefined>());
  readonly #given = this.#store.add(new vscode.EventEmitter<void>());
  /** VS Code forgets what was unfolded when a filter or the other grouping takes it away. */
  readonly #expanded = new Set<string>();
  /** Unread papers that were listed since the list was unfolded. */
  readonly #listed = new Set<PaperKey>();
  #filling = false;
  #drawnAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #giving = false;

  readonly onDidChangeTreeData = this.#changed.event;
  /** VS Code, which forgets its rows at each refresh, knows some of them again. */
  readonly onDidGiveRows = this.#given.event;

  constructor(
    { library, marks, muted, searches, texts }: Sources,
    filter: PaperFilter,
    results: SearchResults,
  ) {
    this.#service = library;
    this.#marks = marks;
    this.#muted = muted;
    this.#searches = searches;
    this.#texts = texts;
    this.#filter = filter;
    this.#results = results;
    this.#store.add(searches.onWillMove(({ from, to, unfold }) => this.#move(from, to, unfold)));
  }

  /** Not all digests can be searched yet, so that searches find only a part. */
  set filling(filling: boolean) {
    if (filling === this.#filling) return;
    this.#filling = filling;
    if (this.#searches.nodes.length > 0) this.redrawSoon();
  }

  /** Shows everything as it is now; ids keep what is expanded and selected. */
  redraw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#drawnAt = Date.now();
    this.#changed.fire(undefined);
  }

  /** As `redraw`, but one for all that changes within a moment. */
  redrawSoon(): void {
    const wait = this.#drawnAt + redrawEveryMs - Date.now();
    if (wait <= 0) this.redraw();
    else this.#timer ??= setTimeout(() => this.redraw(), wait);
  }

  expand({ id }: Node): void {
    this.#expanded.add(id);
  }

  forget(node: Node): void {
    if (!this.#unfolds(node.id)) this.#expanded.delete(node.id);
    if (isUnread(node)) this.#listed.clear();
  }

  /** Unread papers of the newest digest, without the muted ones. */
  get unread(): number {
    const { library } = this.#service;
    return new MarkTree(library, this.#marks, this.#muted).unread()?.count ?? 0;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#roots();
    // Children are asked for only when their node unfolds.
    if (!this.#unfolds(node.id)) this.expand(node);
    switch (node.kind) {
      case 'problem':
        return [];
      case 'problems':
        return this.#problems();
      case 'search':
      case 'searchRange':
      case 'searchNote': {
        const answered = await this.#results.given(rootOf(node).search.query);
        return searchChildren(node, answered && 'value' in answered ? answered.value : nothing);
      }
      case 'marked':
      case 'markedRange':
      case 'tags':
        return this.#marked(node);
      case 'archive':
      case 'category':
      case 'month':
      case 'day':
      case 'range':
      case 'paper':
        return this.#tree().children(node);
    }
  }

  /** VS Code asks for the parents of what is to be revealed: searches, which have none. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    this.#tellGiven();
    const item = this.#item(node);
    const unfolds = this.#unfolds(node.id);
    // An id of its own, so that what a filter finds unfolds at once.
    item.id = unfolds ? `found/${this.#filter.applied?.text ?? ''}/${node.id}` : node.id;
    if (item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed) {
      const isOpen = unfolds || this.#expanded.has(node.id);
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
    tooltip.appendMarkdown(
      `**${escapeMarkdown(shortText(piecesText(text.title), longestTitle))}**`,
    );
    const { words } = lookOf(paper, this.#marks);
    const summary = text.summary && piecesText(text.summary);
    const category = paper.category && categoryLabel(paper.category);
    const categories = [category, crossListsLabel(paper)].filter(Boolean).join(' · ');
    const facts = [authorList(text.authors, 6), categories];
    for (const fact of [...facts, words.join(' · '), summary]) paragraph(tooltip, fact ?? '');
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  /** Searches are not narrowed by the filter; they and lists of marked papers stay as they are. */
  #unfolds(id: string): boolean {
    const { applied } = this.#filter;
    if (isOfSearch(id) || isOfMarks(id)) return false;
    return applied !== undefined && applied.keys.size <= mostUnfolded;
  }

  #roots(): Node[] {
    // The view is visible: the first need for the library and the marks.
    void this.#service.start();
    void this.#marks.start();
    const count = this.#service.problems().length;
    const problems: Node[] = count === 0 ? [] : [{ kind: 'problems', id: 'problems', count }];
    const marked = this.#markTree().roots();
    return [...this.#searchNodes(), ...marked, ...this.#tree().roots(), ...problems];
  }

  #marked(node: MarkNode): Node[] {
    const children = this.#markTree().children(node);
    if (isUnread(node)) {
      for (const child of children) if (child.kind === 'paper') this.#listed.add(child.key);
    }
    return children;
  }

  #markTree(): MarkTree {
    const filter = this.#filter.applied?.keys;
    const look = { filter, hidden: this.#muted.hidden, staying: this.#listed };
    return new MarkTree(this.#service.library, this.#marks, look);
  }

  /** Saved searches are there for all workspaces: in one without papers they are of no use. */
  #searchNodes(): readonly RootNode[] {
    const { nodes } = this.#searches;
    const isEmpty = this.#service.library.size === 0;
    return isEmpty ? nodes.filter(({ search }) => search.name === undefined) : nodes;
  }

  #tree(): PaperTree {
    const filter = this.#filter.applied?.keys;
    return new PaperTree(this.#service.library, grouping(), filter, this.#muted.hidden, countBy());
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
    if (isSearchNode(node)) {
      const answered = this.#results.of(rootOf(node).search.query);
      return searchItem(node, { answered, filling: this.#filling });
    }
    if (isMarkNode(node)) return markItem(node);
    return treeItem(node, this.#service.library, (paper) => lookOf(paper, this.#marks));
  }

  #move(from: RootNode, to: RootNode, unfold: boolean): void {
    if (this.#expanded.delete(from.id) || unfold) this.#expanded.add(to.id);
  }

  #tellGiven(): void {
    if (this.#giving) return;
    this.#giving = true;
    // VS Code takes them when this has returned.
    setImmediate(() => {
      this.#giving = false;
      this.#given.fire();
    });
  }
}

function isSearchNode(node: Node): node is SearchNode {
  return node.kind === 'search' || node.kind === 'searchRange' || node.kind === 'searchNote';
}

function isMarkNode(node: Node): node is MarkNode {
  return node.kind === 'marked' || node.kind === 'markedRange' || node.kind === 'tags';
}

function isUnread(node: Node): boolean {
  const list = node.kind === 'marked' ? node : node.kind === 'markedRange' ? node.of : undefined;
  return list?.list.name === 'unread';
}

function rootOf(node: SearchNode): RootNode {
  return node.kind === 'search' ? node : node.of;
}
