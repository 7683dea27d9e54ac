import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aSummary } from '../a-summary.ts';
import { both, claude, fromFork, nothingAsked, sol } from '../report-parts.ts';

/** Runs in which no model was asked although a spec changed. */
export const skippedSituations: Readonly<Record<string, PortabilitySummary>> = {
  fork: aSummary({
    ...fromFork,
    skipReason:
      'GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.',
  }),
  'dry-run': aSummary({
    conclusion: 'neutral',
    verdicts: [],
    ...nothingAsked,
    skipReason: 'Dry run: no model was asked.',
    planned: [
      { spec: 'duration', model: claude, asks: 'regression', base: 20, head: 12, stored: 14 },
      { spec: 'duration', model: sol, asks: 'regression', base: 12, head: 12, stored: 0 },
    ],
    models: both,
  }),
  'fork-unsandboxed': aSummary({
    ...fromFork,
    skipReason:
      'Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.',
    notes: ['The glob docs/** of context or instructions matches no file.'],
  }),
};
