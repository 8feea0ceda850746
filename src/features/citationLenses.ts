import * as vscode from 'vscode';
import { isWork, keysOf, type BibliographyEntry } from '../core/bibliography/entry.js';
import type { PaperKey } from '../core/paper.js';
import { bibliographyDocuments } from '../host/citingSelector.js';
import { commands, settings } from '../host/contributions.js';
import { toRange } from '../host/convert.js';
import { paperOfEntry } from '../host/entryPapers.js';
import type { FeatureContext } from '../host/featureContext.js';
import { usesOf } from '../host/keyUses.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { lensesWanted } from '../host/settings.js';

/** Over more entries than these, lenses are in the way of reading, and of the editor. */
const mostEntries = 2000;

/** A lens that counts uses when it comes into sight. */
class UsesLens extends vscode.CodeLens {
  constructor(
    readonly uri: vscode.Uri,
    readonly entry: BibliographyEntry,
  ) {
    super(toRange(entry.keyRange));
  }
}

/** Lines over entries: of bibliographies how often they are cited, of both the way to the paper. */
export function registerCitationLenses(context: FeatureContext): Disposable {
  const { bibliographies, library } = context;
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(library.onDidChange(() => changed.fire()));
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      const { bibliographyLenses, digestLenses } = settings;
      if ([bibliographyLenses, digestLenses].some((name) => event.affectsConfiguration(name)))
        changed.fire();
    }),
  );
  store.add(
    vscode.languages.registerCodeLensProvider([...bibliographyDocuments], {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        const { uri } = document;
        if (!lensesWanted(settings.bibliographyLenses, uri)) return [];
        if (!bibliographies.is(document)) return [];
        const entries = (await bibliographies.entries(uri, mostEntries)) ?? [];
        if (token.isCancellationRequested) return [];
        return entries
          .filter((entry) => entry.key !== '' && isWork(entry))
          .flatMap((entry) => {
            const paper = paperOfEntry(library.library, entry);
            return [
              new UsesLens(uri, entry),
              ...(paper ? [read(toRange(entry.keyRange), paper.key)] : []),
            ];
          });
      },
      async resolveCodeLens(lens) {
        if (lens instanceof UsesLens) lens.command = await usesOfEntry(context, lens);
        return lens;
      },
    }),
  );
  store.add(
    vscode.languages.registerCodeLensProvider(
      [{ language: 'markdown' }, { language: 'plaintext' }],
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses({ uri }) {
          if (!lensesWanted(settings.digestLenses, uri)) return [];
          const entries = library.library.document(uri.toString())?.digest?.entries ?? [];
          if (entries.length > mostEntries) return [];
          return entries.flatMap(({ key, id, range }) => {
            const at = new vscode.Range(range.startLine, 0, range.startLine, 0);
            const lens = (title: string, command: string) =>
              new vscode.CodeLens(at, { title, command, arguments: [key] });
            return [
              read(at, key),
              lens(vscode.l10n.t('Cite'), commands.insertCitation),
              ...(id === undefined ? [] : [lens('arXiv', commands.openOnArxiv)]),
            ];
          });
        },
      },
    ),
  );
  return store;
}

function read(at: vscode.Range, key: PaperKey): vscode.CodeLens {
  const title = vscode.l10n.t('Read');
  return new vscode.CodeLens(at, { title, command: commands.openPaper, arguments: [key] });
}

async function usesOfEntry(
  { bibliographies, library }: FeatureContext,
  { uri, entry, range }: UsesLens,
): Promise<vscode.Command> {
  await library.start();
  const scope = { keys: keysOf(entry), document: uri, bibliographies: [uri] };
  const uses = await usesOf(library, bibliographies, scope);
  const title =
    uses.length === 0
      ? vscode.l10n.t('No uses')
      : uses.length === 1
        ? vscode.l10n.t('1 use')
        : vscode.l10n.t('{0} uses', uses.length);
  if (uses.length === 0) return { title, command: '' };
  const places = uses.map(
    (place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.use.range)),
  );
  const command = 'editor.action.showReferences';
  return { title, command, arguments: [uri, range.start, places] };
}
