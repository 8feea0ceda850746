import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import type { LibraryService } from '../host/libraryService.js';
import { announceHealth, describeHealth } from '../host/healthReport.js';
import { problemText } from '../host/problemText.js';
import { ReportText } from '../host/reportText.js';
import { unlessDied } from '../host/workerDied.js';

const slowest = 10;

/** What the index holds, how it came about, and what could not be read, as read-only documents. */
export function registerIndexReport(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.showIndexReport, async () => {
    const report = await makeReport(context);
    const whole = report.copy();
    announceHealth(report);
    // Reading all digests takes a while: the rest of the report does not wait for it.
    await context.reports.show('Preprint Index Report', report, async (isWanted) =>
      (await describeHealth(whole, context, isWanted)) ? whole : undefined,
    );
  });
}

async function makeReport({ library, search, formats: own }: FeatureContext): Promise<ReportText> {
  await library.startWithin(0);
  const [figures, keptBytes, faults] = await Promise.all([
    search.figures(),
    library.keptBytes(),
    unlessDied(own.problems()),
  ]);
  const report = new ReportText();
  report.heading(1, vscode.l10n.t('Preprint Index Report'));
  report.line(new Date().toLocaleString(vscode.env.language));
  report.heading(2, vscode.l10n.t('Library'));
  const formats = formatsOf(library);
  const documents = library.library.documentCount;
  const digests = sum(formats.values());
  const entries = sum(
    Array.from(library.library.documents(), ({ digest }) => digest?.entries.length ?? 0),
  );
  report.item(
    vscode.l10n.t('Documents: {0}, of which {1} are digests', shown(documents), shown(digests)),
  );
  for (const [format, count] of formats) {
    report.item(vscode.l10n.t('Digests of the format "{0}": {1}', format, shown(count)));
  }
  report.item(vscode.l10n.t('Entries: {0}', shown(entries)));
  report.item(vscode.l10n.t('Papers, each counted once: {0}', shown(library.library.size)));

  report.heading(2, vscode.l10n.t('Search'));
  const { digests: missing } = search.missing;
  report.item(
    missing === 0
      ? vscode.l10n.t('All digests can be searched.')
      : vscode.l10n.t('Digests that cannot be searched yet: {0}', shown(missing)),
  );
  if (figures) {
    const { entries: searched, segments, bytes } = figures;
    report.item(
      vscode.l10n.t(
        'Entries: {0}, in {1} segments of {2} in memory',
        shown(searched),
        shown(segments),
        megabytes(bytes),
      ),
    );
  }

  report.heading(2, vscode.l10n.t('Last Run'));
  describeRun(report, library, keptBytes);
  describeProblems(report, library, faults ?? []);
  return report;
}

function describeRun(
  report: ReportText,
  library: LibraryService,
  keptBytes: number | undefined,
): void {
  const { run, state } = library;
  const ended = state.kind === 'ready' && run.milliseconds > 0;
  report.item(
    ended
      ? vscode.l10n.t('Time until all documents were known: {0} ms', shown(run.milliseconds))
      : vscode.l10n.t('Documents are still being read.'),
  );
  if (state.kind === 'ready' && state.unread > 0) {
    const count = shown(state.unread);
    report.item(vscode.l10n.t('Left out because reading was stopped: {0}', count));
  }
  report.item(vscode.l10n.t('Documents from the cache: {0}', shown(run.restored)));
  report.item(vscode.l10n.t('Documents read: {0}', shown(run.read.size)));
  if (keptBytes !== undefined) {
    report.item(vscode.l10n.t('Cache on disk: {0}', megabytes(keptBytes)));
  }
  if (run.read.size === 0) return;
  report.heading(3, vscode.l10n.t('Slowest Documents'));
  const byTime = [...run.read].sort(([, a], [, b]) => b - a).slice(0, slowest);
  for (const [uri, milliseconds] of byTime) {
    report.place(vscode.Uri.parse(uri), undefined, `${shown(milliseconds)} ms`);
  }
}

function describeProblems(
  report: ReportText,
  library: LibraryService,
  settingFaults: readonly string[],
): void {
  const problems = library.problems();
  const all = problems.length + settingFaults.length;
  report.heading(2, vscode.l10n.t('Problems ({0})', shown(all)));
  for (const fault of settingFaults) report.item(fault);
  if (all === 0) report.line(vscode.l10n.t('None.'));
  for (const { uri, problem } of problems) report.place(uri, problem.line, problemText(problem));
}

function formatsOf({ library }: LibraryService): ReadonlyMap<string, number> {
  const formats = new Map<string, number>();
  const files = new Set<string>();
  for (const { uri, digest, part } of library.documents()) {
    // The parts of a large file are one digest.
    const file = part?.of ?? uri;
    if (digest && !files.has(file))
      formats.set(digest.format, (formats.get(digest.format) ?? 0) + 1);
    files.add(file);
  }
  return new Map([...formats].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function shown(number: number): string {
  return number.toLocaleString(vscode.env.language);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString(vscode.env.language, { maximumFractionDigits: 1 })} MB`;
}
