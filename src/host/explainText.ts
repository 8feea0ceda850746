import * as vscode from 'vscode';
import type { Digest, DigestDate, IndexedDocument, Problem } from '../core/digest.js';
import type { RecipeTrial } from '../core/formats/own/tryRecipe.js';
import type { Explanation } from '../worker/protocol.js';
import { settings } from './contributions.js';
import { nameOfFile } from './fileName.js';
import { formatProblemText } from './formatProblemText.js';
import { categoryLabel } from './paperWords.js';
import { problemText } from './problemText.js';
import { ReportText } from './reportText.js';
import { count } from './treeItems.js';
import type { Standing } from './workspaceFiles.js';

/** What is known of a file that somebody asks about. */
export interface FileFacts {
  readonly uri: vscode.Uri;
  readonly isOpen: boolean;
  readonly standing: Standing;
  /** Or why its content cannot be had; undefined when it is not there. */
  readonly read: Explanation | Problem | undefined;
  /** Own formats that the setting has for other files. */
  readonly otherFormats: readonly string[];
}

/** Of a long list, these are told. */
const mostListed = 20;

/** Why a file is or is not taken for a digest, and what was found in it. */
export function explainText(facts: FileFacts): ReportText {
  const { uri, read } = facts;
  const report = new ReportText();
  report.heading(1, nameOfFile(uri));
  report.line(verdict(facts));
  report.heading(2, vscode.l10n.t('Is It Read?'));
  report.item(standingText(facts));
  if (!read) {
    report.item(vscode.l10n.t('There is no such file any more.'));
    return report;
  }
  if ('kind' in read) {
    report.item(problemText(read));
    return report;
  }
  const { document, lines, trials, problems } = read;
  report.item(vscode.l10n.t('Lines: {0}', count(lines)));
  if (document.digest) describeDigest(report, document.digest);
  describeMentions(report, uri, document);
  describeOwnFormats(report, facts.otherFormats, trials, problems.map(formatProblemText));
  describeProblems(report, uri, document.problems);
  return report;
}

function verdict({ isOpen, standing, read }: FileFacts): string {
  const digest = read && 'document' in read ? read.document.digest : undefined;
  const isOut = standing.kind === 'excluded' || standing.kind === 'notOwn';
  const isIn = standing.kind === 'included' || (isOpen && !isOut);
  if (!isIn) {
    return digest
      ? vscode.l10n.t(
          'This file is not read. It would be a digest of the format "{0}".',
          digest.format,
        )
      : vscode.l10n.t('This file is not read.');
  }
  if (digest) return vscode.l10n.t('This file is a digest of the format "{0}".', digest.format);
  if (!read || 'kind' in read) return vscode.l10n.t('This file could not be read.');
  const { mentions } = read.document;
  return mentions.length === 0
    ? vscode.l10n.t('This file is no digest: no format recognises it, and it holds no arXiv id.')
    : vscode.l10n.t(
        'This file is no digest: no format recognises it. It is a note that names papers.',
      );
}

function standingText({ isOpen, standing }: FileFacts): string {
  switch (standing.kind) {
    case 'included':
      return vscode.l10n.t('Yes: "{0}" in the setting {1}.', standing.glob, settings.include);
    case 'excluded':
      return vscode.l10n.t('No: "{0}" in the setting {1}.', standing.glob, standing.setting);
    case 'notIncluded':
      return isOpen
        ? vscode.l10n.t(
            'While it is open. Nothing in the setting {0} includes it.',
            settings.include,
          )
        : vscode.l10n.t('No: nothing in the setting {0} includes it.', settings.include);
    case 'outside':
      return isOpen
        ? vscode.l10n.t('While it is open. It lies in no folder of this workspace.')
        : vscode.l10n.t('No: it lies in no folder of this workspace.');
    case 'linked': {
      const name = nameOfFile(standing.to);
      return isOpen
        ? vscode.l10n.t('While it is open, in place of {0}, which is the same file.', name)
        : vscode.l10n.t('No: {0} is read, which is the same file.', name);
    }
    case 'notOwn':
      return vscode.l10n.t('No: this is no file of yours, but a view of something.');
  }
}

