import { describe, expect, test } from '@jest/globals';
import type { Fault, Generation } from '../../core/generation/completion.ts';
import { ModelWatch } from './model-watch.ts';

const fault: Fault = {
  kind: 'transient',
  detail: 'the answer broke off: terminated',
  status: null,
  requestId: null,
  retryAfterMs: null,
};
const completed: Generation = {
  kind: 'completed',
  completion: {
    text: '',
    finish: 'complete',
    servedBy: 'm',
    requestId: null,
    usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
    latencyMs: 1,
  },
  attempts: 1,
};

function watched() {
  const told: string[] = [];
  const watch = new ModelWatch((line) => void told.push(line));
  const breakOff = (before = watch.brokenOff('m')): void =>
    watch.noteBroken('m', { detail: fault.detail, before });
  return { watch, told, breakOff };
}

describe('a model whose answers break off', () => {
  test('is left after four of them in a row, and its connection has to be mended', () => {
    const { watch, told, breakOff } = watched();

    for (let answer = 0; answer < 3; answer += 1) breakOff();
    expect(watch.stopped('m')).toBeNull();
    breakOff();

    const why = 'left after 4 answers in a row: the answer broke off: terminated';
    expect(watch.stoppedModels().get('m')).toMatchObject({ why, isMisconfigured: false, mend: 'connection' });
    expect(watch.stopped('m')).toMatchObject({ counts: 'provider-error' });
    expect(told).toEqual([`m is not asked any more: ${why}`]);
  });

  test('is not left where one fault cut eight answers at the same time', () => {
    const { watch, breakOff } = watched();

    for (let answer = 0; answer < 8; answer += 1) breakOff(0);

    expect(watch.stopped('m')).toBeNull();
  });

  test('begins anew with an answer that is whole', () => {
    const { watch, breakOff } = watched();

    for (let answer = 0; answer < 3; answer += 1) breakOff();
    watch.note('m', completed);
    for (let answer = 0; answer < 3; answer += 1) breakOff();

    expect(watch.stopped('m')).toBeNull();
  });

  test('is left once they hold more than its share of the budget', () => {
    const { watch } = watched();

    watch.leaveOverdrawn('m', { usd: 5.12, tokens: 900_000, calls: 16 });

    expect(watch.stopped('m')?.why).toBe(
      'left because 5.12 USD is set aside for 16 answers that broke off, more than its share of the budget',
    );
  });
});

test('what has to be mended is that of the answer that stopped the model', () => {
  const { watch } = watched();

  for (let call = 0; call < 3; call += 1)
    watch.noteFault('m', { ...fault, kind: 'no-answer', mend: 'base-url' });

  expect(watch.stoppedModels().get('m')).toMatchObject({ mend: 'base-url' });
});
