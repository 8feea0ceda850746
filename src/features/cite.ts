import * as vscode from 'vscode';
import { bibtexEntry, entryPresetNames, type EntryPreset } from '../core/citation/bibtex.js';
import { citationKey, keyStyleNames, type KeyStyle } from '../core/citation/citationKey.js';
import { citationSyntax, type CitationPreferences } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt } from '../host/idAt.js';
import type { LibraryService } from '../host/libraryService.js';
import { papersFor } from '../host/papers.js';
import { citationSettings, type CitationSettings } from '../host/settings.js';
import type { Disposable } from '../host/lifecycle.js';

/** Citations and BibTeX entries of papers, into the note that is being written or the clipboard. */
export function registerCite(context: FeatureContext): Disposable {
  const { library } = context;
  const register = (
    command: string,
    title: string,
    run: (papers: readonly Paper[]) => Promise<void>,
  ): Disposable =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const papers = await papersFor(context, args, { many: true, title });
      if (papers === undefined) return;
      if (papers.length > 0) await run(papers);
      else void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
    });
  return vscode.Disposable.from(
    register(commands.insertCitation, vscode.l10n.t('Insert Citation'), (papers) =>
      insert(library, (document) =>
        document.languageId === 'bibtex' || document.fileName.endsWith('.bib')
          ? entriesAt(papers, document)
          : { text: citation(papers, document), everywhere: true },
      ),
    ),
    register(commands.insertBibtex, vscode.l10n.t('Insert BibTeX'), (papers) =>
      insert(library, (document) => entriesAt(papers, document)),
    ),
    register(commands.copyBibtex, vscode.l10n.t('Copy BibTeX'), async (papers) => {
      await vscode.env.clipboard.writeText(entries(papers, '', citationSettings(undefined)));
    }),
  );
}

interface Insertion {
  readonly text: string;
  /** At every cursor, in place of what is selected there; else at the first alone. */
  readonly everywhere: boolean;
}

async function insert(
  service: LibraryService,
  make: (document: vscode.TextDocument) => Insertion,
): Promise<void> {
  const editor = noteEditor(service);
  if (!editor) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Open the note that is to cite the paper, and place the cursor where the citation belongs.',
      ),
    );
    return;
  }
  const { text, everywhere } = make(editor.document);
  const places = (everywhere ? editor.selections : [editor.selection]).map((place) =>
    outsideIds(editor.document, place),
  );
  const { version } = editor.document;
  await editor.edit((edit) => {
    for (const place of places) {
      edit.replace(place, everywhere ? text : asBlock(text, editor.document, place));
    }
  });
  // VS Code calls an edit done even where the document may only be read.
  const done = editor.document.version > version;
  if (!done) {
    const message = vscode.l10n.t('{0} cannot be edited.', editor.document.fileName);
    void vscode.window.showErrorMessage(message);
    return;
  }
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  // The cursor may have been left out of sight by a reader that was opened beside the note.
  shown.revealRange(shown.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * A cursor inside an id stands for the id: a citation takes its place, or, where the id is a part of
 * an address or a field, the end of that.
 */
function outsideIds(document: vscode.TextDocument, place: vscode.Range): vscode.Range {
  const at = place.isEmpty ? idAt(document, place.start) : undefined;
  if (!at) return place;
  const { found } = at;
  const { line, character } = place.start;
  if (character <= found.start || character >= found.end) return place;
  const alone = found.syntax === 'prefix' || found.syntax === 'bare';
  const rest = /^\S*/.exec(document.lineAt(line).text.slice(found.end))?.[0].length ?? 0;
  return alone
    ? new vscode.Range(line, found.start, line, found.end)
    : new vscode.Range(line, found.end + rest, line, found.end + rest);
}

/** The editor with the cursor, or one beside it; a digest belongs to its generator and is never one. */
function noteEditor({ library }: LibraryService): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const isNote = ({ document }: vscode.TextEditor): boolean =>
    library.document(document.uri.toString())?.digest === undefined &&
    document.uri.scheme !== 'output';
  return [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors].find(isNote);
}

function citation(papers: readonly Paper[], document: vscode.TextDocument): string {
  const settings = citationSettings(document);
  const preferences: CitationPreferences = {
    markdown: markdownStyle(settings.markdownStyle),
    latexCommand: settings.latexCommand,
  };
  const syntax = citationSyntax(document.languageId, document.uri.path, preferences);
  const keys = uniqueKeys(papers, new Set(), settings);
  return syntax.format(papers.map((paper, index) => ({ key: keys[index] ?? '', paper })));
}

function entriesAt(papers: readonly Paper[], document: vscode.TextDocument): Insertion {
  return {
    text: entries(papers, document.getText(), citationSettings(document)),
    everywhere: false,
  };
}

/** @param text the bibliography that they are to stand in: its keys are taken */
function entries(papers: readonly Paper[], text: string, settings: CitationSettings): string {
  const headers = text.matchAll(/^[^\S\n]*@\w+\s*\{\s*([^\s,{}]+)/gm);
  const taken = new Set(Array.from(headers, ([, key = '']) => key.toLowerCase()));
  const keys = uniqueKeys(papers, taken, settings);
  const preset = entryPresetNames.find((name) => name === settings.entryStyle);
  const options: { preset?: EntryPreset } = preset ? { preset } : {};
  return papers.map((paper, index) => bibtexEntry(paper, keys[index] ?? '', options)).join('\n\n');
}

function uniqueKeys(
  papers: readonly Paper[],
  taken: Set<string>,
  settings: CitationSettings,
): string[] {
  const style: KeyStyle = keyStyleNames.find((name) => name === settings.keyStyle) ?? 'arxiv';
  return papers.map((paper) => {
    const key = citationKey(paper, style, (other) =>
      // BibTeX takes keys that differ in case alone for the same.
      taken.has(other.toLowerCase()),
    );
    taken.add(key.toLowerCase());
    return key;
  });
}

function markdownStyle(setting: string): CitationPreferences['markdown'] {
  return setting === 'link' || setting === 'arxiv' ? setting : 'pandoc';
}

/** Entries stand apart from what is around them by one blank line, and end their line. */
function asBlock(text: string, document: vscode.TextDocument, place: vscode.Range): string {
  const before = document.getText(new vscode.Range(new vscode.Position(0, 0), place.start));
  const after = document.getText(
    new vscode.Range(place.end, document.lineAt(document.lineCount - 1).range.end),
  );
  const newlines = /\n*$/.exec(before.replace(/\r/g, '').replace(/[^\S\n]+$/, ''))?.[0].length ?? 0;
  const lead = before.trim() === '' ? '' : '\n'.repeat(Math.max(0, 2 - newlines));
  const following = /^\n*/.exec(after.replace(/\r/g, ''))?.[0].length ?? 0;
  const trail =
    after.trim() === '' ? (following > 0 ? '' : '\n') : '\n'.repeat(Math.max(0, 2 - following));
  return `${lead}${text}${trail}`;
}
