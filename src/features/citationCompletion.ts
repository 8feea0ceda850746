import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../core/paper.js';
import { applyCitation } from '../host/applyCitation.js';
import { CitationItem, entryItem, paperItem } from '../host/citationItems.js';
import { citationPlaceAt, type CitationPlace } from '../host/citationPlace.js';
import { planCitation } from '../host/citationPlan.js';
import { askToCreate } from '../host/newBibliography.js';
import { citingDocuments } from '../host/citingSelector.js';
import { commands } from '../host/contributions.js';
import { cardOf, entryLink } from '../host/entryCard.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { paperCard } from '../host/paperCard.js';

/** What may begin a key in one language or another. */
const triggers = ['@', '{', ',', ':', '[', '<', '"', '`', '&', ';'];
const mostEntries = 100;
const mostPapers = 20;
/** Fewer letters find too much to be meant. */
const fewestLetters = 2;

/** Citation keys while they are typed, and below them papers that have no entry yet. */
export function registerCitationCompletion(context: FeatureContext): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerCompletionItemProvider(
      [...citingDocuments],
      {
        async provideCompletionItems(document, position) {
          const at = citationPlaceAt(document, position);
          return at && suggestions(context, document, at);
        },
        resolveCompletionItem: (item) =>
          item instanceof CitationItem ? documented(context, item) : item,
      },
      ...triggers,
    ),
  );
  store.add(
    vscode.commands.registerCommand(commands.citeTyped, (key: unknown) =>
      typeof key === 'string' ? citeTyped(context, key as PaperKey) : undefined,
    ),
  );
  return store;
}

async function suggestions(
  context: FeatureContext,
  document: vscode.TextDocument,
  at: CitationPlace,
): Promise<vscode.CompletionList | undefined> {
  const { bibliographies } = context;
  const named = await bibliographies.named(document);
  // Without any, an `@` is somebody's name.
  if (named.length === 0) return undefined;
  const cited = named.filter(({ missing }) => !missing).map(({ uri }) => uri);
  const [{ places, total }, papers] = await Promise.all([
    bibliographies.complete(cited, at.typed, mostEntries),
    papersFor(context, cited, at.typed),
  ]);
  const items = [
    ...places.map((place, order) => entryItem(place, at, order)),
    ...papers.map((paper, order) => paperItem(paper, at, order, document)),
  ].filter((item) => item !== undefined);
  // With every letter papers may come in that are not in the list.
  const isComplete = total <= places.length && context.library.library.size === 0;
  return new vscode.CompletionList(items, !isComplete);
}

/** Papers of the library that no bibliography has. */
async function papersFor(
  { bibliographies, library, search, log }: FeatureContext,
  cited: readonly vscode.Uri[],
  typed: string,
): Promise<readonly Paper[]> {
  if (library.state.kind === 'idle') {
    // The keys are there already; papers come with the next letter.
    library.start().catch((error: unknown) => log.error(String(error)));
  }
  const query = (typed.match(/\p{L}+|[\p{N}.]+/gu) ?? []).join(' ');
  if (query.length < fewestLetters) return [];
  try {
    const { papers: found } = await search.find(query, mostPapers, true);
    const papers = found.map(({ paper }) => paper);
    const matches = await bibliographies.match(cited, papers);
    return papers.filter((_, index) => matches[index] === undefined);
  } catch (error) {
    log.error(`Papers for "${typed}": ${String(error)}`);
    return [];
  }
}

async function documented(
  context: FeatureContext,
  item: CitationItem,
): Promise<vscode.CompletionItem> {
  const { of } = item;
  if ('entry' in of) {
    const { uri, entry } = of;
    const card = await cardOf(entry, context);
    item.documentation = card.appendMarkdown(`\n\n${entryLink(uri, entry).value}`);
  } else item.documentation = await paperCard(of, context);
  return item;
}

/** Puts a paper's key in place of what is typed for it at each cursor, and adds its entry. */
async function citeTyped(context: FeatureContext, key: PaperKey): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const paper = context.library.library.paper(key);
  if (!editor || !paper) return;
  const { document } = editor;
  const planned = await planCitation(context, document, [paper], {
    asksOutside: true,
    mayCreate: askToCreate,
  });
  // Where no list takes entries, the key is worth having all the same.
  const isAlone = planned && 'problem' in planned && planned.problem === 'none';
  const plan = isAlone
    ? await planCitation(context, document, [paper], { keysAlone: true })
    : planned;
  if (planned && 'problem' in planned) {
    const told = isAlone
      ? vscode.l10n.t('The citation has no entry yet. {0}', planned.refusal)
      : planned.refusal;
    void vscode.window.showWarningMessage(told);
  }
  if (!plan || 'problem' in plan) return;
  const edits = editor.selections.flatMap(({ active }) => {
    const at = citationPlaceAt(document, active);
    const text = at?.write(plan.keys[0] ?? '');
    return at && text !== undefined ? [vscode.TextEdit.replace(at.replacing, text)] : [];
  });
  if (edits.length > 0) await applyCitation(context.bibliographies, plan, document, edits);
}
