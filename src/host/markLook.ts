import * as vscode from 'vscode';
import type { Mark } from '../core/marks/mark.js';
import type { MuteReason } from '../core/marks/muteRules.js';
import type { PaperFacts } from '../core/paper.js';
import type { MarksService } from './marksService.js';

/** What a row of a paper tells of its mark. */
export interface MarkLook {
  readonly icon: string;
  /** What stands beside the title. */
  readonly beside: readonly string[];
  /** All of it, for screen readers and under the pointer. */
  readonly words: readonly string[];
  /** For conditions of menus: `+starred+read`. */
  readonly flags: string;
}

export function lookOf(paper: PaperFacts, marks: MarksService): MarkLook {
  return markLook(marks.of(paper.key), marks.muteReason(paper));
}

/** By shape and words, never by colour alone. */
export function markLook(mark: Mark, reason: MuteReason | undefined): MarkLook {
  const { progress, starred, tags, note } = mark;
  const tagWords = tags.map((tag) => `#${tag}`);
  const isRead = progress === 'read' ? [vscode.l10n.t('read')] : [];
  const progressWords = progress === 'seen' ? [vscode.l10n.t('seen')] : isRead;
  const muted = reason ? [muteWords(reason)] : [];
  return {
    icon: starred ? 'star-full' : reason ? 'mute' : progressIcons[progress],
    beside: [...isRead, ...muted, ...tagWords, ...(note === '' ? [] : [note])],
    words: [
      ...(starred ? [vscode.l10n.t('starred')] : []),
      ...progressWords,
      ...muted,
      ...tagWords,
      ...(note === '' ? [] : [note]),
    ],
    flags: [
      ...(starred ? ['+starred'] : []),
      ...(progress === 'new' ? [] : [`+${progress}`]),
      ...(mark.muted ? ['+muted'] : []),
    ].join(''),
  };
}

const progressIcons = { new: 'file-text', seen: 'eye', read: 'pass' } as const;

function muteWords(reason: MuteReason): string {
  switch (reason.kind) {
    case 'paper':
      return vscode.l10n.t('muted');
    case 'keyword':
      return vscode.l10n.t('muted by the keyword "{0}"', reason.word);
    case 'author':
      return vscode.l10n.t('muted by the author "{0}"', reason.word);
    case 'category':
      return vscode.l10n.t('muted by the category "{0}"', reason.word);
  }
}
