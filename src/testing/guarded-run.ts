import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { arrangeResults, askedFiles } from '../core/results/arrange-results.ts';
import { collectReport } from '../core/results/collect-report.ts';
import { inventoryOf } from '../core/results/inventory.ts';
import { outcomeOf } from '../core/results/judge-cell.ts';
import type { Outcome } from '../core/results/outcome.ts';
import { readGuard } from '../core/results/read-guard.ts';
import { passesWhenForcedToFail } from '../core/results/tampered.ts';
import type { CommandRun, TestRun } from '../core/results/test-report.ts';

/** A repository's tests, and the program that runs them. */
export type Suite = {
  /** Text of each file, by path; the generated one is not among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  /** Path of the generated file. */
  readonly writes: string;
  /** Absolute path of the Node that comes first on PATH. */
  readonly node: string;
};

/** Runs the suite with this generated text, without a sandbox, in its own folder, which is removed afterwards. */
export async function guardedRun(
  suite: Suite,
  code: string,
  mode: 'plain' | 'forced-failure' = 'plain',
): Promise<TestRun> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "it's guarded ")));
  try {
    return await runIn(folder, { suite, code, mode });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The outcome of a cell with this generated text, compared with the suite's own run on good text. */
export async function outcomeAgainst(suite: Suite, own: TestRun, code: string): Promise<Outcome> {
  const plain = await guardedRun(suite, code);
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
  const outcome = judge(plain);
  if (outcome.kind !== 'passed' || plain.guard === undefined) return outcome;
  const forced = await guardedRun(suite, code, 'forced-failure');
  if (!passesWhenForcedToFail(forced)) return outcome;
  return judge({ ...plain, guard: { ...plain.guard, signs: [...plain.guard.signs, 'poison-survived'] } });
}

async function runIn(
  folder: string,
  of: { readonly suite: Suite; readonly code: string; readonly mode: 'plain' | 'forced-failure' },
): Promise<TestRun> {
  const { suite, code, mode } = of;
  const tree = join(folder, 'tree');
  const reports = join(folder, 'reports');
  await mkdir(reports);
  for (const [path, text] of Object.entries({ ...suite.files, [suite.writes]: code })) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  const key = randomUUID();
  const arrangement = arrangeResults({
    spec: { test: suite.command, results: { kind: 'auto' } },
    packageJson: suite.files['package.json'] ?? null,
    reports,
    reporter: join(import.meta.dirname, '../inside/node-test-reporter.mjs'),
    guard: { key, mode },
  });
  const run = await ranShell(arrangement.command, tree, {
    PATH: [dirname(suite.node), '/usr/bin', '/bin'].join(delimiter),
    HOME: folder,
    ...arrangement.environment,
  });
  const names = await readdir(reports);
  const texts = await Promise.all(names.map((name) => readFile(join(reports, name), 'utf8')));
  const files = new Map(names.map((name, index) => [name, texts[index] ?? '']));
  const report = collectReport({ arrangement, files, results: [], stdout: run.stdout.text, root: tree });
  return { run, report, guard: readGuard(files, key, askedFiles(arrangement)) };
}

async function ranShell(
  command: string,
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<CommandRun> {
  const child = spawn('/bin/sh', ['-c', command], { cwd: directory, env: environment });
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
  const end = await new Promise<CommandRun['end']>((resolve) => {
    child.once('close', (status, signal) =>
      resolve(status === null ? { kind: 'killed', signal: signal ?? '' } : { kind: 'exited', code: status }),
    );
  });
  return {
    end,
    stdout: { text: texts.stdout, droppedBytes: 0 },
    stderr: { text: texts.stderr, droppedBytes: 0 },
    durationMs: 0,
  };
}
