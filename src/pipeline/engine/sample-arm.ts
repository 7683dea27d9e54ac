import { atOnce } from '../../core/at-once.ts';
import type { Question, Role, Side } from '../../core/plan/question.ts';
import { testedAs, type CellRequest } from './cell-request.ts';
import { findCellControls, needsCellControls } from './controls-of-cells.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import type { UnreadCell } from '../../core/verdict/measurements.ts';
import { controlledCell, runCell } from './run-cell.ts';

/** Samples of one side of a question that should be measured by now. Those that are already are not measured again. */
export type Due = Pick<Side, 'role' | 'samples'> & { readonly question: Question };

/**
 * The one loop around sampling: measures what is due until nothing is. What is due next may follow from everything that
 * was measured so far, and from nothing else, so that a run that was killed goes on where it stood.
 */
export async function sampleWhatIsDue(
  engine: Engine,
  to: { readonly measured: Measured; readonly priority: number },
  nextDue: () => readonly Due[],
): Promise<void> {
  const sample = (due: Due, stop?: AbortSignal): Promise<void> =>
    sampleArm(stop === undefined ? engine : stoppedBy(engine, stop), { ...due, ...to });
  for (let due = nextDue(); due.length > 0; due = nextDue()) {
    const isBaseFirst = due.some(({ question }) => needsCellControls(engine, question, to.measured));
    if (isBaseFirst) for (const side of due) await sample(side);
    else await atOnce(due, sample);
  }
}

/** Measures the samples of an arm that have not been measured yet, in parallel. */
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
  const isCalibrating = role === 'base' && needsCellControls(engine, question, measured);
  const taken = new Set(measured.cellsOf(question, role).map(({ sample }) => sample));
  const samples = of.samples.filter((sample) => !taken.has(sample));
  if (samples.length === 0) return;
  const { headNotBefore: notBefore } = question;
  const age = notBefore === undefined || role === 'base' ? {} : { notBefore };
  engine.progress.plan(question, samples.length);
  const requestOf = (sample: number): CellRequest => ({
    ...{ arm, question: question.id, role, sample, ...tested, controls, priority, ...age },
  });
  const measure = async (sample: number, running: Engine): Promise<UnreadCell> => {
    const cell = await runCell(running, requestOf(sample));
    if (!isCalibrating) measured.add(cell);
    engine.progress.count(question, cell);
    return cell;
  };
  const cells = engine.replayOnly
    ? await inTurn(samples, (sample) => measure(sample, engine))
    : await atOnce(samples, (sample, stop) => measure(sample, stoppedBy(engine, stop)));
  if (isCalibrating) await addControlled(engine, { question, measured, cells, requestOf });
}

// What is on record is read without waiting, and at once it would all be in memory at once.
async function inTurn<Value>(
  samples: readonly number[],
  measure: (sample: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const sample of samples) values.push(await measure(sample));
  return values;
}

/** Adds the cells of a base that showed only by their passes what its tests notice. */
async function addControlled(
  engine: Engine,
  of: {
    readonly question: Question;
    readonly measured: Measured;
    readonly cells: readonly UnreadCell[];
    readonly requestOf: (sample: number) => CellRequest;
  },
): Promise<void> {
  const { question, measured, cells } = of;
  const controls = await findCellControls(engine, of);
  measured.cellControls.set(question.id, controls);
  const controlled = await atOnce(cells, (cell, stop) => {
    const request = { ...of.requestOf(cell.sample), controls: controls.base };
    return controlledCell(stoppedBy(engine, stop), request, cell);
  });
  for (const cell of controlled) measured.add(cell);
}
