import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aChange, aRow, aSummary, aVerdict } from '../a-summary.ts';
import {
  claude,
  sol,
  rounding,
  both,
  regressedOnSol,
  reworded,
  suspectedOnSol,
  matrix,
  regression,
} from '../report-parts.ts';

/** Runs with a verdict on every model. */
export const judgedSituations: Readonly<Record<string, PortabilitySummary>> = {
  regression: aSummary(regression),
  improved: aSummary({
    models: both,
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'improved',
        base: { passed: 3, failed: 17, unmeasured: 0 },
        drop: { estimate: -0.85, low: -0.95, high: -0.36 },
        excludes: 0.1,
      }),
    ],
  }),
  'all-held': aSummary({
    models: both,
    verdicts: [aVerdict(), aVerdict({ model: sol, excludes: 0.3 })],
    matrix: matrix.slice(0, 1),
  }),
  'same-words': aSummary({
    ...regression,
    changes: [reworded],
    verdicts: [aVerdict(), { ...regressedOnSol, culprit: reworded.hunks }],
  }),
  'same-words-suspected': aSummary({
    conclusion: 'neutral',
    models: both,
    changes: [reworded, aChange({ name: 'calendar' })],
    verdicts: [
      { ...suspectedOnSol, culprit: reworded.hunks },
      aVerdict({ spec: 'calendar', model: sol }),
      aVerdict(),
    ],
  }),
  'tests-changed-too': aSummary({
    ...regression,
    changes: [aChange({ changedTests: ['test/duration.test.mjs', 'test/rounding.test.mjs'] })],
    matrix: [
      ...matrix,
      aRow(
        'duration > rejects negative input',
        {
          [claude]: { base: null, head: { passed: 5, failed: 0 } },
          [sol]: { base: null, head: { passed: 2, failed: 3 } },
        },
        { on: 'head-only' },
      ),
      aRow(
        'duration > accepts negative input',
        { [claude]: { base: { passed: 20, failed: 0 }, head: null } },
        { on: 'base-only' },
      ),
    ],
  }),
  'fail-on-never': aSummary({
    ...regression,
    conclusion: 'success',
    settings: { ...aSummary().settings, failOn: 'never' },
  }),
  unconfirmed: aSummary({
    ...regression,
    verdicts: [aVerdict(), { ...regressedOnSol, unconfirmed: true }],
  }),
  'red-base': aSummary({
    ...regression,
    red: [{ spec: 'duration', failing: [rounding], why: 'the test command exited with 1' }],
  }),
};
