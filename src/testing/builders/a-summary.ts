import { digest } from '../../core/digest.ts';
import { additionalKindOf } from '../../core/records/asks.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { remembered } from '../../core/remembered.ts';
import { compareSides, type ComparedChange } from '../../core/specs/change-class.ts';
import type { Hunk, Spec, SpecPair, SpecVersion } from '../../core/specs/spec.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import type { MatrixRow, TestTally } from '../../core/verdict/matrix.ts';

/** The base commit of every built summary. */
const baseSha = 'b'.repeat(40);

/** The head commit of every built summary. */
export const headSha = 'c'.repeat(40);

/** A summary of a pull request that changed one spec and held on one model. */
export function aSummary(overrides: Partial<PortabilitySummary> = {}): PortabilitySummary {
  return {
    trigger: {
      kind: 'pull-request',
      number: 7,
      base: baseSha,
      head: headSha,
      baseTip: baseSha,
      fromFork: false,
    },
    conclusion: 'success',
    skipReason: null,
    red: [],
    models: [aModel('anthropic/claude-sonnet-5-5')],
    verdicts: [aVerdict()],
    matrix: [],
    portability: [],
    spent: {
      generations: 10,
      cachedGenerations: 40,
      lostCalls: 0,
      estimatedCalls: 0,
      inputTokens: 12_000,
      outputTokens: 9000,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      reasoningTokens: 0,
      savedUsd: 0,
      usd: 1.84,
      unpriced: [],
      priceTableDate: null,
      exhaustedCaps: [],
      notReached: [],
      seconds: 96,
    },
    settings: {
      alpha: 0.05,
      drop: 0.4,
      beta: 0.1,
      looks: [3, 5, 8, 12],
      protocol: 1,
      sandbox: 'bubblewrap',
      failOn: 'regressed',
    },
    notes: [],
    ...overrides,
    // Made anew, because a side may have been replaced since.
    changes: (overrides.changes ?? [aChange()]).map(compared),
  };
}

/** A change with its facts. Hundreds of built changes have the same texts, and reading a text costs a millisecond. */
function compared(change: SpecPair): ComparedChange {
  const { base, head, changedTests, otherFilesChanged } = change;
  return { ...change, ...factsOf(JSON.stringify({ base, head, changedTests, otherFilesChanged })) };
}

const factsOf = remembered((sides) => {
  const { class: found, asksTheSame } = compareSides(JSON.parse(sides) as SpecPair);
  return { class: found, asksTheSame };
});

/** A model of a summary. */
export function aModel(
  id: string,
  overrides: Partial<PortabilitySummary['models'][number]> = {},
): PortabilitySummary['models'][number] {
  return {
    id,
    servedBy: [`${id.split('/').at(-1) ?? id}-20260901`],
    effort: null,
    simulated: false,
    stopped: null,
    isMisconfigured: false,
    ...overrides,
  };
}

/** A verdict that held. */
export function aVerdict(overrides: Partial<Verdict> = {}): Verdict {
  const verdict = {
    spec: 'duration',
    model: 'anthropic/claude-sonnet-5-5',
    asks: 'regression' as const,
    verdict: 'held' as const,
    base: { passed: 20, failed: 0, unmeasured: 0 },
    head: { passed: 5, failed: 0, unmeasured: 0 },
    drop: { estimate: 0, low: -0.16, high: 0.43 },
    p: 1,
    excludes: 0.4,
    brokenTests: [],
    unconfirmed: false,
    culprit: [],
    requirements: null,
    compared: null,
    withoutResult: [],
    wholeHead: overrides.head ?? { passed: 5, failed: 0, unmeasured: 0 },
    why: null,
    ...overrides,
  };
  // Made anew, because what is overridden may come from another verdict.
  return { ...verdict, question: questionId(verdict) };
}

/** The id that verdicts and rows of these builders share if they are about the same question. */
export function questionId(of: {
  readonly spec: string;
  readonly model: string;
  readonly asks?: Verdict['asks'] | undefined;
  readonly insteadOf?: string | undefined;
}): string {
  return digest([of.spec, of.model, additionalKindOf(of.asks), of.insteadOf]);
}

/** A hunk that replaced one line. */
export function aHunk(overrides: Partial<Hunk> = {}): Hunk {
  return {
    index: 0,
    file: 'specs/duration/SPEC.md',
    baseStart: 41,
    headStart: 41,
    removed: ['Half a unit rounds up.'],
    added: ['Round to the nearest unit.'],
    ...overrides,
  };
}

/** A spec whose text changed in one hunk. */
export function aChange(overrides: Partial<SpecPair> = {}): ComparedChange {
  const name = overrides.name ?? 'duration';
  return compared({
    name,
    base: aVersion(name, 'base'),
    head: aVersion(name, 'head'),
    hunks: [aHunk({ file: `specs/${name}/SPEC.md` })],
    changedTests: [],
    otherFilesChanged: false,
    ...overrides,
  });
}

/** One row of the per-test matrix; `insteadOf` is the old model of a model switch. */
export function aRow(
  test: string,
  byModel: Readonly<Record<string, { readonly base: TestTally | null; readonly head: TestTally | null }>>,
  overrides: Partial<MatrixRow> & { readonly insteadOf?: string } = {},
): MatrixRow {
  const { insteadOf, ...row } = { spec: 'duration', test, on: 'both' as const, ...overrides };
  const byQuestion = Object.entries(byModel).map(([model, tallies]) => {
    const id = questionId({ spec: row.spec, model, asks: row.asks, insteadOf });
    return [id, { model, ...tallies }] as const;
  });
  return { byQuestion: new Map(byQuestion), ...row };
}

/** One side of a spec. */
export function aVersion(name: string, side: 'base' | 'head'): SpecVersion {
  const path = `specs/${name}/SPEC.md`;
  return {
    spec: aSpec(name, path),
    commit: side === 'base' ? baseSha : headSha,
    files: [{ path, text: `${side === 'base' ? 'Half a unit rounds up.' : 'Round to the nearest unit.'}\n` }],
    instructions: [],
    context: [],
    emptied: [],
  };
}

function aSpec(name: string, path: string): Spec {
  return {
    name,
    files: [path],
    instructions: [],
    writes: ['src/**'],
    tests: [],
    context: [],
    directory: '.',
    setup: null,
    setupEnv: [],
    writableDeps: [],
    test: 'npm test',
    results: { kind: 'auto' },
    timeoutMs: null,
  };
}
