import { shownLine } from '../shownText.js';

/** Bytes in UTF-8, which is what file systems count (NAME_MAX of Linux; https://apfs.docs.apple.com). */
const mostBytes = 255;

/** Behind a name that is taken already: `-999`. */
const numberBytes = 4;

/**
 * Names that Windows keeps for devices, whatever extension follows
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|con(?:in|out)\$|clock\$)[. ]*(?:\.|$)/i;

const forbidden = /[\\/:*?"<>|\p{Cc}]+/gu;

/** What Windows drops at the end, and what hides a file or leads out of its folder. */
const margins = /^[\s.]+|[\s.]+$/g;

/** A text of which a name can be made: without what no name may hold, begin or end with. */
export function nameText(text: string): string {
  return shownLine(text).replace(forbidden, '-').replace(margins, '');
}

/**
 * A text as the name of a file or folder that every system takes, without its extension; '' when
 * nothing of it can be one. Not cut within a character that a person sees as one.
 * @param extension with the dot: there is room for it, and for a number in front of it
 */
export function fileName(text: string, extension: string): string {
  const room = mostBytes - numberBytes - utf8Length(extension);
  // What is cut may end with a blank, and the mark before a device takes a byte.
  const name = firstBytes(nameText(text), room - 1).replace(margins, '');
  return device.test(name) ? `_${name}` : name;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As many of the first characters as fit into so many bytes. */
function firstBytes(text: string, most: number): string {
  if (text.length * 3 <= most) return text;
  let bytes = 0;
  // No more than that can fit, and a long text is not to be parted as a whole.
  for (const { segment, index } of graphemes.segment(text.slice(0, most + 1))) {
    bytes += utf8Length(segment);
    if (bytes > most) return text.slice(0, index) || Array.from(segment)[0] || '';
  }
  return text;
}

/** The first characters, as people count them. */
export function firstCharacters(text: string, most: number): string {
  let count = 0;
  for (const { index } of graphemes.segment(text))
    if (count++ === most) return text.slice(0, index);
  return text;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
