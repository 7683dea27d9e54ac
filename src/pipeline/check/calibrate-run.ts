import { atOnce } from '../../core/at-once.ts';
import { coldDraw } from '../../core/plan/draw.ts';
import { armsFor } from '../../core/plan/arm.ts';
import { ask } from '../../core/plan/question.ts';
import type { Question } from '../../core/plan/question.ts';
import type { Model, Settings } from '../../core/settings.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { unchangedSpec } from '../../core/specs/unchanged-spec.ts';
import { calibrate } from '../../core/verdict/calibrate.ts';
import type { Calibration, Series } from '../../core/verdict/calibrate.ts';
import { samplesIn } from '../../core/verdict/samples-of.ts';
import { UserError } from '../../errors.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { stoppedBy } from '../engine/engine.ts';
import type { Engine, Ports } from '../engine/engine.ts';
import { findControls } from '../engine/find-controls.ts';
import { measureTrees } from '../engine/measure-tree.ts';
import { Measured } from '../../core/verdict/measured.ts';
import { openEngine } from '../engine/open-engine.ts';
import { versionedRequest } from '../specs/agent-versions.ts';
import { readSpecs } from '../specs/read-specs.ts';
import { sampleArm } from '../engine/sample-arm.ts';
import { findSkipReason } from './skip-reason.ts';

/** Base against base: how often would this repository's gate block although nothing changed? */
export async function calibrateRun(
  ports: Ports,
  asked: RunRequest,
  of: { readonly samples: number; readonly splits: number; readonly seed: number },
): Promise<Calibration> {
  refuseTooFew(of.samples);
  const request = await versionedRequest(ports, asked);
  const { settings, trigger } = request;
  await findSkipReason(ports, request);
  const versions = await readSpecs(ports.repository, settings.specs, trigger.head);
  const questions = versions.flatMap((version) =>
    settings.models.map((model) => against(version, model, settings)),
  );
  await using engine = await openEngine(ports, request, {
    plan: { changes: [], questions },
    allowance: { kind: 'caps' },
  });
  const sides = new Map(versions.map((version) => [version, 'base'] as const));
  const trees = await findControls(engine, sides, await measureTrees(engine, sides));
  const measured = new Measured({ questions, trees });
  const series = await atOnce(questions, (question, stop) =>
    sampled(stoppedBy(engine, stop), { question, measured, count: of.samples }),
  );
  return calibrate(series, { decide: settings.decide, splits: of.splits, seed: of.seed });
}

const fewestToSplit = 10;

function refuseTooFew(samples: number): void {
  if (samples >= fewestToSplit) return;
  throw new UserError(
    'CONFIG_INVALID',
    `option \`--samples\` is \`${samples}\`.`,
    `Give at least ${fewestToSplit}, so that each side gets five.`,
  );
}

// The same text on both sides: every difference that the gate sees is chance.
function against(version: SpecVersion, model: Model, { samples }: Settings): Question {
  const change = unchangedSpec(version);
  const arm = armsFor(change)(version, model);
  return { ...ask({ asks: 'regression', change, base: arm, head: arm }), ...coldDraw(samples.looks) };
}

async function sampled(
  engine: Engine,
  of: { readonly question: Question; readonly measured: Measured; readonly count: number },
): Promise<Series> {
  const { question, measured, count } = of;
  const numbers = Array.from({ length: count }, (_, sample) => sample);
  await sampleArm(engine, { question, role: 'base', measured, priority: 0, samples: numbers });
  const { base: outcomes, tests } = samplesIn(question, { base: numbers, head: [] }, measured);
  return {
    question,
    outcomes: outcomes.filter(({ kind }) => kind !== 'unmeasured'),
    tests: tests.map(({ test, base: passed }) => ({
      test,
      passed: passed.filter((_, index) => outcomes[index]?.kind !== 'unmeasured'),
    })),
  };
}
