import { asPaperAsk } from '../core/render/paperAsk.js';
import type { FromReader, ReaderState, ToReader } from './protocol.js';

/** A message of the host, undefined for anything else that a window may be sent. */
export function asToReader(data: unknown): ToReader | undefined {
  if (!isRecord(data) || typeof data.key !== 'string') return undefined;
  const known =
    ((data.type === 'show' || data.type === 'similar') && typeof data.html === 'string') ||
    (data.type === 'gone' && typeof data.message === 'string');
  return known ? (data as ToReader) : undefined;
}

/** What the page has sent; undefined for anything else. */
export function asFromReader(data: unknown): FromReader | undefined {
  return isRecord(data) && data.type === 'ready' ? { type: 'ready' } : asPaperAsk(data);
}

/** The state of an earlier page, undefined when there is none or another version wrote it. */
export function asReaderState(data: unknown): ReaderState | undefined {
  return isRecord(data) && typeof data.key === 'string' && typeof data.scrollTop === 'number'
    ? (data as unknown as ReaderState)
    : undefined;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
