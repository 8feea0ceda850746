import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import { titleKey } from '../title.js';
import type { DigestFormat } from './format.js';

/**
 * Text dump of a trending-papers page (digest-formats.md 1.4): two banner lines, then title and
 * abstract in turns without blank lines; the button's word is glued to the first title. Several pages
 * may stand in one file, each with its banner. No ids: an id inside an abstract is a quotation, never
 * the entry's own.
 */
const banner = 'Get trending papers in your email inbox';
const button = 'Subscribe';
/** The button's word, glued to a title; not the words "Subscribe" and "Subscribers" of a title. */
const gluedButton = /^Subscribe(?!(?:rs?|d|s)?(?:[\s'’,:;.?!-]|$))/;

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
      if (lines.startsWith(line, banner)) {
        line = lines.skipBlank(line + 1);
        continue;
      }
      const text = lines.line(line);
      const skipped = buttonLength(text);
      const title = text.slice(skipped).trim();
      const abstract = lines.skipBlank(line + 1);
      const hasAbstract = abstract < lines.count;
      const last = hasAbstract ? abstract : line;
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
      if (!hasAbstract) problems.push({ kind: 'entryCutOff', line, args: [title] });
      line = lines.skipBlank(last + 1);
    }
    return { digest: { entries, labels: [] }, problems };
  },

  readEntry(text) {
    const lines = new Lines(text);
    const title = lines.line(0).trim();
    if (title === '') return undefined;
    const abstract = lines.line(lines.skipBlank(1));
    return {
      key: titleKey(title),
      body: abstract === '' ? { fields: [] } : { fields: [], abstract },
    };
  },
};

function firstTitle(lines: Lines): number | undefined {
  const glued =
    lines.startsWith(0, banner) && lines.startsWith(1, banner) && lines.startsWith(2, button);
  return glued && buttonLength(lines.line(2)) > 0 ? 2 : undefined;
}

function buttonLength(line: string): number {
  return gluedButton.exec(line)?.[0].length ?? 0;
}
