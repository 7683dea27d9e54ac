import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aLoneQuestion, aModel, aQuestion, outcomes } from '../../testing/builders/a-question.ts';
import { planWith } from '../statistics/sampling-plan.ts';
import type { Answered } from './answered.ts';
import { awaitingConfirmation, decide } from './decide.ts';
import type { TestSamples } from './examine.ts';
import type { Verdict } from './verdict.ts';

const settings = { decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 } };

type More = Partial<Answered> & { readonly tests?: readonly TestSamples[] };

function answered(base: string, head: string, { tests = [], ...more }: More = {}): Answered {
  const samples = { base: outcomes(base), head: outcomes(head), tests };
  return {
    question: aQuestion(),
    samples,
    confirmation: { kind: 'not-needed' },
    invalidReason: null,
    ...more,
  };
}

// Rows of the matrix: for each test the results of base and head, sample by sample; `.` = it did not run.
function withTests(
  rows: Readonly<Record<string, readonly [string, string]>>,
): Partial<Answered> & { tests: TestSamples[] } {
  const passes = (row: string): boolean[] => Array.from(row, (sign) => sign === '+');
  const tests = Object.entries(rows).map(([test, [base, head]]) => ({
    test,
    base: passes(base),
    head: passes(head),
    headRan: Array.from(head, (sign) => sign !== '.'),
  }));
  return { tests };
}

function verdictOf(base: string, head: string, more: More = {}): Verdict | undefined {
  return decide([answered(base, head, more)], settings)[0];
}

describe('a regression question', () => {
  test.each([
    { base: '+++++', head: '-----', verdict: 'regressed' },
    { base: '+++', head: '+++', verdict: 'inconclusive' },
    { base: '+++++', head: '+++++', verdict: 'held' },
    { base: '++++++++', head: '++++++++', verdict: 'held' },
    { base: '-----', head: '+++++', verdict: 'improved' },
    { base: '------------', head: '------------', verdict: 'base-too-weak' },
    { base: '++++++-++++-', head: '+-++-++++--+', verdict: 'inconclusive' },
  ])('with base $base and head $head is $verdict', ({ base, head, verdict }) => {
    expect(verdictOf(base, head)?.verdict).toBe(verdict);
  });

  test('counts a refusal, a truncation and a crash of the tests as evidence against the head', () => {
    expect(verdictOf('+++++', 'rnrnr')?.verdict).toBe('regressed');
  });

  test('never counts an outage against the spec', () => {
    const verdict = verdictOf('+++++', '?????');
    expect(verdict?.verdict).toBe('inconclusive');
    expect(verdict?.head).toEqual({ passed: 0, failed: 0, unmeasured: 5 });
    expect(verdict?.why).toContain('5 × the provider failed');
  });

  test('gives the reason of missing samples once, with what was said beyond it', () => {
    const missing = (detail: string) =>
      Array.from({ length: 5 }, () => ({ kind: 'unmeasured' as const, why: 'cancelled' as const, detail }));
    const whyOf = (detail: string) =>
      decide(
        [answered('+++++', '', { samples: { base: outcomes('+++++'), head: missing(detail), tests: [] } })],
        settings,
      )[0]?.why;

    expect(whyOf('the run was cancelled')).toContain('(5 × the run was cancelled)');
    expect(whyOf('by hand')).toContain('(5 × the run was cancelled: by hand)');
  });

  test('decides nothing at a look for which a planned sample is missing', () => {
    expect(verdictOf('+++++', '--?--')?.verdict).toBe('inconclusive');
    expect(verdictOf('++++++++', '-----???')?.verdict).toBe('inconclusive');
  });

  test('says which drop a held verdict rules out, and nothing smaller', () => {
    expect(verdictOf('+++++', '+++++')?.excludes).toBe(0.4);
    expect(verdictOf('++++++++', '++++++++')?.excludes).toBe(0.3);
  });

  test('is inconclusive where the tests do not depend on the generated files, whatever the counts', () => {
    const verdict = verdictOf('+++++', '-----', {
      invalidReason: 'the tests do not depend on the generated files',
    });
    expect(verdict).toMatchObject({
      verdict: 'inconclusive',
      why: 'the tests do not depend on the generated files',
    });
  });

  test('points at the changed hunks and the tests with fewer passes only where the edit hurt', () => {
    const hurt = verdictOf('++++++++', '--------', withTests({ 'rounds half up': ['++++++++', '--------'] }));
    expect(hurt).toMatchObject({ brokenTests: ['rounds half up'], unconfirmed: false });
    expect(hurt?.culprit).toHaveLength(1);
    const held = verdictOf('++++++++', '++++++++', withTests({ 'rounds half up': ['++++++++', '++++++++'] }));
    expect(held).toMatchObject({ verdict: 'held', brokenTests: [], culprit: [] });
  });
});

describe('a question that no later sample could decide', () => {
  const never = (samples: number): string => '-'.repeat(samples);
  const stored = { ...aQuestion(), looks: planWith(20, [3, 5, 8, 12]) };

  test('is base-too-weak before its last look, and says after how many samples', () => {
    expect(verdictOf(never(5), never(5))).toMatchObject({
      verdict: 'base-too-weak',
      why: 'no sample passed on either side after 10: no later sample could decide',
    });
  });

  test('is still inconclusive where it was planned to go on to its last look', () => {
    const question = { ...aQuestion(), endsFutile: false };
    expect(verdictOf(never(5), never(5), { question })).toMatchObject({
      verdict: 'inconclusive',
      why: 'sampling ended before the last look (base 0/5, head 0/5)',
    });
  });

  test('is improved where the head mends what the base never passed', () => {
    expect(verdictOf(never(3), '+++++')?.verdict).toBe('improved');
    expect(verdictOf(never(20), '--+++', { question: stored })?.verdict).toBe('improved');
  });
});

