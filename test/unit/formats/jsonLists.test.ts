import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

describe('Hugging Face’s daily papers', () => {
  it('have no date of their own when they are of several days', () => {
    const [first, second] = ['2025-08-05', '2025-08-06'].map((day) => ({
      paper: { id: '2508.02324', title: 'A', submittedOnDailyAt: `${day}T04:39:37.929Z` },
    }));
    const date = (list: unknown): unknown =>
      new ReadDocument('a.json', JSON.stringify(list)).digest.date;
    assert.deepEqual(date([first, first]), {
      value: '2025-08-05',
      precision: 'day',
      source: 'content',
    });
    assert.deepEqual(date([first, second]), {
      value: '2025-08',
      precision: 'month',
      source: 'newestId',
    });
  });
});
