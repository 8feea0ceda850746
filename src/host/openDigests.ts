import * as vscode from 'vscode';
import type { Digest } from '../core/digest.js';
import { sameShape } from '../core/outline/sameShape.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { LibraryService } from './libraryService.js';
import { openDocument } from './workspaceFiles.js';

/** What an editor was told of a digest, and of which version of its document. */
interface Told {
  readonly version: number;
  readonly digest: Digest;
}

/**
 * Registers a provider for each open document that the library takes for a digest, as long as it
 * does, and for no other: editors never wait for it, and languages without a provider of their own
 * keep what VS Code does for these. It is registered anew, which makes editors ask again, when a
 * digest is read otherwise than before although its text has not changed.
 */
export class OpenDigests implements Disposable {
  readonly #library: LibraryService;
  readonly #register: (selector: vscode.DocumentSelector) => Disposable;
  readonly #store = new DisposableStore();
  readonly #registered = new Map<string, Disposable>();
  readonly #told = new Map<string, Told>();

  constructor(
    library: LibraryService,
    register: (digests: OpenDigests, selector: vscode.DocumentSelector) => Disposable,
  ) {
    this.#library = library;
    this.#register = (selector) => register(this, selector);
    const { workspace } = vscode;
    this.#store.add(
      library.onDidChange(({ digests, documents }) => {
        if (!digests) return;
        for (const { uri } of workspace.textDocuments) {
          if (documents.has(uri.toString())) this.#look(uri.toString());
        }
      }),
    );
    this.#store.add(workspace.onDidOpenTextDocument(({ uri }) => this.#look(uri.toString())));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())));
    for (const { uri } of workspace.textDocuments) this.#look(uri.toString());
  }

  /** As the text stands now: an edit is read first. undefined when the editor does not wait for it. */
  async digestOf(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<Digest | undefined> {
    const uri = document.uri.toString();
    const digest = (await this.#library.current(uri))?.digest;
    if (!digest || token.isCancellationRequested) return undefined;
    this.#told.set(uri, { version: document.version, digest });
    return digest;
  }

  dispose(): void {
    this.#store.dispose();
    for (const registration of this.#registered.values()) registration.dispose();
    this.#registered.clear();
  }

  #look(uri: string): void {
    const digest = this.#library.library.document(uri)?.digest;
    const document = digest && openDocument(vscode.Uri.parse(uri));
    if (!document) {
      this.#forget(uri);
      return;
    }
    const told = this.#told.get(uri);
    const isNews = told?.version === document.version && !sameShape(told.digest, digest);
    if (this.#registered.has(uri) && !isNews) return;
    this.#forget(uri);
    this.#registered.set(uri, this.#register(selectorOf(document.uri)));
  }

  #forget(uri: string): void {
    this.#told.delete(uri);
    this.#registered.get(uri)?.dispose();
    this.#registered.delete(uri);
  }
}

/**
 * One document and no other. A selector with a pattern weighs as much as one with a language, so that
 * VS Code asks before its own providers. The window of a remote folder may know the file by another
 * path than the extension does.
 */
function selectorOf({ scheme, fsPath, path }: vscode.Uri): vscode.DocumentSelector {
  return [...new Set([fsPath, path])].map((pattern) => ({ scheme, pattern }));
}
