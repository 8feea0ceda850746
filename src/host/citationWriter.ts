import * as vscode from 'vscode';
import type { TextInsertion } from '../core/bibliography/insertEntry.js';
import type { CitedPaper } from '../core/citation/citedPaper.js';
import type { Exported } from '../core/citation/export/registry.js';
import type { Styled } from '../core/citation/csl/formatWithStyle.js';
import type { StyleProblem } from '../core/citation/csl/styleProblem.js';
import type { ReferenceStyleName } from '../core/citation/reference.js';
import type { Cite } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import type { Refusal } from '../editor/files/way.js';
import { mayReadStyle } from '../editor/files/styleGate.js';
import { citedPaper } from './citedPaper.js';
import { nameOfFile } from './fileName.js';
import { isWritableIn, keepEncoding } from './keepEncoding.js';
import type { PaperTexts } from './paperTexts.js';
import type { CitationSettings } from './settings.js';
import { transferable, type WorkerClient } from './workerClient.js';
import { unlessDied } from './workerDied.js';
import type { ReadResult, WorkspaceFiles } from './workspaceFiles.js';

/** A paper with its key. */
export interface KeyedPaper {
  readonly paper: Paper;
  readonly key: string;
}

/** One of the styles that are built in, or the file of a CSL style. */
export type ReferenceStyle = ReferenceStyleName | vscode.Uri;

/** Why a file with a CSL style writes no references. */
export type CslProblem =
  | StyleProblem
  | Exclude<ReadResult, { readonly kind: 'content' }>
  /** Its worker was still at it when the time was over, or ran out of memory. */
  | { readonly kind: 'stopped' };

/** Entries, exports and references of papers, written by the worker as settings want them. */
export class CitationWriter {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #styler: WorkerClient;
  readonly #texts: PaperTexts;
  readonly #tellRefused: (count: number) => void;

  /**
   * @param styler has the engine for CSL styles, a new one for each job
   * @param tellRefused is told, once for all that is written together, how many formulas are written as
   * text, because they hold what could act; never none
   */
  constructor(
    files: WorkspaceFiles,
    worker: WorkerClient,
    styler: WorkerClient,
    texts: PaperTexts,
    tellRefused: (count: number) => void,
  ) {
    this.#files = files;
    this.#worker = worker;
    this.#styler = styler;
    this.#texts = texts;
    this.#tellRefused = tellRefused;
  }

  /**
   * What to write into a bibliography, and where; one that is not there yet is empty.
   * One that is not UTF-8 is opened in its encoding, in which the entries are then saved.
   * @param format of the bibliography, as its summary names it
   * @returns undefined when entries have no place there, or why they cannot be saved
   */
  async place(
    bibliography: vscode.Uri,
    format: string,
    papers: readonly KeyedPaper[],
    settings: CitationSettings,
  ): Promise<TextInsertion | Refusal | undefined> {
    const encoding = await keepEncoding(this.#files, this.#worker, bibliography);
    if (typeof encoding === 'object') return encoding;
    const cites = await this.#cites(papers, settings);
    const read = await this.#files.read(bibliography);
    if (read.kind !== 'content' && read.kind !== 'missing') return undefined;
    const content = read.kind === 'content' ? read.content : '';
    const options = encoding === undefined ? settings.entries : inAscii(settings.entries);
    const request = { format, content, cites, options };
    const place = await this.#worker.call('placeEntries', request, transferable(content));
    if (!place || encoding === undefined || (await isWritableIn(place.text, encoding)))
      return place;
    return {
      refusal: vscode.l10n.t(
        '{0} is in the encoding {1}, which lacks characters of the entry. Save it as UTF-8 first.',
        ...[nameOfFile(bibliography), encoding],
      ),
    };
  }

  /** BibTeX entries, parted by blank lines. */
  async entries(papers: readonly KeyedPaper[], settings: CitationSettings): Promise<string> {
    const cites = await this.#cites(papers, settings);
    return this.#worker.call('writeEntries', { cites, options: settings.entries });
  }

  /** @param format a name in the registry of exports */
  async exported(
    format: string,
    papers: readonly KeyedPaper[],
    settings: CitationSettings,
  ): Promise<Exported | undefined> {
    const cites = await this.#cites(papers, settings);
    return this.#worker.call('exportPapers', { format, cites, options: settings.entries });
  }

  /**
   * One line a paper.
   * @param style one that is built in, or the file of a CSL style
   * @param accessed the day: `2026-02-13`
   */
  async references(
    style: ReferenceStyle,
    papers: readonly Paper[],
    { referenceMarkup: markup, entries }: CitationSettings,
    accessed: string,
  ): Promise<Styled | { readonly problem: CslProblem }> {
    const request = { papers: papers.map(citedPaper), options: { markup, accessed, entries } };
    if (markup === 'markdown') void this.#count(papers.map(({ title }) => title));
    if (typeof style === 'string') {
      return { references: await this.#worker.call('formatReferences', { ...request, style }) };
    }
    const read: ReadResult = (await mayReadStyle(style))
      ? await this.#files.read(style)
      : {
          kind: 'unreadable',
          reason: vscode.l10n.t(
            'It is outside of the workspace, and its name does not end in .csl.',
          ),
        };
    if (read.kind !== 'content') return { problem: read };
    const { content } = read;
    const answer = await unlessDied(
      this.#styler.call('formatWithStyle', { ...request, style: content }, transferable(content)),
    );
    return answer ?? { problem: { kind: 'stopped' } };
  }

  async #cites(papers: readonly KeyedPaper[], { entries }: CitationSettings): Promise<Cite[]> {
    const cites: Cite[] = [];
    const texts: string[] = [];
    for (const { paper, key } of papers) {
      const abstract = entries.abstract === true ? await this.#abstract(paper) : undefined;
      const cited: CitedPaper = citedPaper(paper);
      cites.push({ key, paper: abstract === undefined ? cited : { ...cited, abstract } });
      texts.push(cited.title, abstract ?? '');
    }
    void this.#count(texts);
    return cites;
  }

  /** Of papers whose texts are written elsewhere, into a note: tells how many formulas are text there. */
  async tellOf(papers: readonly Paper[]): Promise<void> {
    const abstracts = await Promise.all(papers.map((paper) => this.#abstract(paper)));
    await this.#count([
      ...papers.map(({ title }) => title),
      ...abstracts.map((text) => text ?? ''),
    ]);
  }

  async #count(texts: readonly string[]): Promise<void> {
    const withCommands = texts.filter((text) => /[\\^]/.test(text));
    if (withCommands.length === 0) return;
    const count = await unlessDied(this.#worker.call('countRefused', { texts: withCommands }));
    if (count !== undefined && count > 0) this.#tellRefused(count);
  }

  async #abstract(paper: Paper): Promise<string | undefined> {
    return (await this.#texts.describe(paper)).source;
  }
}

/** As far as TeX can say it. */
function inAscii(options: CitationSettings['entries']): CitationSettings['entries'] {
  return { ...options, accents: 'tex' };
}
