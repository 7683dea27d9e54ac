import { clip } from '../case-id.ts';
import type { TestReport, TestRun } from '../test-report.ts';

/** The ids that only one of two runs of the same tree has. */
export type UnsteadyIds = { readonly first: readonly string[]; readonly second: readonly string[] };

/**
 * Whether a run has tests whose ids may change from run to run, because they hold what looks like a time, a random
 * number or an address. Such a tree is worth a second run.
 */
export function mayHaveUnsteadyIds({ report }: TestRun): boolean {
  return report !== null && report.cases.some(({ id }) => changeable.test(id));
}

const changeable =
  /\d{3,}|\d[.,]\d|0x[\da-f]+|(?=[a-f]*\d)[\da-f]{8,}|\d\s?(?:[mnuµ]?s|seconds?|minutes?)\b/i;

/** The ids that changed between two runs of one tree; null if none did, or one of the runs does not name its tests. */
export function unsteadyIds(first: TestRun, second: TestRun): UnsteadyIds | null {
  const [ids, idsAgain] = [idsIn(first), idsIn(second)];
  if (ids === null || idsAgain === null) return null;
  const unsteady = {
    first: [...ids].filter((id) => !idsAgain.has(id)),
    second: [...idsAgain].filter((id) => !ids.has(id)),
  };
  return unsteady.first.length + unsteady.second.length === 0 ? null : unsteady;
}

function idsIn({ run, report }: TestRun): ReadonlySet<string> | null {
  if (run.end.kind !== 'exited' || report === null || report.format === 'exit-code') return null;
  return new Set(report.cases.map(({ id }) => id));
}

/** The run with only those tests that can be found again in another run. */
export function withSteadyIds(testRun: TestRun, { first }: UnsteadyIds): TestRun {
  const { report } = testRun;
  if (report === null) return testRun;
  const left = new Set(first);
  const steady: TestReport = { ...report, cases: report.cases.filter(({ id }) => !left.has(id)) };
  return { ...testRun, report: steady };
}

/** One sentence for the report, with the ids. */
export function unsteadyNote(spec: string, { first, second }: UnsteadyIds): string {
  const count = Math.max(first.length, second.length);
  const tests = count === 1 ? '1 test' : `${count} tests`;
  const change = count === 1 ? 'changes its name' : 'change their names';
  const runs = [
    first.length > 0 ? `first ${some(first)}` : '',
    second.length > 0 ? `then ${some(second)}` : '',
  ];
  return `${tests} of ${spec} ${change} from run to run (${runs.filter((each) => each !== '').join('; ')}); what changes is not compared. Give tests names that stay.`;
}

const shownAtMost = 3;

function some(ids: readonly string[]): string {
  const more = ids.length - shownAtMost;
  const shown = ids.slice(0, shownAtMost).map((id) => `\`${clip(id, 120).replaceAll('`', "'")}\``);
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
