import { plainText, type NoteFacts } from './fields.js';
import { readPieces, type TemplateProblem } from './placeholders.js';

const extension = /\.(?:md|markdown|mdown|mkd|qmd|rmd)$/i;
/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Of one part, in UTF-16 code units: file systems take 255 bytes. */
const longest = 80;

export type NoteName = { readonly path: string } | { readonly problem: TemplateProblem };

/**
 * The path of a paper's note below the folder of notes, parted by `/`. Folders come from the template
 * alone: what the paper tells is made to fit into one name on every system.
 */
export function notePath(template: string, facts: NoteFacts): NoteName {
  const read = readPieces(template.trim().replaceAll('\\', '/'), 0);
  if ('problem' in read) return read;
  const path = read.pieces
    .map((piece) => {
      return piece.kind === 'literal'
        ? piece.text
        : fitting(plainText(piece.name, facts) || facts.key);
    })
    .join('')
    .replace(extension, '');
  const parts = path.split('/').map((part) => tidy(part));
  if (template.trim() === '' || /(?:^|\/)\.{1,2}(?:\/|$)|^\/|^[A-Za-z]:/.test(path)) {
    return { problem: { kind: 'badPath', line: 0, args: [template] } };
  }
  const [suffix = '.md'] = extension.exec(template.trim()) ?? [];
  return { path: `${parts.filter((part) => part !== '').join('/') || 'untitled'}${suffix}` };
}

function fitting(text: string): string {
  const safe = text.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-').replace(/\s+/g, ' ');
  const short = Array.from(safe).slice(0, longest).join('');
  return short.trim().replace(/^\.+|\.+$/g, '') || 'untitled';
}

function tidy(part: string): string {
  const trimmed = part
    .replace(/[:*?"<>|\p{Cc}]+/gu, '-')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  return device.test(trimmed) ? `_${trimmed}` : trimmed;
}
