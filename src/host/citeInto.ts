import * as vscode from 'vscode';
import { citationSyntax } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import type { EntryServices } from './addEntries.js';
import { applyCitation } from './applyCitation.js';
import { planCitation, type CitationPlan, type PlanOptions } from './citationPlan.js';
import { askWhetherSame, askWhichBibliography } from './citationQuestions.js';
import {
  askForBibliography,
  askToCreate,
  declaration,
  type Declaration,
} from './newBibliography.js';
import { citedPaper, entryCite } from './citedPaper.js';
import { isEntry, papersAmong, type Picked } from './pickerOptions.js';
import { citationPreferences, citationSettings } from './settings.js';

/**
 * Cites works at places of a document, in its language, with their entries in its bibliography: one
 * edit. Where a question is dismissed, or an entry cannot be written, nothing is changed.
 * @returns whether the document cites them
 */
export async function citeInto(
  services: EntryServices,
  editor: vscode.TextEditor,
  places: readonly vscode.Range[],
  works: readonly Picked[],
): Promise<boolean> {
  const { document } = editor;
  const settings = citationSettings(document);
  const preferences = citationPreferences(settings);
  const syntax = citationSyntax(document.languageId, document.uri.path, preferences);
  const papers = papersAmong(works);
  const { version } = document;
  const planned = syntax.usesKeys
    ? await keysFor(services, document, papers)
    : { plan: { keys: [], added: undefined }, head: undefined };
  if (!planned) return false;
  const { plan, head } = planned;
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The document has changed in the meantime. Cite again.'),
    );
    return false;
  }
  const keys = [...plan.keys];
  const text = syntax.format(
    works.map((work) =>
      isEntry(work) ? entryCite(work) : { key: keys.shift() ?? '', paper: citedPaper(work) },
    ),
  );
  const edits = places.map((place) => vscode.TextEdit.replace(place, text));
  const own = head?.document === document ? head.edit : undefined;
  const offsets = offsetsAfter(document, edits, own);
  const done = await applyCitation(
    ...([services.bibliographies, plan, document] as const),
    own ? [...edits, own] : edits,
    own ? undefined : head,
  );
  if (document.version === version) return false;
  editor.selections = offsets.map((offset) => {
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
  return done;
}

interface Planned {
  readonly plan: CitationPlan;
  /** Names a new bibliography in the document. */
  readonly head: Declaration | undefined;
}

/** The keys, as the setting wants them; the person is told why there are none. */
async function keysFor(
  services: EntryServices,
  document: vscode.TextDocument,
  papers: readonly Paper[],
): Promise<Planned | undefined> {
  const { bibliography: use } = citationSettings(document);
  const options: PlanOptions = {
    isSame: askWhetherSame,
    choose: askWhichBibliography,
    asksOutside: true,
    mayCreate: use === 'ask' ? askToCreate : () => Promise.resolve(false),
  };
  let plan = await planCitation(services, document, papers, {
    ...options,
    keysAlone: use === 'never',
  });
  let head: Declaration | undefined;
  if (plan && 'problem' in plan && plan.problem === 'none') {
    const answer =
      use === 'ask'
        ? await askForBibliography(services.bibliographies, document)
        : { kind: 'none' as const };
    if (!answer) return undefined;
    if (answer.kind === 'name') {
      const fallback = answer.bibliography;
      head = declaration(document, fallback.uri);
      const mayCreate = () => Promise.resolve(true);
      plan = await planCitation(services, document, papers, { ...options, mayCreate, fallback });
    } else {
      plan = await planCitation(services, document, papers, { ...options, keysAlone: true });
    }
  }
  if (!plan) return undefined;
  if (!('problem' in plan)) return { plan, head };
  const message = vscode.l10n.t('{0} Nothing was changed.', plan.refusal);
  void vscode.window.showErrorMessage(message);
  return undefined;
}

/** Where each citation will end, once all edits are done. */
function offsetsAfter(
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
  head: vscode.TextEdit | undefined,
): number[] {
  const startOf = ({ range }: vscode.TextEdit): number => document.offsetAt(range.start);
  const growth = ({ range, newText }: vscode.TextEdit): number =>
    newText.length - (document.offsetAt(range.end) - document.offsetAt(range.start));
  return edits.map((edit) => {
    const before = [...edits, ...(head ? [head] : [])].filter(
      (each) => each !== edit && startOf(each) <= startOf(edit),
    );
    return before.reduce(
      (offset, each) => offset + growth(each),
      startOf(edit) + edit.newText.length,
    );
  });
}
