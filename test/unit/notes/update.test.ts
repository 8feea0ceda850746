import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { findFrontMatter } from '../../../src/core/notes/frontMatter.js';
import { builtIn, facts, factsWith, newNote, updated, updateOf } from './facts.js';

const later = factsWith(
  { title: 'Attention: Is It Enough?', authors: ['A. Vaswani', 'N. Shazeer'] },
  { summary: 'No.', abstract: 'We ask.' },
);

const marks = ['<!-- preprint:begin summary -->', '<!-- preprint:end summary -->'] as const;

/** The person's lines of a front matter: none names a key of the template. */
const ownLine = fc.constantFrom(
  '# a comment: of mine',
  'status:   "read"   # yes',
  "rating: '5'",
  'aliases: [Transformer,  "the one" ]',
  'due: 2026-03-01',
  'nested:\n    deep: {a: 1}\n    # inside\n    list:\n    - x',
  'text: |\n  # no comment\n\n  two',
  '',
);
const ownText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\n\n', '---\n', '## Mine\n', '{title}', '<!-- note -->', '\t', '  \n'),
      fc.string({ maxLength: 20 }).filter((text) => !/[\r\n]/.test(text)),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join('').replaceAll('preprint:', ''));

const managedLines = {
  title: ['title: Attention Is All You Need', 'title: "Attention: Is It Enough?"'],
  authors: [
    'authors:\n  - Ashish Vaswani\n  - Noam Shazeer\n  - Niki Parmar',
    'authors:\n  - A. Vaswani\n  - N. Shazeer',
  ],
  year: ['year: 2017', 'year: 2017'],
  arxiv: ['arxiv: "1706.03762"', 'arxiv: "1706.03762"'],
  citekey: ['citekey: vaswani2017attentionneed', 'citekey: vaswani2017attentionneed'],
  category: ['category: cs.CL', 'category: cs.CL'],
} as const;

/** A note of which the person has written much, as it is before and after an update. */
const noteOfAPerson = fc
  .record({
    order: fc.shuffledSubarray(Object.keys(managedLines), { minLength: 6 }),
    own: fc.uniqueArray(ownLine, { selector: (line) => line.split(':')[0] ?? '' }),
    at: fc.array(fc.nat({ max: 6 }), { minLength: 8, maxLength: 8 }),
    before: ownText,
    after: ownText,
    eol: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    hasTags: fc.boolean(),
  })
  .map(({ order, own, at, before, after, eol, mark, hasTags }) => {
    const make = (which: 0 | 1): string => {
      const lines: string[] = order.map(
        (name) => managedLines[name as keyof typeof managedLines][which],
      );
      for (const [index, line] of own.entries()) lines.splice(at[index] ?? 0, 0, line);
      if (hasTags) lines.push('tags: [paper, mine]');
      const summary = which === 0 ? facts : later;
      const region = `**TL;DR (AI):** ${summary.summary}\n\n**Abstract:** ${summary.abstract}\n`;
      const text = `---\n${lines.join('\n')}\n---\n${before}\n${marks[0]}\n${region}${marks[1]}\n${after}`;
      return mark + text.replaceAll('\n', eol);
    };
    return { note: make(0), expected: make(1) };
  });

