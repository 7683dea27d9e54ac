import type { Inventory } from './inventory.ts';
import type { Outcome, Unmeasured, WithoutCode } from './outcome.ts';
import { overLimitWords, tooLargeWords } from './report-limits.ts';
import { statusesIn } from './repeated-tests.ts';
import { isTampered } from './tampered.ts';
import type { CommandRun, Sign, TestReport, TestRun } from './test-report.ts';

/** A measured cell, and the tests that it must pass. */
export type CellToJudge = {
  readonly code: { readonly kind: 'files' } | WithoutCode | Unmeasured;
  /** null if there was no code to test. A timeout here is the second one, with the machine to itself. */
  readonly testRun: TestRun | null;
  /** The tests that count: for a comparison those on both sides. */
  readonly expected: Inventory;
  /** All tests of the cell's own commit. Failed or missing tests among those that do not count excuse the exit code. */
  readonly ofCommit: Inventory;
  /** The repository's own run on this commit is red, so the exit code is ignored. */
  readonly ownRunRed: boolean;
  /** Signs of tampering that the trusted runs on this commit show too. */
  readonly excused?: ReadonlySet<Sign>;
  /** How long the tests may take; missing = not known. */
  readonly timeoutMs?: number;
};

/** The outcome of a cell, derived from its recorded test run each time, because the inventory grows between looks. */
export function outcomeOf(cell: CellToJudge): Outcome {
  switch (cell.code.kind) {
    case 'unmeasured':
      return cell.code;
    case 'no-code':
      return cell.code;
    case 'files':
      return cell.testRun === null ? noReport('the tests were not run') : outcomeOfTested(cell, cell.testRun);
  }
}

function outcomeOfTested(cell: CellToJudge, testRun: TestRun): Outcome {
  const outcome = outcomeOfRun(cell, testRun);
  if (!isTampered(testRun, cell.excused)) return outcome;
  return { kind: 'failed', tests: outcome.kind === 'failed' ? outcome.tests : [], tampered: true };
}

function outcomeOfRun(cell: CellToJudge, { run, report, tooLarge }: TestRun): Outcome {
  const { end } = run;
  switch (end.kind) {
    case 'cancelled':
      return { kind: 'unmeasured', why: 'cancelled' };
    case 'timed-out':
      return noReport(`the tests did not end ${limit(cell)}`);
    case 'killed':
      return noReport(`the test command was killed by ${end.signal}`);
    case 'over-limit':
      return noReport(`the test command ${overLimitWords(end)}`);
    case 'exited':
      if (tooLarge !== undefined) return noReport(tooLargeWords(tooLarge));
      return report === null ? noReport(withoutReport(end)) : outcomeOfReport(cell, report, end.code);
  }
}

function limit({ timeoutMs }: CellToJudge): string {
  return timeoutMs === undefined ? 'in time' : `within ${Number((timeoutMs / 1000).toPrecision(2))} s`;
}

function noReport(why: string): Outcome {
  return { kind: 'no-report', why };
}

function withoutReport(end: Extract<CommandRun['end'], { kind: 'exited' }>): string {
  return `the test command exited with ${end.code} and left no whole report`;
}

function outcomeOfReport(cell: CellToJudge, report: TestReport, code: number): Outcome {
  const { expected } = cell;
  const statuses = statusesIn(report, expected.ids);
  const missing = expected.ids.filter((id) => !statuses.has(id));
  if (missing.length > 0) return noReport(`did not run: ${listed(missing)}`);
  if (expected.ids.length === 0 && report.format !== 'exit-code' && report.cases.length === 0)
    return noReport('the tests reported nothing');
  const failed = failedOf(cell, statuses);
  if (failed.length > 0) return { kind: 'failed', tests: failed };
  const skipped = expected.ids.filter((id) => statuses.get(id) === 'skipped' && !expected.skipped.has(id));
  if (skipped.length > 0) return noReport(`skipped although expected to run: ${listed(skipped)}`);
  const cutShort = report.cutShort ?? [];
  if (cutShort.length > 0) return noReport(`ended without reporting all its tests: ${listed(cutShort)}`);
  return outcomeOfCode(cell, statuses, code);
}

/** Unexpected tests (in a model's own file, or a hook) count as well, unless the own run is red. */
function failedOf(
  { expected, ofCommit, ownRunRed }: CellToJudge,
  statuses: ReturnType<typeof statusesIn>,
): readonly string[] {
  const failed: string[] = [];
  for (const [id, status] of statuses) if (status === 'failed') failed.push(id);
  // Most samples pass, and each is judged again for every look.
  if (failed.length === 0) return [];
  const asked = new Set(expected.ids);
  const others = new Set(ofCommit.ids);
  return failed.filter((id) => asked.has(id) || (!others.has(id) && !ownRunRed));
}

function outcomeOfCode(
  { expected, ofCommit, ownRunRed }: CellToJudge,
  statuses: ReadonlyMap<string, string>,
  code: number,
): Outcome {
  if (code === 0) return { kind: 'passed' };
  if (expected.ids.length === 0) return { kind: 'failed', tests: [] };
  const asked = new Set(expected.ids);
  const excuses = ofCommit.ids.some((id) => !asked.has(id) && (statuses.get(id) ?? 'failed') === 'failed');
  if (ownRunRed || excuses) return { kind: 'passed' };
  return noReport(`the test command exited with ${code} although no test failed`);
}

function listed(ids: readonly string[]): string {
  const [first = '', second, ...rest] = ids;
  if (second === undefined) return first;
  return rest.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${rest.length} more`;
}
