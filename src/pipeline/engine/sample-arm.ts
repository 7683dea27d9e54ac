import type { Question, Role } from '../../core/plan/question.ts';
import type { Engine } from './engine.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import { timeoutOf } from './measure-tree.ts';
import { runCell } from './run-cell.ts';

/** Measures the samples of an arm that have not been measured yet, in parallel once the first one has begun. */
export async function sampleArm(
  engine: Engine,
  of: {
    readonly question: Question;
    readonly role: Role;
    readonly measured: Measured;
    readonly priority: number;
    readonly samples: readonly number[];
  },
): Promise<void> {
  const { question, role, measured, priority } = of;
  const arm = question[role];
  if (arm === null) return;
  const timeoutMs = timeoutOf(arm.version, measured.trees.get(arm.version)?.own ?? null);
  const taken = new Set(measured.cellsOf(question, role).map(({ sample }) => sample));
  const [first, ...fellows] = of.samples.filter((sample) => !taken.has(sample));
  if (first === undefined) return;
  const { headNotBefore: notBefore } = question;
  const age = notBefore === undefined || role === 'base' ? {} : { notBefore };
  const isCold = engine.warmStart && taken.size === 0;
  engine.progress.plan(question, 1 + fellows.length);
  const measure = async (sample: number, onBegun: () => void): Promise<void> => {
    const request = { arm, question: question.id, role, sample, timeoutMs, priority, onBegun, ...age };
    measured.add(await runCell(engine, request));
    engine.progress.count(question);
  };
  const begun = announcement();
  const leading = measure(first, begun.announce).finally(begun.announce);
  if (isCold) await begun.heard;
  await Promise.all([leading, ...fellows.map((sample) => measure(sample, () => {}))]);
}

function announcement(): { readonly heard: Promise<void>; readonly announce: () => void } {
  let announce: () => void = () => {};
  const heard = new Promise<void>((resolve) => {
    announce = resolve;
  });
  return { heard, announce };
}
