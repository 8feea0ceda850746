import type { PaperKey } from '../core/paper.js';
import type { FromReader, ReaderAction, ReaderState, ToReader } from './protocol.js';

const actions: Readonly<Record<ReaderAction, true>> = {
  goToDigest: true,
  openOnArxiv: true,
  openPdf: true,
  insertCitation: true,
  copyBibtex: true,
  copyLink: true,
  createLiteratureNote: true,
};

/** A message of the host, undefined for anything else that a window may be sent. */
export function asToReader(data: unknown): ToReader | undefined {
  if (!isRecord(data) || typeof data.key !== 'string') return undefined;
  const known =
    ((data.type === 'show' || data.type === 'similar') && typeof data.html === 'string') ||
    (data.type === 'gone' && typeof data.message === 'string');
  return known ? (data as ToReader) : undefined;
}

/** The state of an earlier page, undefined when there is none or another version wrote it. */
export function asReaderState(data: unknown): ReaderState | undefined {
  return isRecord(data) && typeof data.key === 'string' && typeof data.scrollTop === 'number'
    ? (data as unknown as ReaderState)
    : undefined;
}

export function asReaderAction(name: string | undefined): ReaderAction | undefined {
  return name !== undefined && Object.hasOwn(actions, name) ? (name as ReaderAction) : undefined;
}

/** What an element that was pressed asks the host for; undefined for one that asks for nothing. */
export function askedBy({ dataset }: HTMLElement, key: PaperKey): FromReader | undefined {
  const action = asReaderAction(dataset.action);
  if (action !== undefined) return { type: 'action', action, key };
  const [index, term] = (dataset.term ?? '').split('.').map(Number);
  if (isIndex(index) && isIndex(term)) return { type: 'searchShared', key, index, term };
  for (const [type, written] of [
    ['openOccurrence', dataset.occurrence],
    ['openNote', dataset.note],
    ['openSimilar', dataset.similar],
    ['searchAuthor', dataset.author],
  ] as const) {
    const number = Number(written);
    if (written !== undefined && isIndex(number)) return { type, key, index: number };
  }
  return undefined;
}

function isIndex(value: number | undefined): value is number {
  return Number.isInteger(value);
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
