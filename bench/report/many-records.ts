import { writeAnswer } from '../../src/core/generation/answer-protocol.ts';
import { digest } from '../../src/core/digest.ts';
import { coldDraw } from '../../src/core/plan/draw.ts';
import { measuredFrom } from '../../src/core/verdict/measured.ts';
import type { UnreadCell } from '../../src/core/verdict/measurements.ts';
import { armsFor } from '../../src/core/plan/arm.ts';
import type { Arm } from '../../src/core/plan/arm.ts';
import type { GenerationRecord } from '../../src/core/records/record.ts';
import { ask, sidesOf } from '../../src/core/plan/question.ts';
import type { Question } from '../../src/core/plan/question.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import type { Model } from '../../src/core/settings.ts';
import type { TestRun, TreeRuns } from '../../src/core/results/test-report.ts';
import type { SpecVersion } from '../../src/core/specs/spec.ts';
import type { Judged } from '../../src/pipeline/check/judge.ts';
import { inMemory } from '../../src/testing/builders/in-memory.ts';
import { aChange, aModel, aSpec, aVersion } from '../../src/testing/builders/a-question.ts';

/** A run of this size, made up: two files of 2 kB, 30 tests and 1 kB of output a generation, one in ten failing. */
export function manyRecords(size: {
  readonly specs: number;
  readonly models: number;
  readonly records: number;
}): Judged & { readonly records: number } {
  const models = Array.from({ length: size.models }, (_, index) =>
    aModel({
      id: `vendor-${index + 1}/model-${index + 1}`,
      name: `model-${index + 1}`,
      price: { input: 1, output: 5 },
    }),
  );
  // A generation and its test run are two records.
  const perArm = size.records / 2 / (size.specs * size.models * 2);
  const changes = Array.from({ length: size.specs }, (_, index) => changeOf(`spec-${index + 1}`));
  const questions = changes.flatMap((change) => models.map((model) => questionOf(change, model, perArm)));
  const sides = questions.flatMap((question) => sidesOf(question).map((side) => ({ ...side, question })));
  const cells = sides.flatMap(({ question, role, arm, samples }, place) =>
    samples.map((sample) => ({
      question: question.id,
      role,
      ...cellOf(arm, sample, place * perArm + sample),
    })),
  );
  const trees = new Map(
    changes.flatMap(({ base, head }) => [base, head].map((version) => [version, treeOf(version)] as const)),
  );
  const { settings } = readSettings({ file: { path: 'bench.yml', text: config }, inputs: {} });
  return {
    records: cells.length * 2,
    trigger: { kind: 'manual', base: 'a'.repeat(40), head: 'b'.repeat(40) },
    settings: { ...settings, models },
    plan: { changes, questions },
    measurements: measuredFrom({ questions, cells, trees }),
    sandbox: 'bubblewrap',
    isolation: null,
    stopped: new Map(),
    notes: [],
    skipReason: null,
    exhaustedCaps: [],
    lost: [],
    seconds: 1200,
  };
}

function questionOf(change: ReturnType<typeof changeOf>, model: Model, perArm: number): Question {
  const armOf = armsFor(change);
  const arms = { base: armOf(change.base, model), head: armOf(change.head, model) };
  return { ...ask({ asks: 'regression', change, ...arms }), ...coldDraw([3, 5, 8, 12, perArm]) };
}

const config = `version: 1
specs: [{ name: answer, spec: [SPEC.md], writes: ["src/**"], test: npm test }]
models: [anthropic/claude-sonnet-5-5]
`;

function changeOf(name: string) {
  const version = (side: 'base' | 'head'): SpecVersion =>
    aVersion(side, {
      spec: aSpec({ name }),
      files: [
        {
          path: `specs/${name}/SPEC.md`,
          text: `${'A rule of some length.\n'.repeat(40)}Rounds as ${side} says.\n`,
        },
      ],
    });
  const base = version('base');
  const head = version('head');
  const hunks = [
    {
      index: 0,
      file: `specs/${name}/SPEC.md`,
      baseStart: 41,
      headStart: 41,
      removed: ['Rounds as base says.'],
      added: ['Rounds as head says.'],
    },
  ];
  return { ...aChange({ name, hunks }), base, head };
}

type Made = Omit<UnreadCell, 'question' | 'role'>;
type Recorded = Omit<Made, 'generation'> & { readonly generation: GenerationRecord };

// Read from JSON, as records are: shared strings would flatter the memory, strings put together piece by piece waste it.
function cellOf(arm: Arm, sample: number, number: number): Made {
  const parsed = JSON.parse(JSON.stringify({ ...recordsOf(arm, sample, number), arm: null })) as Recorded;
  return { ...parsed, arm, generation: inMemory(parsed.generation) };
}

function recordsOf(arm: Arm, sample: number, number: number): Recorded {
  const fails = number % 10 === 9;
  const nonce = `nonce${number}`;
  const { name } = arm.version.spec;
  return {
    arm,
    sample,
    cached: true,
    flaky: [],
    code: { kind: 'files' },
    testRun: testRunOf(name, number, fails),
    generation: {
      schema: 1,
      kind: 'generation',
      key: digest(number),
      origin: { at: number, event: 'local', ref: null, run: null, pullRequest: null },
      model: arm.model.id,
      sample,
      nonce,
      attempts: 1,
      result: {
        kind: 'completed',
        completion: {
          text: writeAnswer(
            ['one', 'two'].map((file) => ({ path: `src/${name}/${file}.mjs`, content: sourceOf(number) })),
            nonce,
          ),
          finish: 'complete',
          servedBy: `${arm.model.name}-20260901`,
          requestId: null,
          usage: { inputTokens: 1500, cachedInputTokens: 0, outputTokens: 1200 },
          latencyMs: 9000,
        },
      },
    },
  };
}

function sourceOf(number: number): string {
  let text = `// Sample ${number}\n`;
  for (let line = 0; text.length < 2048; line += 1)
    text += `export function rule${line}(value) {\n  return Math.floor(value / ${number + line}) + ${line};\n}\n`;
  return text;
}

function testRunOf(spec: string, number: number, fails: boolean): TestRun {
  let output = '';
  for (let test = 0; output.length < 1024; test += 1)
    output += `ok ${test} - rule ${test} of sample ${number}\n`;
  return {
    run: {
      end: { kind: 'exited', code: fails ? 1 : 0 },
      stdout: { text: output, droppedBytes: 0 },
      stderr: { text: '', droppedBytes: 0 },
      durationMs: 300,
    },
    report: {
      format: 'node-test',
      cases: Array.from({ length: 30 }, (_, test) => {
        const isBroken = fails && test === number % 30;
        return {
          id: `test/${spec}.test.mjs > keeps rule ${test + 1} of the spec`,
          status: isBroken ? 'failed' : 'passed',
          message: isBroken ? `Expected ${number}, received ${number + 1}` : '',
        };
      }),
    },
  };
}

function treeOf(version: SpecVersion): TreeRuns {
  const own = testRunOf(version.spec.name, 0, false);
  const emptied = {
    run: { ...own.run, end: { kind: 'exited', code: 1 } as const },
    report: {
      format: 'node-test' as const,
      cases: (own.report?.cases ?? []).map((each) => ({ ...each, status: 'failed' as const })),
    },
  };
  return { own, emptied, notes: [] };
}
