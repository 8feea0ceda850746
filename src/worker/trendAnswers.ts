import { digestTexts } from '../core/search/digestTexts.js';
import { TermTally } from '../core/trends/termTally.js';
import type { Answers } from './answers.js';
import { decode, isOf } from './content.js';
import type { TrendCalls } from './trendProtocol.js';

/** Two windows of three months, and as many of the period looked at before. */
const mostDigests = 400;

/** The terms of digests are kept here while the worker lives, so that each is read once. */
export function trendAnswers(): Pick<Answers, keyof TrendCalls> {
  let tally = new TermTally();
  return {
    tallyTerms({ uri, digest, fingerprint, content, latest }) {
      if (!isOf(fingerprint, content)) return false;
      const texts = digestTexts(digest, decode(content).text, { path: '', latest });
      const entries = digest.entries.map(({ key, category = '', title }, at) => {
        return { key, category, text: texts[at] ?? { title, summary: '' } };
      });
      tally.set(uri, fingerprint, entries);
      return true;
    },

    risingTerms({ recent, earlier, category, limit }) {
      const wanted = [...recent, ...earlier];
      if (tally.size > mostDigests && tally.size > wanted.length) tally = new TermTally();
      const missing = wanted.filter(({ uri, fingerprint }) => !tally.has(uri, fingerprint));
      if (missing.length > 0) return { missing: missing.map(({ uri }) => uri) };
      const windows = {
        recent: recent.map(({ uri }) => uri),
        earlier: earlier.map(({ uri }) => uri),
        ...(category !== undefined && { category }),
      };
      return { terms: tally.rising(windows, limit) };
    },
  };
}
