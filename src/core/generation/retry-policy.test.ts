import { describe, expect, test } from '@jest/globals';
import type { Fault } from './completion.ts';
import { nextStep } from './retry-policy.ts';

function aFault(change: Partial<Fault> = {}): Fault {
  return { kind: 'transient', detail: '', status: 529, requestId: null, retryAfterMs: null, ...change };
}

const calm = { attempts: 1, maxAttempts: 5, timeLeftMs: 3_600_000, random: 0 };

describe('after a fault', () => {
  test.each([
    ['config stops the model', { kind: 'config' }, {}, { kind: 'stopped' }],
    ['too long is never asked again', { kind: 'too-long' }, {}, { kind: 'too-long' }],
    ['a used-up quota is never asked again', { kind: 'quota' }, {}, { kind: 'unmeasured', why: 'quota' }],
    ['no answer is waited for as well', { kind: 'no-answer' }, {}, { kind: 'wait', ms: 500 }],
    ['the first wait is 0.5 s', {}, {}, { kind: 'wait', ms: 500 }],
    ['waits double', {}, { attempts: 4 }, { kind: 'wait', ms: 4000 }],
    ['a wait is shortened by chance', {}, { attempts: 4, random: 0.5 }, { kind: 'wait', ms: 3000 }],
    ['a wait is at most 60 s', {}, { attempts: 20, maxAttempts: 99 }, { kind: 'wait', ms: 60_000 }],
    ['the last attempt is the last', {}, { attempts: 5 }, { kind: 'unmeasured', why: 'provider-error' }],
    ['retry-after is obeyed', { retryAfterMs: 150 }, { attempts: 4 }, { kind: 'wait', ms: 150 }],
    ['also a long one that fits', { retryAfterMs: 900_000 }, {}, { kind: 'wait', ms: 900_000 }],
    [
      'a long one that does not fit is quota',
      { retryAfterMs: 3_600_000 },
      {},
      { kind: 'unmeasured', why: 'quota' },
    ],
    [
      'also on the last attempt',
      { retryAfterMs: 7_200_000 },
      { attempts: 5 },
      { kind: 'unmeasured', why: 'quota' },
    ],
    [
      'a short one that does not fit is the end of the time',
      { retryAfterMs: 30_000 },
      { timeLeftMs: 20_000 },
      { kind: 'unmeasured', why: 'budget' },
    ],
    ['so is a backoff', {}, { timeLeftMs: 400 }, { kind: 'unmeasured', why: 'budget' }],
  ] as const)('%s', (...row) => {
    const [, fault, situation, step] = row;
    expect(nextStep({ ...calm, ...situation, fault: aFault(fault) })).toEqual(step);
  });
});
