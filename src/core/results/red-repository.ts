import { portTaken } from './port-taken.ts';
import { overLimitWords } from './report-limits.ts';
import type { TestRun } from './test-report.ts';

/** Why a repository's own run is red: the failing tests and one sentence. */
export type Redness = { readonly failing: readonly string[]; readonly why: string };

/** What is wrong with a commit's code before any model was asked; null when nothing is, or nothing is committed. */
export function redRepository(ownRun: TestRun | null): Redness | null {
  if (ownRun === null) return null;
  const failing = (ownRun.report?.cases ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ id }) => id);
  const why = endedBadly(ownRun) ?? (failing.length > 0 ? 'tests failed' : null) ?? reportIsMissing(ownRun);
  return why === null ? null : { failing, why };
}

/** Whether the repository's own run on a commit is red, so that there the exit code says nothing about a model. */
export function isRed(ownRun: TestRun | null): boolean {
  return redRepository(ownRun) !== null;
}

function endedBadly(ownRun: TestRun): string | null {
  const { end } = ownRun.run;
  switch (end.kind) {
    case 'exited':
      return end.code === 0 ? null : `the test command exited with ${end.code}${portWords(ownRun)}`;
    case 'killed':
      return `the test command was killed by ${end.signal}`;
    case 'timed-out':
      return 'the test command did not end in time';
    case 'over-limit':
      return `the test command ${overLimitWords(end)}`;
    case 'cancelled':
      return 'the test command was cancelled';
  }
}

// Without a sandbox it is the machine's port, so this may say nothing about the code.
function portWords(ownRun: TestRun): string {
  const taken = portTaken(ownRun);
  return taken === null ? '' : `, and a port that it needs was taken: ${taken}`;
}

function reportIsMissing({ report }: TestRun): string | null {
  return report === null ? 'the test command left no report that can be read' : null;
}
