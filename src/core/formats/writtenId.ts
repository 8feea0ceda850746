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
 */
export function writtenId(text: string, latest?: Month): WrittenId | undefined {
  const inBrackets = text.startsWith('[');
  const idStart = inBrackets && text[5] === '.' ? 1 : (usual.exec(text)?.[0].length ?? 0);
  const close = inBrackets ? text.indexOf(']', idStart) : -1;
  const idEnd = close === -1 ? text.length : close;
  const id = idStart > 0 ? parseArxivId(text.slice(idStart, idEnd), latest) : undefined;
  return id ? { ...id, idStart, idEnd } : findIds(text, latest)[0];
}
