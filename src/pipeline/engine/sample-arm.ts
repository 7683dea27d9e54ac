import { atOnce } from '../../core/at-once.ts';
import type { Question, Role } from '../../core/plan/question.ts';
import { testedAs, type CellRequest } from './cell-request.ts';
import { findCellControls, needsCellControls } from './controls-of-cells.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import type { UnreadCell } from '../../core/verdict/measurements.ts';
import { controlledCell, runCell } from './run-cell.ts';

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
  const controls = measured.cellControls.get(question.id)?.[role] ?? tested.controls;
  const isCalibrating = role === 'base' && needsCellControls(question, measured);
  const taken = new Set(measured.cellsOf(question, role).map(({ sample }) => sample));
  const [first, ...others] = of.samples.filter((sample) => !taken.has(sample));
  if (first === undefined) return;
  const { headNotBefore: notBefore } = question;
  const age = notBefore === undefined || role === 'base' ? {} : { notBefore };
  const isCold = engine.warmStart && taken.size === 0;
  engine.progress.plan(question, 1 + others.length);
  const begun = announcement();
  const requestOf = (sample: number, onBegun: () => void): CellRequest => ({
    ...{ arm, question: question.id, role, sample, ...tested, controls, priority, onBegun, ...age },
  });
  const cells = await atOnce([first, ...others], async (sample, stop) => {
    const onBegun = sample === first ? begun.announce : () => {};
    // If the first one fails before it begins, the others must not wait for ever.
    using _ = { [Symbol.dispose]: onBegun };
    if (isCold && sample !== first) await begun.heard;
    const cell = await runCell(stoppedBy(engine, stop), requestOf(sample, onBegun));
    if (!isCalibrating) measured.add(cell);
    engine.progress.count(question);
    return cell;
  });
  if (isCalibrating) await addControlled(engine, { question, measured, cells, requestOf });
}

/** Adds the cells of a base that showed only by their passes what its tests notice. */
async function addControlled(
  engine: Engine,
  of: {
    readonly question: Question;
    readonly measured: Measured;
    readonly cells: readonly UnreadCell[];
    readonly requestOf: (sample: number, onBegun: () => void) => CellRequest;
  },
): Promise<void> {
  const { question, measured, cells } = of;
  const controls = await findCellControls(engine, of);
  measured.cellControls.set(question.id, controls);
  const controlled = await atOnce(cells, (cell, stop) => {
    const request = { ...of.requestOf(cell.sample, () => {}), controls: controls.base };
    return controlledCell(stoppedBy(engine, stop), request, cell);
  });
  for (const cell of controlled) measured.add(cell);
}

function announcement(): { readonly heard: Promise<void>; readonly announce: () => void } {
  let announce: () => void = () => {};
  const heard = new Promise<void>((resolve) => {
    announce = resolve;
  });
  return { heard, announce };
}
