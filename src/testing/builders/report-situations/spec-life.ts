import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import type { SpecPair } from '../../../core/specs/spec.ts';
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

function writing(name: string, emptied: readonly string[]): SpecPair {
  const change = aChange({ name });
  return { ...change, head: { ...aVersion(name, 'head'), emptied } };
}
