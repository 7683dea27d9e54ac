import { describe, expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import type { Clock } from '../../ports/clock.ts';
import { FirstCalls, type Place } from './first-calls.ts';

const { signal } = new AbortController();
const minute = 60_000;
const prompt = { system: 'x'.repeat(6000), user: 'Round half up.\n', nonce: 'K7QZ3M' };
const local = aModel({ provider: 'openai-compatible', baseUrl: 'http://127.0.0.1:11434/v1' });
const arm = { model: local, prompt, keyOf: (sample: number) => `one ${sample}` };

/** A clock that stands still except for the time that a test lets pass. */
function handDrivenClock(): Pick<Clock, 'now' | 'sleep'> & { pass(ms: number): void } {
  let now = 0;
  const sleeping: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => void sleeping.push({ until: now + ms, wake })),
    pass: (ms) => {
      now += ms;
      for (const { until, wake } of sleeping) if (until <= now) wake();
    },
  };
}

function setUp() {
  const clock = handDrivenClock();
  return { clock, calls: new FirstCalls(clock) };
}

/** Whether a call may go on, once everything that is due has happened. */
async function goesOn(place: Promise<Place>): Promise<boolean> {
  let isOn = false;
  void place.then(() => (isOn = true));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  return isOn;
}

async function whichGoOn(places: readonly Promise<Place>[]): Promise<readonly boolean[]> {
  const found: boolean[] = [];
  for (const place of places) found.push(await goesOn(place));
  return found;
}

describe('the calls of an arm', () => {
  test('wait for the first event of the one that goes first', async () => {
    const { calls } = setUp();
    const first = await calls.join(arm, signal);
    const others = [calls.join(arm, signal), calls.join(arm, signal)];
    const before = await whichGoOn(others);
    first.onFirstEvent();

    expect(before).toEqual([false, false]);
    expect(await whichGoOn(others)).toEqual([true, true]);
  });

  test('wait two seconds more where a vendor must copy its cache first', async () => {
    const { clock, calls } = setUp();
    const hosted = { ...arm, model: aModel({ provider: 'anthropic', baseUrl: null }) };
    const first = await calls.join(hosted, signal);
    const other = calls.join(hosted, signal);
    first.onFirstEvent();
    clock.pass(1999);
    const before = await goesOn(other);
    clock.pass(1);

    expect([before, await goesOn(other)]).toEqual([false, true]);
  });

  test('go on when the first one ends without an answer, and the next one that comes goes first', async () => {
    const { calls } = setUp();
    const first = await calls.join(arm, signal);
    const waiting = calls.join(arm, signal);
    first[Symbol.dispose]();
    const next = calls.join(arm, signal);

    expect([await goesOn(waiting), await goesOn(next)]).toEqual([true, true]);
    expect(await goesOn(calls.join(arm, signal))).toBe(false);
  });

  test('do not wait while the prompt was used a short time ago, and then one goes first again', async () => {
    const { clock, calls } = setUp();
    (await calls.join(arm, signal)).onFirstEvent();
    clock.pass(3 * minute);
    const follower = await calls.join(arm, signal);
    follower.onFirstEvent();
    clock.pass(3 * minute);
    const both = [calls.join(arm, signal), calls.join(arm, signal)];
    const warm = await whichGoOn(both);
    clock.pass(4 * minute);
    const later = [calls.join(arm, signal), calls.join(arm, signal)];

    expect(warm).toEqual([true, true]);
    expect(await whichGoOn(later)).toEqual([true, false]);
  });

  test('are not held up by the first of another arm: base and head of one model begin together', async () => {
    const { calls } = setUp();
    await calls.join(arm, signal);

    expect(await goesOn(calls.join({ ...arm, keyOf: () => 'another' }, signal))).toBe(true);
  });

  test.each([
    ['anthropic', 'claude-opus-5-5', 512],
    ['anthropic', 'claude-sonnet-5', 1024],
    ['anthropic', 'claude-haiku-5-5', 2048],
    ['openai', 'gpt-6-sol', 1024],
    ['google', 'gemini-3.8-flash', 4096],
    ['google', 'gemini-2.5-pro', 2048],
    ['openai-compatible', 'llama', 1024],
  ] as const)(
    'wait only where the prompt is long enough for the cache: %s/%s',
    async (provider, name, least) => {
      const model = aModel({ provider, name, baseUrl: null });
      const whoWaits = async (tokens: number): Promise<boolean> => {
        const { calls } = setUp();
        const of = { ...arm, model, prompt: { system: 'x'.repeat(3 * tokens), user: '', nonce: 'K7QZ3M' } };
        await calls.join(of, signal);
        return !(await goesOn(calls.join(of, signal)));
      };

      expect([await whoWaits(least - 1), await whoWaits(least)]).toEqual([false, true]);
    },
  );

  test('do not wait where input costs nothing, so that no cache can save any', async () => {
    const { calls } = setUp();
    const free = { ...arm, model: aModel({ ...local, price: { input: 0, output: 0 } }) };
    await calls.join(free, signal);

    expect(await goesOn(calls.join(free, signal))).toBe(true);
  });
});
