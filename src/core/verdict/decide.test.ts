import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aChange, aModel, aQuestion, aVersion, outcomes } from '../../testing/a-question.ts';
import { coldPlan } from '../statistics/sampling-plan.ts';
import type { Answered } from './answered.ts';
import { decide } from './decide.ts';
import type { Verdict } from './verdict.ts';

const settings = { decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 } };

function answered(base: string, head: string, more: Partial<Answered> = {}): Answered {
  const samples = { base: outcomes(base), head: outcomes(head) };
  return { question: aQuestion(), samples, brokenTests: [], void: null, ...more };
}

function verdictOf(base: string, head: string, more: Partial<Answered> = {}): Verdict | undefined {
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

  test('decides nothing at a look for which a planned sample is missing', () => {
    expect(verdictOf('+++++', '--?--')?.verdict).toBe('inconclusive');
    expect(verdictOf('+++++', '---??')?.verdict).toBe('regressed');
  });

  test('says which drop a held verdict rules out, and nothing smaller', () => {
    expect(verdictOf('+++++', '+++++')?.excludes).toBe(0.4);
    expect(verdictOf('++++++++', '++++++++')?.excludes).toBe(0.3);
  });

  test('is inconclusive where the tests do not depend on the generated files, whatever the counts', () => {
    const verdict = verdictOf('+++++', '-----', { void: 'the tests do not depend on the generated files' });
    expect(verdict).toMatchObject({
      verdict: 'inconclusive',
      why: 'the tests do not depend on the generated files',
    });
  });

  test('points at the changed hunks and the tests with fewer passes only where the edit hurt', () => {
    const hurt = verdictOf('+++++', '-----', { brokenTests: ['rounds half up'] });
    expect(hurt?.brokenTests).toEqual(['rounds half up']);
    expect(hurt?.culprit).toHaveLength(1);
    const held = verdictOf('++++++++', '++++++++', { brokenTests: ['rounds half up'] });
    expect(held?.brokenTests).toEqual([]);
    expect(held?.culprit).toEqual([]);
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
  const question = (() => {
    const change = aChange({ base: null });
    const model = aModel();
    const head = { side: 'head', version: aVersion('head'), model } as const;
    return { asks: 'portable', change, model, head, looks: coldPlan([3, 5, 8, 12]) } as const;
  })();

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
      expect(verdict?.why === null).toBe(verdict?.verdict !== 'inconclusive');
    }),
  );
});
