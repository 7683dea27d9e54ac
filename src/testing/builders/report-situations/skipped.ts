import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aSummary } from '../a-summary.ts';
import { fromFork } from '../report-parts.ts';

/** Runs in which no model was asked although a spec changed. */
export const skippedSituations: Readonly<Record<string, PortabilitySummary>> = {
  fork: aSummary({
    ...fromFork,
    skipReason:
      'GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.',
  }),
  'fork-unsandboxed': aSummary({
    ...fromFork,
    skipReason:
      'Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.',
    notes: ['The glob docs/** of context or instructions matches no file.'],
  }),
};
