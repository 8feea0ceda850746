import * as vscode from 'vscode';
import { texToText } from '../core/render/texToText.js';
import type { Paper } from '../core/paper.js';
import type { EntryMatch } from '../worker/bibliographyProtocol.js';
import type { CitedBibliography } from './bibliographyService.js';
import { nameOfFile } from './fileName.js';
import { authorList } from './paperWords.js';
import { plain } from './pickerRows.js';

/** Whether an entry that is only likely to be a paper's is to be cited for it. */
export async function askWhetherSame(
  paper: Paper,
  { uri, entry, rule }: EntryMatch,
): Promise<boolean | undefined> {
  const { key, title = '', authors, year } = entry;
  const facts = [authorList(authors, 3), year, nameOfFile(vscode.Uri.parse(uri))];
  const chosen = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Use the entry {0}', key),
        description: plain(texToText(title)),
        detail: plain(facts.filter(Boolean).join(' · ')),
        same: true,
      },
      { label: vscode.l10n.t('Add a new entry'), same: false },
    ],
    {
      title: plain(texToText(paper.title)),
      placeHolder:
        rule === 'title'
          ? vscode.l10n.t('The bibliography has an entry with this title and first author')
          : vscode.l10n.t('The bibliography has an entry with the DOI of this paper'),
    },
  );
  return chosen?.same;
}

/** Which of several bibliographies gets the new entries. */
export async function askWhichBibliography(
  bibliographies: readonly CitedBibliography[],
): Promise<CitedBibliography | undefined> {
  const chosen = await vscode.window.showQuickPick(
    bibliographies.map((bibliography) => ({ label: nameOfFile(bibliography.uri), bibliography })),
    { title: vscode.l10n.t('Add the entry to') },
  );
  return chosen?.bibliography;
}
