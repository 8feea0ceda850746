import { rankForYou } from '../core/forYou/forYou.js';
import { parseQuery } from '../core/search/parseQuery.js';
import type { SearchIndex } from '../core/search/searchIndex.js';
import { sampleText } from '../core/similar/sampleText.js';
import { similarPapers } from '../core/similar/similarPapers.js';
import type { Answers } from './answers.js';
import { EntryTexts, readSource } from './entryTexts.js';

type SimilarCalls = 'sampleTexts' | 'similarPapers' | 'rankForYou';

/** @param index of the workspace, in the worker that is asked to hold it */
export function similarAnswers(index: SearchIndex): Pick<Answers, SimilarCalls> {
  return {
    sampleTexts({ sources, latest }) {
      const entryTexts = new EntryTexts();
      return sources.map((source) => {
        const body = readSource(source, latest, entryTexts);
        return body && sampleText(source.entry, body);
      });
    },

    similarPapers: ({ text, keys, within, limit }) =>
      similarPapers({ text, keys }, index, parseQuery(within).filters, limit),

    rankForYou: ({ marked, candidates, uris, limit }) =>
      rankForYou(marked, candidates, new Set(uris), index, limit),
  };
}
