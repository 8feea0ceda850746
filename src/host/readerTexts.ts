import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import type { Paper } from '../core/paper.js';
import { hiddenAuthors, type ReaderLabels } from '../core/render/readerLabels.js';
import { nameOfFile } from './fileName.js';
import { crossListsLabel, dateLabel } from './paperWords.js';
import { seenSentence } from './seenSentence.js';

/** What the reader's page says around a paper. */
export function labelsFor(paper: Paper, notes: readonly NoteOn[]): ReaderLabels {
  const { authors, occurrences } = paper;
  return {
    actions: {
      goToDigest: vscode.l10n.t('Go to Digest'),
      openOnArxiv: vscode.l10n.t('Open on arXiv'),
      openPdf: vscode.l10n.t('Open PDF'),
      insertCitation: vscode.l10n.t('Insert Citation'),
      copyBibtex: vscode.l10n.t('Copy BibTeX'),
      copyLink: vscode.l10n.t('Copy Link'),
      createLiteratureNote: vscode.l10n.t('Literature Note'),
    },
    toolbar: vscode.l10n.t('Actions on this paper'),
    authors: vscode.l10n.t('Authors'),
    moreAuthors: vscode.l10n.t('{0} more authors', hiddenAuthors(authors.length)),
    searchAuthor: vscode.l10n.t('Search for papers by this author'),
    crossLists: crossListsLabel(paper),
    comment: vscode.l10n.t('Comment'),
    seenBefore: seenSentence(paper),
    ai: vscode.l10n.t('AI'),
    texts: vscode.l10n.t('What the digests say'),
    allTexts: vscode.l10n.t('All'),
    aiNote: vscode.l10n.t('Written by a language model for the digest. It may be wrong.'),
    failed: vscode.l10n.t('The generator of the digest could not write this.'),
    abstract: vscode.l10n.t('Abstract'),
    noAbstract: vscode.l10n.t('The digest holds no abstract.'),
    unread: vscode.l10n.t(
      'What the digest says of this paper could not be read. The log names the place.',
    ),
    notesHeading: vscode.l10n.t('Notes on This Paper'),
    literatureNote: vscode.l10n.t('Literature note'),
    notes: notes.map(({ uri, isLiterature }) => ({
      label: nameOfFile(vscode.Uri.parse(uri)),
      isLiterature,
    })),
    occurrencesHeading: vscode.l10n.t('Where It Occurs'),
    occurrences: occurrences.map(({ uri, date, twinOf, entry: { version } }) => {
      const path = nameOfFile(vscode.Uri.parse(uri));
      const place =
        twinOf === undefined ? path : vscode.l10n.t('data of the same digest: {0}', path);
      const facts = [date && dateLabel(date), version !== undefined && `v${version}`, place];
      return facts.filter(Boolean).join(' · ');
    }),
  };
}
