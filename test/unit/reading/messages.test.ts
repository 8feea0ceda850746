import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asListSpec, listName, type ListSpec } from '../../../src/core/reading/listSpec.js';
import { asFromPage, asPageState, asToPage } from '../../../src/digestReader/messages.js';
import type { FromPage, ToPage } from '../../../src/digestReader/protocol.js';

const key = 'arxiv:2601.00001';

const fromPage: readonly FromPage[] = [
  { type: 'ready' },
  { type: 'moved', order: 1 },
  { type: 'focus', focused: true },
  { type: 'show', key, html: true, next: [key] },
  { type: 'seen', keys: [key], how: 'opened' },
  { type: 'find', text: 'x' },
  { type: 'action', action: 'openPdf', key },
  { type: 'openOccurrence', key, index: 0 },
  { type: 'openNote', key, index: 0 },
  { type: 'chooseText', key, index: -1 },
  { type: 'searchAuthor', key, index: 1 },
  { type: 'openSimilar', key, index: 1 },
  { type: 'searchShared', key, index: 1, term: 0 },
  { type: 'openLink', url: 'https://arxiv.org' },
  { type: 'star', key },
  { type: 'changeKeys' },
  { type: 'openAsText' },
];

const mark = { progress: 'new', starred: false, muted: false } as const;
const row = { key, title: 't', authors: 'a', category: '' } as const;
const toPage: readonly ToPage[] = [
  { type: 'rows', list: 1, rows: [row], marks: [mark], isLast: true },
  { type: 'marks', marks: [[key, mark]] },
  { type: 'paper', key, html: '<p>' },
  { type: 'similar', key, html: '' },
  { type: 'stale', keys: [key] },
  { type: 'move', move: 'next', order: 1 },
  { type: 'found', text: 'x', keys: [] },
];

function without(message: object, name: string): object {
  return Object.fromEntries(Object.entries(message).filter(([each]) => each !== name));
}

describe('What the page of a list asks for', () => {
  for (const message of fromPage) {
    it(`is heard when it is whole: ${message.type}`, () => {
      assert.equal(asFromPage(message), message);
      for (const name of Object.keys(message)) {
        assert.equal(asFromPage(without(message, name)), undefined, `without ${name}`);
        assert.equal(asFromPage({ ...message, [name]: {} }), undefined, `with another ${name}`);
      }
    });
  }

  it('is not heard when it is forged', () => {
    for (const message of [
      { type: 'constructor' },
      { type: '__proto__' },
      { type: 'action', action: 'workbench.action.quit', key },
      { type: 'action', action: 'toString', key },
      { type: 'openLink', url: 'command:workbench.action.quit' },
      { type: 'openLink', url: 'file:///etc/passwd' },
      { type: 'openLink', url: 'javascript:alert(1)' },
      { type: 'openOccurrence', key: '../../etc/passwd', index: 0 },
      { type: 'openOccurrence', key, index: 0.5 },
      { type: 'show', key, html: true, next: Array.from({ length: 1000 }, () => key) },
      { type: 'find', text: 'x'.repeat(100_000) },
      { type: 'seen', keys: [key], how: 'read' },
    ]) {
      assert.equal(asFromPage(message), undefined, JSON.stringify(message).slice(0, 80));
    }
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        asFromPage(data);
        asToPage(data);
        asPageState(data);
      }),
    );
  });
});

describe('What the page of a list is told', () => {
  for (const message of toPage) {
    it(`is heard when it is whole: ${message.type}`, () => {
      assert.equal(asToPage(message), message);
      for (const name of Object.keys(message)) {
        assert.equal(asToPage(without(message, name)), undefined, `without ${name}`);
      }
    });
  }
});

describe('The list that a page keeps', () => {
  const specs: readonly ListSpec[] = [
    { kind: 'digest', uri: 'file:///a.md' },
    { kind: 'archive', archive: 'cs' },
    { kind: 'category', category: 'cs.LG' },
    { kind: 'category', category: 'cs.LG', day: '2026-02-13' },
    { kind: 'month', month: '2026-02' },
    { kind: 'day', day: '2026-02-13' },
    { kind: 'search', query: 'x' },
    { kind: 'starred' },
    { kind: 'unread' },
    { kind: 'tag', tag: 'x' },
    { kind: 'papers', title: 'x', keys: [key] },
    { kind: 'papers', title: 'x', keys: [key, 'title:y'] },
  ];

  it('is known again, each by a name of its own', () => {
    for (const spec of specs) assert.deepEqual(asListSpec(structuredClone(spec)), spec);
    assert.equal(new Set(specs.map(listName)).size, specs.length);
  });

  it('is dropped when it is none', () => {
    for (const spec of [
      null,
      'digest',
      { kind: 'digest' },
      { kind: 'toString' },
      { kind: 'category', category: 'x', day: 1 },
      { kind: 'papers', title: 'x', keys: ['no key'] },
    ]) {
      assert.equal(asListSpec(spec), undefined);
    }
    const state = { spec: specs[0], listTop: 0, paperTop: 0, view: 'list' };
    assert.equal(asPageState(state), state);
    assert.equal(asPageState({ ...state, view: 'x' }), undefined);
    assert.equal(asPageState({ ...state, listTop: NaN }), undefined);
  });
});
