import { plainText, type NoteFacts } from './fields.js';
import { fileName, firstCharacters, nameText } from './fileName.js';
import { readPieces, type TemplateProblem } from './placeholders.js';

const extension = /\.(?:md|markdown|mdown|mkd|qmd|rmd)$/i;
/** Of what the paper tells, in characters: a title need not be the whole of a name. */
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
  if (template.trim() === '' || /(?:^|\/)\.{1,2}(?:\/|$)|^\/|^[A-Za-z]:/.test(path)) {
    return { problem: { kind: 'badPath', line: 0, args: [template] } };
  }
  const [suffix = '.md'] = extension.exec(template.trim()) ?? [];
  const parts = path.split('/').map((part) => fileName(part, suffix));
  return { path: `${parts.filter((part) => part !== '').join('/') || 'untitled'}${suffix}` };
}

/** Fit to be a part of a name. */
function fitting(text: string): string {
  // Of characters that are made of many, some are enough.
  const start = nameText(text.slice(0, 20 * longest));
  return nameText(firstCharacters(start, longest)) || 'untitled';
}
