import { beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { bibliographyAnswers } from '../../../src/worker/bibliographyAnswers.js';
import type { KeyWish } from '../../../src/worker/citationProtocol.js';
import { attention, paperOf } from '../citation/paperOf.js';

const muller = paperOf({ id: '2401.00001', title: 'Über Naïve Bayes', authors: ['Jörg Müller'] });
const liMing = paperOf({ id: '2402.00002', title: '推理', authors: ['李明'] });
const wish: KeyWish = { style: 'scholar', template: '', letters: 'asInStyle' };

describe('what the worker writes of papers', () => {
  let answers: ReturnType<typeof bibliographyAnswers>;

  beforeEach(() => {
    answers = bibliographyAnswers();
  });

  function set(uri: string, content: string): void {
    answers.setBibliography({ uri, path: uri, content });
  }

  function keysOf(
    papers: readonly CitedPaper[],
    wanted: Partial<KeyWish> = {},
    uris: readonly string[] = [],
    taken: readonly string[] = [],
  ): readonly string[] {
    const given = answers.newKeys({ uris, papers, wish: { ...wish, ...wanted }, taken });
    assert.ok('keys' in given);
    return given.keys;
  }

  describe('new keys', () => {
    it('follow the style of the setting, or arXiv’s where it names none', () => {
      assert.deepEqual(keysOf([attention]), ['vaswani2017attention']);
      assert.deepEqual(keysOf([attention], { style: 'jabref' }), ['Vaswani2017']);
      assert.deepEqual(keysOf([attention], { style: 'nonsense' }), ['vaswani2017attentionneed']);
      assert.deepEqual(keysOf([]), []);
    });

    it('follow the template of the setting', () => {
      const template = '{author}:{shortyear}';
      assert.deepEqual(keysOf([attention], { style: 'template', template }), ['vaswani:17']);
    });

    it('are none for a template that is wrong, but what is wrong with it', () => {
      const given = answers.newKeys({
        ...{ uris: [], papers: [attention], taken: [] },
        wish: { ...wish, style: 'template', template: '{nobody}' },
      });
      assert.ok('problem' in given);
      assert.equal(given.problem.kind, 'unknownPart');
      assert.equal(given.problem.at, 0);
    });

    it('are spelled in the letters of the setting', () => {
      const spelled = (letters: string) => keysOf([muller, liMing], { style: 'jabref', letters });
      assert.deepEqual(spelled('unicode'), ['Müller2024', '李明2024']);
      assert.deepEqual(spelled('unaccented'), ['Muller2024', '李明2024']);
      for (const key of spelled('latin')) assert.match(key, /^[A-Za-z0-9.]+$/);
      assert.deepEqual(spelled('nonsense'), spelled('asInStyle'));
    });

    it('are none that a bibliography has, whatever its case, nor one of those that are given', () => {
      set('a.bib', '@misc{Vaswani2017Attention, title={X}}');
      set('b.bib', '@misc{vaswani2017attentiona, title={X}}');
      set('other.bib', '@misc{vaswani2017attentionb, title={X}}');
      const key = (uris: readonly string[], taken: readonly string[] = []) =>
        keysOf([attention], {}, uris, taken)[0];
      assert.equal(key([]), 'vaswani2017attention');
      assert.equal(key(['b.bib']), 'vaswani2017attention');
      const first = key(['a.bib']);
      const second = key(['a.bib', 'b.bib']);
      const third = key(['a.bib', 'b.bib', 'other.bib']);
      const withGiven = key([], ['vaswani2017attention']);
      assert.equal(new Set([first, second, third].map((each) => each?.toLowerCase())).size, 3);
      for (const each of [first, second, third, withGiven]) {
        assert.match(each ?? '', /^vaswani2017attention[a-z]$/);
      }
    });

    it('differ from each other', () => {
      const keys = keysOf([attention, { ...attention, key: 'title:other' }, attention]);
      assert.equal(new Set(keys).size, 3);
      assert.equal(keys[0], 'vaswani2017attention');
    });
  });

  describe('a place for entries', () => {
    const place = (
      format: string,
      content: string | Buffer,
      cites = [{ key: 'k', paper: attention }],
    ) => answers.placeEntries({ format, content, cites, options: {} });

    it('is behind the last one, in the format, with the line ends of the file', () => {
      const bib = place('bibtex', '@misc{a}\r\n');
      assert.deepEqual([bib?.line, bib?.character], [1, 0]);
      assert.match(bib?.text ?? '', /^\r\n@misc\{k,\r\n[^]*\r\n\}\r\n$/);
      assert.match(
        place('hayagriva', 'a:\n  title: A\n')?.text ?? '',
        /^\nk:\n {2}type: article\n/,
      );
      const json = place('cslJson', '[{"id":"a"}]')?.text ?? '';
      assert.match(json, /^,\{"id":"k",/);
    });

    it('is found in a file as in an open document', () => {
      const text = '\uFEFF@misc{ä}\n';
      const file = place('bibtex', Buffer.from(text));
      assert.deepEqual(file, place('bibtex', text));
      assert.equal(file?.offset, '@misc{ä}\n'.length);
    });

    it('holds all of several entries', () => {
      const cites = [attention, muller].map((paper, at) => ({ key: `k${String(at)}`, paper }));
      const { text = '' } = place('bibtex', '', cites) ?? {};
      assert.match(text, /^@misc\{k0,[^]*\n\}\n\n@misc\{k1,[^]*\n\}\n$/);
    });

    it('follows the options', () => {
      const { text = '' } =
        answers.placeEntries({
          ...{ format: 'bibtex', content: '', cites: [{ key: 'k', paper: attention }] },
          options: { preset: 'biblatexOnline' },
        }) ?? {};
      assert.match(text, /^@online\{k,/);
    });

    it('is none where the format is only read, or the text is of another shape', () => {
      assert.equal(place('ris', 'TY  - GEN\nER  - \n'), undefined);
      assert.equal(place('nonsense', ''), undefined);
      assert.equal(place('cslJson', '{"a": 1}'), undefined);
    });
  });

  it('BibTeX entries stand apart by blank lines, in the preset of the setting', () => {
    const cites = [attention, muller].map((paper, at) => ({ key: `k${String(at)}`, paper }));
    const written = (options: Parameters<typeof answers.writeEntries>[0]['options']) =>
      answers.writeEntries({ cites, options });
    assert.match(written({}), /^@misc\{k0,\n[^]*\n\}\n\n@misc\{k1,\n[^]*\n\}$/);
    assert.match(written({ preset: 'article' }), /^@article\{k0,/);
    assert.equal(answers.writeEntries({ cites: [], options: {} }), '');
  });

  it('an export is a text with the extension of its file, or none for a format that there is not', () => {
    const cites = [{ key: 'k', paper: attention }];
    const ris = answers.exportPapers({ format: 'ris', cites, options: {} });
    assert.equal(ris?.extension, '.ris');
    assert.match(ris.text, /^TY {2}- UNPB\nID {2}- k\n/);
    assert.equal(answers.exportPapers({ format: 'word', cites, options: {} }), undefined);
  });

  it('a reference is in the style and markup that were asked for, one for each paper', () => {
    const references = (style: 'apa' | 'gbt7714', markup: 'text' | 'markdown') =>
      answers.formatReferences({
        ...{ style, papers: [attention, muller] },
        options: { markup, accessed: '2026-02-13' },
      });
    const [first, second, ...more] = references('apa', 'text');
    assert.match(
      first ?? '',
      /^Vaswani, A., Shazeer, N., & Parmar, N. \(2017\)\. Attention Is All/,
    );
    assert.match(second ?? '', /^Müller, J\. \(2024\)\./);
    assert.deepEqual(more, []);
    assert.match(references('apa', 'markdown')[0] ?? '', /\*Attention Is All You Need\*/);
    assert.match(references('gbt7714', 'text')[0] ?? '', /2026-02-13/);
  });
});
