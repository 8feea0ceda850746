import * as vscode from 'vscode';
import { patternKeys } from '../core/formats/own/recipe.js';
import type { RecipeFault, RecipeProblem } from '../core/formats/own/readRecipes.js';
import { settings } from './contributions.js';

/** `preprint.formats › lab list › entry: the pattern …` */
export function formatProblemText({ path, fault }: RecipeProblem): string {
  return `${[settings.formats, ...path].join(' › ')}: ${faultText(fault)}`;
}

function faultText(fault: RecipeFault): string {
  switch (fault.kind) {
    case 'notAnObject':
      return vscode.l10n.t('an object in braces is expected here.');
    case 'notAText':
      return vscode.l10n.t('a text in quotation marks is expected here.');
    case 'noEntry':
      return vscode.l10n.t(
        'the key {0} is missing: the pattern of the line that an entry begins with.',
        '"entry"',
      );
    case 'noTitle':
      return vscode.l10n.t(
        'nothing says where the title is. Name a group {0}, or add the key {1}.',
        ...['(?<title>…)', '"title"'],
      );
    case 'matchesAll':
      return vscode.l10n.t('the pattern matches the empty text, and so every line.');
    case 'tooMany':
      return vscode.l10n.t('there are more than {0}; the others are not read.', fault.most);
    case 'unknownKey':
      return vscode.l10n.t(
        'there is no key "{0}". There are: {1}.',
        fault.name,
        ['file', ...patternKeys, 'fields'].join(', '),
      );
    case 'unknownGroup':
      return vscode.l10n.t('nothing is read from a group of the name "{0}".', fault.name);
    case 'tooLarge':
      return vscode.l10n.t('the pattern is too large. Repeat less in it, or say less.');
    case 'lookAround':
      return vscode.l10n.t(
        'there is no looking ahead or behind here: patterns are matched in a time that no text can make long.',
      );
    case 'backReference':
      return vscode.l10n.t(
        'there are no references to groups here: patterns are matched in a time that no text can make long.',
      );
    case 'syntax':
      return vscode.l10n.t('the pattern cannot be read: {0}', fault.reason);
  }
}
