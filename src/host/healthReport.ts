import * as vscode from 'vscode';
import type { IndexedDocument } from '../core/digest.js';
import type { HealthGroup } from '../core/health/finding.js';
import type { FeatureContext } from './featureContext.js';
import { groupText, missingDaysText } from './healthText.js';
import type { ReportText } from './reportText.js';

/** Digests that are read at the same time. */
const atOnce = 2;

type Checked = readonly [uri: string, groups: readonly HealthGroup[]];

/** What stands there while the digests are looked at. */
export function announceHealth(report: ReportText): void {
  report.heading(2, vscode.l10n.t('Health of Digests'));
  report.line(vscode.l10n.t('The texts of all digests are being looked at.'));
}

/**
 * Looks at the texts of all digests, and tells what they lack beside the problems of the index.
 * @param isWanted asked before each digest
 * @returns false when it was not wanted to the end
 */
export async function describeHealth(
  report: ReportText,
  { library, health, log }: Pick<FeatureContext, 'library' | 'health' | 'log'>,
  isWanted: () => boolean,
): Promise<boolean> {
  await library.start();
  const documents = [...library.library.documents()]
    .filter(({ digest }) => digest)
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const groups = new Map<string, readonly HealthGroup[]>();
  const open = documents.values();
  const work = async (): Promise<void> => {
    for (const document of open) {
      if (!isWanted()) return;
      try {
        groups.set(document.uri, beyondProblems(document, await health.of(document)));
      } catch (error) {
        log.error(`${document.uri}: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (!isWanted()) return false;
  const checked = documents
    .map(({ uri }): Checked => [uri, groups.get(uri) ?? []])
    .filter(([, found]) => found.length > 0);
  const count = checked.length.toLocaleString(vscode.env.language);
  report.heading(2, vscode.l10n.t('Health of Digests ({0})', count));
  if (checked.length === 0) report.line(vscode.l10n.t('None.'));
  for (const [uri, found] of checked) {
    for (const group of found) {
      const line = group.first[0]?.range.startLine;
      report.place(vscode.Uri.parse(uri), line, groupText(group));
    }
  }
  const gaps = health.missingDays();
  if (gaps.length > 0) report.heading(3, vscode.l10n.t('Missing Days'));
  for (const gap of gaps) {
    report.place(vscode.Uri.parse(gap.uri), undefined, missingDaysText(gap));
  }
  return true;
}

/** Those of the index stand in the report already, each of them. */
function beyondProblems(
  { problems }: IndexedDocument,
  groups: readonly HealthGroup[],
): readonly HealthGroup[] {
  const kinds = new Set<string>(problems.map(({ kind }) => kind));
  return groups.filter(({ check }) => !kinds.has(check));
}
