import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

/** As https://info.arxiv.org/help/rss_specifications.html describes it, made up. */
function rss(...items: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">',
    '<channel><title>cs.LG updates on arXiv.org</title>',
    '<link>http://rss.arxiv.org/rss/cs.LG</link>',
    '<lastBuildDate>Fri, 13 Feb 2026 05:00:11 +0000</lastBuildDate>',
    '<pubDate>Fri, 13 Feb 2026 00:00:00 -0500</pubDate>',
    ...items,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item(id: string, description = 'Made up.'): string {
  return [
    '<item>',
    `<title>A &lt; B &amp; &#x43;</title>`,
    `<link>https://arxiv.org/abs/${id}</link>`,
    `<description>arXiv:${id}v2 Announce Type: replace-cross`,
    `Abstract: ${description}</description>`,
    `<guid isPermaLink="false">oai:arXiv.org:${id}v2</guid>`,
    '<category>cs.LG</category><category>stat.ML</category>',
    '<pubDate>Fri, 13 Feb 2026 00:00:00 -0500</pubDate>',
    '<arxiv:announce_type>replace-cross</arxiv:announce_type>',
    '<arxiv:DOI>10.5555/Example.1</arxiv:DOI>',
    '<dc:creator>Ada Example, Ben Sample</dc:creator>',
    '</item>',
  ].join('\n');
}

describe('the feeds of arXiv', () => {
  it('tell facts, day and abstract in RSS 2.0', () => {
    const read = new ReadDocument('feed.xml', rss(item('2602.01234', 'Where $a&lt;b$ holds.')));
    const { range, nameRange, ...facts } = read.entry(0);
    assert.deepEqual(facts, {
      key: 'arxiv:2602.01234',
      id: '2602.01234',
      version: 2,
      doi: '10.5555/example.1',
      title: 'A < B & C',
      authors: ['Ada Example', 'Ben Sample'],
      category: 'cs.LG',
      crossLists: ['stat.ML'],
      day: '2026-02-13',
    });
    assert.equal(range.startLine, 6);
    assert.equal(nameRange.startLine, 11);
    assert.equal(read.digest.date?.value, '2026-02-13');
    assert.deepEqual(read.body(0), { fields: [], abstract: 'Where $a<b$ holds.' });
    read.assertRanges();
  });

  it('may be written without line breaks', () => {
    const text = rss(item('2602.01234'), item('2602.01235')).replaceAll('\n', ' ');
    const read = new ReadDocument('feed.xml', text);
    assert.deepEqual(
      read.entries.map((entry) => [entry.id, read.name(entry)]),
      [
        ['2602.01234', '2602.01234v2'],
        ['2602.01235', '2602.01235v2'],
      ],
    );
    assert.equal(read.body(1).abstract, 'Made up.');
  });

  it('may wrap texts in HTML and in CDATA', () => {
    const html = '<![CDATA[<p>Where <i>a</i>&nbsp;&lt; b.</p>\n<p>And more.</p>]]>';
    const read = new ReadDocument('feed.xml', rss(item('2602.01234', html)));
    assert.equal(read.body(0).abstract, 'Where a\u00a0< b.\nAnd more.');
  });

  it('are without entries on days without announcement', () => {
    const read = new ReadDocument('feed.xml', rss('<skipDays><day>Sunday</day></skipDays>'));
    assert.deepEqual(read.entries, []);
    assert.equal(read.digest.date?.value, '2026-02-13');
  });

  it('had titles with id and category in RSS 1.0', () => {
    const text = [
      '<?xml version="1.0"?>',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
      '<channel rdf:about="http://export.arxiv.org/rss/cs.LG">',
      '<link>http://export.arxiv.org/</link><dc:date>2023-01-03T20:30:00-05:00</dc:date></channel>',
      '<item rdf:about="http://arxiv.org/abs/2301.01234">',
      '<title>A Title (with More). (arXiv:2301.01234v3 [cs.LG] UPDATED)</title>',
      '<link>http://arxiv.org/abs/2301.01234</link>',
      '<description rdf:parseType="Literal">&lt;p&gt;Made up.&lt;/p&gt;</description>',
      '<dc:creator> &lt;a href="http://arxiv.org/a/e_a_1"&gt;Ada Example&lt;/a&gt;, &lt;a href="x"&gt;Ben&lt;/a&gt;</dc:creator>',
      '</item></rdf:RDF>',
    ].join('\n');
    const read = new ReadDocument('feed.rdf', text);
    const { title, category, authors, id } = read.entry(0);
    assert.deepEqual(
      [title, category, authors, id],
      ['A Title (with More)', 'cs.LG', ['Ada Example', 'Ben'], '2301.01234'],
    );
    assert.equal(read.digest.date?.value, '2023-01-03');
    assert.equal(read.body(0).abstract, 'Made up.');
    read.assertRanges();
  });

  it('keep what is whole when they are cut off or a closing tag is lost', () => {
    const text = rss(item('2602.01234'), item('2602.01235'), item('2602.01236'));
    const lost = new ReadDocument('feed.xml', text.replace('</item>', ''));
    assert.equal(lost.entries.length, 3);
    assert.deepEqual(
      lost.document.problems.map(({ kind, line, args }) => [kind, line, ...args]),
      [['entryCutOff', 6, '2602.01234']],
    );
    lost.assertRanges();
    assert.equal(lost.body(0).abstract, 'Made up.');
    const cut = new ReadDocument('feed.xml', text.slice(0, text.lastIndexOf('<dc:creator>')));
    assert.equal(cut.entries.length, 3);
    assert.deepEqual(
      cut.document.problems.map(({ kind }) => kind),
      ['entryCutOff'],
    );
    cut.assertRanges();
  });

  it('tell where a paper stands twice or an element names none', () => {
    const text = rss(item('2602.01234'), item('2602.01234'), item('nothing'));
    const read = new ReadDocument('feed.xml', text);
    assert.equal(read.entries.length, 2);
    assert.deepEqual(
      read.document.problems.map(({ kind, args }) => [kind, args[0]]),
      [
        ['duplicateEntry', '2602.01234'],
        ['entryCutOff', 'A < B & C'],
      ],
    );
  });

  it('replace no entity but the five of XML', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n';
    const text = rss(item('2602.01234', '&b;&amp;')).replace('<rss', `${bomb}<rss`);
    assert.equal(new ReadDocument('feed.xml', text).body(0).abstract, '&b;&');
  });

  it('are not those of others, whatever they link', () => {
    const other = rss(item('2602.01234')).replace('rss.arxiv.org/rss', 'blog.example.org');
    for (const text of [
      other,
      `# Notes\n\n\`\`\`xml\n${rss(item('2602.01234'))}\`\`\`\n`,
      '<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/</id><entry><id>http://arxiv.org/abs/2602.01234</id><title>x</title></entry></feed>',
      '<html><body><a href="https://arxiv.org/abs/2602.01234">A paper</a></body></html>',
    ]) {
      assert.equal(new ReadDocument('feed.xml', text).document.digest, undefined);
    }
  });
});
