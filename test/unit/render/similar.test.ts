import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { similarHtml } from '../../../src/core/render/similarHtml.js';
import { assertSafe, visibleText } from './safeHtml.js';

const labels = { heading: 'Similar Papers', shared: 'Both have:', search: 'Search for this' };

describe('the section of similar papers', () => {
  it('is a list of papers to open, with what is shared to search for', () => {
    const html = similarHtml(
      [
        { title: 'First', facts: 'A. One · 2026-02-13', shared: ['wombats', '袋熊'] },
        { title: 'Second', facts: '', shared: ['space'] },
      ],
      labels,
    );
    assert.equal(
      visibleText(html),
      'Similar PapersFirstA. One · 2026-02-13Both have: wombats, 袋熊SecondBoth have: space',
    );
    assert.match(html, /<button type="button" data-similar="1">Second</);
    assert.match(html, /data-term="0\.1"[^>]*>袋熊</);
  });

  it('is nothing without papers', () => {
    assert.equal(similarHtml([], labels), '');
  });

  it('is safe whatever titles and terms hold', () => {
    const foreign = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '"><script>',
        "' onclick='",
        '[a](command:x)',
      ),
    );
    fc.assert(
      fc.property(foreign, foreign, foreign, (title, facts, term) => {
        assertSafe(similarHtml([{ title, facts, shared: [term] }], labels));
      }),
    );
  });
});
