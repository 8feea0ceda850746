import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { readYaml, textSchema } from '../../../src/core/yamlDocument.js';
import { assertLinear } from '../support/cost.js';

const quiet = { prettyErrors: false, logLevel: 'silent' } as const;
const options = { schema: 'failsafe', uniqueKeys: false, ...quiet } as const;

describe('YAML', () => {
  for (const text of [
    'a: b\nc: [1, {d: 2}]\n',
    '---\na: 1\n---\nb: 2\n',
    '',
    '# only a comment\n',
    'a: "never closed\nb: c\n',
    'a: b: c\n',
    'a:\n\t- tab\n',
    '[a, b\n',
    '{\n\t"json": [\n\t\t1\n\t]\n}\n',
    'a: |\n  block: "of" \'text\'\n\n  and more\nb: &c d\ne: *c\n',
    '%YAML 1.1\n---\na: b\n...\nwhat comes behind\n',
  ]) {
    it(`is read as its library reads it: ${JSON.stringify(text)}`, () => {
      const expected = parseDocument(text, options);
      const { document, stoppedAt } = readYaml(text, textSchema);
      assert.equal(stoppedAt, undefined);
      assert.deepEqual(document?.toJS(), expected.toJS());
      assert.deepEqual(document?.contents?.range, expected.contents?.range);
      const faults = expected.errors.map(({ code, pos }) => [code, ...pos]);
      assert.deepEqual(
        document?.errors.map(({ code, pos }) => [code, ...pos]),
        faults,
      );
    });
  }

  for (const part of ['a: ', '? ', '- ', '{', '[', '&a ', '!a ', '"a" ', ']', '[@a]', '\t- a\n']) {
    it(`is left where it is nothing but signs: ${JSON.stringify(part)}`, () => {
      const many = `k: v\nx:\n${part.repeat(5000)}`;
      const { stoppedAt } = readYaml(many, textSchema);
      assert.ok(stoppedAt !== undefined && stoppedAt < 6000, String(stoppedAt));
      assertLinear(
        part,
        (length) => part.repeat(length / part.length),
        (text) => void readYaml(text, textSchema),
      );
    });
  }

  it('keeps what stands before that', () => {
    const { document } = readYaml(`k: v\nx: ${'['.repeat(5000)}`, textSchema);
    assert.equal((document?.toJS() as { k?: string }).k, 'v');
  });
});

describe('A bibliography in YAML', () => {
  const good = 'ada2024:\n  type: article\n  title: A Title\n';

  it('tells the line of an entry that is nothing but signs, and reads the others', () => {
    const text = `${good}bad:\n  type: article\n  title: ${'a: '.repeat(5000)}\n${good.replace('ada', 'bo')}`;
    const { entries, problems } = readBibliography('a.yml', text);
    assert.deepEqual(
      entries.map(({ key }) => key).filter((key) => key !== 'bad'),
      ['ada2024', 'bo2024'],
    );
    assert.deepEqual(problems, [{ kind: 'brokenEntry', line: 5, args: ['bad'] }]);
  });

  it('reads on behind members that are no entries, and behind many broken ones', () => {
    const others = 'setting: value\nempty:\n'.repeat(3000);
    const broken = 'x:\n\t- y\n'.repeat(900);
    const { entries } = readBibliography('a.yml', others + broken + good);
    assert.equal(entries.at(-1)?.title, 'A Title');
  });

  for (const part of ['a:\n\t- b\n', 'a:\n', '[@a]\n', '"a"\n', 'a: b: c\n', '`\n\n@']) {
    it(`is read in linear time: ${JSON.stringify(part)}`, () => {
      assertLinear(
        part,
        (length) => part.repeat(length / part.length),
        (text) => void readBibliography('a.yml', text),
      );
    });
  }
});

describe('a key in YAML', () => {
  it('is what documents can cite by, without the blanks around it', () => {
    const hayagriva = readBibliography('a.yml', '"  a1":\n  type: article\n  title: T\n').entries;
    assert.deepEqual(
      hayagriva.map(({ key, keyRange }) => [key, keyRange.startCharacter, keyRange.endCharacter]),
      [['a1', 3, 5]],
    );
    const csl = readBibliography('a.yaml', 'references:\n- id: " b2 "\n  title: T\n').entries;
    assert.deepEqual(
      csl.map(({ key }) => key),
      ['b2'],
    );
  });
});
