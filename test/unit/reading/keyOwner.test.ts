import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readingKeys } from '../../../src/core/reading/readingKeys.js';
import {
  scrollsByItself,
  staysInPage,
  type FocusPlace,
} from '../../../src/digestReader/keyOwner.js';

const plain = { ctrlKey: false, altKey: false, metaKey: false };
const places: readonly FocusPlace[] = ['list', 'paper', 'text', 'choice', 'button', 'dialog'];

/** The character that a key of the reader types. */
const typed = readingKeys
  .flatMap(({ keys }): readonly string[] => keys)
  .map((key) => ({ space: ' ', 'shift+space': ' ', 'shift+/': '?' })[key] ?? key);

describe('A key in the page of a list', () => {
  it('means a command in the list and in the paper', () => {
    for (const key of typed) {
      assert.equal(staysInPage({ key, ...plain }, 'list'), false, key);
      assert.equal(staysInPage({ key, ...plain }, 'paper'), false, key);
    }
  });

  it('is a letter like any other in a field, in a choice and in the dialog', () => {
    for (const key of typed) {
      for (const place of ['text', 'choice', 'dialog'] as const) {
        assert.equal(staysInPage({ key, ...plain }, place), true, `${key} in ${place}`);
      }
    }
  });

  it('presses a button, whose letters are commands', () => {
    assert.equal(staysInPage({ key: ' ', ...plain }, 'button'), true);
    assert.equal(staysInPage({ key: 'Enter', ...plain }, 'button'), true);
    assert.equal(staysInPage({ key: 's', ...plain }, 'button'), false);
  });

  it('is VS Code’s own everywhere with Ctrl, Alt or Meta, and so are function keys', () => {
    for (const place of places) {
      for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
        assert.equal(staysInPage({ key: 's', ...plain, [held]: true }, place), false);
      }
      assert.equal(staysInPage({ key: 'F1', ...plain }, place), false);
      assert.equal(staysInPage({ key: 'Tab', ...plain }, place), false);
    }
  });

  it('does not scroll by the space bar what a command scrolls, and presses buttons by it', () => {
    assert.deepEqual(
      places.filter((place) => scrollsByItself({ key: ' ', ...plain }, place)),
      ['list', 'paper'],
    );
  });
});
