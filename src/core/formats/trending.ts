import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import { titleKey } from '../title.js';
import type { DigestFormat } from './format.js';

/**
 * Text dump of a trending-papers page (digest-formats.md 1.4): two banner lines, then title and
 * abstract in turns without blank lines; the button's word is glued to the first title. No ids: an
 * id inside an abstract is a quotation, never the entry's own.
 */
const banner = 'Get trending papers in your email inbox';
const button = 'Subscribe';

export const trending: DigestFormat = {
  name: 'trending',

  recognises(lines) {
    return firstTitle(lines) !== undefined;
  },

  read(lines) {
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    const first = firstTitle(lines) ?? lines.count;
    for (let line = first; line < lines.count;) {
      if (lines.isBlank(line)) {
        line++;
        continue;
      }
      const text = lines.line(line);
      const skipped = line === first ? button.length : 0;
      const title = text.slice(skipped).trim();
      const abstract = nextFilled(lines, line + 1);
      const last = abstract ?? line;
      entries.push({
        key: titleKey(title),
        title,
        authors: [],
        range: {
          startLine: line,
          startCharacter: skipped,
          endLine: last,
          endCharacter: lines.line(last).length,
        },
        nameRange: {
          startLine: line,
          startCharacter: skipped,
          endLine: line,
          endCharacter: text.length,
        },
      });
      if (abstract === undefined) problems.push({ kind: 'entryCutOff', line, args: [title] });
      line = last + 1;
    }
    return { digest: { entries, labels: [] }, problems };
  },

  readEntry(text) {
    const lines = new Lines(text);
    const title = lines.line(0).trim();
    if (title === '') return undefined;
    const abstract = nextFilled(lines, 1);
    return {
      key: titleKey(title),
      body:
        abstract === undefined ? { fields: [] } : { fields: [], abstract: lines.line(abstract) },
    };
  },
};

function firstTitle(lines: Lines): number | undefined {
  const glued =
    lines.startsWith(0, banner) && lines.startsWith(1, banner) && lines.startsWith(2, button);
  return glued && lines.line(2).length > button.length ? 2 : undefined;
}

function nextFilled(lines: Lines, from: number): number | undefined {
  for (let line = from; line < lines.count; line++) if (!lines.isBlank(line)) return line;
  return undefined;
}
