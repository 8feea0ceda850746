import * as vscode from 'vscode';
import type { Paper } from '../core/paper.js';
import type { EntryMatch } from '../worker/bibliographyProtocol.js';
import { Permit } from '../editor/files/permit.js';
import type { Refusal, Way } from '../editor/files/way.js';
import { entriesFor, type AddedEntries, type EntryServices } from './addEntries.js';
import type { CitedBibliography, CitingDocument } from './bibliographyService.js';
import type { KeyedPaper } from './citationWriter.js';
import { entryTarget, type EntryTarget } from './entryRefusal.js';
import { nameOfFile } from './fileName.js';
import { keyTemplateText } from './keyTemplateText.js';
import { citationSettings } from './settings.js';

/** What is to be done so that a document can cite papers; nothing has been changed yet. */
export interface CitationPlan {
  /** For each paper its key, in their order. */
  readonly keys: readonly string[];
  /** Undefined when every paper has an entry already. */
  readonly added: AddedEntries | undefined;
}

/** Why a document cannot cite: it has no bibliography, or what a sentence says. */
export interface NoPlan {
  readonly problem: 'none' | 'refused';
  readonly refusal: string;
  /** Would take the entries, but is not there or lies outside: a person has to be asked first. */
  readonly toAsk?: Way;
}

export interface PlanOptions {
  /** Cited already by these keys, for the papers without entry in their order: they get no others. */
  readonly keys?: readonly string[];
  /**
   * Asked for an entry that is only likely to be the paper's; by default it is not.
   * @returns undefined when the person has dismissed the question
   */
  readonly isSame?: (paper: Paper, match: EntryMatch) => Promise<boolean | undefined>;
  /**
   * Which of several bibliographies gets the entries: by default the first that takes them.
   * @returns undefined when the person has dismissed the question
   */
  readonly choose?: (
    bibliographies: readonly CitedBibliography[],
  ) => Promise<CitedBibliography | undefined>;
  /** Whether a person may be asked before a bibliography outside of the workspace is written to. */
  readonly asksOutside?: boolean;
  /**
   * Asked before a bibliography that is named and not there is made; by default none is.
   * @returns false to cite without an entry, undefined when the person has dismissed the question
   */
  readonly mayCreate?: (bibliography: CitedBibliography) => Promise<boolean | undefined>;
  /** A bibliography for a document that has none. */
  readonly fallback?: CitedBibliography;
  /** No entries are added: keys alone are made. */
  readonly keysAlone?: boolean;
}

/**
 * The keys by which a document is to cite papers: that of their entry where a bibliography has one
 * under any key, else a new one, which no bibliography has. New entries go to the first bibliography
 * that takes them, in the order of `BibliographyService.named`; one that is named and not there is made
 * where a person agrees and no other takes them.
 * @returns undefined when the person has dismissed a question
 */
export async function planCitation(
  services: EntryServices,
  document: CitingDocument,
  papers: readonly Paper[],
  options: PlanOptions = {},
): Promise<CitationPlan | NoPlan | undefined> {
  const { bibliographies } = services;
  bibliographies.lookAgain();
  const named = await bibliographies.named(document);
  const taking = named.filter(({ typeset }) => !typeset);
  const targets = taking.length === 0 && options.fallback ? [options.fallback] : taking;
  const lists = named.filter(({ typeset }) => typeset);
  const cited = [...lists, ...targets].filter(({ missing }) => !missing).map(({ uri }) => uri);
  const known = await knownKeys(services, cited, papers, options);
  if (!known) return undefined;
  const without = papers.filter((_, index) => known[index] === undefined);
  const made = options.keys
    ? { keys: options.keys }
    : await bibliographies.newKeys(cited, without, citationSettings(document).keys);
  if ('problem' in made) return { problem: 'refused', refusal: keyTemplateText(made.problem) };
  const rest = [...made.keys];
  const keys = known.map((key) => key ?? rest.shift() ?? '');
  if (without.length === 0 || options.keysAlone) return { keys, added: undefined };
  const newcomers = without.map((paper, index) => ({ paper, key: made.keys[index] ?? '' }));
  const [list] = targets.length === 0 ? lists : [];
  if (list) return { problem: 'none', refusal: typesetAlready(list.uri) };
  const added = await addedTo(services, targets, newcomers, options);
  if (added === 'none') return { keys, added: undefined };
  return added && ('problem' in added ? added : { keys, added });
}

