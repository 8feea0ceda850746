import * as vscode from 'vscode';
import { daysBefore } from '../core/daysBefore.js';
import { newestDigests } from '../core/newestPapers.js';
import type { Paper } from '../core/paper.js';
import { texToText } from '../core/render/texToText.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { papersFor } from '../host/papers.js';
import { showReasons, type ListSwitch } from '../host/reasonPicker.js';
import { sharedSentence } from '../host/reasonTexts.js';

const mostSimilar = 30;
/** What "lately" means. */
const lateDays = 30;

/** From a paper to those that are like it, with the terms that they share. */
export function registerSimilarPapers(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.findSimilar, async (...args: unknown[]) => {
    const title = vscode.l10n.t('Find Similar Papers');
    const papers = await papersFor(context, args, { many: false, title });
    const [paper] = papers ?? [];
    if (paper) showSimilar(context, paper);
    else if (papers)
      void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
  });
}

function showSimilar(context: FeatureContext, paper: Paper): void {
  const { similar } = context;
  const filters = new Map<ListSwitch, string>([...categoryFilter(paper), ...lateFilter(context)]);
  showReasons(context, {
    title: vscode.l10n.t('Similar to "{0}"', shortened(texToText(paper.title))),
    placeholder: vscode.l10n.t('Type to narrow the list'),
    switches: [...filters.keys()],
    async find(on) {
      const within = Array.from(on, (one) => filters.get(one) ?? '').join(' ');
      const found = await similar.to(paper, { limit: mostSimilar, within });
      return found.map((one) => ({ ...one, reason: sharedSentence(one.shared) }));
    },
    nothing: (on) =>
      on.size > 0
        ? vscode.l10n.t('No paper is like this one within these limits.')
        : vscode.l10n.t('No paper is like this one.'),
  });
}

/** A generator's own text for a category may hold blanks, which no filter can. */
function categoryFilter({ category = '' }: Paper): [ListSwitch, string][] {
  if (!/^\S+$/.test(category)) return [];
  const narrow = {
    icon: 'tag',
    label: category,
    tooltip: (on: boolean) =>
      on ? vscode.l10n.t('All Categories') : vscode.l10n.t('Only {0}', category),
  };
  return [[narrow, `cat:${category}`]];
}

/** Up to the newest digest: a collection of last year has its last days, too. */
function lateFilter({ library: { library } }: FeatureContext): [ListSwitch, string][] {
  const newest = newestDigests(library)[0]?.digest.date;
  if (newest?.precision !== 'day') return [];
  const label = vscode.l10n.t('last {0} days', lateDays);
  const narrow = {
    icon: 'calendar',
    label,
    tooltip: (on: boolean) =>
      on ? vscode.l10n.t('All Days') : vscode.l10n.t('Only the Last {0} Days', lateDays),
  };
  return [[narrow, `date:>${daysBefore(newest.value, lateDays)}`]];
}

function shortened(title: string): string {
  return title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title;
}