describe('Updating a literature note', () => {
  it('changes the managed region and the owned keys, and nothing else, byte for byte', () => {
    fc.assert(
      fc.property(noteOfAPerson, ({ note, expected }) => {
        assert.equal(updated(builtIn, later, note), expected);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(noteOfAPerson, ({ note }) => {
        const once = updated(builtIn, later, note);
        assert.deepEqual(updateOf(builtIn, later, once).edits, []);
      }),
      { numRuns: 100 },
    );
    assert.deepEqual(updateOf(builtIn, facts, newNote(builtIn)).edits, []);
  });

  it('changes nothing outside of front matter and regions, whatever the note is', () => {
    fc.assert(
      fc.property(ownText, fc.boolean(), (text, isFront) => {
        const note = isFront ? `---\n${text}\n---\n${text}` : text;
        const after = updated(builtIn, later, note);
        const block = findFrontMatter(note);
        if (block) assert.ok(after.endsWith(note.slice(block.end)));
        else assert.equal(after, note);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a value in other words for the same: an unquoted id, a flow list, single quotes', () => {
    const note =
      '---\ntitle: \'Attention Is All You Need\'\nauthors: [Ashish Vaswani, Noam Shazeer, Niki Parmar]\nyear: "2017"\narxiv: 1706.03762\ncitekey: vaswani2017attentionneed\ncategory: cs.CL\n---\n';
    assert.deepEqual(updateOf(builtIn, facts, note).edits, []);
  });

  it('adds a key that the note lacks, at the end', () => {
    const note = newNote(builtIn).replace('category: cs.CL\n', '');
    const answer = updateOf(builtIn, facts, note);
    assert.deepEqual(answer.changed, ['category']);
    assert.ok(updated(builtIn, facts, note).includes('tags: [paper]\ncategory: cs.CL\n---\n'));
  });

  it('keeps what the digests do not tell any more', () => {
    const { paper, key, digestLabel } = facts;
    assert.deepEqual(
      updateOf(builtIn, { paper: { ...paper, authors: [] }, key, digestLabel }, newNote(builtIn))
        .edits,
      [],
    );
  });

  it('adds to a list of items and takes nothing out of it', () => {
    const template = '---\ntags: [paper, "{category}"]\n---\n';
    const note = '---\ntags: [mine, paper, cs.CL]\n---\n';
    assert.equal(
      updated(template, factsWith({ category: 'cs.AI' }), note),
      '---\ntags: [mine, paper, cs.CL, cs.AI]\n---\n',
    );
  });

  for (const [what, value] of [
    ['a comment in its list', 'authors:\n  - A # the boss\n  - B'],
    ['a comment before it', 'authors: # ours\n  - A'],
    ['an anchor', 'authors: &a [A, B]\nothers: *a'],
  ] as const) {
    it(`leaves a value alone that holds ${what}, and says so`, () => {
      const note = `---\n${value}\ntitle: X\n---\n`;
      const answer = updateOf('---\ntitle: "{title}"\nauthors: "{authors}"\n---\n', facts, note);
      assert.deepEqual(answer.kept, [{ kind: 'key', name: 'authors' }]);
      assert.deepEqual(answer.changed, ['title']);
    });
  }

  it('keeps the comment behind a value', () => {
    assert.equal(
      updated('---\ntitle: "{title}"\n---\n', facts, '---\ntitle: X   # short\n---\n'),
      '---\ntitle: Attention Is All You Need   # short\n---\n',
    );
  });

  for (const yaml of ['title: [', 'title: a\ntitle: b', '- a list', '{title: a}', '\ttitle: a']) {
    it(`leaves a front matter alone that it cannot write: ${JSON.stringify(yaml)}`, () => {
      const note = `---\n${yaml}\n---\n${marks[0]}\n${marks[1]}\n`;
      const answer = updateOf(builtIn, facts, note);
      assert.deepEqual(answer.kept, [{ kind: 'frontMatter', name: '' }]);
      assert.deepEqual(answer.changed, ['summary']);
    });
  }

  it('leaves regions alone whose marks are not in pairs', () => {
    for (const body of [
      `${marks[0]}\nmine`,
      `mine\n${marks[1]}`,
      `${marks[0]}\na\n${marks[1]}\n${marks[0]}\nb\n${marks[1]}\n`,
      `${marks[0]}\n${marks[0]}\na\n${marks[1]}\n`,
    ]) {
      const answer = updateOf(builtIn, facts, body);
      assert.deepEqual(answer.edits, []);
      assert.deepEqual(answer.kept, [{ kind: 'region', name: 'summary' }]);
    }
  });

  it('reads back to what was to be written, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, author) => {
        const of = factsWith({ title, authors: [author, 'B'] });
        const wanted = newNote(builtIn, of);
        const after = updated(builtIn, of, newNote(builtIn));
        const values = (note: string): Record<string, unknown> => {
          const block = findFrontMatter(note);
          assert.ok(block);
          return parse(note.slice(block.start, block.end)) as Record<string, unknown>;
        };
        const { title: expected = facts.paper.title, ...others } = values(wanted);
        const { title: written, ...rest } = values(after);
        assert.equal(written, expected);
        assert.deepEqual(rest, others);
      }),
      { numRuns: 200 },
    );
  });
});
