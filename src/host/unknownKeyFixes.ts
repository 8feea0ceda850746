import * as vscode from 'vscode';
import { texToText } from '../core/render/texToText.js';
import type { Paper } from '../core/paper.js';
import { writeEntries } from './addEntries.js';
import { planCitation } from './citationPlan.js';
import type { CitationProblem, UnknownKey } from './citationChecks.js';
import { toRange } from './convert.js';
import type { FeatureContext } from './featureContext.js';
import { nameOfFile } from './fileName.js';
import { papersOfKey } from './papersOfKey.js';
import { QuickFix } from './quickFix.js';

/** Not for the palette: its arguments are the document, the paper and the key, as texts. */
export const addEntryCommand = '_preprint.addEntry';

/** More titles than these are no help. */
const mostPapers = 3;
const mostKeys = 3;
/** A menu does not get wider. */
const longestTitle = 60;

/** For a key that no bibliography has: the entry of its paper, or a key that was meant. */
export async function unknownKeyFixes(
  context: FeatureContext,
  document: vscode.TextDocument,
  problem: CitationProblem<UnknownKey>,
): Promise<QuickFix[]> {
  const { bibliographies } = context;
  const { key } = problem.finding.use;
  const cited = await bibliographies.of(document);
  const papers = (await papersOfKey(context, key)).slice(0, mostPapers);
  const [matches, similar] = await Promise.all([
    bibliographies.match(cited, papers),
    bibliographies.similarKeys(cited, key, mostKeys),
  ]);
  // What the paper is cited by already is the likeliest to be meant.
  const known = matches.flatMap((match) => (match?.certain ? match.entry.key : []));
  const keys = [...new Set([...known, ...similar])];
  const added = await Promise.all(
    papers
      .filter((_, index) => !matches[index]?.certain)
      .map((paper) => addition(context, document, paper, key)),
  );
  return [
    ...added.filter((fix) => fix !== undefined),
    ...keys.map((other) => change(context, document, problem, other)),
  ];
}

async function addition(
  context: FeatureContext,
  document: vscode.TextDocument,
  paper: Paper,
  key: string,
): Promise<QuickFix | undefined> {
  const planned = () => planCitation(context, document, [paper], { keys: [key] });
  const plan = await planned();
  if (!plan) return undefined;
  const bibliography = 'problem' in plan ? plan.toAsk?.uri : plan.added?.bibliography;
  if (!bibliography) return undefined;
  const title = vscode.l10n.t(
    'Add the entry of "{0}" to {1}',
    ...[shortened(texToText(paper.title)), nameOfFile(bibliography)],
  );
  if ('problem' in plan) return asking(title, document, paper, key);
  return new QuickFix(title, document.uri, async () => {
    const now = await planned();
    if (!now || 'problem' in now || !now.added) return undefined;
    const edit = new vscode.WorkspaceEdit();
    writeEntries(edit, now.added);
    return edit;
  });
}

/** A command, which may ask a person where an edit may not. */
function asking(title: string, { uri }: vscode.TextDocument, paper: Paper, key: string): QuickFix {
  const fix = new QuickFix(title, uri, () => Promise.resolve(undefined));
  fix.command = { command: addEntryCommand, title, arguments: [uri.toString(), paper.key, key] };
  return fix;
}

function change(
  { citationTexts }: FeatureContext,
  { uri }: vscode.TextDocument,
  { finding, range }: CitationProblem<UnknownKey>,
  key: string,
): QuickFix {
  return new QuickFix(vscode.l10n.t('Change to "{0}"', key), uri, async () => {
    const places = await citationTexts.rewriteKeys(uri, [finding.use.key], key);
    const place = places.find(({ use }) => toRange(use).isEqual(range));
    if (place?.text === undefined) return undefined;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, toRange(place.range), place.text);
    return edit;
  });
}

function shortened(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle).trimEnd()}…` : title;
}
