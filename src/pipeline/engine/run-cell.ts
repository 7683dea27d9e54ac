import { suspicionsOf } from '../../core/generation/suspicions.ts';
import { readAnswer } from '../../core/generation/read-answer.ts';
import type { Answer, GeneratedFile } from '../../core/generation/completion.ts';
import type { UnreadCell } from '../../core/verdict/measurements.ts';
import type { Arm } from '../../core/plan/arm.ts';
import type { GenerationRecord } from '../../core/records/record.ts';
import { takenAnswer, type TakenAnswer } from '../../core/records/taken-answer.ts';
import { mayUse } from '../../core/records/trust.ts';
import { mayBeFlaky, combineReruns } from '../../core/results/combine-reruns.ts';
import type { CombinedRuns } from '../../core/results/combine-reruns.ts';
import type { NotGenerated } from '../../core/results/outcome.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import { SandboxError, UnsafePathError, WorkspaceLostError } from '../../errors.ts';
import { askModel } from './ask-model.ts';
import type { CellRequest } from './cell-request.ts';
import { withControlRun } from './control-run.ts';
import type { Engine } from './engine.ts';
import { runTests } from './run-tests.ts';
import { withForcedFailureRun } from './forced-failure-run.ts';

/** Measures one sample: asks the model (or replays its answer), then tests what it wrote. */
export async function runCell(engine: Engine, request: CellRequest): Promise<UnreadCell> {
  const { arm, question, role, sample } = request;
  const key = arm.keyOf(sample);
  const usable = await storedAnswer(engine, key, request.notBefore ?? 0);
  const begun = usable === null ? engine.begun.get(key) : undefined;
  const generated =
    usable ?? (await (begun === undefined ? askFirst(engine, request, key) : readAgain(begun)));
  const cached = usable !== null || begun !== undefined;
  const cell = { question, role, arm, sample, cached, testRun: null, flaky: [] };
  if (!('result' in generated)) {
    return { ...cell, code: { kind: 'unmeasured', ...generated }, generation: null };
  }
  return testedCell(engine, request, { ...cell, generation: generated });
}

type AnsweredCell = Omit<UnreadCell, 'code' | 'generation'> & { readonly generation: GenerationRecord };

/** The cell with what its tests say of its answer. */
async function testedCell(
  engine: Engine,
  request: CellRequest,
  { generation, ...rest }: AnsweredCell,
): Promise<UnreadCell> {
  const answer = answerOf(generation, rest.arm);
  const cell = { ...rest, generation: taken(engine, generation) };
  if (answer.kind === 'unusable')
    return { ...cell, code: { kind: 'no-code', why: answer.why, detail: answer.detail } };
  const combined = await testAnswer(engine, request, answer.files);
  if (combined === 'sandbox-error') return { ...cell, code: { kind: 'unmeasured', why: 'sandbox-error' } };
  if (combined === 'due') return { ...cell, code: { kind: 'unmeasured', why: 'budget' } };
  if (combined === 'unsafe-path') return { ...cell, code: { kind: 'no-code', why: 'unsafe-path' } };
  if (combined.testRun.run.end.kind === 'cancelled') {
    return { ...cell, code: { kind: 'unmeasured', why: 'cancelled' } };
  }
  return { ...cell, code: { kind: 'files' }, ...combined, suspicions: suspicionsOf(answer.files) };
}

/** A cell that was measured before its controls were known, tested with them. Its own test runs are on record. */
export async function controlledCell(
  engine: Engine,
  request: CellRequest,
  cell: UnreadCell,
): Promise<UnreadCell> {
  const generation = cell.testRun === null ? null : (cell.generation?.read() ?? null);
  if (generation === null) return cell;
  return testedCell(engine, request, { ...cell, generation, testRun: null, flaky: [] });
}

/** What a model wrote in this cell; null if nothing was tested. */
export function filesOf({ generation, testRun, arm }: UnreadCell): readonly GeneratedFile[] | null {
  const record = testRun === null ? null : (generation?.read() ?? null);
  if (record === null) return null;
  const answer = answerOf(record, arm);
  return answer.kind === 'unusable' ? null : answer.files;
}

function askFirst(engine: Engine, request: CellRequest, key: string): ReturnType<typeof askModel> {
  const asked = askModel(engine, request, key);
  const kept = asked.then((answer) => ('result' in answer ? taken(engine, answer) : answer));
  // Whoever asks is told of a failure; nobody may be waiting for this one.
  kept.catch(() => {});
  engine.begun.set(key, kept);
  return asked;
}

function taken({ ports: { records } }: Engine, record: GenerationRecord): TakenAnswer {
  // The function must not hold the record.
  const { key } = record;
  return takenAnswer(record, () => records.readGenerationSync(key));
}

async function readAgain(
  begun: Promise<TakenAnswer | NotGenerated>,
): Promise<GenerationRecord | NotGenerated> {
  const answer = await begun;
  if (!('read' in answer)) return answer;
  return answer.read() ?? { why: 'cancelled', detail: 'the record of its answer is gone' };
}

async function storedAnswer(
  { ports }: Engine,
  key: string,
  notBefore: number,
): Promise<GenerationRecord | null> {
  const stored = await ports.records.readGeneration(key);
  const isUsable = stored !== null && stored.origin.at >= notBefore && mayUse(stored, ports.reader);
  return isUsable ? stored : null;
}

function answerOf(record: GenerationRecord, arm: Arm): Answer {
  if (record.result.kind === 'too-long') {
    return { kind: 'unusable', why: 'too-long', detail: record.result.detail };
  }
  return readAnswer({
    completion: record.result.completion,
    nonce: record.nonce,
    mayWrite: arm.mayWrite,
  });
}

/**
 * Tests what a model wrote, as each sample is tested: with its reruns, its control run and, where there is none, the
 * forced-failure run.
 */
// A path may look safe and still lead through a link, or onto a file of this commit's tree.
export async function testAnswer(
  engine: Engine,
  request: CellRequest,
  files: readonly GeneratedFile[],
): Promise<CombinedRuns | 'unsafe-path' | 'sandbox-error' | 'due'> {
  const { version } = request.arm;
  const content = { kind: 'generated', files } as const;
  const { timeoutMs, isGuarded } = request;
  const run = async (repeat: number): Promise<TestRun> =>
    (await runTests(engine, version, { content, timeoutMs, isGuarded, repeat })).testRun;
  try {
    const runs: [TestRun, ...TestRun[]] = [await run(0)];
    // Tests the same tree again, at most twice and without a model call: a test that flips is at fault, not the
    // model.
    while (runs.length < 3 && mayBeFlaky(combineReruns(runs).testRun)) {
      const again = await run(runs.length);
      if (again.run.end.kind === 'cancelled') break;
      runs.push(again);
    }
    const combined = combineReruns(runs);
    const controlled = await withControlRun(engine, request, { files, testRun: combined.testRun });
    if (controlled === 'due') return 'due';
    return {
      ...combined,
      testRun: await withForcedFailureRun(engine, request, { files, testRun: controlled }),
    };
  } catch (error) {
    if (error instanceof UnsafePathError) return 'unsafe-path';
    // If an answer damages the machine's state, only its own sample ends.
    if (error instanceof WorkspaceLostError || error instanceof SandboxError) return 'sandbox-error';
    throw error;
  }
}
