import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { closeEditors, openAdded, openUntitled } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { linksIn } from './support/providers.js';
import { waitFor } from './support/waitFor.js';

describe('Links in a document', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  for (const [language, text, written, id] of [
    ['markdown', 'see arXiv:1706.03762v7 there', 'arXiv:1706.03762v7', '1706.03762v7'],
    ['latex', '\\footnote{arXiv:hep-th/9711200}', 'arXiv:hep-th/9711200', 'hep-th/9711200'],
    ['bibtex', '  eprint = {1503.03585},', 'eprint = {1503.03585', '1503.03585'],
    ['bibtex', '  doi = {10.48550/arXiv.1503.03585},', '10.48550/arXiv.1503.03585', '1503.03585'],
    ['python', '# doi:10.48550/arXiv.1503.03585', 'doi:10.48550/arXiv.1503.03585', '1503.03585'],
    ['plaintext', 'arXiv:math.DG/0211159', 'arXiv:math.DG/0211159', 'math/0211159'],
  ] as const) {
    it(`lead from ${written} in ${language} to arXiv`, async () => {
      const { document } = await openUntitled(text, language);
      assert.deepEqual(await linksIn(document), [[written, `https://arxiv.org/abs/${id}`]]);
    });
  }

  it('leave papers of the library to Go to Definition', async () => {
    const { document } = await openUntitled('arXiv:2602.10637, arXiv:1706.03762', 'markdown');
    assert.deepEqual(await linksIn(document), [
      ['arXiv:1706.03762', 'https://arxiv.org/abs/1706.03762'],
    ]);
  });

  it('leave alone the URLs that VS Code links itself', async () => {
    const urls = [
      'https://arxiv.org/abs/1706.03762',
      'http://arxiv.org/pdf/1706.03762v7.pdf',
      'https://doi.org/10.48550/arXiv.1706.03762',
      'https://huggingface.co/papers/1706.03762',
      'https://ar5iv.labs.arxiv.org/html/1706.03762',
      'https://example.org/search?q=arXiv:1706.03762',
      'https://example.org/doi/10.48550/arXiv.1706.03762',
    ];
    const { document } = await openUntitled(urls.join('\n'));
    assert.deepEqual(await linksIn(document), []);
  });

  it('follow the library: a link goes when a digest tells of the paper', async () => {
    const { document } = await openAdded('notes.md', 'arXiv:2601.91010\n');
    assert.equal((await linksIn(document)).length, 1);
    addFile('2026-01-05.md', digestText({ id: '2601.91010' }));
    await waitFor(async () => (await linksIn(document)).length === 0, 'the link to go');
  });
});
