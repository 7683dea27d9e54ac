import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aChange, aHunk, aSummary, aVerdict, questionId } from '../a-summary.ts';
import { claude, sol, both, regressedOnSol, regression } from '../report-parts.ts';

/** Runs whose generated code was not isolated, was not asked twice, or tried to cheat. */
export const isolationSituations: Readonly<Record<string, PortabilitySummary>> = {
  'simulated-unsandboxed': aSummary({
    ...regression,
    models: both.map((model) => ({ ...model, simulated: true })),
    changes: [
      aChange({
        hunks: [
          aHunk(),
          aHunk({ index: 1, headStart: 60, baseStart: 60, removed: [], added: ['Use `Math.round`.'] }),
        ],
      }),
    ],
    verdicts: [
      aVerdict(),
      {
        ...regressedOnSol,
        culprit: [
          aHunk(),
          aHunk({ index: 1, headStart: 60, baseStart: 60, removed: [], added: ['Use `Math.round`.'] }),
        ],
      },
    ],
    settings: { ...aSummary().settings, sandbox: 'none' },
    spent: { ...aSummary().spent, usd: null, unpriced: [sol] },
    notes: ['Emptied before each generation: `src/duration/**` (1 file).'],
  }),
  unsandboxed: aSummary({
    models: both,
    verdicts: [aVerdict(), aVerdict({ model: sol })],
    settings: { ...aSummary().settings, sandbox: 'none' },
  }),
  unproved: aSummary({
    models: both,
    verdicts: [aVerdict(), aVerdict({ model: sol })],
    settings: { ...aSummary().settings, controls: 'off' },
  }),
  tampered: aSummary({
    ...regression,
    settings: {
      ...aSummary().settings,
      isolation: 'isolation: bubblewrap 0.8.0, 12 of 12 attempts to break out stopped',
    },
    tampered: 4,
    tamperedIn: [
      { question: questionId({ spec: 'duration', model: sol }), base: 0, head: 3 },
      { question: questionId({ spec: 'duration', model: claude }), base: 1, head: 0 },
    ],
    notes: [
      `Tampered with its tests: 3 generations of duration on head by ${sol} (test functions replaced); counted as failed.`,
      `Tampered with its tests: 1 generation of duration on base by ${claude} (a forged witness); counted as failed.`,
    ],
  }),
};
