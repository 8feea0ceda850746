import { analyse } from 'chardet';
import { encodingNamed, type Encoding } from '../core/encodings.js';
import { decodeAs } from './decodeAs.js';

/** So much of what is not ASCII tells an encoding. In bytes. */
const enough = 32 * 1024;
/** In percent, as `chardet` counts: less is chance. */
const sure = 40;

/**
 * What bytes that are no UTF-8 are most likely written in; undefined when nothing makes words of them.
 * Costs a pass over the first bytes that are not ASCII.
 */
export function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  const foreign = foreignWords(bytes);
  const found = analyse(foreign).flatMap(({ name, confidence }) => {
    const encoding = encodingNamed(name);
    return encoding && isDecodable(foreign, encoding) ? [{ encoding, confidence }] : [];
  });
  const [first] = found;
  if (first && first.confidence >= sure && !isLatin(first.encoding)) return first.encoding;
  if (isCommonChinese(foreign)) return encodingNamed('gb18030');
  return latin(foreign, found);
}

interface Found {
  readonly encoding: Encoding;
  readonly confidence: number;
}

/** The signs of Europe look alike by number; the West's are taken unless another is clearly likelier. */
function latin(foreign: Uint8Array, found: readonly Found[]): Encoding | undefined {
  const western = encodingNamed('windows-1252');
  const other = found.find(({ encoding }) => isLatin(encoding));
  const confidenceOf = (wanted: Encoding | undefined): number =>
    found.find(({ encoding }) => encoding.label === wanted?.label)?.confidence ?? 0;
  const isClear = other && other.confidence >= 10 && other.confidence > 1.5 * confidenceOf(western);
  const chosen = isClear ? other.encoding : western;
  return chosen && makesWords(foreign, chosen) ? chosen : undefined;
}

const latins = new Set([
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
]);

function isLatin({ label }: Encoding): boolean {
  return latins.has(label);
}

/** Text between blanks as far as it has bytes beyond ASCII: what is plain English says nothing. */
function foreignWords(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(Math.min(bytes.length, enough) + 1);
  let length = 0;
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= bytes.length && length < enough; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) isForeign = true;
    if (byte > 32) continue;
    if (isForeign) {
      const word = bytes.subarray(start, Math.min(at, start + enough - length));
      words.set(word, length);
      length += word.length;
      words[length++] = 32;
    }
    start = at + 1;
    isForeign = false;
  }
  return words.subarray(0, length);
}

function isDecodable(bytes: Uint8Array, { label }: Encoding): boolean {
  try {
    // Nothing is cut off but the last word, which is no fault of the encoding's.
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Nothing but pairs for the common characters of GB 2312 and its punctuation: of some words alone no
 * statistics can tell.
 */
function isCommonChinese(bytes: Uint8Array): boolean {
  let characters = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    const isCommon = lead >= 0xb0 && lead <= 0xd7;
    if (trail < 0xa1 || !(isCommon || (lead >= 0xa1 && lead <= 0xa3))) return false;
    if (isCommon) characters++;
  }
  return characters > 0;
}

/** Most foreign letters stand beside letters of ASCII, or are signs that word processors put in. */
function makesWords(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = decodeAs(encoding, bytes);
  const runs = text.match(/[^\0-\x7f]+/g) ?? [];
  const inWords =
    text.match(/(?:[A-Za-z][^\0-\x7f\P{L}]+|[^\0-\x7f\P{L}]+[A-Za-z]|[‘’“”–—…]+)/gu) ?? [];
  return inWords.length * 2 > runs.length;
}
