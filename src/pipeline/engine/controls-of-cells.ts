import { claimsPass } from '../../core/results/tampered.ts';
import type { Question } from '../../core/plan/question.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import type { CellControls, UnreadCell } from '../../core/verdict/measurements.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Engine } from './engine.ts';
import { committedCode } from './find-controls.ts';
import { controlsFor, type Found } from './prove-changes.ts';
import { hasTestFiles } from './read-test-files.ts';
import { filesOf } from './run-cell.ts';

/**
 * Whether the changes that honest code fails on can only be found on samples of the base: nothing is committed there.
 * Then the base is sampled before the head.
 */
export function needsCellControls(
  { settings }: Pick<Engine, 'settings'>,
  { id, base }: Question,
  measured: Measured,
): boolean {
  if (settings.controls === 'off') return false;
  if (base === null || measured.cellControls.has(id)) return false;
  const trees = measured.trees.get(base.version);
  return trees !== undefined && trees.own === null;
}

/** Where no test file could be changed, no sample of the base is waited for: no change would be found on it. */
export async function settleWithoutTests(engine: Engine, measured: Measured): Promise<void> {
  const known = new Map<SpecVersion, Promise<boolean>>();
  for (const question of measured.questions) {
    if (question.base === null || !needsCellControls(engine, question, measured)) continue;
    const { version } = question.base;
    const has = known.get(version) ?? hasTestFiles(engine, version);
    known.set(version, has);
    if (!(await has)) measured.cellControls.set(question.id, { base: null, head: null });
  }
}

/**
 * Finds them on the first sample of the base that passes and is seen to fail changed tests. Code that passes whatever
 * it is asked proves no change, so that a model that forges its passes cannot excuse itself.
 */
export async function findCellControls(
  engine: Engine,
  of: { readonly question: Question; readonly measured: Measured; readonly cells: readonly UnreadCell[] },
): Promise<CellControls> {
  const { question, measured } = of;
  const { base, head } = question;
  const found = base === null ? null : await foundOn(engine, of);
  if (found === null) return { base: null, head: null };
  const trees = measured.trees.get(head.version);
  const code = committedCode(trees);
  const onHead = await controlsFor(engine, { version: head.version, trees, code, base: found });
  return { base: found.controls, head: onHead?.controls ?? null };
}

// A second sample is tried where the first one notices nothing; more would cost more than they show.
const mostTried = 2;

async function foundOn(
  engine: Engine,
  { measured, cells }: { readonly measured: Measured; readonly cells: readonly UnreadCell[] },
): Promise<Found | null> {
  const inOrder = cells.toSorted((one, other) => one.sample - other.sample);
  const passing = inOrder.filter(({ testRun }) => testRun !== null && claimsPass(testRun));
  for (const cell of passing.slice(0, mostTried)) {
    const files = filesOf(cell);
    if (files === null || cell.testRun === null) continue;
    const { version } = cell.arm;
    const code = { content: { kind: 'generated', files }, testRun: cell.testRun } as const;
    const found = await controlsFor(engine, {
      version,
      trees: measured.trees.get(version),
      code,
      base: null,
    });
    if (found !== null && found.controls.proven.length > 0) return found;
  }
  return null;
}
