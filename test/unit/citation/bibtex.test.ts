import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  bibtexEntry,
  entryPresetNames,
  type EntryPreset,
} from '../../../src/core/citation/bibtex.js';
import { isBalanced } from '../../../src/core/citation/texTokens.js';
import { attention, paperOf } from './paperOf.js';

describe('a BibTeX entry', () => {
  it('is the classic arXiv entry by default', () => {
    assert.equal(
      bibtexEntry(attention, 'vaswani2017attention'),
      `@misc{vaswani2017attention,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki},
  year = {2017},
  eprint = {1706.03762},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/1706.03762}
}`,
    );
  });

  it('is an online entry for biblatex', () => {
    const paper = { ...attention, title: 'Über LLMs', doi: '10.1000/182' };
    assert.equal(
      bibtexEntry(paper, 'k', { preset: 'biblatexOnline', nameOrder: 'firstLast' }),
      `@online{k,
  title = {Über {LLMs}},
  author = {Ashish Vaswani and Noam Shazeer and Niki Parmar},
  date = {2017},
  eprint = {1706.03762},
  eprinttype = {arXiv},
  eprintclass = {cs.CL},
  pubstate = {prepublished},
  doi = {10.1000/182},
  url = {https://arxiv.org/abs/1706.03762}
}`,
    );
  });

  it('is an article as Google Scholar has it', () => {
    assert.equal(
      bibtexEntry(attention, 'k', { preset: 'article' }),
      `@article{k,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki},
  journal = {arXiv preprint arXiv:1706.03762},
  year = {2017},
  url = {https://arxiv.org/abs/1706.03762}
}`,
    );
  });

  it('is an article of CoRR as DBLP has it', () => {
    assert.equal(
      bibtexEntry(attention, 'DBLP:journals/corr/abs-1706-03762', { preset: 'dblp' }),
      `@article{DBLP:journals/corr/abs-1706-03762,
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki},
  title = {Attention Is All You Need},
  journal = {CoRR},
  volume = {abs/1706.03762},
  year = {2017},
  url = {https://arxiv.org/abs/1706.03762},
  doi = {10.48550/arXiv.1706.03762},
  eprinttype = {arXiv},
  eprint = {1706.03762}
}`,
    );
    const old = bibtexEntry(paperOf({ id: 'cs/0102003' }), 'k', { preset: 'dblp' });
    assert.match(old, /volume = \{cs\/0102003\}/);
  });

  it('has note, keywords, abstract and arXiv DOI on request, with every preset', () => {
    const paper = { ...attention, version: 2, abstract: 'We gain 5% on\n  $x_1$ & more.' };
    const all = { arxivDoi: true, abstract: true, keywords: true, note: true, keepVersion: true };
    for (const preset of entryPresetNames) {
      const entry = bibtexEntry(paper, 'k', { preset, ...all });
      assert.match(entry, /^ {2}doi = \{10\.48550\/arXiv\.1706\.03762\}/m);
      const end = `,
  note = {arXiv:1706.03762v2 [cs.CL]},
  keywords = {cs.CL},
  abstract = {We gain 5\\% on $x_1$ \\& more.}
}`;
      assert.ok(entry.endsWith(end), entry);
      assert.doesNotMatch(bibtexEntry(paper, 'k', { preset }), /note|keywords|abstract/);
    }
  });

  it('has the DOI of a publisher rather than that of arXiv', () => {
    const paper = { ...attention, doi: '10.1000/182' };
    assert.match(bibtexEntry(paper, 'k', { arxivDoi: true }), /doi = \{10\.1000\/182\}/);
    assert.match(bibtexEntry(paper, 'k', { preset: 'dblp' }), /doi = \{10\.1000\/182\}/);
    assert.doesNotMatch(bibtexEntry(paperOf({ title: 'T' }), 'k', { arxivDoi: true }), /doi/);
  });

  it('has accents as TeX or as Unicode, as set', () => {
    const paper = paperOf({ id: '2401.00001', title: 'Über uns', authors: ['Ana Müller'] });
    const entry = (preset: EntryPreset, accents: 'tex' | 'unicode') =>
      bibtexEntry(paper, 'k', { preset, accents });
    assert.match(entry('arxivMisc', 'unicode'), /Über uns[^]*Müller/);
    assert.match(entry('biblatexOnline', 'tex'), /\{\\"U\}ber uns[^]*M\{\\"u\}ller/);
  });

  it('names all of hundreds of authors, teams and particles among them', () => {
    const authors = Array.from({ length: 570 }, (_, at) => `Ada Nr${String(at)}`);
    const paper = paperOf({
      id: '2401.00001',
      authors: [...authors, 'Qwen Team', 'Aäron van den Oord', 'Martin King Jr.', 'Li and Son'],
    });
    const line = /^ {2}author = \{(.*)\},$/m.exec(bibtexEntry(paper, 'k'))?.[1] ?? '';
    const names = line.replace('{Li and Son}', '{}').split(' and ');
    assert.equal(names.length, 574);
    assert.equal(names[0], 'Nr0, Ada');
    assert.deepEqual(names.slice(570), [
      '{Qwen Team}',
      'van den Oord, A{\\"a}ron',
      'King, Jr., Martin',
      '{}',
    ]);
  });

  it('names the version on request, in eprint and url', () => {
    const paper = { ...attention, version: 7 };
    assert.doesNotMatch(bibtexEntry(paper, 'k'), /v7/);
    const entry = bibtexEntry(paper, 'k', { keepVersion: true });
    assert.match(entry, /eprint = \{1706\.03762v7\}/);
    assert.match(entry, /url = \{https:\/\/arxiv\.org\/abs\/1706\.03762v7\}/);
    assert.doesNotMatch(bibtexEntry(attention, 'k', { keepVersion: true }), /03762v/);
  });

  it('has a comma after its last field only on request', () => {
    assert.match(bibtexEntry(attention, 'k', { trailingComma: true }), /\},\n\}$/);
    assert.equal(bibtexEntry(paperOf({}), 'k', { trailingComma: true }), '@misc{k\n}');
  });

  it('holds an old-style id', () => {
    const entry = bibtexEntry(paperOf({ id: 'hep-th/9901001', category: 'hep-th' }), 'k');
    assert.match(entry, /year = \{1999\}/);
    assert.match(entry, /eprint = \{hep-th\/9901001\}/);
    assert.match(entry, /primaryClass = \{hep-th\}/);
  });

  for (const category of ['machine-learning', 'LLM Agents', 'cs', '多模态', 'Computer Vision']) {
    it(`${category === 'cs' ? 'holds' : 'leaves out'} the category ${category}`, () => {
      const entry = bibtexEntry(paperOf({ id: '2401.00001', category }), 'k');
      assert.equal(entry.includes('primaryClass'), category === 'cs');
    });
  }

  it('invents nothing for a paper that only has a title', () => {
    for (const preset of entryPresetNames) {
      const paper = paperOf({ title: 'First Proof', category: 'cs.AI', version: 2 });
      assert.equal(bibtexEntry(paper, 'k', { preset }), '@misc{k,\n  title = {First Proof}\n}');
    }
  });

  it('holds the year of the digest and the DOI of a paper that is not on arXiv', () => {
    const paper = paperOf({
      title: 'Ours',
      authors: ['A. Smith', 'et al.'],
      doi: 'https://doi.org/10.5683/sp3/x_y',
      year: 2026,
    });
    assert.equal(
      bibtexEntry(paper, 'k'),
      `@misc{k,
  title = {Ours},
  author = {Smith, A. and others},
  year = {2026},
  doi = {10.5683/sp3/x_y}
}`,
    );
  });

  it('has balanced braces and each field once, whatever title and authors hold', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'aB {}\\$%&,"@=\n\u0301é李'.split(''), ' and ', '\\{', '$x$'),
      maxLength: 25,
    });
    fc.assert(
      fc.property(
        nasty,
        fc.array(nasty, { maxLength: 4 }),
        fc.constantFrom(...entryPresetNames),
        fc.constantFrom('lastFirst' as const, 'firstLast' as const),
        (title, authors, preset, nameOrder) => {
          const paper = paperOf({ id: '2401.00001', title, authors, doi: title });
          const entry = bibtexEntry(paper, 'k', { preset, nameOrder });
          assert.ok(isBalanced(entry), entry);
          const fields = entry.split('\n').slice(1, -1);
          for (const field of fields) assert.match(field, /^ {2}[a-zA-Z]+ = \{.+\},?$/u);
          const names = fields.map((field) => field.trim().split(' ')[0]);
          assert.equal(new Set(names).size, names.length);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
