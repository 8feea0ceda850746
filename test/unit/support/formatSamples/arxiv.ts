import { abstract, escaped, id, names, pieces, title, type FormatSamples } from './sample.js';

const rule = '-'.repeat(78);

export const arxivSamples: FormatSamples = {
  arxivFeed: {
    path: 'feed.xml',
    text: pieces(
      '<?xml version="1.0"?>\n<rss version="2.0">\n<channel>\n<link>https://rss.arxiv.org/rss/cs.LG</link>\n<pubDate>Fri, 02 Jan 2026 00:00:00 -0500</pubDate>\n',
      (number) =>
        `<item>\n  <title>${escaped(title(number))}</title>\n  <link>https://arxiv.org/abs/${id(number)}</link>\n  <description>arXiv:${id(number)}v2 Announce Type: new\nAbstract: ${escaped(abstract)}</description>\n  <guid isPermaLink="false">oai:arXiv.org:${id(number)}v2</guid>\n  <category>cs.LG</category>\n  <category>stat.ML</category>\n  <pubDate>Fri, 02 Jan 2026 00:00:00 -0500</pubDate>\n  <dc:creator>${names.join(', ')}</dc:creator>\n</item>\n`,
    ),
  },
  arxivApi: {
    path: 'answer.xml',
    text: pieces(
      '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<id>http://arxiv.org/api/made-up</id>\n<updated>2026-01-02T00:00:00-05:00</updated>\n',
      (number) =>
        `<entry>\n  <id>http://arxiv.org/abs/${id(number)}v3</id>\n  <published>2026-01-02T00:00:00Z</published>\n  <title>${escaped(title(number))}</title>\n  <summary>  ${escaped(abstract)}\n</summary>\n${names.map((name) => `  <author><name>${name}</name></author>\n`).join('')}  <arxiv:comment>12 pages</arxiv:comment>\n  <arxiv:doi>10.5555/Made.${number}</arxiv:doi>\n  <link href="http://arxiv.org/abs/${id(number)}v3" rel="alternate"/>\n  <arxiv:primary_category term="cs.LG"/>\n  <category term="stat.ML"/>\n</entry>\n`,
    ),
  },
  arxivMail: {
    path: 'mail.txt',
    text: pieces(
      `${rule}\nreceived from  Thu  1 Jan 26 19:00:00 GMT  to  Fri  2 Jan 26 19:00:00 GMT\n${rule}\n`,
      (number) =>
        `\\\\\narXiv:${id(number)}\nDate: Thu, 1 Jan 2026 16:35:28 GMT   (13kb)\n\nTitle: ${title(number)},\n  Wrapped\nAuthors: ${names.join(', ')}\nCategories: cs.LG stat.ML\nComments: 12 pages\n\\\\\n  ${abstract}\n\\\\ ( https://arxiv.org/abs/${id(number)} ,  13kb)\n${rule}\n`,
    ),
  },
  arxivAbs: {
    path: 'papers.abs',
    text: pieces(
      '',
      (number) =>
        `${rule}\n\\\\\narXiv:${id(number)}\nFrom: Ada Example <ada@example.org>\nDate: Thu, 1 Jan 2026 10:20:28 GMT   (10kb)\nDate (revised v2): Fri, 2 Jan 2026 10:20:28 GMT   (11kb)\n\nTitle: ${title(number)}\nAuthors: ${names.join(', ')}\nCategories: math.GT math-ph\nComments: 12 pages\n\\\\\n  ${abstract}\n\\\\\n`,
    ),
  },
};
