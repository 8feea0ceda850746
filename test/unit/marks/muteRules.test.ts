import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { muteRules, type MuteLists } from '../../../src/core/marks/muteRules.js';

const nothing: MuteLists = { keywords: [], authors: [], categories: [] };

function reasonOf(
  lists: Partial<MuteLists>,
  title: string,
  authors = ['Ada Example'],
  category?: string,
) {
  const rules = muteRules({ ...nothing, ...lists });
  const reason = rules?.({ title, authors, ...(category !== undefined && { category }) });
  return reason && 'word' in reason ? `${reason.kind} ${reason.word}` : undefined;
}

describe('Mute lists', () => {
  it('that mute nothing are no rules', () => {
    assert.equal(muteRules(nothing), undefined);
    assert.equal(muteRules({ keywords: [' ', '?'], authors: [''], categories: ['  '] }), undefined);
  });

  it('mute titles by whole words and phrases, whatever their case and punctuation', () => {
    const lists = { keywords: ['LLM agents', 'crypto'] };
    assert.equal(reasonOf(lists, 'On LLM-Agents at Work'), 'keyword LLM agents');
    assert.equal(reasonOf(lists, 'Crypto: A Survey'), 'keyword crypto');
    assert.equal(reasonOf(lists, 'Post-Quantum Cryptography'), undefined);
    assert.equal(reasonOf(lists, 'Agents of LLM'), undefined);
  });

  it('mute titles in scripts without spaces by what they hold', () => {
    assert.equal(reasonOf({ keywords: ['语言模型'] }, '大型语言模型综述'), 'keyword 语言模型');
  });

  it('mute whole names, whatever their accents', () => {
    const lists = { authors: ['Jose Garcia'] };
    assert.equal(reasonOf(lists, 'T', ['Ben Sample', 'José García']), 'author Jose Garcia');
    assert.equal(reasonOf(lists, 'T', ['Jose Garcia Lopez']), undefined);
  });

  it('mute categories and whole archives', () => {
    const lists = { categories: ['cs.CV', 'math.*', 'hep-th'] };
    assert.equal(reasonOf(lists, 'T', [], 'cs.CV'), 'category cs.CV');
    assert.equal(reasonOf(lists, 'T', [], 'math.AG'), 'category math.*');
    assert.equal(reasonOf(lists, 'T', [], 'hep-th'), 'category hep-th');
    assert.equal(reasonOf(lists, 'T', [], 'cs.LG'), undefined);
    assert.equal(reasonOf(lists, 'T'), undefined);
  });
});
