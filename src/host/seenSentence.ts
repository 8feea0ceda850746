import * as vscode from 'vscode';
import type { Paper } from '../core/paper.js';
import { seenBefore } from '../core/similar/seenBefore.js';
import { dateLabel } from './paperWords.js';

/** That digests had a paper before its newest one did, and in which other versions; '' when none had. */
export function seenSentence(paper: Paper): string {
  const [newest] = paper.occurrences;
  if (!newest) return '';
  const { earlier, otherVersions } = seenBefore(paper, newest);
  const first = earlier.at(-1)?.date;
  const sentences = [];
  if (first) sentences.push(vscode.l10n.t('Seen before, first on {0}', dateLabel(first)));
  if (otherVersions.length > 0) {
    const versions = otherVersions.map((version) => `v${version}`).join(', ');
    sentences.push(vscode.l10n.t('also as {0}', versions));
  }
  return sentences.join(' · ');
}
