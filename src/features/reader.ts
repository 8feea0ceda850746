import * as vscode from 'vscode';
import type { Occurrence, PaperKey } from '../core/paper.js';
import type { NoteOn } from '../core/notes/notesOn.js';
import { readerShell } from '../core/render/readerShell.js';
import { texToText } from '../core/render/texToText.js';
import { commands, panels, settings } from '../host/contributions.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import type { LibraryService } from '../host/libraryService.js';
import type { NoteFiles } from '../host/noteFiles.js';
import type { PaperTexts } from '../host/paperTexts.js';
import { papersFor } from '../host/papers.js';
import { labelsFor } from '../host/readerTexts.js';
import { showNote } from '../host/showNote.js';
import type { SimilarPaper } from '../host/similarPapers.js';
import { lookUpSimilar, similarSection } from '../host/similarSection.js';
import type { FromReader, ReaderAction, ReaderState, ToReader } from '../reader/protocol.js';

/** The reader: one panel, used again for each paper, restored after a reload of the window. */
export function registerReader(context: FeatureContext): Disposable {
  const { extension, library } = context;
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
  /** The same for its section of similar papers. */
  #likewise: ToReader | undefined;
  #gone: ToReader | undefined;
  readonly #sources: Pick<FeatureContext, 'search' | 'similar' | 'log'>;
  /** The documents that the page lists. */
  #listed: readonly NoteOn[] = [];
  #similar: readonly SimilarPaper[] = [];
  /** Counts renderings, so that one that comes late never replaces a newer one. */
  #version = 0;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    { library: service, texts, notes, search, similar, log }: FeatureContext,
  ) {
    this.#panel = panel;
    this.#texts = texts;
    this.#notes = notes;
    this.#service = service;
    this.#sources = { search, similar, log };
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
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (this.#key && change.affectsConfiguration(settings.mathMacros)) {
          void this.show(this.#key);
        }
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
    void lookUpSimilar(this.#sources, paper, (similar) => {
      if (version !== this.#version) return;
      this.#similar = similar;
      this.#post({ type: 'similar', key: paper.key, html: similarSection(similar) });
    });
  }

  dispose(): void {
    this.#version++;
    this.#store.dispose();
    this.#panel.dispose();
  }

  #post(message: ToReader): void {
    if (message.type === 'show') {
      if (this.#shown?.key !== message.key) {
        this.#likewise = undefined;
        this.#similar = [];
      }
      this.#shown = message;
    }
    if (message.type === 'similar') this.#likewise = message;
    else this.#gone = message.type === 'gone' ? message : undefined;
    void this.#panel.webview.postMessage(message);
  }

  /** The page shows foreign text: what it asks for is checked, and only about the paper it shows. */
  async #hear(message: FromReader): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The page begins anew whenever its tab comes to the front.
        for (const told of [this.#shown, this.#likewise, this.#gone]) {
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
        const occurrence = paper ? at(paper.occurrences, message.index) : undefined;
        if (occurrence) await openOccurrence(occurrence);
        return;
      }
      case 'openNote': {
        const note = message.key === this.#key ? at(this.#listed, message.index) : undefined;
        if (note) await showNote(note);
        return;
      }
      case 'searchAuthor': {
        const paper = message.key === this.#key && this.#service.library.paper(message.key);
        const author = paper ? at(paper.authors, message.index) : undefined;
        if (author !== undefined) await search(`author:"${withoutQuotes(author)}"`);
        return;
      }
      case 'openSimilar': {
        const similar = message.key === this.#key ? at(this.#similar, message.index) : undefined;
        if (similar) await vscode.commands.executeCommand(commands.openPaper, similar.paper.key);
        return;
      }
      case 'searchShared': {
        const similar = message.key === this.#key ? at(this.#similar, message.index) : undefined;
        const term = similar && at(similar.shared, message.term);
        if (term !== undefined) await search(withoutQuotes(term));
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

/** What a page sends may be anything: only a place in the list is one. */
function at<T>(list: readonly T[], index: unknown): T | undefined {
  return typeof index === 'number' && Number.isInteger(index) ? list[index] : undefined;
}

async function search(query: string): Promise<void> {
  await vscode.commands.executeCommand(commands.searchPapers, query);
}

/** Within quotes, they would end what is looked for. */
function withoutQuotes(text: string): string {
  return text.replace(/["“”]/g, '');
}

async function openOccurrence({ uri, entry }: Occurrence): Promise<void> {
  const selection = toRange(entry.nameRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

function shortened(title: string): string {
  return title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title;
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
