import * as vscode from 'vscode';
import type { BibliographyProblem } from '../core/bibliography/entry.js';
import { shownLine } from '../core/shownText.js';
import type { CitationFinding, UnfoundBibliography } from './citationChecks.js';
import { nameOfFile } from './fileName.js';

/** What is wrong, why it matters, and what to do. */
export function findingText(finding: CitationFinding): string {
  switch (finding.check) {
    case 'unknownKey':
      return vscode.l10n.t(
        'No bibliography of this document has the key "{0}", so the citation leads nowhere. Correct the key or add its entry.',
        finding.use.key,
      );
    case 'missingBibliography':
      return missingText(finding);
    case 'duplicateKey':
      return vscode.l10n.t(
        'The entry in line {1} has the key "{0}" already, so this one is never cited. Give it another key.',
        ...[finding.entry.key, finding.first.keyRange.startLine + 1],
      );
    case 'samePaper': {
      const others = finding.others.map(({ key }) => `"${key}"`).join(', ');
      return finding.certain
        ? vscode.l10n.t(
            'This is the same paper as {0}: cited by both keys, it is listed twice. Merge the entries.',
            others,
          )
        : vscode.l10n.t(
            'This may be the same paper as {0}: title and first author are alike. If it is, merge the entries.',
            others,
          );
    }
    case 'missingEprint':
      return vscode.l10n.t(
        'This entry tells of arXiv:{0} in words or by its address alone, which bibliography styles cannot link. Add eprint, archivePrefix and primaryClass.',
        finding.id,
      );
    case 'malformedId':
      return finding.mended === undefined
        ? vscode.l10n.t(
            '"{0}" is not an arXiv id, so the paper cannot be found by it. Ids look like 2401.01234 or hep-th/9901001.',
            finding.written,
          )
        : vscode.l10n.t(
            '"{0}" is not an arXiv id, so the paper cannot be found by it. Probably {1} is meant.',
            ...[finding.written, finding.mended],
          );
    case 'brokenEntry':
      return brokenText(finding.problem);
  }
}

function missingText({ bibliography: { path, wanted } }: UnfoundBibliography): string {
  return wanted
    ? vscode.l10n.t(
        '{0} is not there, so nothing is known of the keys that it should have. Correct the path or create the file.',
        nameOfFile(wanted),
      )
    : vscode.l10n.t(
        'No file is found by "{0}", so nothing is known of the keys that it should have. Correct the path.',
        shownLine(path),
      );
}

function brokenText({ kind, args: [first = ''] }: BibliographyProblem): string {
  switch (kind) {
    case 'entryWithoutKey':
      return vscode.l10n.t(
        'This entry (@{0}) has no key and is left out: nothing can cite it. Write a key behind its opening brace.',
        first,
      );
    case 'unclosedEntry':
      return vscode.l10n.t(
        'The entry "{0}" is not closed. It was read up to the next one; close its last brace.',
        first,
      );
    case 'brokenEntry':
      return vscode.l10n.t(
        'The entry "{0}" is not written as its format wants it, and some of it may be lost. Look for a brace, quote or comma that is missing.',
        first,
      );
    case 'notABibliography':
      return vscode.l10n.t('This is not a bibliography: no entries can be read from it.');
    case 'mergeConflict':
      return vscode.l10n.t(
        'Git has left both versions of a place here. Choose one, and remove the marks around them.',
      );
    case 'moreProblems':
      return vscode.l10n.t('{0} more problems of this file are not listed.', first);
    case 'invalidUtf8':
      return vscode.l10n.t(
        'Some characters are not UTF-8 and were replaced. Save the file as UTF-8.',
      );
    case 'notUtf8':
      return vscode.l10n.t(
        'This file is not UTF-8. It is read as {0}, and may be otherwise. Save it as UTF-8.',
        first,
      );
    case 'binary':
      return vscode.l10n.t('This is not a text file, so no entries can be read from it.');
    case 'leftOut':
      return vscode.l10n.t(
        'Reading this file takes too long or too much memory, so nothing in it is known until it changes. The log of Preprint tells more.',
      );
    case 'duplicateKey':
      return vscode.l10n.t('A bibliography has the key "{0}" already.', first);
  }
}
