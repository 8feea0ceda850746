import type { ReaderAction, ReaderState, ToReader } from './protocol.js';

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
    (data.type === 'show' && typeof data.html === 'string') ||
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

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
