import type { Controls, ProvenChange } from '../controls/change.ts';
import type { TestRun } from '../results/test-report.ts';
import { wholeCommand } from './read-trial.ts';

/** Whether a test run passes every test that the changes ask: only then something rests on it. */
export function isToControl({ run, report }: TestRun, proven: readonly ProvenChange[]): boolean {
  if (run.end.kind !== 'exited' || report === null || proven.length === 0) return false;
  if (report.format === 'exit-code') return run.end.code === 0;
  const passed = new Set(report.cases.flatMap(({ id, status }) => (status === 'passed' ? [id] : [])));
  return proven.every(({ tests }) => tests.every((id) => passed.has(id)));
}

/** The tests that passed although they asked for something that honest code does not give. */
export function unnoticedIn({ run, report }: TestRun, drawn: readonly ProvenChange[]): ReadonlySet<string> {
  const isGreen = run.end.kind === 'exited' && run.end.code === 0;
  const statuses = new Map(report?.cases.map(({ id, status }) => [id, status]));
  const passes = (id: string): boolean =>
    id === wholeCommand || !statuses.has(id) ? isGreen : statuses.get(id) === 'passed';
  return new Set(
    drawn.flatMap(({ tests, noticedBy }) =>
      noticedBy.filter((id) => passes(id)).flatMap((id) => (tests.includes(id) ? [id] : tests)),
    ),
  );
}

/**
 * Whether the guard in the test process is still needed: where controls reach too little of the suite, or only its exit
 * code.
 */
export function needsGuard(controls: Controls | null): boolean {
  if (controls === null || controls.proven.length === 0 || controls.byExitCode) return true;
  return 2 * controls.reached < controls.passing;
}