describe('tests that never ran', () => {
  const tests = withTests({
    'halves even numbers': ['++++++++', '++++++++'],
    'rounds half up': ['++++++++', '........'],
  });

  test('are not called broken, and the reason of their samples is named', () => {
    expect(verdictOf('++++++++', 'nnnnnnnn', tests)).toMatchObject({
      verdict: 'regressed',
      brokenTests: [],
      withoutResult: [{ why: 'the tests did not end in time', base: 0, head: 8 }],
    });
  });

  test('still show a regression where the suite seldom passes', () => {
    expect(verdictOf('-+--+-+-', 'nnnnnnnn', tests)).toMatchObject({ verdict: 'regressed', brokenTests: [] });
  });

  test('are named by the samples in which they ran and failed', () => {
    const ran = withTests({ 'rounds half up': ['++++++++', '------..'] });
    expect(verdictOf('++++++++', '------nr', ran)).toMatchObject({
      brokenTests: ['rounds half up'],
      withoutResult: [
        { why: 'the tests did not end in time', head: 1 },
        { why: 'the model refused to write code', head: 1 },
      ],
    });
  });
});

describe('the tests of a suite that seldom passes', () => {
  const noise = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`noisy ${index}`, ['++-+++++', '+++++-++']] as const),
  );

  test('still show a regression when one of them breaks', () => {
    const tests = withTests({ ...noise, 'rounds half up': ['++++++++', '--------'] });
    const verdict = verdictOf('-+--+-+-', '--------', tests);
    expect(verdict).toMatchObject({
      verdict: 'regressed',
      brokenTests: ['rounds half up'],
      unconfirmed: false,
    });
  });

  test('are named as unconfirmed where a drop is large but not certain among so many', () => {
    const tests = withTests({ ...noise, 'rounds half up': ['++++++++', '+--+--+-'] });
    expect(verdictOf('-+--+-+-', '--+-----', tests)).toMatchObject({
      verdict: 'inconclusive',
      brokenTests: ['rounds half up'],
      unconfirmed: true,
    });
  });

  test('are never called held when the base fails more often than the drop to be found', () => {
    expect(verdictOf('---+--------', '---+--------', withTests(noise))?.verdict).toBe('base-too-weak');
  });
});

describe('a regression against stored base samples', () => {
  const fresh = (picture: string): Partial<Answered> => ({
    confirmation: {
      kind: 'drawn',
      samples: { base: outcomes(`++++++++${picture}`), head: outcomes('-----'), tests: [] },
      looks: [
        { base: 12, head: 3 },
        { base: 12, head: 5 },
      ],
    },
  });

  test('is only suspected until fresh base samples confirm it', () => {
    expect(verdictOf('+++++', '-----', { confirmation: { kind: 'due' } })?.verdict).toBe('suspected');
    expect(
      awaitingConfirmation([answered('+++++', '-----', { confirmation: { kind: 'due' } })], settings),
    ).toHaveLength(1);
    expect(verdictOf('+++++', '-----', fresh('++++'))?.verdict).toBe('regressed');
  });

  test('stays suspected where the fresh ones show that the stored base was lucky', () => {
    const unlucky = {
      confirmation: {
        kind: 'drawn',
        samples: { base: outcomes('++--------'), head: outcomes('-----'), tests: [] },
        looks: [
          { base: 8, head: 3 },
          { base: 8, head: 5 },
        ],
      },
    } as const;
    expect(verdictOf('+++++', '-----', unlucky)?.verdict).toBe('suspected');
  });
});

test('over many questions a borderline regression is only suspected, a plain one still regressed', () => {
  const others = Array.from({ length: 7 }, (_, index) => {
    const question = aQuestion({ model: aModel({ id: `anthropic/other-${index}` }) });
    return answered('++++++++', '++++++++', { question });
  });
  const [borderline, plain] = decide(
    [answered('+++', '---'), answered('++++++++', '--------'), ...others],
    settings,
  );
  expect(borderline?.verdict).toBe('suspected');
  expect(plain?.verdict).toBe('regressed');
});

describe('a spec without a base', () => {
  const question = aLoneQuestion();

  test.each([
    { head: '++++++++++++', verdict: 'portable' },
    { head: '+-+-+-+-+---', verdict: 'not-portable' },
    { head: '+++++++++++-', verdict: 'inconclusive' },
    { head: '++++++++', verdict: 'inconclusive' },
    { head: '+++++++++++?', verdict: 'inconclusive' },
  ])('with $head is $verdict', ({ head, verdict }) => {
    expect(verdictOf('', head, { question })?.verdict).toBe(verdict);
  });
});

test('any two rows of outcomes end in one verdict, and only measured failures can make it a regression', () => {
  const row = fc.string({ unit: fc.constantFrom('+', '-', 'r', 'n', '?'), maxLength: 12 });
  fc.assert(
    fc.property(row, row, (base, head) => {
      const verdict = verdictOf(base, head);
      expect(verdict?.verdict !== 'regressed' || verdict.head.failed > 0).toBe(true);
      // A base that is too weak gives its reason only if sampling ended early.
      const mayGive = verdict?.verdict === 'base-too-weak' && verdict.why !== null;
      expect(verdict?.why !== null).toBe(mayGive || verdict?.verdict === 'inconclusive');
    }),
  );
});
