import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { HealthGroup } from '../../../src/core/health/finding.js';
import { createAnswers } from '../../../src/worker/answers.js';
import type { Content } from '../../../src/worker/protocol.js';
import { fixtureBytes, fixtureNames } from '../support/fixtures.js';

const latest = '2026-12';
const uri = 'file:///2026-01-02.md';

describe('the worker on the health of digests', () => {
  const answers = createAnswers('test', (line) => assert.fail(line));
  const checked = (content: Content, now = content): readonly HealthGroup[] => {
    const document = answers.index({ uri, path: '2026-01-02.md', content, latest });
    const { digest, problems } = document;
    return digest ? answers.checkDigest({ uri, digest, problems, content: now, latest }) : [];
  };

  it('tells the same of a file and of the editor that shows it', () => {
    const bytes = fixtureBytes('broken/failure-texts.md');
    const text = new TextDecoder().decode(bytes);
    const groups = checked(bytes);
    assert.deepEqual(
      groups.map(({ check, count }) => `${check} ${count}`),
      ['placeholderText 3', 'emptyField 1', 'missingAbstract 1'],
    );
    assert.deepEqual(checked(text), groups);
    assert.deepEqual(checked(text.replaceAll('\n', '\r\n')), groups);
    assert.deepEqual(checked(bytes, text), groups);
  });

  it('tells where a file could not be decoded', () => {
    const [group] = checked(fixtureBytes('broken/invalid-utf8.md'));
    assert.equal(group?.check, 'invalidUtf8');
    assert.equal(group.first[0]?.range.startLine, 29);
  });

  it('answers for every broken file, and for what has become of it', () => {
    for (const name of fixtureNames('broken')) {
      const bytes = fixtureBytes(`broken/${name}`);
      checked(bytes);
      checked(bytes, '');
      checked(bytes, bytes.slice(0, bytes.length / 2));
    }
  });
});
