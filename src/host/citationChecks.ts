import * as vscode from 'vscode';
import type { Finding } from '../core/bibliography/findings.js';
import { isGeneratedBibliography } from '../core/bibliography/bibliographyPath.js';
import { isProjectFile } from '../core/bibliography/pathRules.js';
import { citesByKeys } from '../core/citation/scan/findCitations.js';
import { ownLatexCommand } from '../core/citation/scan/latexCommands.js';
import { mayCite } from '../core/citation/scan/findUses.js';
import type { CitationUse } from '../core/digest.js';
import { documentText } from '../editor/documentText.js';
import { fileOf, headOf, notebookOf, workspaceFolderOf } from '../editor/notebooks.js';
import type { BibliographyService, MissingBibliography } from './bibliographyService.js';
import { toRange } from './convert.js';
import { isGenerated } from './generatedDigest.js';
import type { LibraryService } from './libraryService.js';
import { citationSettings, diagnosticLevel } from './settings.js';
import { unusedEntries } from './unusedEntries.js';

/** A key that a document cites by and no bibliography has. */
export interface UnknownKey {
  readonly check: 'unknownKey';
  readonly use: CitationUse;
}

/** A bibliography that a document, or a file of a project, names and that is found nowhere. */
export interface UnfoundBibliography {
  readonly check: 'missingBibliography';
  readonly bibliography: MissingBibliography;
}

export type CitationFinding = Finding | UnknownKey | UnfoundBibliography;

export type CheckName = CitationFinding['check'];

/** Something that a person may want to put right, and where. */
export interface CitationProblem<F = CitationFinding> {
  readonly finding: F;
  readonly range: vscode.Range;
}

/** What is wrong with citations and bibliographies, in a document as it is at this moment. */
export class CitationChecks {
  readonly #bibliographies: BibliographyService;
  readonly #library: LibraryService;

  constructor(bibliographies: BibliographyService, library: LibraryService) {
    this.#bibliographies = bibliographies;
    this.#library = library;
  }

  /** Whether a document can have problems at all. */
  concern(document: vscode.TextDocument): boolean {
    const { scheme, path } = fileOf(document.uri);
    const isOwn = scheme === 'file' || scheme === 'untitled';
    if (!isOwn && !workspaceFolderOf(document.uri)) return false;
    const { languageId } = document;
    return (
      this.#bibliographies.is(document) || citesByKeys(languageId, path) || isProjectFile(path)
    );
  }

  async of(document: vscode.TextDocument): Promise<readonly CitationProblem[]> {
    const { languageId, uri } = document;
    const cites = citesByKeys(languageId, uri.path);
    const missing = await this.#missing(document, cites);
    const unfound = missing.filter(({ isElsewhere }) => !isElsewhere).map(unfoundProblem);
    // What they hold nobody can tell.
    if (cites) return missing.length > 0 ? unfound : this.#unknownKeys(document);
    if (!this.#bibliographies.is(document)) return unfound;
    const findings = [
      ...(await this.#bibliographies.check(uri)),
      ...(await this.#unusedEntries(uri)),
    ];
    return findings.map((finding) => ({ finding, range: placeOf(document, finding) }));
  }

  /** What names a bibliography has these letters in every language; most documents have not. */
  async #missing(
    document: vscode.TextDocument,
    cites: boolean,
  ): Promise<readonly MissingBibliography[]> {
    const notebook = notebookOf(document.uri);
    const isNamer = !notebook || headOf(notebook) === document;
    const mayName = isNamer && (cites || isProjectFile(document.uri.path));
    if (!mayName || !/bib/i.test(documentText(document))) return [];
    return this.#bibliographies.missing(document);
  }

  /** Looking at all documents takes a while, which is for those who want it. */
  async #unusedEntries(uri: vscode.Uri): Promise<readonly Finding[]> {
    // What a tool has written is its own.
    if (isGeneratedBibliography(uri.path)) return [];
    if (diagnosticLevel('unusedEntry', uri) === undefined) return [];
    // Until it is ready nothing is told; it says when it is.
    this.#library.start().catch(() => undefined);
    return unusedEntries(this.#bibliographies, this.#library, uri);
  }

  /**
   * Only what is certainly a citation counts, and only where there is a bibliography and none is named
   * that is not there. Digests are the work of a generator, and quote what others cite.
   */
  async #unknownKeys(document: vscode.TextDocument): Promise<CitationProblem<UnknownKey>[]> {
    const content = documentText(document);
    const { latexCommand } = citationSettings(document);
    if (!mayCite(content, ownLatexCommand(latexCommand))) return [];
    const named = await this.#bibliographies.named(document);
    if (named.length === 0 || named.some(({ missing }) => missing)) return [];
    const cited = named.map(({ uri }) => uri);
    for (const uri of cited) {
      // What it has nobody can tell.
      if (!(await this.#bibliographies.summary(uri))) return [];
    }
    const { languageId, uri } = document;
    const note = { languageId, path: uri.path, content, latexCommand };
    const uses = await this.#bibliographies.unknownUses(cited, note);
    if (uses.length === 0) return [];
    await this.#library.start();
    if (isGenerated(this.#library.library, uri)) return [];
    return uses.map((use) => ({
      finding: { check: 'unknownKey', use },
      range: toRange(use.range),
    }));
  }
}

function unfoundProblem(bibliography: MissingBibliography): CitationProblem<UnfoundBibliography> {
  return {
    finding: { check: 'missingBibliography', bibliography },
    range: toRange(bibliography.range),
  };
}

function placeOf(document: vscode.TextDocument, finding: Finding): vscode.Range {
  switch (finding.check) {
    case 'brokenEntry':
      return textOfLine(document, finding.problem.line);
    case 'malformedId':
      return idIn(document, toRange(finding.entry.range), finding.written);
    case 'duplicateKey':
    case 'samePaper':
    case 'missingEprint':
    case 'unusedEntry':
      return toRange(finding.entry.keyRange);
  }
}

function textOfLine(document: vscode.TextDocument, number: number): vscode.Range {
  const line = document.lineAt(Math.min(number, document.lineCount - 1));
  return new vscode.Range(
    line.lineNumber,
    line.firstNonWhitespaceCharacterIndex,
    line.lineNumber,
    line.text.trimEnd().length,
  );
}

function idIn(document: vscode.TextDocument, entry: vscode.Range, written: string): vscode.Range {
  const at = document.getText(entry).indexOf(written);
  if (at < 0) return textOfLine(document, entry.start.line);
  const start = document.offsetAt(entry.start) + at;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + written.length));
}
