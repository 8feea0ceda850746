import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/registry.js';

/** The id that the only entry of a bibliography is for, with the kind of its source. */
function idOf(path: string, text: string): string | undefined {
  const { entries } = readBibliography(path, text);
  assert.equal(entries.length, 1, text);
  const [entry] = entries;
  return entry?.arxivId === undefined ? undefined : `${entry.arxivId} ${entry.idSource ?? ''}`;
}

describe('the paper of an entry', () => {
  const fields: Readonly<Record<string, string | undefined>> = {
    'eprint = {2401.00001}': '2401.00001 eprint',
    'arxivId = {2401.00001}': '2401.00001 eprint',
    'arxiv_id = {2401.00001v2}': '2401.00001 eprint',
    'eid = {arXiv:2401.00001}': '2401.00001 text',
    'pages = {arXiv:2401.00001}': '2401.00001 text',
    'annote = {arXiv:2401.00001 [cs.CL]}': '2401.00001 text',
    'pdf = {https://arxiv.org/pdf/2401.00001}': '2401.00001 url',
    'link = {https://arxiv.org/abs/2401.00001}': '2401.00001 url',
    'volume = {abs/1412.6980}': '1412.6980 text',
    'journal = {CoRR}, volume = {cs.CL/0205028}': 'cs/0205028 text',
    'journal = {Physica}, volume = {cs.CL/0205028}': undefined,
    'pages = {2401--2410}': undefined,
    'pages = {2401.00001}': undefined,
  };
  for (const [field, expected] of Object.entries(fields)) {
    it(`is told by ${field}`, () => assert.equal(idOf('a.bib', `@article{a, ${field}}`), expected));
  }

  it('is told by archive_location in CSL-JSON', () => {
    const item = [{ id: 'a', type: 'article', archive_location: 'arXiv:2401.00001' }];
    assert.equal(idOf('a.json', JSON.stringify(item)), '2401.00001 text');
  });
});
