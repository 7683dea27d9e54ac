import { overLimitWords } from '../report-limits.ts';
import type { TestRun } from '../test-report.ts';

/**
 * Why an own run says nothing about any test, so that nothing could be measured by this command; null if it says
 * something. A command that is known by its exit code alone has to pass: a failing test and a program that is not
 * there look the same.
 */
export function whySilent({ run, report }: TestRun): string | null {
  const { end } = run;
  if (end.kind === 'timed-out') return 'did not end in time';
  if (end.kind === 'cancelled') return null;
  if (end.kind === 'over-limit') return overLimitWords(end);
  const ended = end.kind === 'killed' ? `was killed by ${end.signal}` : `ended with code ${end.code}`;
  if (report === null) return `${ended} and left no whole report`;
  if (report.cases.length > 0) return null;
  if (report.format !== 'exit-code') return `${ended} and named no test`;
  return end.kind === 'exited' && end.code === 0 ? null : `${ended}, and nothing else is known of it`;
}
