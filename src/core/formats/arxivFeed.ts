import { feedFormat } from './feedFormat.js';

/** Of a text of the feed: `arXiv:2602.01234v1 Announce Type: new ⏎ Abstract: …`. */
const announcement =
  /^\s{0,100}arXiv:\S{1,40}\s{1,9}Announce Type:\s?[a-z-]{1,20}\s{1,9}(?:Abstract:)?/;

/**
 * The feeds of rss.arxiv.org in Atom and RSS 2.0 (https://info.arxiv.org/help/rss_specifications.html),
 * and those in RSS 1.0 that arXiv had until 2024, with `A Title. (arXiv:2301.01234v1 [cs.LG])`. The
 * channel's `pubDate` is the day of the announcement; Atom has it as `updated`, shortly after midnight
 * in New York. On days without announcement a feed has no entries.
 */
export const arxivFeed = feedFormat({
  name: 'arxivFeed',
  records: ['entry', 'item'],
  date: ['rss/channel/pubDate', 'rss/channel/lastBuildDate', 'feed/updated', 'RDF/channel/date'],
  day: ['pubDate', 'published', 'date'],

  recognises(head) {
    if (/<(?:\w+:)?feed[\s>]/.test(head)) {
      const id = /<(?:\w+:)?id>\s{0,100}([^<\s]{0,100})/.exec(head)?.[1] ?? '';
      return /^(?:oai:arXiv\.org:|https?:\/\/rss\.arxiv\.org\/)/.test(id);
    }
    if (!/<(?:rss|(?:\w+:)?RDF)[\s>]/.test(head)) return false;
    // The first link is that of the channel.
    const link = /<link>\s{0,100}([^<\s]{0,100})/.exec(head)?.[1] ?? '';
    return /^https?:\/\/(?:(?:rss|export|www)\.)?arxiv\.org\//.test(link);
  },

  title(text) {
    const start = text.lastIndexOf('(arXiv:');
    const category =
      start === -1 ? undefined : /^\S{1,40} \[([\w.-]{1,30})\]/.exec(text.slice(start))?.[1];
    if (category === undefined) return { title: text };
    return { title: text.slice(0, start).trim().replace(/\.$/, ''), category };
  },

  abstract: (text) => text.replace(announcement, ''),
});
