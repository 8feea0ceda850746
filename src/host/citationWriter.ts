import type * as vscode from 'vscode';
import type { TextInsertion } from '../core/bibliography/insertEntry.js';
import type { CitedPaper } from '../core/citation/citedPaper.js';
import type { Exported } from '../core/citation/export/registry.js';
import type { ReferenceStyleName } from '../core/citation/reference.js';
import type { Cite } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import { citedPaper } from './citedPaper.js';
import type { PaperTexts } from './paperTexts.js';
import type { CitationSettings } from './settings.js';
import { transferable, type WorkerClient } from './workerClient.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** A paper with its key. */
export interface KeyedPaper {
  readonly paper: Paper;
  readonly key: string;
}

/** Entries, exports and references of papers, written by the worker as settings want them. */
export class CitationWriter {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #texts: PaperTexts;

  constructor(files: WorkspaceFiles, worker: WorkerClient, texts: PaperTexts) {
    this.#files = files;
    this.#worker = worker;
    this.#texts = texts;
  }

  /**
   * What to write into a bibliography, and where; one that is not there yet is empty.
   * @param format of the bibliography, as its summary names it
   * @returns undefined when entries have no place there
   */
  async place(
    bibliography: vscode.Uri,
    format: string,
    papers: readonly KeyedPaper[],
    settings: CitationSettings,
  ): Promise<TextInsertion | undefined> {
    const cites = await this.#cites(papers, settings);
    const read = await this.#files.read(bibliography);
    if (read.kind !== 'content' && read.kind !== 'missing') return undefined;
    const content = read.kind === 'content' ? read.content : '';
    const request = { format, content, cites, options: settings.entries };
    return this.#worker.call('placeEntries', request, transferable(content));
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

  /** One line a paper. @param accessed the day: `2026-02-13` */
  references(
    style: ReferenceStyleName,
    papers: readonly Paper[],
    markup: 'text' | 'markdown',
    accessed: string,
  ): Promise<readonly string[]> {
    return this.#worker.call('formatReferences', {
      ...{ style, papers: papers.map(citedPaper), options: { markup, accessed } },
    });
  }

  async #cites(papers: readonly KeyedPaper[], { entries }: CitationSettings): Promise<Cite[]> {
    const cites: Cite[] = [];
    for (const { paper, key } of papers) {
      const abstract = entries.abstract === true ? await this.#abstract(paper) : undefined;
      const cited: CitedPaper = citedPaper(paper);
      cites.push({ key, paper: abstract === undefined ? cited : { ...cited, abstract } });
    }
    return cites;
  }

  async #abstract(paper: Paper): Promise<string | undefined> {
    return (await this.#texts.describe(paper)).source;
  }
}
