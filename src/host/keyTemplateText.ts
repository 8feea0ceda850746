import * as vscode from 'vscode';
import type { KeyTemplateProblem } from '../core/citation/keyTemplate.js';
import { settings } from './contributions.js';

/** What is wrong with the template of keys, and where to change it. */
export function keyTemplateText(problem: KeyTemplateProblem): string {
  return vscode.l10n.t('The setting {0}: {1}', settings.keyTemplate, fault(problem));
}

function fault({ kind, args }: KeyTemplateProblem): string {
  const [first = '', second = ''] = args;
  switch (kind) {
    case 'empty':
      return vscode.l10n.t('a template such as {0} is missing.', '{author}{year}{title:1}');
    case 'noPart':
      return vscode.l10n.t(
        'every paper would get the same key. Use a part such as {0}.',
        '{title}',
      );
    case 'unclosedPart':
      return vscode.l10n.t('the brace of "{0}" is not closed.', first);
    case 'strayBrace':
      return vscode.l10n.t('a closing brace has no opening one.');
    case 'unknownPart':
      return vscode.l10n.t('"{0}" is no part. There are: {1}.', first, second);
    case 'unknownOption':
      return vscode.l10n.t('"{0}" is no option of "{1}".', first, second);
    case 'badCharacter':
      return vscode.l10n.t('no key may hold "{0}".', first);
  }
}
