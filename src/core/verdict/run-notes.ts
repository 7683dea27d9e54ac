import { servedNotes } from '../agents/served-notes.ts';
import { controlsNote } from '../control-runs/controls-note.ts';
import type { Measurements, MeasuredCell } from './measurements.ts';
import type { Plan } from '../plan/plan.ts';
import { effectiveCaps } from '../budget/refuse-unpriced.ts';
import type { Settings } from '../settings.ts';
import { sameJudgeNotes } from './altered-judges.ts';
import { tamperNotes } from './tamper-notes.ts';
import type { SpecVersion } from '../specs/spec.ts';
import { tooLargeWords } from '../results/report-limits.ts';
import type { TreeRuns } from '../results/test-report.ts';
import { emptiedHelpersNote } from '../specs/emptied-helpers.ts';
import { withheldNote } from '../specs/writable.ts';

/** Everything that a reader must know in addition to the verdicts, one sentence each. */
export function runNotes(plan: Plan, measurements: Measurements, settings: Settings): string[] {
  return [
    ...tamperNotes(measurements),
    ...withheldNotes(plan),
    ...sameJudgeNotes(measurements),
    ...treeNotes(measurements),
    ...noticingNotes(measurements),
    ...flakyNotes(measurements),
    ...tooLargeNotes(measurements),
    ...repetitionNotes(measurements.cells),
    ...servedNotes(measurements.cells),
    ...estimatedNotes(measurements),
    ...reuseNotes(plan, measurements),
    ...capNotes(plan, settings),
  ];
}

function withheldNotes({ changes }: Plan): string[] {
  return changes.flatMap(({ head }) =>
    head === null ? [] : [withheldNote(head) ?? [], emptiedHelpersNote(head) ?? []].flat(),
  );
}

// A test that flips on the same tree cannot speak for or against a model; both sides are treated alike.
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

// Nothing is known of such a sample but that it did not pass, so a reader has to learn why.
function tooLargeNotes({ cells }: Measurements): string[] {
  const found = new Map<string, { readonly count: number; readonly words: string }>();
  for (const { arm, testRun } of cells) {
    if (testRun?.tooLarge === undefined) continue;
    const { name } = arm.version.spec;
    const before = found.get(name);
    found.set(name, {
      count: (before?.count ?? 0) + 1,
      words: before?.words ?? tooLargeWords(testRun.tooLarge),
    });
  }
  return [...found].map(
    ([name, { count, words }]) =>
      `The tests of ${count} generations of ${name} left a report that was not read: ${words}.`,
  );
}

// Costs must not look more exact than they are.
function estimatedNotes({ cells }: Measurements): string[] {
  const models = new Map<string, number>();
  for (const { arm, generation } of cells) {
    if (generation?.result.kind !== 'completed' || !generation.result.completion.isUsageEstimated) continue;
    models.set(arm.model.id, (models.get(arm.model.id) ?? 0) + 1);
  }
  return [...models].map(
    ([model, count]) =>
      `${model} did not report the usage of ${count} answers: their tokens and cost are estimates.`,
  );
}

function capNotes({ questions }: Plan, { models, budget }: Settings): string[] {
  const { note } = effectiveCaps(models, budget);
  return note === null || questions.length === 0 ? [] : [note];
}

/** Which drops against stored base samples had to be confirmed; the other questions would not have blocked. */
export function reuseNotes(
  { questions }: Pick<Plan, 'questions'>,
  measurements: Pick<Measurements, 'cellsOf'>,
): string[] {
  const confirming = questions.flatMap((question) => {
    const fresh = new Set(question.confirming);
    const cells = measurements.cellsOf(question, 'base').filter(({ sample }) => fresh.has(sample));
    const drawn = cells.filter(({ code }) => code.kind !== 'unmeasured').length;
    return cells.length === 0 ? [] : [{ question, isWhole: drawn === fresh.size }];
  });
  const noteOn = (isWhole: boolean, end: string): string[] => {
    const those = confirming.filter((each) => each.isWhole === isWhole).map(({ question }) => question);
    if (those.length === 0) return [];
    const rows = listed(those.map(({ change, head }) => `${change.name} on ${head.model.id}`));
    const reused = those.reduce((sum, question) => sum + question.reused.length, 0);
    const fresh = those.reduce((sum, question) => sum + question.confirming.length, 0);
    return [
      `${reused} base samples of ${rows} were drawn for earlier comparisons; ${fresh} fresh ones ${end}.`,
    ];
  };
  return [
    ...noteOn(true, 'were drawn to confirm the drop'),
    ...noteOn(false, 'would have to confirm the drop before it blocks, and not all could be measured'),
  ];
}

/** What a reader should know about the trees in which the answers were tested, one sentence each. */
function treeNotes(measurements: Measurements): string[] {
  const notes = [...measurements.trees].flatMap(([version, runs]) => [
    ...fakeableNote(version, runs, measurements),
    ...emptiedNote(version),
    ...runs.notes,
  ]);
  return [...new Set(notes)];
}

/** One for each spec: what the base says, or else the head. */
function noticingNotes({ trees }: Measurements): string[] {
  const notes = new Map<string, string>();
  for (const [{ spec }, { controls }] of trees) {
    const note = controls === undefined ? null : controlsNote(spec.name, controls);
    if (note !== null && !notes.has(spec.name)) notes.set(spec.name, note);
  }
  return [...notes.values()];
}

// The run with `writes` emptied cannot tell: tests that crash at import never reach a reporter.
function fakeableNote(version: SpecVersion, { own }: TreeRuns, { cells }: Measurements): string[] {
  const runs = [own, ...cells.filter(({ arm }) => arm.version === version).map(({ testRun }) => testRun)];
  const formats = runs.flatMap((run) => (run === null || run.report === null ? [] : [run.report.format]));
  if (formats.length === 0 || formats.some((format) => format !== 'exit-code')) return [];
  const { spec } = version;
  return [`The results of ${spec.name} are the exit code only: that can be faked. Set \`results\` for more.`];
}

function emptiedNote({ spec, emptied }: SpecVersion): string[] {
  if (emptied.length === 0) return [];
  return [`Before each generation of ${spec.name} these committed files are removed: ${listed(emptied)}.`];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/**
 * One sentence for each spec with arms whose answers are mostly copies of each other: such samples are hardly
 * independent.
 */
export function repetitionNotes(cells: readonly MeasuredCell[]): string[] {
  const bySpec = new Map<string, Map<string, string[]>>();
  for (const { arm, role, generation } of cells) {
    if (generation?.result.kind !== 'completed') continue;
    const spec = arm.version.spec.name;
    const arms = bySpec.get(spec) ?? new Map<string, string[]>();
    bySpec.set(spec, arms);
    const name = `${arm.model.id} (${role})`;
    arms.set(name, [...(arms.get(name) ?? []), generation.said]);
  }
  return [...bySpec].flatMap(([spec, arms]) => {
    const repeated = [...arms].flatMap(([name, answers]) => repetitionOf(name, answers));
    if (repeated.length === 0) return [];
    return [
      `Answers to ${spec} repeat each other, so its samples say less than their number: ${repeated.join(', ')}.`,
    ];
  });
}

// Two equal answers out of three can be chance.
const fewestAnswers = 5;

function repetitionOf(name: string, answers: readonly string[]): string[] {
  const distinct = new Set(answers).size;
  if (answers.length < fewestAnswers || distinct / answers.length >= 0.5) return [];
  const gave = distinct === 1 ? '1 answer' : `${distinct} different answers`;
  return [`${name} gave ${gave} in ${answers.length}`];
}
