import * as vscode from 'vscode';
import type { Occurrence, Paper, PaperKey } from '../core/paper.js';
import type { NoteOn } from '../core/notes/notesOn.js';
import { hiddenAuthors, type ReaderLabels } from '../core/render/readerLabels.js';
import { readerShell } from '../core/render/readerShell.js';
import { texToText } from '../core/render/texToText.js';
import { commands, panels } from '../host/contributions.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import type { LibraryService } from '../host/libraryService.js';
import type { NoteFiles } from '../host/noteFiles.js';
import type { PaperTexts } from '../host/paperTexts.js';
import { papersFor } from '../host/papers.js';
import { dateLabel } from '../host/paperWords.js';
import { showNote } from '../host/showNote.js';
import type { FromReader, ReaderAction, ReaderState, ToReader } from '../reader/protocol.js';

/** The reader: one panel, used again for each paper, restored after a reload of the window. */
export function registerReader(context: FeatureContext): Disposable {
  const { extension, library, marks } = context;
  const store = new DisposableStore();
  let page: ReaderPage | undefined;
  const adopt = (panel: vscode.WebviewPanel): ReaderPage => {
    const adopted = new ReaderPage(panel, extension.extensionUri, context);
    store.add(adopted);
    panel.onDidDispose(() => {
      adopted.dispose();
      if (page === adopted) page = undefined;
    });
    page = adopted;
    return adopted;
  };
  store.add(
    vscode.commands.registerCommand(commands.openPaper, async (...args: unknown[]) => {
      const title = vscode.l10n.t('Open in Reader');
      const papers = await papersFor(context, args, { many: false, title });
      const [paper] = papers ?? [];
      if (!paper) {
        const missing = vscode.l10n.t('No digest holds this paper.');
        if (papers) void vscode.window.showWarningMessage(missing);
        return;
      }
      const preserveFocus = keepsFocus(args[1]);
      const shown = page ?? adopt(createPanel(preserveFocus));
      shown.reveal(preserveFocus);
      await shown.show(paper.key, preserveFocus);
      await marks.noteSeen([paper.key], 'opened');
    }),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(panels.reader, {
      async deserializeWebviewPanel(panel, state: Partial<ReaderState> | undefined) {
        const restored = adopt(panel);
        await library.start();
        const key = typeof state?.key === 'string' ? state.key : undefined;
        if (key) await restored.show(key);
        else panel.dispose();
      },
    }),
  );
  return store;
}

/** A list from which one paper after the other is opened keeps the keyboard. */
function keepsFocus(option: unknown): boolean {
  return (
    (option as Partial<vscode.TextDocumentShowOptions> | null | undefined)?.preserveFocus === true
  );
}

function createPanel(preserveFocus: boolean): vscode.WebviewPanel {
  const beside = vscode.window.activeTextEditor !== undefined;
  return vscode.window.createWebviewPanel(
    panels.reader,
    vscode.l10n.t('Paper'),
    { viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preserveFocus },
    { enableFindWidget: true },
  );
}

