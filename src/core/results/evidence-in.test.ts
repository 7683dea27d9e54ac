import { describe, expect, test } from '@jest/globals';
import { evidenceIn, withoutExitCode } from './evidence-in.ts';
import type { Surroundings } from './evidence-in.ts';
import type { TestCase, TestReport, TestRun } from './test-report.ts';

function aRun(code: number, report: TestReport | null): TestRun {
  const nothing = { text: '', droppedBytes: 0 };
  return { run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 }, report };
}

const reported = (
  statuses: Readonly<Record<string, TestCase['status']>>,
  cutShort: readonly string[] = [],
): TestReport => ({
  format: 'node-test',
  cases: Object.entries(statuses).map(([id, status]) => ({ id, status, message: '' })),
  ...(cutShort.length === 0 ? {} : { cutShort }),
});

const around = (overrides: Partial<Surroundings> = {}): Surroundings => ({
  mayWrite: (path) => path.startsWith('src/'),
  cutShortAnyway: new Set(),
  ...overrides,
});

describe("tests in a model's own files", () => {
  test('are left out, and explain the exit code where they alone fail', () => {
    const run = aRun(1, reported({ 'check/a.mjs > a': 'passed', 'src/own.mjs > own': 'failed' }));
    expect(evidenceIn(run, around())).toEqual(aRun(0, reported({ 'check/a.mjs > a': 'passed' })));
  });

  test('explain nothing where another test fails, or none does', () => {
    const failing = aRun(1, reported({ 'check/a.mjs > a': 'failed', 'src/own.mjs > own': 'failed' }));
    expect(evidenceIn(failing, around())).toEqual(aRun(1, reported({ 'check/a.mjs > a': 'failed' })));
    const passing = aRun(1, reported({ 'src/own.mjs > own': 'passed' }));
    expect(evidenceIn(passing, around())).toEqual(aRun(1, reported({})));
  });

  test('are known by a path, not by the name of a suite', () => {
    const run = aRun(0, reported({ 'suite > a': 'passed', alone: 'passed' }));
    expect(evidenceIn(run, around({ mayWrite: () => true }))).toEqual(run);
  });
});

test('a file that was cut short counts, save where it always is or a model wrote it', () => {
  const run = aRun(0, reported({}, ['test/a.mjs', 'test/helper.mjs', 'src/own.mjs']));
  expect(evidenceIn(run, around({ cutShortAnyway: new Set(['test/helper.mjs']) })).report).toEqual(
    reported({}, ['test/a.mjs']),
  );
});

test('an exit code alone is no report where other runs name their tests', () => {
  const run = aRun(0, { format: 'exit-code', cases: [] });
  expect(evidenceIn(run, around())).toEqual(run);
  expect(withoutExitCode(evidenceIn(run, around()))).toEqual(aRun(0, null));
});

test('what the guard saw of a run stays, whatever is left of its report', () => {
  const guard = { signs: ['patched'], broken: ['assert.equal'], poisoned: false } as const;
  const whole = {
    ...aRun(0, reported({ 'check/a.mjs > a': 'passed', 'src/own.mjs > own': 'failed' })),
    guard,
  };
  const codeOnly = { ...aRun(0, { format: 'exit-code', cases: [] }), guard };

  expect(evidenceIn(whole, around()).guard).toEqual(guard);
  expect(withoutExitCode(evidenceIn(codeOnly, around())).guard).toEqual(guard);
});
