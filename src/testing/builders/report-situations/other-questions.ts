import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aChange, aRow, aSummary, aVerdict } from '../a-summary.ts';
import { claude, sol, rounding, both, regressedOnSol, matrix } from '../report-parts.ts';

const stillText = ['duration', 'calendar'].map((name) => {
  const change = aChange({ name, hunks: [] });
  return { ...change, base: change.head };
});

const onDemand: PortabilitySummary['trigger'] = {
  kind: 'manual',
  base: aSummary().trigger.head,
  head: aSummary().trigger.head,
};

const betweenModels: Partial<PortabilitySummary> = {
  trigger: onDemand,
  models: both,
  changes: stillText,
};

const atNight: Partial<PortabilitySummary> = {
  trigger: onDemand,
  models: both,
  changes: stillText.slice(0, 1),
};

/** Runs that compare two models or two nights instead of two texts. */
export const otherQuestionSituations: Readonly<Record<string, PortabilitySummary>> = {
  'model-switch': aSummary({
    ...betweenModels,
    conclusion: 'failure',
    verdicts: [
      aVerdict({
        ...regressedOnSol,
        asks: 'model-switch',
        insteadOf: claude,
        culprit: [],
      }),
      aVerdict({ spec: 'calendar', model: sol, asks: 'model-switch', insteadOf: claude }),
    ],
    matrix: [
      aRow(
        rounding,
        {
          [claude]: { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } },
          [sol]: { base: { passed: 20, failed: 0 }, head: { passed: 0, failed: 5 } },
        },
        { asks: 'model-switch', insteadOf: claude },
      ),
    ],
  }),
  'model-switch-held': aSummary({
    ...betweenModels,
    verdicts: ['duration', 'calendar'].map((spec) =>
      aVerdict({ spec, model: sol, asks: 'model-switch', insteadOf: claude }),
    ),
  }),
  drift: aSummary({
    ...atNight,
    conclusion: 'failure',
    verdicts: [aVerdict({ asks: 'drift' }), aVerdict({ ...regressedOnSol, asks: 'drift', culprit: [] })],
    matrix,
  }),
  'no-drift': aSummary({
    ...atNight,
    verdicts: [aVerdict({ asks: 'drift' }), aVerdict({ asks: 'drift', model: sol, excludes: 0.3 })],
  }),
};
