import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aModel, aSummary, aVerdict } from '../a-summary.ts';
import { claude, sol, rounding, both, inconclusiveOnSol } from '../report-parts.ts';

const answeredWith = 'status 200 without an answer: Sign in to Example Corp: <b>Please</b> sign in.';
const threeEmpty = `3 calls in a row: ${answeredWith}`;

/** Runs that leave a question open, with the reason. */
export const unansweredSituations: Readonly<Record<string, PortabilitySummary>> = {
  inconclusive: aSummary({ conclusion: 'neutral', models: both, verdicts: [aVerdict(), inconclusiveOnSol] }),
  outage: aSummary({
    conclusion: 'neutral',
    models: both,
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        head: { passed: 1, failed: 0, unmeasured: 2 },
        drop: null,
        p: null,
        excludes: null,
        why: 'the vendor answered 529 to every attempt for 2 of 3 samples.',
      }),
    ],
  }),
  'no-answer': aSummary({
    conclusion: 'neutral',
    models: [aModel(claude), aModel(sol, { servedBy: [], stopped: `left after ${threeEmpty}` })],
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        base: { passed: 0, failed: 0, unmeasured: 3 },
        head: { passed: 0, failed: 0, unmeasured: 3 },
        drop: null,
        p: null,
        excludes: null,
        why: `not every planned sample could be measured (6 × the provider failed: ${answeredWith})`,
      }),
    ],
    spent: { ...aSummary().spent, lostCalls: 3, estimatedCalls: 3 },
  }),
  'base-too-weak': aSummary({
    conclusion: 'neutral',
    verdicts: [
      aVerdict({
        verdict: 'base-too-weak',
        base: { passed: 2, failed: 18, unmeasured: 0 },
        head: { passed: 0, failed: 3, unmeasured: 0 },
        drop: { estimate: 0.1, low: -0.46, high: 0.3 },
        excludes: null,
      }),
    ],
    red: [{ spec: 'duration', failing: [rounding], why: 'the test command exited with 1' }],
  }),
  'budget-spent': aSummary({
    conclusion: 'neutral',
    models: both,
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        head: { passed: 3, failed: 0, unmeasured: 2 },
        drop: { estimate: 0, low: -0.16, high: 0.56 },
        excludes: null,
        why: 'not every planned sample could be measured (2 × the budget was spent)',
      }),
    ],
    spent: {
      ...aSummary().spent,
      ...{ cacheReadTokens: 8200, cacheWriteTokens: 3100, reasoningTokens: 4600 },
      ...{ usd: 9.61, savedUsd: 0.31 },
      priceTableDate: '2026-09-23',
      exhaustedCaps: ['usd'],
      notReached: [{ spec: 'duration', model: sol, samples: 2 }],
    },
    projection: {
      questions: 2,
      generations: { atLeast: 6, atMost: 48 },
      usd: { atLeast: 1.2, atMost: 14 },
      unpriced: [],
      isAssumed: false,
      testMinutes: 2.4,
    },
  }),
  'stopped-model': aSummary({
    conclusion: 'failure',
    models: [
      aModel(claude),
      aModel(sol, {
        servedBy: [],
        stopped: '404 the model `gpt-6.1-sol` does not exist or you do not have access to it.',
        isMisconfigured: true,
      }),
    ],
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        base: { passed: 0, failed: 0, unmeasured: 3 },
        head: { passed: 0, failed: 0, unmeasured: 3 },
        drop: null,
        p: null,
        excludes: null,
        why: 'not every planned sample could be measured (6 × the vendor refused the configuration)',
      }),
    ],
  }),
};
