import { findIds, parseArxivId, type ArxivId, type Month } from '../arxivId.js';

export interface WrittenId extends ArxivId {
  /** The id with its version, in UTF-16 code units of the text. */
  readonly idStart: number;
  readonly idEnd: number;
}

const usual = /^\[?https?:\/\/arxiv\.org\/(?:abs|pdf)\//;

/**
 * The first id of a short text that is there for its sake: `[2605.13741](http://…)` or an address.
 * These two, which nearly all rows have, are read without a search.
 * @param offset where the text begins in the one that places are told of
 */
export function writtenId(text: string, latest?: Month, offset = 0): WrittenId | undefined {
  const inBrackets = text.startsWith('[');
  const idStart = inBrackets && text[5] === '.' ? 1 : (usual.exec(text)?.[0].length ?? 0);
  const close = inBrackets ? text.indexOf(']', idStart) : -1;
  const idEnd = close === -1 ? text.length : close;
  const id = idStart > 0 ? parseArxivId(text.slice(idStart, idEnd), latest) : undefined;
  if (id) return placedId(id, offset + idStart, offset + idEnd);
  const [found] = findIds(text, latest);
  return found && placedId(found, offset + found.idStart, offset + found.idEnd);
}

/** The id that stands alone between two marks of a text, the first time that the first mark is there. */
export function idBetween(
  text: string,
  open: string,
  close: string,
  latest?: Month,
): WrittenId | undefined {
  const before = text.indexOf(open);
  if (before === -1) return undefined;
  const idStart = before + open.length;
  const idEnd = text.indexOf(close, idStart);
  const id = idEnd === -1 ? undefined : parseArxivId(text.slice(idStart, idEnd), latest);
  return id && placedId(id, idStart, idEnd);
}

/** Written out, since a copy of the id with its place would take longer than reading it. */
export function placedId({ id, version }: ArxivId, idStart: number, idEnd: number): WrittenId {
  return version === undefined ? { id, idStart, idEnd } : { id, version, idStart, idEnd };
}
