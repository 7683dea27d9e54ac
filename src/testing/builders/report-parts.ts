import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { aChange, aHunk, aModel, aRow, aSummary, aVerdict, aVersion } from './a-summary.ts';

/** A model on which nothing regresses. */
export const claude = 'anthropic/claude-sonnet-5-5';
/** The model on which something regresses. */
export const sol = 'openai/gpt-6.1-sol';
/** The test that moves. */
export const rounding = 'duration > rounds half up';
/** Both models as a summary names them. */
export const both = [aModel(claude), aModel(sol)];

/** A plain regression. */
export const regressedOnSol = aVerdict({
  model: sol,
  verdict: 'regressed',
  head: { passed: 0, failed: 5, unmeasured: 0 },
  drop: { estimate: 1, low: 0.57, high: 1 },
  p: 0.0000021,
  excludes: null,
  brokenTests: [rounding],
  culprit: [aHunk()],
});

/** A comparison that the last look leaves open. */
export const inconclusiveOnSol = aVerdict({
  model: sol,
  verdict: 'inconclusive',
  head: { passed: 9, failed: 3, unmeasured: 0 },
  drop: { estimate: 0.25, low: 0.01, high: 0.53 },
  p: 0.21,
  excludes: null,
  why: 'all 12 samples are drawn, and they neither show a drop nor rule one of 40 percentage points out.',
});

/** An edit that changes only markup and line ends. */
export const reworded = aChange({
  base: withText('base', 'Half a unit **must** round up.'),
  head: withText('head', 'Half a unit\nmust round up.'),
  hunks: [aHunk({ removed: ['Half a unit **must** round up.'], added: ['Half a unit', 'must round up.'] })],
});

/** A drop that is not certain once all questions of the run are counted. */
export const suspectedOnSol = aVerdict({
  ...regressedOnSol,
  verdict: 'suspected',
  head: { passed: 9, failed: 3, unmeasured: 0 },
  drop: { estimate: 0.25, low: 0.01, high: 0.53 },
  p: 0.08,
});

/** Two tests on two models. */
export const matrix = [
  aRow('duration > reads hours', {
    [claude]: { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } },
    [sol]: { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } },
  }),
  aRow(rounding, {
    [claude]: { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } },
    [sol]: { base: { passed: 20, failed: 0 }, head: { passed: 0, failed: 5 } },
  }),
];

/** The situation that most tests start from. */
export const regression: Partial<PortabilitySummary> = {
  conclusion: 'failure',
  models: both,
  verdicts: [aVerdict(), regressedOnSol],
  matrix,
  portability: [{ spec: 'duration', base: 0.98, head: 0.5, portableOn: [claude] }],
};

const nothingSpent = {
  generations: 0,
  cachedGenerations: 0,
  lostCalls: 0,
  estimatedCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  reasoningTokens: 0,
  savedUsd: 0,
  usd: 0,
  unpriced: [],
  priceTableDate: null,
  exhaustedCaps: [],
  notReached: [],
  seconds: 0.4,
};

/** The spending and settings of a run that asked nothing. */
export const nothingAsked: Pick<PortabilitySummary, 'spent' | 'settings'> = {
  spent: nothingSpent,
  settings: { ...aSummary().settings, sandbox: 'unused' },
};

const shas = pullRequestShas(aSummary());

/** A pull request that gets no secrets. */
export const fromFork: Partial<PortabilitySummary> = {
  conclusion: 'neutral',
  trigger: {
    kind: 'pull-request',
    number: 7,
    base: shas.base,
    head: shas.head,
    baseTip: shas.base,
    fromFork: true,
  },
  verdicts: [],
  ...nothingAsked,
};

function pullRequestShas({ trigger }: PortabilitySummary): { readonly base: string; readonly head: string } {
  if (trigger.kind === 'audit') throw new Error('the summary is of a comparison');
  return trigger;
}

function withText(side: 'base' | 'head', text: string): SpecVersion {
  return { ...aVersion('duration', side), files: [{ path: 'specs/duration/SPEC.md', text }] };
}
