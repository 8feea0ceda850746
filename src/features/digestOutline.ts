import * as vscode from 'vscode';
import { digestOutline, type OutlineNode } from '../core/outline/digestOutline.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { OpenDigests } from '../host/openDigests.js';
import { inSlices } from '../host/timeSlices.js';

/** Languages in which digests are opened as a rule: their outline is what begins to index. */
const usualLanguages = ['markdown', 'plaintext', 'json', 'jsonl', 'xml', 'bibtex'];

/** The outline of an open digest, by section or category and by paper; breadcrumbs follow it. */
export function registerDigestOutline({ library, log }: FeatureContext): Disposable {
  const { languages, l10n } = vscode;
  const store = new DisposableStore();
  // Where there is an outline of the document's language as well, each goes by its name.
  const metadata = { label: l10n.t('Papers') };
  store.add(
    languages.registerDocumentSymbolProvider(usualLanguages, {
      provideDocumentSymbols() {
        // It is in the library what the document is, and nobody waits for that.
        library.start().catch((error: unknown) => log.error(String(error)));
        return undefined;
      },
    }),
  );
  store.add(
    new OpenDigests(library, (digests, selector) =>
      languages.registerDocumentSymbolProvider(
        selector,
        {
          async provideDocumentSymbols(document, token) {
            const digest = await digests.digestOf(document, token);
            if (!digest) return undefined;
            const work = symbolsOf(digestOutline(digest));
            return inSlices(work, () => !token.isCancellationRequested);
          },
        },
        metadata,
      ),
    ),
  );
  return store;
}

function* symbolsOf(
  work: Generator<undefined, readonly OutlineNode[]>,
): Generator<undefined, vscode.DocumentSymbol[]> {
  return yield* converted(yield* work);
}

function* converted(nodes: readonly OutlineNode[]): Generator<undefined, vscode.DocumentSymbol[]> {
  const symbols: vscode.DocumentSymbol[] = [];
  for (const { kind, name, detail, range, nameRange, children } of nodes) {
    const symbol = new vscode.DocumentSymbol(
      name,
      detail,
      kind === 'paper' ? vscode.SymbolKind.File : vscode.SymbolKind.Package,
      toRange(range),
      toRange(nameRange),
    );
    if (children.length > 0) symbol.children = yield* converted(children);
    symbols.push(symbol);
    yield;
  }
  return symbols;
}
