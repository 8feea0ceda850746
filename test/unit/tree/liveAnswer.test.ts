import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { LiveAnswer } from '../../../src/host/liveAnswer.js';

interface Asked {
  readonly answer: (value: number) => void;
  readonly fail: (reason: Error) => void;
}

/** A question whose answers are given by hand; tells how often it was asked and answered. */
function question() {
  const open: Asked[] = [];
  const steps: (() => void)[] = [];
  let [asked, told] = [0, 0];
  const step = (): void => {
    for (const resolve of steps.splice(0)) resolve();
  };
  const live = new LiveAnswer(
    () => {
      asked++;
      step();
      return new Promise<number>((answer, fail) => open.push({ answer, fail }));
    },
    () => {
      told++;
      step();
    },
  );
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise<void>((resolve) => steps.push(resolve));
  };
  return {
    live,
    open,
    asked: (times: number) => until(() => asked >= times),
    told: (times: number) => until(() => told >= times),
    get timesAsked() {
      return asked;
    },
    get timesTold() {
      return told;
    },
  };
}

describe('An answer that is kept true', () => {
  it('is asked for at once, and there when it is told', async () => {
    const one = question();
    assert.equal(one.timesAsked, 1);
    assert.equal(one.live.answered, undefined);
    one.open[0]?.answer(1);
    await one.live.given();
    assert.deepEqual(one.live.answered, { value: 1 });
    assert.equal(one.timesTold, 1);
    one.live.dispose();
  });

  it('is asked for once more after all that came while it was asked for', async () => {
    const one = question();
    for (let time = 0; time < 5; time++) one.live.refresh();
    assert.equal(one.timesAsked, 1);
    one.open[0]?.answer(1);
    await one.asked(2);
    one.open[1]?.answer(2);
    await one.told(2);
    assert.deepEqual(one.live.answered, { value: 2 });
    assert.equal(one.timesAsked, 2);
    one.live.dispose();
  });

  it('pauses before it is asked for anew', async () => {
    const one = question();
    one.open[0]?.answer(1);
    await one.told(1);
    const answeredAt = Date.now();
    one.live.refresh();
    assert.equal(one.timesAsked, 1);
    await one.asked(2);
    assert.ok(Date.now() - answeredAt >= 200);
    one.live.dispose();
  });

  it('keeps failures as answers, until there is a better one', async () => {
    const one = question();
    one.open[0]?.fail(new Error('gone'));
    await one.live.given();
    assert.deepEqual(one.live.answered, { error: new Error('gone') });
    one.live.refresh();
    await one.asked(2);
    one.open[1]?.answer(2);
    await one.told(2);
    assert.deepEqual(one.live.answered, { value: 2 });
    one.live.dispose();
  });

  it('is dropped, and waits no longer, when nobody wants it any more', async () => {
    const one = question();
    one.live.dispose();
    await one.live.given();
    one.open[0]?.answer(1);
    await Promise.resolve();
    assert.equal(one.live.answered, undefined);
    assert.equal(one.timesTold, 0);
  });
});
