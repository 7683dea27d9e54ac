import { generationKey } from '../core/generation/generation-key.ts';
import { readAnswer } from '../core/generation/read-answer.ts';
import type { Answer, GeneratedFile, Generation, Prompt } from '../core/generation/completion.ts';
import type { MeasuredCell } from '../core/plan/measurements.ts';
import type { Arm } from '../core/plan/plan.ts';
import type { GenerationRecord } from '../core/plan/record.ts';
import type { TestRun } from '../core/results/test-report.ts';
import { mayWrite } from '../core/specs/writable.ts';
import { UnsafePathError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { generate } from './generate.ts';
import { runTests } from './run-tests.ts';

/** What a cell needs besides its arm: the prompt all samples of the arm share, and how long its tests may take. */
export type CellRequest = {
  readonly arm: Arm;
  readonly sample: number;
  readonly prompt: Prompt;
  readonly timeoutMs: number;
};

/** Measures one sample: asks the model (or replays its answer), then tests what it wrote. */
export async function runCell(engine: Engine, request: CellRequest): Promise<MeasuredCell> {
  const key = generationKey({ prompt: request.prompt, model: request.arm.model, sample: request.sample });
  const stored = await engine.ports.records.readGeneration(key);
  const generated = stored ?? (await sampleModel(engine, request, key));
  const base = { arm: request.arm, sample: request.sample, cached: stored !== null };
  if (!('result' in generated)) {
    return { ...base, code: { kind: 'unmeasured', why: generated.why }, testRun: null, generation: null };
  }
  const answer = answerOf(generated, request.arm);
  if (answer.kind === 'unusable') {
    return { ...base, code: { kind: 'no-code', why: answer.why }, testRun: null, generation: generated };
  }
  const testRun = await testAnswer(engine, request, answer.files);
  if (testRun === 'unsafe-path') {
    return { ...base, code: { kind: 'no-code', why: 'unsafe-path' }, testRun: null, generation: generated };
  }
  if (testRun.run.end.kind === 'cancelled') {
    return { ...base, code: { kind: 'unmeasured', why: 'cancelled' }, testRun: null, generation: generated };
  }
  return { ...base, code: { kind: 'files' }, testRun, generation: generated };
}

// A path can look safe and still lead through a link or onto a file that the tree of this commit holds.
async function testAnswer(
  engine: Engine,
  request: CellRequest,
  files: readonly GeneratedFile[],
): Promise<TestRun | 'unsafe-path'> {
  const content = { kind: 'generated', files } as const;
  try {
    return await runTests(engine, request.arm.version, { content, timeoutMs: request.timeoutMs });
  } catch (error) {
    if (error instanceof UnsafePathError) return 'unsafe-path';
    throw error;
  }
}

function answerOf(record: GenerationRecord, arm: Arm): Answer {
  if (record.result.kind === 'too-long') {
    return { kind: 'unusable', why: 'too-long', detail: record.result.detail };
  }
  return readAnswer({
    completion: record.result.completion,
    nonce: record.nonce,
    mayWrite: (path) => mayWrite(path, arm.version.spec),
  });
}

type Unmeasured = { readonly why: 'provider-error' | 'quota' | 'budget' | 'cancelled' };

// An outage is sampled again, twice at most: it is never evidence, but it must end.
async function sampleModel(
  engine: Engine,
  request: CellRequest,
  key: string,
): Promise<GenerationRecord | Unmeasured> {
  let last: Unmeasured = { why: 'provider-error' };
  for (let sampling = 0; sampling < 3; sampling += 1) {
    const outcome = await engine.slots.call(() => askOnce(engine, request, key));
    if ('result' in outcome || outcome.why === 'budget' || outcome.why === 'cancelled') return outcome;
    last = outcome;
  }
  return last;
}

async function askOnce(
  engine: Engine,
  request: CellRequest,
  key: string,
): Promise<GenerationRecord | Unmeasured> {
  const { arm, prompt } = request;
  const refusal = mayAsk(engine, arm.model.id);
  if (refusal !== null) return refusal;
  engine.watch.begin();
  const generation = await generate({
    client: engine.ports.clientOf(arm.model),
    prompt,
    clock: engine.ports.clock,
    signal: AbortSignal.any([engine.signal, engine.timeUp]),
    deadline: engine.deadline,
  });
  engine.watch.note(arm.model.id, generation);
  const record = recordOf(generation, request, key);
  // A paid answer is on disk before anything else happens to it.
  if ('result' in record) await engine.ports.records.write(record);
  return record;
}

function mayAsk(engine: Engine, model: string): Unmeasured | null {
  if (engine.signal.aborted) return { why: 'cancelled' };
  if (engine.watch.stopped(model) !== null) return { why: 'provider-error' };
  const isSpent =
    engine.watch.generations >= engine.settings.budget.generations ||
    engine.ports.clock.now() >= engine.deadline;
  return isSpent ? { why: 'budget' } : null;
}

function recordOf(generation: Generation, request: CellRequest, key: string): GenerationRecord | Unmeasured {
  const named = {
    schema: 1,
    kind: 'generation',
    key,
    model: request.arm.model.id,
    sample: request.sample,
    nonce: request.prompt.nonce,
    attempts: generation.attempts,
  } as const;
  switch (generation.kind) {
    case 'completed':
      return { ...named, result: { kind: 'completed', completion: generation.completion } };
    case 'too-long':
      return { ...named, result: { kind: 'too-long', detail: generation.detail } };
    case 'unmeasured':
      return { why: generation.why };
    case 'stopped':
      return { why: 'provider-error' };
  }
}
