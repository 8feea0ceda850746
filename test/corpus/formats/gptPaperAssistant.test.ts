import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { readSiblings, siblings } from '../support/siblings.js';

const folder = 'gpt_paper_assistant';

describe('a digest of gpt_paper_assistant', () => {
  const read = readSiblings(folder);

  it('gives the papers of all its ages, in Markdown and as a page', () =>
    assertGolden('gptPaperAssistant', read));

  it('gives as many papers as it has marks of one, each with its own id below its title', () => {
    for (const [index, { name, text }] of siblings(folder).entries()) {
      const marks = name.endsWith('.html')
        ? [...text.matchAll(/<span>Paper \d+ \/ arXiv:(\d{4}\.\d{5})<\/span>/g)]
        : [...text.matchAll(/^\*\*ArXiv ID:\*\* (\d{4}\.\d{5})$/gm)];
      const ids = read[index]?.[1].entries.map(({ id }) => id);
      assert.deepEqual(
        ids,
        marks.map(([, id]) => id),
        name,
      );
    }
  });

  it('agrees with the table of contents, which repeats titles and authors', () => {
    for (const [index, { name, text }] of siblings(folder).entries()) {
      if (!name.endsWith('.md')) continue;
      const promised = [...text.matchAll(/^\d+\. \[(.*)\]\(#link\d+\)\n\*\*Authors:\*\* (.*)$/gm)];
      assert.deepEqual(
        read[index]?.[1].entries.map(({ title, authors }) => [title, authors.join(', ')]),
        promised.map(([, title, authors]) => [title, authors]),
        name,
      );
    }
  });

  it('has ranges that hold the entry and select its id, and nothing that cannot be read', () => {
    for (const [, document] of read) {
      document.assertRanges();
      assert.deepEqual(document.document.problems, []);
      assert.ok(document.entries.every(({ authors }) => authors.length > 0));
    }
  });

  it('tells abstract, scores and reason of every entry', () => {
    for (const [name, document] of read) {
      const reason = name.endsWith('.html') ? 'Why selected' : 'Comment';
      assert.deepEqual(document.digest.labels, [reason, 'Relevance', 'Novelty']);
      for (const number of document.entries.keys()) {
        const { abstract = '', fields, comment } = document.body(number);
        assert.ok(abstract.length > 200 && !abstract.includes('</p>'), name);
        assert.deepEqual(
          fields.map(({ label }) => label),
          [reason, 'Relevance', 'Novelty'],
        );
        for (const { text } of fields.slice(1)) assert.match(text, /^(?:[1-9]|10)$/);
        // The model's words are not the authors' comment.
        assert.equal(comment, undefined);
      }
    }
  });

  it('that is cut off keeps what there is', () => {
    const [, page] = read[0] ?? [];
    assert.ok(page);
    const text = page.lines.text;
    const cut = new ReadDocument('cut.html', text.slice(0, text.indexOf('id="link5"') + 900));
    assert.deepEqual(
      cut.document.problems.map(({ kind }) => kind),
      ['entryCutOff'],
    );
    cut.assertRanges();
  });
});
