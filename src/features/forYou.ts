import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { showReasons } from '../host/reasonPicker.js';
import { forYouSentence } from '../host/reasonTexts.js';

const mostListed = 50;

/** The newest digest by what one has starred, read and muted. Off until there are marks. */
export function registerForYou(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.forYou, () => {
    let nothing = '';
    showReasons(context, {
      title: vscode.l10n.t('Papers for You'),
      placeholder: vscode.l10n.t('The newest digest, by what you have starred and muted'),
      async find() {
        const answer = await context.forYou.rank(mostListed);
        if (answer.kind === 'tooFewStars') {
          nothing = vscode.l10n.t(
            'Star papers that you like: this list begins with {0} of them (starred so far: {1}).',
            answer.needed,
            answer.stars,
          );
          return [];
        }
        nothing = vscode.l10n.t(
          'No new paper of the newest digest is like those that you starred.',
        );
        return answer.papers.map((paper) => ({ ...paper, reason: forYouSentence(paper) }));
      },
      nothing: () => nothing,
    });
  });
}
