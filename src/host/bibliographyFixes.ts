import * as vscode from 'vscode';
import { arxivKey } from '../core/arxivId.js';
import type { EntryInsertion } from '../core/bibliography/bibEntryText.js';
import { addEprint } from '../core/bibliography/entryRepairs.js';
import type { Finding, NamedEntry } from '../core/bibliography/findings.js';
import { suffixedKey } from '../core/citation/citationKey.js';
import type { CitationProblem } from './citationChecks.js';
import { toRange } from './convert.js';
import type { FeatureContext } from './featureContext.js';
import { mergeEntries, withBlankLines } from './mergeEntries.js';
import { QuickFix } from './quickFix.js';

type Of<C extends Finding['check']> = CitationProblem<Extract<Finding, { readonly check: C }>>;
type Fixes<C extends Finding['check']> = (
  context: FeatureContext,
  document: vscode.TextDocument,
  problem: Of<C>,
) => QuickFix[];

/** What can be done about each kind of finding, one row each. */
export const bibliographyFixes: {
  readonly [C in Exclude<Finding['check'], 'brokenEntry'>]: Fixes<C>;
} = {
  duplicateKey: ({ bibliographies }, { uri }, { finding: { entry }, range }) => [
    new QuickFix(vscode.l10n.t('Give this entry another key'), uri, async () => {
      const taken = await bibliographies.takenKeys([uri], [entry.key]);
      const key = suffixedKey(entry.key, (other) => taken.has(other.toLowerCase()));
      return oneEdit((edit) => edit.replace(uri, range, key));
    }),
  ],

  samePaper: (context, document, { finding: { entry, others } }) =>
    isBibtex(document)
      ? [entry, ...others].map((kept) => {
          const dropped = [entry, ...others].filter((each) => each !== kept);
          const title = vscode.l10n.t('Merge: use "{0}" everywhere', kept.key);
          return new QuickFix(title, document.uri, () =>
            mergeEntries(context, document, kept, dropped),
          );
        })
      : [],

  missingEprint: ({ library }, document, { finding: { entry, id } }) => {
    const category = library.library.paper(arxivKey(id))?.category;
    const insertion = addEprint(document.getText(toRange(entry.range)), id, category);
    if (!insertion) return [];
    const title = /primaryClass|eprintclass/.test(insertion.text)
      ? vscode.l10n.t('Add eprint, archivePrefix and primaryClass')
      : vscode.l10n.t('Add eprint and archivePrefix');
    return [
      new QuickFix(title, document.uri, () =>
        Promise.resolve(oneEdit((edit) => insert(edit, document, entry, insertion))),
      ),
    ];
  },

  malformedId: (_, { uri }, { finding: { mended }, range }) =>
    mended === undefined
      ? []
      : [
          new QuickFix(vscode.l10n.t('Change to {0}', mended), uri, () =>
            Promise.resolve(oneEdit((edit) => edit.replace(uri, range, mended))),
          ),
        ],

  unusedEntry: (_, document, { finding: { entry } }) =>
    isBibtex(document)
      ? [
          new QuickFix(vscode.l10n.t('Remove entry'), document.uri, () =>
            Promise.resolve(
              oneEdit((edit) =>
                edit.delete(document.uri, withBlankLines(document, toRange(entry.range))),
              ),
            ),
          ),
        ]
      : [],
};

function isBibtex({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'bibtex' || /\.(?:bib|bibtex|biblatex)$/i.test(uri.path);
}

function oneEdit(write: (edit: vscode.WorkspaceEdit) => void): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  write(edit);
  return edit;
}

function insert(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  entry: NamedEntry,
  { offset, text }: EntryInsertion,
): void {
  const start = document.offsetAt(toRange(entry.range).start);
  edit.insert(document.uri, document.positionAt(start + offset), text);
}
