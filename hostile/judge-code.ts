import { randomUUID } from 'node:crypto';
import { cleanEnvironment } from '../src/adapters/process/environment.ts';
import { arrangeResults, askedFiles } from '../src/core/results/arrange-results.ts';
import { collectReport } from '../src/core/results/collect-report.ts';
import { inventoryOf } from '../src/core/results/inventory.ts';
import { outcomeOf } from '../src/core/results/judge-cell.ts';
import type { Outcome } from '../src/core/results/outcome.ts';
import { readGuard } from '../src/core/results/read-guard.ts';
import { passesWhenForcedToFail } from '../src/core/results/tampered.ts';
import type { TestRun } from '../src/core/results/test-report.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';
import type { Content, PreparedTree } from '../src/ports/workspace.ts';
import type { Suite } from './suites.ts';

/** A prepared repository, and what is needed to measure its cells. */
export type Measured = {
  readonly tree: PreparedTree;
  readonly suite: Suite;
  readonly sandbox: Sandbox;
  readonly path: string;
  readonly reporter: string;
};

/** Longest that a hostile test run may take. */
const cellTimeoutMs = 4000;

const ownRuns = new WeakMap<Measured, Promise<TestRun>>();

/** The outcome of a cell whose generated file has this text, judged as in a run, including the forced-failure run. */
export async function judgeCode(measured: Measured, code: string): Promise<Outcome> {
  const own = await ownRunOf(measured);
  const inventory = inventoryOf({ ownRun: own, cells: [] });
  const judge = (testRun: TestRun): Outcome =>
    outcomeOf({
      code: { kind: 'files' },
      testRun,
      expected: inventory,
      ofCommit: inventory,
      ownRunRed: false,
      excused: new Set(own.guard?.signs),
    });
  const content: Content = { kind: 'generated', files: [{ path: measured.suite.generated, content: code }] };
  const plain = await testRun(measured, content, 'plain');
  const outcome = judge(plain);
  if (outcome.kind !== 'passed' || plain.guard === undefined) return outcome;
  if (!passesWhenForcedToFail(await testRun(measured, content, 'forced-failure'))) return outcome;
  return judge({ ...plain, guard: { ...plain.guard, signs: [...plain.guard.signs, 'poison-survived'] } });
}

async function ownRunOf(measured: Measured): Promise<TestRun> {
  const own = ownRuns.get(measured) ?? testRun(measured, { kind: 'committed' }, 'plain');
  ownRuns.set(measured, own);
  const { run } = await own;
  if (run.end.kind !== 'exited' || run.end.code !== 0)
    throw new Error(`the honest tests are red: ${run.stdout.text}${run.stderr.text}`);
  return own;
}

async function testRun(
  measured: Measured,
  content: Content,
  mode: 'plain' | 'forced-failure',
): Promise<TestRun> {
  const { tree, suite, sandbox, path, reporter } = measured;
  await using workspace = await tree.open(content);
  const key = randomUUID();
  const arrangement = arrangeResults({
    spec: suite.version.spec,
    packageJson: await workspace.read(`${workspace.directory}/package.json`),
    reports: workspace.reports,
    reporter,
    guard: { key, mode },
  });
  const run = await sandbox.run({
    purpose: 'test',
    command: arrangement.command,
    directory: workspace.directory,
    environment: {
      ...cleanEnvironment({ home: workspace.home, path, temporary: workspace.temporary }),
      ...arrangement.environment,
    },
    view: await workspace.view(null),
    timeoutMs: cellTimeoutMs,
    signal: new AbortController().signal,
  });
  const names = await workspace.listReports();
  const files = new Map<string, string>();
  for (const name of names) {
    const text = await workspace.read(`${workspace.reports}/${name}`);
    if (text !== null) files.set(name, text);
  }
  const report = collectReport({
    arrangement,
    files,
    results: [],
    stdout: run.stdout.text,
    root: workspace.root,
  });
  return { run, report, guard: readGuard(files, key, askedFiles(arrangement)) };
}
