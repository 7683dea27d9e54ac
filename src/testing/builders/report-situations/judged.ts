import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aChange, aHunk, aRow, aSummary, aVerdict } from '../a-summary.ts';
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

const longLine = (rule: string): string =>
  `${'Many words come before the rule that matters. '.repeat(8)}A value is rounded ${rule}, ${'and many come after it. '.repeat(8)}`;

const fiveHunks = [
  ['Names are short.', 'Names are very short.'],
  ['Durations are text.', 'Durations are plain text.'],
  ['Hours are read.', 'Hours are read first.'],
  ['Blanks are cut.', 'Blanks are cut away.'],
  [longLine('half up'), longLine('sensibly')],
].map(([removed = '', added = ''], index) =>
  aHunk({ index, baseStart: 10 * index + 1, headStart: 10 * index + 1, removed: [removed], added: [added] }),
);

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
  'endless-loop': aSummary({
    ...regression,
    verdicts: [
      aVerdict({
        base: { passed: 19, failed: 1, unmeasured: 0 },
        withoutResult: [{ why: 'the tests did not end within 60 s', base: 1, head: 0 }],
      }),
      {
        ...regressedOnSol,
        brokenTests: [],
        withoutResult: [{ why: 'the tests did not end within 60 s', base: 0, head: 5 }],
      },
    ],
    matrix: [
      ...matrix.slice(0, 1),
      aRow(rounding, {
        [claude]: { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } },
        [sol]: { base: { passed: 20, failed: 0 }, head: { passed: 0, failed: 0 } },
      }),
    ],
  }),
  'five-changes': aSummary({
    ...regression,
    changes: [aChange({ hunks: fiveHunks })],
    verdicts: [aVerdict(), { ...regressedOnSol, culprit: fiveHunks }],
  }),
  'red-base': aSummary({
    ...regression,
    red: [{ spec: 'duration', failing: [rounding], why: 'the test command exited with 1' }],
  }),
};
