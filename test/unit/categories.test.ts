import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  archiveName,
  archiveNames,
  archiveOf,
  canonicalCategory,
  categoryName,
  categoryNames,
  isArxivCategory,
  oldArchives,
} from '../../src/core/categories.js';

describe('categories', () => {
  it('name a category as arXiv does', () => {
    const names: Readonly<Record<string, string>> = {
      'cs.LG': 'Machine Learning',
      'stat.ML': 'Machine Learning',
      'cs.CL': 'Computation and Language',
      'cs.CE': 'Computational Engineering, Finance, and Science',
      'cs.GT': 'Computer Science and Game Theory',
      'cs.OH': 'Other Computer Science',
      'cond-mat.dis-nn': 'Disordered Systems and Neural Networks',
      'cond-mat.mes-hall': 'Mesoscale and Nanoscale Physics',
      'physics.chem-ph': 'Chemical Physics',
      'physics.data-an': 'Data Analysis, Statistics and Probability',
      'astro-ph.CO': 'Cosmology and Nongalactic Astrophysics',
      'math.CA': 'Classical Analysis and ODEs',
      'math.KT': 'K-Theory and Homology',
      'nlin.AO': 'Adaptation and Self-Organizing Systems',
      'q-fin.TR': 'Trading and Market Microstructure',
      'q-fin.EC': 'Economics',
      'econ.GN': 'General Economics',
      'hep-lat': 'High Energy Physics - Lattice',
      'quant-ph': 'Quantum Physics',
    };
    for (const [id, name] of Object.entries(names)) assert.equal(categoryName(id), name, id);
  });

  it('name an archive, also one that ended long ago', () => {
    assert.equal(archiveName('cs'), 'Computer Science');
    assert.equal(archiveName('eess'), 'Electrical Engineering and Systems Science');
    assert.equal(archiveName('cmp-lg'), 'Computation and Language');
    assert.equal(categoryName('gr-qc'), archiveName('gr-qc'));
    assert.equal(categoryName('math'), 'Mathematics');
    assert.equal(archiveName('cs.LG'), undefined);
  });

  it('hold the 155 categories in use and give each of them a named archive', () => {
    assert.equal(categoryNames.size, 155);
    for (const [id, name] of categoryNames) {
      const archive = archiveOf(id);
      assert.ok(archive !== undefined && archiveNames.has(archive), id);
      assert.match(name, /^[A-Z][A-Za-z ,-]+[A-Za-z]$/, id);
    }
  });

  it('have no two categories of one archive under one name', () => {
    const seen = new Set<string>();
    for (const [id, name] of categoryNames) {
      const within = `${archiveOf(id) ?? ''}: ${name}`;
      assert.ok(!seen.has(within), within);
      seen.add(within);
    }
  });

  it("know the archive of a category and of arXiv's next one, and none for free text", () => {
    assert.equal(archiveOf('cs.LG'), 'cs');
    assert.equal(archiveOf('cond-mat.mtrl-sci'), 'cond-mat');
    assert.equal(archiveOf('hep-th'), 'hep-th');
    assert.equal(archiveOf('cs.ZZ'), 'cs');
    assert.equal(archiveOf('physics.new-ph'), 'physics');
    assert.equal(archiveOf('geo-sci.AB'), 'geo-sci');
  });

  it('tell free text from a category', () => {
    const free = [
      '',
      'Other',
      'robotics',
      'node.js',
      'cs.',
      '.LG',
      'cs.LGX',
      'cs.LG ',
      'MLIPs & equivariant NNs',
      '随机微分方程识别',
      'I.2.7',
      'constructor',
      'toString',
      'physics.',
      '68T50',
    ];
    for (const text of free) {
      assert.equal(isArxivCategory(text), false, text);
      assert.equal(categoryName(text), undefined, text);
      assert.equal(archiveOf(text), undefined, text);
    }
  });

  it('fold two names of one category, and an ended archive into its successor', () => {
    assert.equal(canonicalCategory('math.MP'), 'math-ph');
    assert.equal(canonicalCategory('cs.SY'), 'eess.SY');
    assert.equal(canonicalCategory('cmp-lg'), 'cs.CL');
    assert.equal(canonicalCategory('bayes-an'), 'physics.data-an');
    assert.equal(canonicalCategory('cs.LG'), 'cs.LG');
    assert.equal(canonicalCategory('Other'), 'Other');
  });

  it('fold only into categories that are in use and canonical themselves', () => {
    for (const id of [...categoryNames.keys(), ...archiveNames.keys()]) {
      const target = canonicalCategory(id);
      if (target !== id) assert.ok(categoryNames.has(target), `${id} -> ${target}`);
      assert.equal(canonicalCategory(target), target);
    }
  });

  it('list the archives of old-style ids', () => {
    for (const archive of ['hep-th', 'math', 'cs', 'cmp-lg', 'solv-int', 'q-bio', 'supr-con']) {
      assert.ok(oldArchives.has(archive), archive);
    }
    for (const word of ['econ', 'eess', 'and', 'math.GT', 'test']) {
      assert.ok(!oldArchives.has(word), word);
    }
    // 18 archives that live on and 18 that ended: the list in digest-formats.md 4.
    assert.equal(oldArchives.size, 36);
  });
});
