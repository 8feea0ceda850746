import * as vscode from 'vscode';
import { isPaperKey, type Paper, type PaperKey } from '../core/paper.js';
import type { FeatureContext } from './featureContext.js';
import { idAt } from './idAt.js';
import type { LibraryService } from './libraryService.js';
import { PaperPicker } from './paperPicker.js';
import { papersAmong, type EntrySource, type Picked, type PickerSources } from './pickerOptions.js';

/** Something that stands for a paper: a tree node, an argument of a command link. */
interface PaperNode {
  readonly key: PaperKey;
}

export type PaperSources = Pick<FeatureContext, 'library' | 'search' | 'inSight' | 'log'>;

interface PickerLook {
  readonly many: boolean;
  readonly title: string;
  /** The paper that a page shows is not the one that is wanted. */
  readonly another?: true;
}

/**
 * The papers that a command is about: those of its arguments (keys, or nodes of the tree, where the
 * second argument is the selection), else the one that a page shows or that is under the cursor, else
 * what the person picks.
 * Arguments may come from a link or a page, so that a key unknown to the library counts as none.
 * @returns undefined when the person has dismissed the picker
 */
export async function papersFor(
  context: PaperSources,
  args: readonly unknown[],
  picker: PickerLook,
): Promise<readonly Paper[] | undefined> {
  const works = await worksFor(context, args, picker);
  return works && papersAmong(works);
}

/**
 * As `papersFor`, but the person may also pick a work that a bibliography alone has.
 * @param entries the bibliographies, if they are to be offered
 */
export async function worksFor(
  context: PaperSources,
  args: readonly unknown[],
  picker: PickerLook,
  entries?: EntrySource,
): Promise<readonly Picked[] | undefined> {
  const { library: service } = context;
  const [first, selection] = args;
  const named = keysIn(Array.isArray(selection) ? selection : [first]);
  if (named.length > 0) {
    await service.start();
    return known(service, named);
  }
  // The menu of an editor names its file.
  if (first !== undefined && !(first instanceof vscode.Uri)) return [];
  // A row of the tree that VS Code has lost while it was refreshed: no other paper was meant.
  if (first === undefined && args.length > 1) return undefined;
  const inSight = picker.another ? undefined : await context.inSight.asked();
  if (inSight !== undefined && service.library.has(inSight)) return known(service, [inSight]);
  const editor = vscode.window.activeTextEditor;
  const under = editor && idAt(editor.document, editor.selection.active);
  if (under) {
    await service.start();
    if (service.library.has(under.key)) return known(service, [under.key]);
  }
  return pickWorks(context, picker, entries);
}

function keysIn(values: readonly unknown[]): PaperKey[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return isPaperKey(value) ? [value] : [];
    const key = (value as Partial<PaperNode> | null | undefined)?.key;
    return typeof key === 'string' ? [key] : [];
  });
}

function known(service: LibraryService, keys: readonly PaperKey[]): Paper[] {
  const papers = new Map<PaperKey, Paper>();
  for (const key of keys) {
    const paper = service.library.paper(key);
    if (paper) papers.set(paper.key, paper);
  }
  return [...papers.values()];
}

function pickWorks(
  sources: PickerSources,
  { many, title }: PickerLook,
  entries: EntrySource | undefined,
): Promise<readonly Picked[] | undefined> {
  return new Promise((resolve) => {
    new PaperPicker(sources, {
      ...{ title, many, placeholder: vscode.l10n.t('Title, author or arXiv id') },
      ...(entries && { entries }),
      accept: resolve,
      closed: () => resolve(undefined),
    }).show();
  });
}
