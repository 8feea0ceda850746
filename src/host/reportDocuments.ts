import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { ReportText } from './reportText.js';

const scheme = 'preprint-report';

/** Reports as read-only documents, with links to the places that they name. */
export class ReportDocuments implements Disposable {
  readonly #store = new DisposableStore();
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly #reports = new Map<string, ReportText>();
  #count = 0;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const reportOf = ({ query }: vscode.Uri): ReportText | undefined => this.#reports.get(query);
    this.#store.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) =>
          reportOf(uri)?.text ??
          vscode.l10n.t('This report is from before. Run the command that made it again.'),
      }),
    );
    this.#store.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#reports.delete(uri.query);
      }),
    );
    this.#store.add(
      vscode.languages.registerDocumentLinkProvider(
        { scheme },
        {
          provideDocumentLinks: ({ uri }) =>
            reportOf(uri)?.links.map(({ range, target }) => new vscode.DocumentLink(range, target)),
        },
      ),
    );
  }

  /**
   * @param name of the tab, without extension
   * @param complete makes the whole report, where that takes a while; it is told whether somebody
   * still looks, and gives nothing when nobody does
   */
  async show(
    name: string,
    report: ReportText,
    complete?: (isWanted: () => boolean) => Promise<ReportText | undefined>,
  ): Promise<void> {
    // Each is a document of its own: one that is open already would change only later.
    const query = String(++this.#count);
    this.#reports.set(query, report);
    // Markdown by its name, so that its headings fold and stand in the outline.
    const uri = vscode.Uri.from({ scheme, path: `${name}.md`, query });
    await vscode.window.showTextDocument(uri, { preview: true });
    complete?.(() => this.#reports.has(query)).then(
      (whole) => {
        if (!whole) return;
        this.#reports.set(query, whole);
        this.#changed.fire(uri);
      },
      (error: unknown) => this.#log.error(String(error)),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
