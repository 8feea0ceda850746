import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readRecipes } from '../../../../src/core/formats/own/readRecipes.js';
import { labList } from './labList.js';

const entry = '^## (?<title>.+)$';

/** `lab list › entry: syntax`. */
function faults(value: unknown): string[] {
  return readRecipes(value).problems.map(({ path, fault }) => `${path.join(' › ')}: ${fault.kind}`);
}

describe('the setting of own formats', () => {
  it('gives each format with its patterns, in its order', () => {
    const { recipes, problems } = readRecipes({ 'lab list': labList, b: { file: '*.md', entry } });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      recipes.map(({ name }) => name),
      ['lab list', 'b'],
    );
    assert.deepEqual(recipes[0]?.fields, Object.entries(labList.fields));
    assert.deepEqual(recipes[1], { name: 'b', patterns: { entry }, fields: [] });
  });

  const bad: readonly (readonly [value: unknown, fault: string])[] = [
    [[], ': notAnObject'],
    [{ a: 'x' }, 'a: notAnObject'],
    [{ a: {} }, 'a: noEntry'],
    [{ a: { entry: 1 } }, 'a › entry: notAText'],
    [{ a: { entry: '^## (?<title>.+' } }, 'a › entry: syntax'],
    [{ a: { entry: '^(?=##)(?<title>.+)' } }, 'a › entry: lookAround'],
    [{ a: { entry: '^(?<!x)(?<title>.+)' } }, 'a › entry: lookAround'],
    [{ a: { entry: '^(#)(?<title>.+)\\1' } }, 'a › entry: backReference'],
    [{ a: { entry: '^(?<title>.+)(?:a?){900}' } }, 'a › entry: tooLarge'],
    [{ a: { entry: '^## .+' } }, 'a › entry: noTitle'],
    [{ a: { entry: '(?<title>.*)' } }, 'a › entry: matchesAll'],
    [{ a: { entry: '^(?<title>.+) (?<ID>.+)' } }, 'a › entry: unknownGroup'],
    [{ a: { entry, section: '^# (?<area>.+)' } }, 'a › section: unknownGroup'],
    [{ a: { entry, abstrct: '^Abstract:' } }, 'a: unknownKey'],
    [{ a: { entry, file: ['*.md'] } }, 'a › file: notAText'],
    [{ a: { entry, fields: ['^Gist:'] } }, 'a › fields: notAnObject'],
    [{ a: { entry, fields: { Gist: '(' } } }, 'a › fields › Gist: syntax'],
    [Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`f${at}`, { entry }])), ': tooMany'],
  ];
  for (const [value, fault] of bad) {
    it(`names the key in which it is wrong: ${fault}`, () =>
      assert.deepEqual(faults(value), [fault]));
  }

  it('leaves out a format with a fault, and keeps the others', () => {
    const { recipes } = readRecipes({ a: { entry: '(' }, b: { entry } });
    assert.deepEqual(
      recipes.map(({ name }) => name),
      ['b'],
    );
  });

  it('takes patterns as JavaScript writes them', () => {
    const patterns = [
      '^第[\\u4e00-\\u9fff]+(?<title>.+)',
      '^(?<title>\\p{L}+)\\/x',
      '(?i)^b (?<title>.+)',
    ];
    for (const one of patterns) assert.deepEqual(faults({ a: { entry: one } }), [], one);
  });
});