/** @returns undefined when the person has dismissed a question, `none` when there are to be no entries */
async function addedTo(
  { bibliographies, citationWriter }: EntryServices,
  targets: readonly CitedBibliography[],
  newcomers: readonly KeyedPaper[],
  { choose, asksOutside = false, mayCreate }: PlanOptions,
): Promise<AddedEntries | NoPlan | 'none' | undefined> {
  const [first] = targets;
  if (!first) return { problem: 'none', refusal: noBibliography() };
  const takers: Taker[] = [];
  const refusals: (Refusal & Pick<NoPlan, 'toAsk'>)[] = [];
  for (const { uri, origin, missing } of targets) {
    const target = await entryTarget(bibliographies, { uri, missing });
    if ('refusal' in target) refusals.push(target);
    else takers.push({ uri, origin, missing, target });
  }
  // Who names a bibliography in the document itself means that one; what is there comes first.
  const there = takers.filter(({ missing }) => !missing);
  const likely = there.length > 0 ? there : takers;
  const equal = likely.filter(({ origin }) => origin === likely[0]?.origin);
  const chosen = equal.length > 1 && choose ? await choose(equal) : undefined;
  if (equal.length > 1 && choose && !chosen) return undefined;
  for (const taker of chosen ? likely.filter(({ uri }) => uri === chosen.uri) : likely) {
    if (taker.missing && !mayCreate) {
      refusals.push({ refusal: isMissing(taker), toAsk: taker.target.way });
      continue;
    }
    const agreed = !taker.missing || (await mayCreate?.(taker));
    if (!agreed) return agreed === false ? 'none' : undefined;
    const permit = await Permit.for(taker.target.way, asksOutside);
    if (!permit) return undefined;
    const added =
      permit instanceof Permit
        ? await entriesFor(citationWriter, taker.target, permit, taker.missing, newcomers)
        : permit;
    if (!('refusal' in added)) return added;
    refusals.push(added);
  }
  const toAsk = refusals.find((each) => each.toAsk)?.toAsk;
  const refusal = refusals.map((each) => each.refusal).join(' ');
  return { problem: 'refused', refusal, ...(toAsk && { toAsk }) };
}

/** A bibliography that takes entries. */
interface Taker extends CitedBibliography {
  readonly target: EntryTarget;
}

/** The keys of papers that have an entry; undefined when the person has dismissed a question. */
async function knownKeys(
  { bibliographies }: EntryServices,
  cited: readonly vscode.Uri[],
  papers: readonly Paper[],
  { isSame }: PlanOptions,
): Promise<readonly (string | undefined)[] | undefined> {
  const matches = await bibliographies.match(cited, papers);
  const known: (string | undefined)[] = [];
  for (const [index, paper] of papers.entries()) {
    const match = matches[index];
    if (!match || match.entry.key === '') {
      known.push(undefined);
      continue;
    }
    const isIt = match.certain || (isSame ? await isSame(paper, match) : false);
    if (isIt === undefined) return undefined;
    known.push(isIt ? match.entry.key : undefined);
  }
  return known;
}

function isMissing({ uri }: CitedBibliography): string {
  return vscode.l10n.t(
    '{0} is not there. Insert Citation asks whether to create it.',
    nameOfFile(uri),
  );
}

function typesetAlready(list: vscode.Uri): string {
  return vscode.l10n.t(
    'The references of this document are typeset already, in {0}, which takes no entries. Name a bibliography in the document, or set "preprint.bibliography.files".',
    nameOfFile(list),
  );
}

export function noBibliography(): string {
  return vscode.l10n.t(
    'This document has no bibliography. Name one in it, or set "preprint.bibliography.files".',
  );
}
