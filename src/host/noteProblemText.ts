import * as vscode from 'vscode';
import type { TemplateProblem } from '../core/notes/placeholders.js';
import type { KeptPart } from '../core/notes/writeNote.js';

/** @param place names the setting and, for a template, its file */
export function templateProblemText({ kind, line, args }: TemplateProblem, place: string): string {
  const [first = '', second = ''] = args;
  const where = vscode.l10n.t('{0}, line {1}', place, line + 1);
  switch (kind) {
    case 'unknownField':
      return vscode.l10n.t(
        '{0}: there is no placeholder {1}. There are: {2}. For braces around a word, double them.',
        ...[where, `{${first}}`, second],
      );
    case 'yaml':
      return vscode.l10n.t('{0}: the front matter is no YAML map. {1}', where, first);
    case 'regionOpen':
      return vscode.l10n.t(
        '{0}: the managed region "{1}" lacks its beginning or its end.',
        where,
        first,
      );
    case 'regionTwice':
      return vscode.l10n.t('{0}: there is a second managed region "{1}".', where, first);
    case 'badPath':
      return vscode.l10n.t('{0}: "{1}" is no path below the folder of notes.', place, first);
  }
}

/** What an update leaves as it is, and why. */
export function keptText(note: string, kept: readonly KeptPart[]): string {
  const parts = kept.map(({ kind, name }) => {
    switch (kind) {
      case 'frontMatter':
        return vscode.l10n.t('the front matter, which is no YAML that can be changed safely');
      case 'key':
        return vscode.l10n.t('"{0}", whose value holds a comment or a mark of yours', name);
      case 'region':
        return vscode.l10n.t('the region "{0}", whose marks are not in pairs', name);
    }
  });
  return vscode.l10n.t('{0} keeps as it is: {1}.', note, parts.join('; '));
}