class ReaderPage implements Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #service: LibraryService;
  readonly #texts: PaperTexts;
  readonly #notes: NoteFiles;
  readonly #store = new DisposableStore();
  #key: PaperKey | undefined;
  /** What the page shows: told again when it begins anew. */
  #shown: ToReader | undefined;
  #gone: ToReader | undefined;
  /** The documents that the page lists. */
  #listed: readonly NoteOn[] = [];
  /** Counts renderings, so that one that comes late never replaces a newer one. */
  #version = 0;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    { library: service, texts, notes }: Pick<FeatureContext, 'library' | 'texts' | 'notes'>,
  ) {
    this.#panel = panel;
    this.#texts = texts;
    this.#notes = notes;
    this.#service = service;
    const { webview } = panel;
    const media = vscode.Uri.joinPath(extension, 'media');
    const dist = vscode.Uri.joinPath(extension, 'dist');
    const resource = (root: vscode.Uri, ...path: string[]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(root, ...path)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'reader-light.svg'),
      dark: vscode.Uri.joinPath(media, 'reader-dark.svg'),
    };
    this.#store.add(webview.onDidReceiveMessage((message: FromReader) => void this.#hear(message)));
    this.#store.add(
      service.onDidChange(({ papers }) => {
        if (this.#key && papers.has(this.#key)) void this.show(this.#key);
      }),
    );
    webview.html = readerShell({
      cspSource: webview.cspSource,
      nonce: nonce(),
      scriptUri: resource(dist, 'reader.js'),
      styleUris: [resource(dist, 'katex', 'katex.min.css'), resource(media, 'reader.css')],
      lang: vscode.env.language,
      title: vscode.l10n.t('Paper'),
      strings: { loading: vscode.l10n.t('Loading the paper…') },
    });
  }

  reveal(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  async show(key: PaperKey, behind = false): Promise<void> {
    // The tab may have been closed while somebody waited for the library.
    if (this.#store.disposed) return;
    const version = ++this.#version;
    this.#key = key;
    const paper = this.#service.library.paper(key);
    if (!paper) {
      const message = this.#shown
        ? vscode.l10n.t(
            'No digest of this workspace holds this paper any more. This is what the last one said.',
          )
        : vscode.l10n.t('No digest holds this paper.');
      this.#post({ type: 'gone', key, message });
      return;
    }
    // A title's key leads to the paper that it belongs to.
    this.#key = paper.key;
    this.#panel.title = shortened(texToText(paper.title));
    const notes = this.#notes.on(paper);
    const html = await this.#texts.render(paper, labelsFor(paper, notes));
    if (version !== this.#version) return;
    this.#listed = notes;
    this.#post({ type: 'show', key: paper.key, html, ...(behind && { behind }) });
  }

  dispose(): void {
    this.#version++;
    this.#store.dispose();
    this.#panel.dispose();
  }

  #post(message: ToReader): void {
    if (message.type === 'show') this.#shown = message;
    this.#gone = message.type === 'gone' ? message : undefined;
    void this.#panel.webview.postMessage(message);
  }

  /** The page shows foreign text: what it asks for is checked, and only about the paper it shows. */
  async #hear(message: FromReader): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The page begins anew whenever its tab comes to the front.
        for (const told of [this.#shown, this.#gone]) {
          if (told) void this.#panel.webview.postMessage(told);
        }
        return;
      case 'action':
        if (message.key === this.#key && Object.hasOwn(actionCommands, message.action)) {
          await vscode.commands.executeCommand(actionCommands[message.action], message.key);
        }
        return;
      case 'openOccurrence': {
        const paper = message.key === this.#key && this.#service.library.paper(message.key);
        const occurrence = paper ? paper.occurrences[message.index] : undefined;
        if (occurrence) await openOccurrence(occurrence);
        return;
      }
      case 'openNote': {
        const note = message.key === this.#key ? this.#listed[message.index] : undefined;
        if (note) await showNote(note);
        return;
      }
      case 'openLink':
        if (/^https?:\/\//i.test(message.url)) {
          await vscode.env.openExternal(vscode.Uri.parse(message.url));
        }
    }
  }
}

const actionCommands: Readonly<Record<ReaderAction, string>> = {
  goToDigest: commands.goToDigest,
  openOnArxiv: commands.openOnArxiv,
  openPdf: commands.openPdf,
  insertCitation: commands.insertCitation,
  copyBibtex: commands.copyBibtex,
  copyLink: commands.copyLink,
  createLiteratureNote: commands.createLiteratureNote,
};

async function openOccurrence({ uri, entry }: Occurrence): Promise<void> {
  const selection = toRange(entry.nameRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

function labelsFor({ authors, occurrences }: Paper, notes: readonly NoteOn[]): ReaderLabels {
  return {
    actions: {
      goToDigest: vscode.l10n.t('Go to Digest'),
      openOnArxiv: vscode.l10n.t('Open on arXiv'),
      openPdf: vscode.l10n.t('Open PDF'),
      insertCitation: vscode.l10n.t('Insert Citation'),
      copyBibtex: vscode.l10n.t('Copy BibTeX'),
      copyLink: vscode.l10n.t('Copy Link'),
      createLiteratureNote: vscode.l10n.t('Literature Note'),
    },
    toolbar: vscode.l10n.t('Actions on this paper'),
    authors: vscode.l10n.t('Authors'),
    moreAuthors: vscode.l10n.t('{0} more authors', hiddenAuthors(authors.length)),
    ai: vscode.l10n.t('AI'),
    aiNote: vscode.l10n.t('Written by a language model for the digest. It may be wrong.'),
    failed: vscode.l10n.t('The generator of the digest could not write this.'),
    abstract: vscode.l10n.t('Abstract'),
    noAbstract: vscode.l10n.t('The digest holds no abstract.'),
    notesHeading: vscode.l10n.t('Notes on This Paper'),
    literatureNote: vscode.l10n.t('Literature note'),
    notes: notes.map(({ uri, isLiterature }) => ({
      label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      isLiterature,
    })),
    occurrencesHeading: vscode.l10n.t('Where It Occurs'),
    occurrences: occurrences.map(({ uri, date }) => {
      const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      return date ? `${dateLabel(date)} · ${path}` : path;
    }),
  };
}

function shortened(title: string): string {
  return title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title;
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