function describeDigest(report: ReportText, { format, own, date, labels, entries }: Digest): void {
  report.heading(2, vscode.l10n.t('Digest'));
  report.item(
    own
      ? vscode.l10n.t('Format: "{0}", of the setting {1}', format, settings.formats)
      : vscode.l10n.t('Format: "{0}"', format),
  );
  report.item(
    date
      ? vscode.l10n.t('Date: {0}, {1}', date.value, sourceText(date))
      : vscode.l10n.t('Date: none was found, in the name, the folders, the text or the ids.'),
  );
  const days = new Set(entries.flatMap(({ day }) => day ?? []));
  if (days.size > 0) report.item(vscode.l10n.t('Days of its entries: {0}', count(days.size)));
  report.item(vscode.l10n.t('Entries: {0}', count(entries.length)));
  const ids = entries.filter(({ id }) => id !== undefined).length;
  const dois = entries.filter(({ id, doi }) => id === undefined && doi !== undefined).length;
  const titles = entries.length - ids - dois;
  report.item(vscode.l10n.t('With an arXiv id: {0}', count(ids)));
  if (dois > 0) report.item(vscode.l10n.t('With a DOI alone: {0}', count(dois)));
  if (titles > 0) report.item(vscode.l10n.t('With a title alone: {0}', count(titles)));
  const unsigned = entries.filter(({ authors }) => authors.length === 0).length;
  if (unsigned > 0) report.item(vscode.l10n.t('Without authors: {0}', count(unsigned)));
  if (labels.length > 0) report.item(vscode.l10n.t('Labels of its texts: {0}', labels.join(', ')));
  describeCategories(report, entries);
}

function describeCategories(report: ReportText, entries: Digest['entries']): void {
  const sizes = new Map<string, number>();
  for (const { category } of entries) {
    if (category !== undefined) sizes.set(category, (sizes.get(category) ?? 0) + 1);
  }
  if (sizes.size === 0) return;
  report.heading(3, vscode.l10n.t('Categories ({0})', count(sizes.size)));
  const bySize = [...sizes].sort(([, a], [, b]) => b - a);
  for (const [category, size] of bySize.slice(0, mostListed)) {
    report.item(`${categoryLabel(category)}: ${count(size)}`);
  }
  tellMore(report, bySize.length);
}

function sourceText({ source }: DigestDate): string {
  switch (source) {
    case 'fileName':
      return vscode.l10n.t('from the name of the file');
    case 'folder':
      return vscode.l10n.t('from its folders');
    case 'heading':
      return vscode.l10n.t('from a heading');
    case 'content':
      return vscode.l10n.t('from where the format states it');
    case 'newestId':
      return vscode.l10n.t('from the newest of its ids');
  }
}

function describeMentions(
  report: ReportText,
  uri: vscode.Uri,
  { digest, mentions, note, citations = [] }: IndexedDocument,
): void {
  report.heading(
    2,
    digest
      ? vscode.l10n.t('Ids That Are Mentions Only ({0})', count(mentions.length))
      : vscode.l10n.t('arXiv Ids ({0})', count(mentions.length)),
  );
  if (mentions.length === 0) report.line(vscode.l10n.t('None.'));
  for (const { key, range } of mentions.slice(0, mostListed)) {
    report.place(uri, range.startLine, key.replace(/^arxiv:/, ''));
  }
  tellMore(report, mentions.length);
  if (note)
    report.item(vscode.l10n.t('Its front matter names a paper: it may be its literature note.'));
  if (citations.length > 0) {
    report.item(vscode.l10n.t('Citations by key: {0}', count(citations.length)));
  }
}

function describeOwnFormats(
  report: ReportText,
  others: readonly string[],
  trials: readonly RecipeTrial[],
  problems: readonly string[],
): void {
  if (others.length + trials.length + problems.length === 0) return;
  report.heading(2, vscode.l10n.t('Formats of the Setting {0}', settings.formats));
  for (const problem of problems) report.item(problem);
  for (const name of others) {
    report.item(vscode.l10n.t('"{0}" is for other files: see its key {1}.', name, '"file"'));
  }
  for (const { name, recognises, entries, named, matches } of trials) {
    report.heading(3, name);
    const found = [count(entries), count(named)] as const;
    report.item(
      recognises
        ? vscode.l10n.t('It recognises the file: {0} entries, {1} with an id.', ...found)
        : vscode.l10n.t('It does not recognise the file: {0} entries, {1} with an id.', ...found),
    );
    for (const { path, lines, first } of matches) {
      const key = path.join(' › ');
      report.item(
        first === undefined
          ? vscode.l10n.t('{0} matches no line.', key)
          : vscode.l10n.t('{0} matches {1} lines, the first is {2}.', key, count(lines), first + 1),
      );
    }
  }
}

function describeProblems(report: ReportText, uri: vscode.Uri, problems: readonly Problem[]): void {
  report.heading(2, vscode.l10n.t('Problems ({0})', count(problems.length)));
  if (problems.length === 0) report.line(vscode.l10n.t('None.'));
  for (const problem of problems) report.place(uri, problem.line, problemText(problem));
}

function tellMore(report: ReportText, all: number): void {
  if (all > mostListed) report.item(vscode.l10n.t('… and {0} more', count(all - mostListed)));
}
