import * as vscode from 'vscode';
import { texToText } from '../core/render/texToText.js';
import { titleQuery } from '../core/search/titleQuery.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import type { FoundPaper } from '../host/searchService.js';

/** VS Code asks at every letter, for a list in which more than these are out of sight. */
const mostSymbols = 100;

/** Go to Symbol in Workspace: papers by their titles. */
export function registerWorkspaceSymbols({ library, search, log }: FeatureContext): Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(text, token) {
      const query = titleQuery(text);
      if (query === '') return [];
      try {
        if (library.state.kind === 'idle') {
          // Other providers answer as well: the list of all of them would wait for this one.
          library.start().catch((error: unknown) => log.error(String(error)));
          return [];
        }
        const { papers } = await search.find(query, mostSymbols, true);
        return token.isCancellationRequested ? [] : papers.map(symbolOf);
      } catch (error) {
        log.error(`Symbols for "${text}": ${String(error)}`);
        return [];
      }
    },
  });
}

/** At the newest entry, where Go to Digest leads as well. */
function symbolOf({ paper, place }: FoundPaper): vscode.SymbolInformation {
  const { uri, entry, date } = paper.occurrences[0] ?? place;
  const container = [paper.category, date?.value].filter(Boolean).join(' · ');
  const location = new vscode.Location(vscode.Uri.parse(uri), toRange(entry.nameRange));
  const { File } = vscode.SymbolKind;
  return new vscode.SymbolInformation(texToText(paper.title), File, container, location);
}
