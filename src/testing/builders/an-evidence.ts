import { writeAnswer } from '../../core/generation/answer-protocol.ts';
import type { Arm } from '../../core/plan/arm.ts';
import type { Role } from '../../core/plan/question.ts';
import type { MeasuredCell } from '../../core/verdict/measurements.ts';
import type { CellStory, ComparisonEvidence, Evidence } from '../../core/report/evidence/evidence.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import type { Outcome } from '../../core/results/outcome.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { aModel, anArm } from './a-question.ts';
import { aVersion } from './a-summary.ts';
import { inMemory } from './in-memory.ts';

/** Texts of made-up generations; a hostile report puts hostile text everywhere. */
export type MadeUpTexts = {
  readonly path: string;
  readonly passing: string;
  readonly failing: string;
  readonly test: string;
  readonly message: string;
  readonly output: string;
  readonly served: string;
};

/** Harmless ones. */
const plainTexts: MadeUpTexts = {
  path: 'src/duration.mjs',
  passing: 'export const minutes = (seconds) => Math.floor((seconds + 30) / 60);\n',
  failing: 'export const minutes = (seconds) => Math.round(seconds / 60);\n',
  test: 'duration > rounds half up',
  message: 'Expected 3, received 2\n    at test/duration.test.mjs:12:3',
  output: '✖ rounds half up (1.2 ms)\nℹ tests 4\nℹ pass 3\nℹ fail 1\n',
  served: 'made-up-model-20260901',
};

/** Made-up evidence whose counts are those of the summary. */
export function anEvidence(summary: PortabilitySummary, texts: MadeUpTexts = plainTexts): Evidence {
  return {
    comparisons: summary.verdicts.map((verdict) => comparisonOf(verdict, texts)),
    costs: summary.models.map(({ id }) => ({
      model: id,
      generations: 5,
      cachedGenerations: 20,
      inputTokens: 6000,
      outputTokens: 4500,
      usd: summary.spent.usd === null ? null : 0.92,
    })),
    flaky: summary.verdicts
      .slice(0, 1)
      .map(({ spec, model }) => ({ spec, model, test: texts.test, flipped: 1, tested: 25 })),
  };
}

function comparisonOf(verdict: Verdict, texts: MadeUpTexts): ComparisonEvidence {
  const { base, head } = verdict;
  const first = Math.min(3, head.passed + head.failed);
  const early = { passed: Math.min(first, head.passed), failed: first - Math.min(first, head.passed) };
  return {
    question: verdict.question,
    spec: verdict.spec,
    model: verdict.model,
    asks: verdict.asks,
    looks: [
      { base, head: early, p: verdict.p === null ? null : 0.2, next: 'sample-more' },
      { base, head, p: verdict.p, next: 'last-look' },
    ],
    ended: 'Sampling ended with the last planned look.',
    cells: [
      ...storiesOf({ verdict, role: 'head', tally: head, texts }),
      ...(base === null ? [] : storiesOf({ verdict, role: 'base', tally: base, texts })),
    ],
  };
}

type Side = {
  readonly verdict: Verdict;
  readonly role: Role;
  readonly tally: Verdict['head'];
  readonly texts: MadeUpTexts;
};

function storiesOf(of: Side): CellStory[] {
  const { passed, failed, unmeasured } = of.tally;
  const arm = anArm(aVersion('duration', of.role), aModel({ id: of.verdict.model }));
  const { requirements } = of.verdict;
  const tests = of.verdict.brokenTests.length > 0 ? of.verdict.brokenTests : [of.texts.test];
  const outcomes: Outcome[] = [
    ...Array.from({ length: failed }, (): Outcome => ({ kind: 'failed', tests })),
    ...Array.from({ length: passed }, (): Outcome => ({ kind: 'passed' })),
    ...Array.from({ length: unmeasured }, (): Outcome => ({ kind: 'unmeasured', why: 'provider-error' })),
  ];
  return outcomes.map((outcome, sample) => ({
    cell: cellOf(arm, { outcome, sample, role: of.role, texts: of.texts, requirements }),
    outcome,
    role: of.role,
    reused: of.role === 'base',
    usd: 0.04,
  }));
}

type MadeUpCell = Pick<CellStory, 'outcome'> &
  Pick<MeasuredCell, 'sample' | 'role'> &
  Pick<Side, 'texts'> &
  Pick<Verdict, 'requirements'>;

// Tests that only the head has: the first samples pass them, as many as the verdict says.
function newCases({ role, requirements, sample, texts }: MadeUpCell) {
  if (role !== 'head' || requirements === null) return [];
  const status = sample < requirements.passed ? ('passed' as const) : ('failed' as const);
  return requirements.tests.map(({ test }) => ({
    id: test,
    status,
    message: status === 'passed' ? '' : texts.message,
  }));
}

function cellOf(arm: Arm, of: MadeUpCell): MeasuredCell {
  const { outcome, sample, role, texts } = of;
  const shared = {
    question: 'made up',
    evidence: null,
    role,
    arm,
    sample,
    flaky: sample === 0 ? [texts.test] : [],
    cached: true,
  };
  if (outcome.kind === 'unmeasured')
    return { ...shared, code: { kind: 'unmeasured', why: outcome.why }, testRun: null, generation: null };
  const passes = outcome.kind === 'passed';
  return {
    ...shared,
    code: { kind: 'files' },
    testRun: {
      run: {
        end: { kind: 'exited', code: passes ? 0 : 1 },
        stdout: { text: texts.output, droppedBytes: 0 },
        stderr: { text: passes ? '' : texts.message, droppedBytes: 12 },
        durationMs: 412,
      },
      report: {
        format: 'node-test',
        cases: [
          { id: texts.test, status: passes ? 'passed' : 'failed', message: passes ? '' : texts.message },
          ...newCases(of),
        ],
      },
    },
    generation: inMemory({
      schema: 1,
      kind: 'generation',
      key: '0'.repeat(64),
      origin: { at: 0, event: 'local', ref: null, run: null, pullRequest: null },
      model: arm.model.id,
      sample,
      nonce,
      attempts: 1,
      result: {
        kind: 'completed',
        completion: {
          text: writeAnswer(
            [
              {
                path: texts.path,
                content: `// Sample ${sample + 1}.\n${passes && newCases(of).every(({ status }) => status === 'passed') ? texts.passing : texts.failing}`,
              },
            ],
            nonce,
          ),
          finish: 'complete',
          servedBy: texts.served,
          requestId: null,
          usage: {
            ...{ inputTokens: 1200, cachedInputTokens: 800, cacheWriteTokens: 300 },
            ...{ outputTokens: 300, reasoningTokens: 100 },
          },
          latencyMs: 5300,
        },
      },
    }),
  };
}

const nonce = 'n0nce';
