import * as vscode from 'vscode';
import type { LibraryService } from './libraryService.js';
import type { PaperFilter } from './paperFilter.js';
import { failure } from './searchItems.js';
import type { SearchService } from './searchService.js';
import { count } from './treeItems.js';

/** With fewer digests left than this, all of them can be searched in a moment. */
const fewestTold = 20;

export interface MessageParts {
  readonly filter: PaperFilter;
  readonly library: Pick<LibraryService, 'state'>;
  /** Without any, VS Code welcomes with other words as long as there is no message. */
  readonly hasPapers: boolean;
  readonly search: SearchService;
  /** How far the reading of files is, if that is to be told. */
  readonly reading: string | undefined;
}

/** The message above the tree; '' for none. */
export function papersMessage({
  filter,
  library,
  hasPapers,
  search,
  reading,
}: MessageParts): string {
  const filtered = filterSentence(filter);
  const left = library.state.kind === 'ready' ? leftOut(library.state.unread) : undefined;
  const { digests, of } = search.missing;
  // A filter's count is only worth what could be searched for it.
  const isTold = filter.text === '' ? reading === undefined && digests > fewestTold : digests > 0;
  const searchable = isTold ? searchableSentence(of - digests, of) : undefined;
  const sentences = filtered === undefined ? [reading, left, searchable] : [filtered, searchable];
  return [...sentences, hasPapers ? restrictedSentence() : undefined]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** What is off until the workspace is trusted. */
function restrictedSentence(): string | undefined {
  if (vscode.workspace.isTrusted) return undefined;
  return vscode.l10n.t(
    'Restricted Mode: paths in the settings of this workspace are ignored (notes, marks, bibliographies, CSL style), and nothing outside of it is written.',
  );
}

function filterSentence({ text, answered }: PaperFilter): string | undefined {
  if (!answered) return undefined;
  if ('error' in answered) return failure(answered.error);
  const { keys, match } = answered.value;
  if (keys.size === 0 || match === 'some') return vscode.l10n.t('No paper matches "{0}".', text);
  const number = count(keys.size);
  if (match === 'typos') {
    return keys.size === 1
      ? vscode.l10n.t('No paper matches "{0}" as it is written; with typos forgiven, 1 does.', text)
      : vscode.l10n.t(
          'No paper matches "{0}" as it is written; with typos forgiven, {1} do.',
          text,
          number,
        );
  }
  return keys.size === 1
    ? vscode.l10n.t('1 paper matches "{0}".', text)
    : vscode.l10n.t('{0} papers match "{1}".', number, text);
}

function leftOut(files: number): string | undefined {
  if (files === 0) return undefined;
  return files === 1
    ? vscode.l10n.t('Stopped: 1 file was left out. "Refresh Library" goes on.')
    : vscode.l10n.t('Stopped: {0} files were left out. "Refresh Library" goes on.', count(files));
}

function searchableSentence(ready: number, all: number): string {
  return vscode.l10n.t('{0} of {1} digests can be searched so far.', count(ready), count(all));
}
