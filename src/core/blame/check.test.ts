import { expect, test } from '@jest/globals';
import { checkState, mostCheckSamples } from './check.ts';
import type { Check } from './found-words.ts';

const nothing = { passed: 0, failed: 0 };
const detected = { base: { passed: 19, failed: 1 }, head: { passed: 0, failed: 5 } };

/** Runs the check of texts that answer one after the other, `+` passed and `-` failed, as often as they are asked. */
function checked(alone: string, without: string) {
  const seen = { alone: { passed: 0, failed: 0 }, without: { passed: 0, failed: 0 } };
  const asked: string[] = [];
  for (;;) {
    const taken = Object.values(seen).map((each) => each.passed + each.failed);
    const isOver = Math.min(...taken) >= mostCheckSamples;
    const state = checkState({ detected, searched: { base: nothing, head: nothing }, ...seen, isOver });
    if (state.kind === 'settled') return { check: state.check, asked };
    const counts = seen[state.text];
    const answers = { alone, without }[state.text];
    const passed = answers[(counts.passed + counts.failed) % answers.length] === '+';
    seen[state.text] = { passed: counts.passed + Number(passed), failed: counts.failed + Number(!passed) };
    asked.push(state.text);
  }
}

test.each<[Check, string, string]>([
  ['this-part', '-', '+'],
  ['needs-another', '+', '+'],
  ['each-suffices', '-', '-'],
  ['unexplained', '+', '-'],
])('%s: the base with it alone answers %s, the head without it %s', (check, alone, without) => {
  expect(checked(alone, without).check).toBe(check);
});

test('the texts are asked in turn, and no more of them once the answer is clear', () => {
  const { asked } = checked('-', '+');
  expect(asked.slice(0, 4)).toEqual(['alone', 'without', 'alone', 'without']);
  expect(asked.length).toBeLessThan(2 * mostCheckSamples);
});

test('texts that pass in four of six samples leave it undecided', () => {
  const { check, asked } = checked('+-+', '++-');
  expect(check).toBe('undecided');
  expect(asked).toHaveLength(2 * mostCheckSamples);
});

test('without samples of detection nothing is claimed early', () => {
  const state = checkState({
    detected: { base: nothing, head: nothing },
    searched: { base: nothing, head: nothing },
    alone: { passed: 0, failed: 1 },
    without: { passed: 1, failed: 0 },
    isOver: false,
  });
  expect(state.kind).toBe('sample');
});

test('where no more samples may be taken less certainty is enough, also if one of them was no evidence', () => {
  const seen = {
    detected: { base: { passed: 14, failed: 6 }, head: { passed: 1, failed: 4 } },
    searched: { base: nothing, head: nothing },
    alone: { passed: 1, failed: 5 },
    without: { passed: 4, failed: 1 },
  };

  expect(checkState({ ...seen, isOver: false })).toMatchObject({ kind: 'sample' });
  expect(checkState({ ...seen, isOver: true })).toEqual({ kind: 'settled', check: 'this-part' });
});
