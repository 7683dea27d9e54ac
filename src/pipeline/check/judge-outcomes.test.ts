import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CollectedQuestion, CollectedSample } from '../../core/outcomes/collected.ts';
import { falseAlarmRate } from '../../core/statistics/gate.ts';
import { dropEvidence } from '../../core/statistics/evidence.ts';
import { judgeOutcomes } from './judge-outcomes.ts';

const decide = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };

type Counts = { readonly passed: number; readonly failed: number; readonly unmeasured?: number };

function samples({ passed, failed, unmeasured = 0 }: Counts): readonly CollectedSample[] {
  const times = (number: number, outcome: CollectedSample['outcome']) =>
    Array.from({ length: number }, () => ({ outcome, said: '' }));
  return [...times(passed, 'passed'), ...times(failed, 'failed'), ...times(unmeasured, 'unmeasured')];
}

const asked = (item: string, base: Counts, head: Counts): CollectedQuestion => ({
  item,
  model: 'm',
  base: samples(base),
  head: samples(head),
});

function judged(questions: readonly CollectedQuestion[], failOn: 'regressed' | 'never' = 'regressed') {
  const files = { base: 'b'.repeat(64), head: 'h'.repeat(64) };
  return judgeOutcomes({ collected: { questions, notes: [] }, files, decide, failOn }).summary;
}

describe('at 20 samples a side', () => {
  test.each<readonly [string, readonly [number, number], string]>([
    ['100 to 0 %', [20, 0], 'regressed'],
    ['95 to 35 %', [19, 7], 'regressed'],
    ['95 to 95 %', [19, 19], 'held'],
    ['90 to 80 %', [18, 16], 'held'],
    ['0 to 0 %', [0, 0], 'base-too-weak'],
    ['10 to 95 %', [2, 19], 'improved'],
  ])('%s of %j is %s', (_, [base, head], verdict) => {
    const of = (passed: number) => ({ passed, failed: 20 - passed });

    expect(judged([asked('a', of(base), of(head))]).verdicts[0]?.verdict).toBe(verdict);
  });
});

test('the p-value is that of the exact test with one look, corrected by Holm over all questions', () => {
  const one = asked('one', { passed: 20, failed: 0 }, { passed: 8, failed: 12 });
  const other = asked('other', { passed: 19, failed: 1 }, { passed: 12, failed: 8 });
  const look = { base: 20, head: 20 };
  const p = (base: number, head: number) => 2 * falseAlarmRate([look], dropEvidence({ base, head }, look));

  const { verdicts } = judged([one, other]);

  expect(verdicts.map((verdict) => verdict.p)).toEqual([2 * p(20, 8), Math.max(2 * p(20, 8), p(19, 12))]);
});

test('a drop that is clear alone is only suspected among many questions', () => {
  const dropped = asked('dropped', { passed: 20, failed: 0 }, { passed: 14, failed: 6 });
  const others = Array.from({ length: 19 }, (_, index) =>
    asked(`same ${index}`, { passed: 20, failed: 0 }, { passed: 20, failed: 0 }),
  );

  expect(judged([dropped]).verdicts[0]?.verdict).toBe('regressed');
  expect(judged([dropped, ...others]).verdicts[0]?.verdict).toBe('suspected');
});

test('items are never pooled: the same drop in small parts is no verdict on any of them', () => {
  const items = Array.from({ length: 4 }, (_, index) =>
    asked(`item ${index}`, { passed: 5, failed: 0 }, { passed: 3, failed: 2 }),
  );
  const pooled = asked('all', { passed: 20, failed: 0 }, { passed: 12, failed: 8 });

  expect(judged([pooled]).verdicts.map(({ verdict }) => verdict)).toEqual(['regressed']);
  expect(judged(items, 'never').verdicts.map(({ verdict }) => verdict)).not.toContain('regressed');
});

test('errors never count as failures: they only lower the number of samples', () => {
  const size = fc.integer({ min: 3, max: 12 });
  const side = fc
    .tuple(size, fc.nat(12))
    .map(([all, passes]) => ({ passed: Math.min(all, passes), failed: all - Math.min(all, passes) }));
  fc.assert(
    fc.property(side, side, fc.nat(3), (base, head, errors) => {
      const [without] = judged([asked('a', base, head)], 'never').verdicts;
      const [found] = judged([asked('a', base, { ...head, unmeasured: errors })], 'never').verdicts;
      const isFew = errors <= 0.2 * (head.passed + head.failed + errors);
      const lost = `${errors} of ${head.passed + head.failed + errors} samples of the head ended in an error or were never judged`;

      expect(found?.head).toEqual({ ...head, unmeasured: errors });
      expect(found).toMatchObject(
        isFew
          ? { verdict: without?.verdict, p: without?.p, why: without?.why, excludes: without?.excludes }
          : { verdict: 'inconclusive', why: lost },
      );
    }),
    { numRuns: 40 },
  );
});

test('a side without any measured sample has no verdict', () => {
  const [verdict] = judged([
    asked('a', { passed: 20, failed: 0 }, { passed: 0, failed: 0, unmeasured: 20 }),
    asked('b', { passed: 20, failed: 0 }, { passed: 20, failed: 0 }),
  ]).verdicts;

  expect(verdict).toMatchObject({ verdict: 'inconclusive', p: null, drop: null });
});

test('a gate that could never fail is refused, with the number of samples that would do', () => {
  const few = Array.from({ length: 40 }, (_, index) =>
    asked(`item ${index}`, { passed: 4, failed: 0 }, { passed: 0, failed: 4 }),
  );

  expect(() => judged(few)).toThrow(
    /^TOO_FEW_SAMPLES: with 40 questions and at most 4 .* Collect at least 6 samples/,
  );
  expect(judged(few, 'never').conclusion).not.toBe('failure');
});
