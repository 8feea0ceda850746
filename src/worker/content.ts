import { createHash } from 'node:crypto';
import type { Problem } from '../core/digest.js';
import type { OwnRecipe } from '../core/formats/own/recipe.js';
import { declaredEncoding, encodingNamed, type Encoding } from '../core/encodings.js';
import { wellFormed } from '../core/wellFormed.js';
import { decodeAs } from './decodeAs.js';
import { guessEncoding } from './guessEncoding.js';
import type { Content } from './protocol.js';

/** How much of a file is looked at to tell text from other data. */
const sample = 8192;

export interface Decoded {
  readonly text: string;
  /** Where it is no Unicode. */
  readonly encoding?: Encoding;
  readonly problem?: Problem;
}

/**
 * Decodes a file: UTF-8, or UTF-16 when a byte order mark says so, the mark itself removed. What is no
 * UTF-8 is in the encoding that it declares, that the settings name, or that it most likely is, and
 * this is reported. Single bad bytes become U+FFFD and are reported with the line of the first; other
 * data than text gives no text at all. The text is well-formed, as all that is decoded is.
 */
export function decode(content: Content): Decoded {
  if (typeof content === 'string') return { text: wellFormed(content) };
  const bytes = bytesOf(content);
  const unicode = unicodeOf(bytes);
  if (unicode === 'utf-8' && isBinary(bytes)) {
    return { text: '', problem: { kind: 'binary', line: 0, args: [] } };
  }
  const text = new TextDecoder(unicode).decode(bytes);
  if (!text.includes(replacement) || isValid(bytes, unicode)) return { text };
  const encoding = unicode === 'utf-8' ? otherEncoding(content, text) : undefined;
  if (encoding) {
    const problem: Problem = { kind: 'notUtf8', line: 0, args: [encoding.name] };
    return { text: wellFormed(decodeAs(encoding, bytes)), encoding, problem };
  }
  const line = text.slice(0, firstBad(bytes, unicode, text)).split(lineEnd).length - 1;
  return { text, problem: { kind: 'invalidUtf8', line, args: [] } };
}

/**
 * The encoding of a file that is no UTF-8. Where most of what is not ASCII is UTF-8 all the same, it is
 * that, with mistakes in it.
 * @param text as UTF-8, with U+FFFD for what is none
 */
function otherEncoding(content: Exclude<Content, string>, text: string): Encoding | undefined {
  const bytes = bytesOf(content);
  if (hasMark(bytes)) return undefined;
  const bad = text.split(replacement).length - 1;
  const good = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  if (good > bad) return undefined;
  const named = content instanceof Uint8Array ? undefined : encodingNamed(content.encoding);
  return declaredEncoding(text) ?? named ?? guessEncoding(bytes);
}

export function bytesOf(content: Exclude<Content, string>): Uint8Array {
  return content instanceof Uint8Array ? content : content.bytes;
}

/** What bad bytes become. */
const replacement = '\uFFFD';
const lineEnd = /\r\n?|\n/;

/**
 * Where in the text the first bad byte was. The replacement character may stand in the file itself,
 * as what an earlier program made of bad bytes.
 */
function firstBad(bytes: Uint8Array, encoding: string, text: string): number {
  let at = text.indexOf(replacement);
  if (encoding !== 'utf-8') return at;
  const encoder = new TextEncoder();
  let offset = hasMark(bytes) ? 3 : 0;
  let from = 0;
  while (at !== -1) {
    offset += encoder.encode(text.slice(from, at)).length;
    const written =
      bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!written) return at;
    offset += 3;
    from = at + 1;
    at = text.indexOf(replacement, from);
  }
  return from;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function unicodeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * A few control characters are what JSON makes of TeX (`\beta` to backspace + `eta`), and one NUL
 * does not make a digest unreadable (digest-formats.md 1.3); one in fifty is no text.
 */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, sample);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  return controls * 50 > length;
}

/** SHA-1 in hex. An open editor's text has that of its file when it was written as UTF-8. */
export function fingerprintOf(content: Content): string {
  const hash = createHash('sha1');
  if (typeof content === 'string') return hash.update(content).digest('hex');
  hash.update(bytesOf(content));
  if (!(content instanceof Uint8Array)) hash.update(content.encoding);
  return hash.digest('hex');
}

/**
 * As the library names what it has read: the content, and the format behind it when that is a person's
 * own. The same content read in another way is another one for all that was made of it.
 */
export function readingFingerprint(content: string, own: OwnRecipe | undefined): string {
  return own ? `${content}/${fingerprintOf(JSON.stringify(own)).slice(0, 12)}` : content;
}

/** @param fingerprint of a document */
export function isOf(fingerprint: string, content: Content): boolean {
  return contentOf(fingerprint) === fingerprintOf(content);
}

/** The fingerprint of the content alone. */
export function contentOf(fingerprint: string): string {
  return fingerprint.split('/', 1)[0] ?? '';
}

/**
 * Lines `from` to `to` (inclusive) of a file, joined by `\n`, without decoding the rest: lines end
 * at CR, LF or both, which no other character of UTF-8 contains. Costs a scan of the bytes before.
 */
export function sliceLines(content: Content, from: number, to: number): string {
  if (typeof content === 'string' || unicodeOf(bytesOf(content)) !== 'utf-8') {
    return slicedWhole(content, from, to);
  }
  const slice = slicedBytes(bytesOf(content), from, to);
  // What is no UTF-8 can only be told by the whole.
  return slice.includes(replacement) ? slicedWhole(content, from, to) : slice;
}

function slicedWhole(content: Content, from: number, to: number): string {
  return decode(content)
    .text.split(lineEnd)
    .slice(from, to + 1)
    .join('\n');
}

function slicedBytes(content: Uint8Array, from: number, to: number): string {
  let line = 0;
  let start = 0;
  let end = content.length;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at];
    if (byte !== 10 && byte !== 13) continue;
    if (line === to) {
      end = at;
      break;
    }
    if (byte === 13 && content[at + 1] === 10) at++;
    line++;
    if (line === from) start = at + 1;
  }
  if (line < from) return '';
  // Only the file's first character is a byte order mark.
  return new TextDecoder('utf-8', { ignoreBOM: start > 0 })
    .decode(content.subarray(start, end))
    .replace(/\r\n?/g, '\n');
}
