import { feedFormat } from './feedFormat.js';

/**
 * Answers of arXiv's programming interface (https://info.arxiv.org/help/api/user-manual.html), which
 * are Atom. They are of the day on which they were given; a paper's own dates are those of its
 * versions. What the interface could not do is an entry with an address below `api/errors`: no paper.
 */
export const arxivApi = feedFormat({
  name: 'arxivApi',
  records: ['entry'],
  date: ['feed/updated'],

  recognises(head) {
    if (!/<(?:\w+:)?feed[\s>]/.test(head)) return false;
    const id = /<(?:\w+:)?id>\s{0,100}([^<\s]{0,100})/.exec(head)?.[1] ?? '';
    return /^https?:\/\/(?:export\.)?arxiv\.org\/(?:api|abs)\//.test(id);
  },

  isNoPaper: (id) => /\/api\/errors\b/.test(id),
});
