import { bibliographyExtensions } from './bibliographyPath.js';
import { cslFacts, cslKey, isTree, textOf, type Tree } from './cslItem.js';
import { rangeBetween, type BibliographyEntry, type BibliographyProblem } from './entry.js';
import type { BibliographyFormat } from './format.js';
import { findArray, findMember } from './jsonArray.js';

/** CSL-JSON as Zotero and Pandoc have it: an array of items. */
export const cslJson: BibliographyFormat = {
  name: 'cslJson',
  extensions: bibliographyExtensions.csl,

  read(lines) {
    const { text } = lines;
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    const array = findArray(text);
    if (!array) {
      const isEmpty = text.trim() === '';
      return {
        entries,
        problems: isEmpty ? [] : [{ kind: 'notABibliography', line: 0, args: [] }],
      };
    }
    for (const object of array.objects) {
      const line = lines.lineAt(object.start);
      const item = parse(text.slice(object.start, object.end));
      const key = item && cslKey(item);
      if (!item) {
        problems.push({ kind: 'brokenEntry', line, args: [''] });
      } else if (key === undefined) {
        problems.push({ kind: 'entryWithoutKey', line, args: [textOf(item['type']) ?? ''] });
      } else {
        const name = textOf(item['id']) === undefined ? 'citation-key' : 'id';
        const place = findMember(text, object, name) ?? { start: object.start, end: object.start };
        entries.push({
          key,
          ...cslFacts(item),
          keyRange: rangeBetween(lines, place.start, place.end),
          range: rangeBetween(lines, object.start, object.end),
        });
      }
    }
    return { entries, problems };
  },
};

function parse(json: string): Tree | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isTree(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
