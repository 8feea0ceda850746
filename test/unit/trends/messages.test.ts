import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { asFromTrends, asTrendsState, firstState } from '../../../src/trends/trendsMessages.js';

const picture = (inside: string): unknown => ({
  type: 'savePicture',
  chart: 'papers',
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`,
});

describe('what the page of the trends may ask of the host', () => {
  it('is a choice, a bar, a table or a picture of a chart that there is', () => {
    const asked = [
      { type: 'ready' },
      { type: 'openSample' },
      { type: 'choose', choice: { period: 'year', category: 'cs.LG' } },
      { type: 'open', version: 3, mark: { chart: 'papers', at: 0, series: 2 } },
      { type: 'saveTable', version: 3, chart: 'terms', share: true },
      picture('<g><title>A &lt;b&gt;</title><rect x="1" fill="rgb(1, 2, 3)"/></g>'),
    ];
    for (const message of asked) assert.deepEqual(asFromTrends(message), message);
  });

  it('is nothing else, and nothing beside it', () => {
    const refused = [
      { type: 'run', command: 'workbench.action.quit' },
      { type: 'choose', choice: { period: 'century' } },
      { type: 'choose', choice: { period: 'toString' } },
      { type: 'open', version: 3, mark: { chart: 'passwords', at: 0, series: 0 } },
      { type: 'open', version: 3, mark: { chart: 'papers', at: -1, series: 0 } },
      { type: 'open', version: 3, mark: { chart: 'papers', at: 0.5, series: 0 } },
      { type: 'saveTable', version: '3', chart: 'terms', share: true },
      { type: 'saveTable', version: 3, chart: '../terms', share: true },
    ];
    for (const message of refused) assert.equal(asFromTrends(message), undefined);
    assert.deepEqual(asFromTrends({ type: 'ready', path: '/etc/passwd' }), { type: 'ready' });
  });

  it('is never a picture that acts or loads something where it is opened', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<foreignObject/>',
      '<image href="https://example.org/a.png"/>',
      '<rect onload="alert(1)"/>',
      '<rect style="fill:red"/>',
      '<rect fill="url(https://example.org/a)"/>',
      '<g><a xlink:href="command:x">A</a></g>',
      '<!-- <rect/> -->',
      '<rect fill="red',
    ];
    for (const inside of hostile) assert.equal(asFromTrends(picture(inside)), undefined, inside);
    const entity = { type: 'savePicture', chart: 'papers', svg: '<!DOCTYPE svg><svg ></svg>' };
    assert.equal(asFromTrends(entity), undefined);
  });

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (data) => void asFromTrends(data)));
    fc.assert(fc.property(fc.anything(), (data) => void asTrendsState(data)));
  });
});

describe('the state that an earlier page of the trends has kept', () => {
  it('is taken as far as it is understood', () => {
    const state = { choice: { period: 'all' }, share: true, tables: ['terms', 'no chart'] };
    assert.deepEqual(asTrendsState(state), { ...state, tables: ['terms'] });
    for (const none of [undefined, null, 'all', { choice: 'all', tables: 7 }]) {
      assert.deepEqual(asTrendsState(none), firstState);
    }
  });
});
