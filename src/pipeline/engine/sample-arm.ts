import { atOnce } from '../../core/at-once.ts';
import type { Question, Role } from '../../core/plan/question.ts';
import { testedAs } from './cell-request.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import type { Measured } from '../../core/verdict/measured.ts';
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
  const tested = testedAs(arm.version, measured.trees.get(arm.version));
  const taken = new Set(measured.cellsOf(question, role).map(({ sample }) => sample));
  const [first, ...others] = of.samples.filter((sample) => !taken.has(sample));
  if (first === undefined) return;
  const { headNotBefore: notBefore } = question;
  const age = notBefore === undefined || role === 'base' ? {} : { notBefore };
  const isCold = engine.warmStart && taken.size === 0;
  engine.progress.plan(question, 1 + others.length);
  const begun = announcement();
  await atOnce([first, ...others], async (sample, stop) => {
    const onBegun = sample === first ? begun.announce : () => {};
    // If the first one fails before it begins, the others must not wait for ever.
    using _ = { [Symbol.dispose]: onBegun };
    if (isCold && sample !== first) await begun.heard;
    const request = { arm, question: question.id, role, sample, ...tested, priority, onBegun, ...age };
    measured.add(await runCell(stoppedBy(engine, stop), request));
    engine.progress.count(question);
  });
}

function announcement(): { readonly heard: Promise<void>; readonly announce: () => void } {
  let announce: () => void = () => {};
  const heard = new Promise<void>((resolve) => {
    announce = resolve;
  });
  return { heard, announce };
}
