import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import type { Requirements } from '../../../core/verdict/requirements.ts';
import type { ComparedChange } from '../../../core/specs/change-class.ts';
import { aChange, aSummary, aVerdict, aVersion } from '../a-summary.ts';
import { sol, both, nothingAsked } from '../report-parts.ts';

/** Runs about specs that are new, deleted, unchanged or share their code. */
export const specLifeSituations: Readonly<Record<string, PortabilitySummary>> = {
  'nothing-to-do': aSummary({ changes: [], verdicts: [], ...nothingAsked }),
  'new-spec': aSummary({
    conclusion: 'neutral',
    models: both,
    changes: [aChange({ name: 'calendar', base: null })],
    verdicts: [
      aVerdict({
        spec: 'calendar',
        asks: 'portable',
        verdict: 'portable',
        base: null,
        head: { passed: 12, failed: 0, unmeasured: 0 },
        drop: null,
        p: null,
        excludes: null,
      }),
      aVerdict({
        spec: 'calendar',
        model: sol,
        asks: 'portable',
        verdict: 'not-portable',
        base: null,
        head: { passed: 3, failed: 9, unmeasured: 0 },
        drop: null,
        p: null,
        excludes: null,
      }),
    ],
  }),
  'new-tests-unmet': aSummary({
    conclusion: 'neutral',
    models: both,
    verdicts: [
      aVerdict({
        requirements: newTests('unmet', { passed: 0, samples: 5 }),
        compared: { common: 347, new: 2, gone: 302, moved: 1, red: 1 },
        wholeHead: { passed: 0, failed: 5, unmeasured: 0 },
      }),
      aVerdict({
        model: sol,
        requirements: newTests('undecided', { passed: 3, samples: 5 }),
        compared: { common: 347, new: 2, gone: 302, moved: 1, red: 1 },
        wholeHead: { passed: 3, failed: 2, unmeasured: 0 },
      }),
    ],
  }),
  'new-tests-met': aSummary({
    verdicts: [
      aVerdict({
        requirements: newTests('met', { passed: 5, samples: 5 }),
        compared: { common: 12, new: 2, gone: 0, moved: 0, red: 0 },
      }),
    ],
  }),
  'deleted-spec': aSummary({
    changes: [aChange({ name: 'legacy', head: null, hunks: [] })],
    verdicts: [],
    ...nothingAsked,
  }),
  'shared-writes': aSummary({
    changes: ['a', 'b'].map((name) => writing(name, ['src/x.mjs'])),
    verdicts: ['a', 'b'].map((spec) => aVerdict({ spec })),
  }),
};

function newTests(
  verdict: Requirements['verdict'],
  { passed, samples }: { readonly passed: number; readonly samples: number },
): Requirements {
  return {
    verdict,
    p: verdict === 'unmet' ? 0.065 : 1,
    passed,
    samples,
    tests: [
      { test: 'test/duration.test.mjs > upper case is read', passed, failed: samples - passed },
      { test: 'test/duration.test.mjs > weeks are read', passed: samples, failed: 0 },
    ],
  };
}

function writing(name: string, emptied: readonly string[]): ComparedChange {
  return aChange({ name, head: { ...aVersion(name, 'head'), emptied } });
}
