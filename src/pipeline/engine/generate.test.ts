import { describe, expect, test } from '@jest/globals';
import type { Bill } from '../../core/generation/bill.ts';
import type { Completion, Fault } from '../../core/generation/completion.ts';
import type { Reply } from '../../core/generation/reply.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { generate, type GenerateRequest } from './generate.ts';

const completion: Completion = {
  text: 'hello',
  finish: 'complete',
  servedBy: 'simulated-a',
  requestId: 'req_1',
  usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
  latencyMs: 1,
};
const completed: Reply = { kind: 'completed', completion };

function fault(change: Partial<Fault> = {}, bill: Bill | null = null): Reply {
  const calm: Fault = {
    kind: 'transient',
    detail: 'Overloaded',
    status: 529,
    requestId: null,
    retryAfterMs: null,
  };
  return { kind: 'fault', fault: { ...calm, ...change }, bill };
}

/** A clock that stands still until somebody sleeps. */
function handDrivenClock(): Clock & { readonly slept: number[]; pass(ms: number): void } {
  let now = 1_000_000;
  const slept: number[] = [];
  return {
    slept,
    pass: (ms) => {
      now += ms;
    },
    now: () => now,
    random: () => 0,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
}

function setUp(replies: readonly Reply[], change: Partial<GenerateRequest> = {}) {
  const clock = handDrivenClock();
  let calls = 0;
  const client: ModelClient = {
    complete: async () => {
      calls += 1;
      return replies[calls - 1] ?? completed;
    },
  };
  const request: GenerateRequest = {
    client,
    clock,
    prompt: { system: '', user: '', nonce: 'K7QZ3M' },
    signal: new AbortController().signal,
    deadline: clock.now() + 600_000,
    onFault: () => {},
    mayAskAgain: () => 'yes',
    ...change,
  };
  return { request, clock, calls: () => calls };
}

describe('a generation', () => {
  test('is the first answer', async () => {
    const { request } = setUp([completed]);
    expect(await generate(request)).toEqual({ kind: 'completed', completion, attempts: 1 });
  });

  test('waits longer after each transient fault, and counts the attempts', async () => {
    const { request, clock } = setUp([fault(), fault({ retryAfterMs: 2500 }), fault()]);
    expect(await generate(request)).toMatchObject({ kind: 'completed', attempts: 4 });
    expect(clock.slept).toEqual([500, 2500, 2000]);
  });

  test('is unmeasured after five transient faults', async () => {
    const { request, calls } = setUp(Array.from({ length: 9 }, () => fault()));
    const generation = await generate(request);
    expect(generation).toEqual({
      kind: 'unmeasured',
      why: 'provider-error',
      detail: 'Overloaded',
      attempts: 5,
    });
    expect(calls()).toBe(5);
  });

  test('tells of each fault with its bill before it asks whether it may go on', async () => {
    const bill = {
      usage: { inputTokens: 9, cachedInputTokens: 0, outputTokens: 2 },
      isEstimated: true,
      mayBeMore: true,
    };
    const told: unknown[] = [];
    const { request } = setUp([fault({ kind: 'no-answer' }, bill), fault()], {
      onFault: ({ kind }, booked) => void told.push([kind, booked]),
      mayAskAgain: () => {
        told.push('may I');
        return 'yes';
      },
    });

    expect(await generate(request)).toMatchObject({ kind: 'completed', attempts: 3 });
    expect(told).toEqual([['no-answer', bill], 'may I', ['transient', null], 'may I']);
  });

  test.each([
    ['model-left', 'provider-error'],
    ['no-room', 'budget'],
  ] as const)('is not asked again when it is %s, and counts as %s', async (goOn, why) => {
    const { request, calls } = setUp([fault()], { mayAskAgain: () => goOn });

    expect(await generate(request)).toEqual({
      kind: 'unmeasured',
      why,
      detail: 'Overloaded',
      attempts: 1,
    });
    expect(calls()).toBe(1);
  });

  test.each([
    ['quota', { kind: 'unmeasured', why: 'quota', attempts: 1 }],
    ['config', { kind: 'stopped', attempts: 1 }],
    ['too-long', { kind: 'too-long', attempts: 1 }],
  ] as const)('asks once after a %s fault', async (kind, expected) => {
    const { request, calls } = setUp([fault({ kind })]);
    expect(await generate(request)).toMatchObject(expected);
    expect(calls()).toBe(1);
  });

  test('waits for a retry-after of 5 minutes when the run has the time', async () => {
    const { request, clock } = setUp([fault({ retryAfterMs: 300_000 })]);
    expect(await generate(request)).toMatchObject({ kind: 'completed', attempts: 2 });
    expect(clock.slept).toEqual([300_000]);
  });

  test('does not sleep through a retry-after of an hour', async () => {
    const { request, clock } = setUp([fault({ retryAfterMs: 3_600_000 })]);
    expect(await generate(request)).toMatchObject({ kind: 'unmeasured', why: 'quota' });
    expect(clock.slept).toEqual([]);
  });

  test('is not begun after the deadline', async () => {
    const { request, clock, calls } = setUp([]);
    clock.pass(600_000);
    expect(await generate(request)).toMatchObject({ kind: 'unmeasured', why: 'budget', attempts: 0 });
    expect(calls()).toBe(0);
  });

  test('that is cancelled is cancelled, whatever the cut call says', async () => {
    const controller = new AbortController();
    const client: ModelClient = {
      complete: async () => {
        controller.abort();
        return fault({ kind: 'config' });
      },
    };
    const { request } = setUp([], { client, signal: controller.signal });
    expect(await generate(request)).toMatchObject({ kind: 'unmeasured', why: 'cancelled', attempts: 1 });
  });

  test('that was paid for is kept although the run was cancelled meanwhile', async () => {
    const controller = new AbortController();
    const client: ModelClient = {
      complete: async () => {
        controller.abort();
        return completed;
      },
    };
    const { request } = setUp([], { client, signal: controller.signal });
    expect(await generate(request)).toMatchObject({ kind: 'completed' });
  });

  test('lets a bug of ours rise', async () => {
    const client: ModelClient = { complete: () => Promise.reject(new Error('a bug')) };
    await expect(generate(setUp([], { client }).request)).rejects.toThrow('a bug');
  });
});

test('an agent that took all its time is run once more at once, and from then on alone', async () => {
  const seen: (boolean | undefined)[] = [];
  const replies = [fault({ again: 'alone', status: null }), fault(), completed];
  const client: ModelClient = {
    complete: async ({ isAlone }) => {
      seen.push(isAlone);
      return replies[seen.length - 1] ?? completed;
    },
  };
  const { request, clock } = setUp([], { client });

  expect(await generate(request)).toMatchObject({ kind: 'completed', attempts: 3 });
  expect(seen).toEqual([undefined, true, true]);
  expect(clock.slept[0]).toBe(0);
});
