import * as vscode from 'vscode';
import { shortAuthors } from '../core/citation/authorYear.js';
import { texToText } from '../core/render/texToText.js';
import { seenBefore } from '../core/similar/seenBefore.js';
import { plain } from './pickerRows.js';
import type { FoundPaper } from './searchService.js';

/** A paper that was found for a reason. */
export interface ReasonedPaper extends FoundPaper {
  /** A short sentence, or parts of one. */
  readonly reason: string;
}

export interface ReasonRow extends vscode.QuickPickItem {
  /** Missing for a row that only tells something. */
  readonly found?: ReasonedPaper;
}

/** Title, and below it the reason: the first thing that a person asks of such a list. */
export function reasonRow(
  found: ReasonedPaper,
  buttons: readonly vscode.QuickInputButton[],
): ReasonRow {
  const { paper, place, reason } = found;
  const facts = [shortAuthors(paper.authors), place.date?.value, paper.category, seen(found)];
  return {
    label: plain(texToText(paper.title)),
    description: plain(facts.filter(Boolean).join(' · ')),
    detail: plain(reason),
    buttons,
    found,
  };
}

function seen({ paper, place }: FoundPaper): string | undefined {
  const { earlier } = seenBefore(paper, place);
  return earlier.length === 0 ? undefined : vscode.l10n.t('seen before');
}

/** Shown whatever is typed. */
export function tellingRow(label: string): ReasonRow {
  return { label, iconPath: new vscode.ThemeIcon('info'), alwaysShow: true };
}
