import type { Measurements } from '../plan/measurements.ts';
import type { Plan } from '../plan/plan.ts';
import { heldCaps } from '../plan/refuse-unpriced.ts';
import type { Settings } from '../plan/settings.ts';
import { repetitionNotes } from './distinct.ts';
import { tamperNotes } from './tamper-notes.ts';
import { treeNotes } from './tree-notes.ts';

/** Everything a reader must know besides the verdicts, one plain sentence each. */
export function runNotes(plan: Plan, measurements: Measurements, settings: Settings): string[] {
  return [
    ...tamperNotes(measurements),
    ...treeNotes(measurements),
    ...flakyNotes(measurements),
    ...repetitionNotes(measurements.cells),
    ...reuseNotes(plan, settings),
    ...capNotes(plan, settings),
  ];
}

// A test that flips on one and the same tree is no witness for or against a model; both sides are treated alike.
function flakyNotes({ cells }: Measurements): string[] {
  const counts = new Map<string, number>();
  const tested = cells.filter(({ testRun }) => testRun !== null).length;
  for (const { arm, flaky } of cells) {
    for (const test of flaky) {
      const name = `${test} of ${arm.version.spec.name}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(
    ([name, count]) =>
      `Flaky test: ${name} failed and then passed on the same files in ${count} of ${tested} generations; it counts as passed.`,
  );
}

function capNotes({ questions }: Plan, { models, budget }: Settings): string[] {
  const { note } = heldCaps(models, budget);
  return note === null || questions.length === 0 ? [] : [note];
}

function reuseNotes({ questions }: Plan, { samples }: Settings): string[] {
  const reused = questions.reduce(
    (sum, question) => sum + (question.asks === 'portable' ? 0 : question.reused.length),
    0,
  );
  if (reused === 0) return [];
  return [
    `${reused} base samples were drawn for earlier comparisons; before a block ${samples.confirm} fresh ones have to confirm it.`,
  ];
}
