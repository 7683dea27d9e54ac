/**
 * Makes the fixtures of pytest and go test again: true output of both, as `results: auto` asks them, on the projects in
 * `sources-pytest` and `sources-go`. `npm exec -- node scripts/regenerate-debian-reports.ts` under Node 24, with
 * `apt-get install python3-pytest golang-go`. `expected.json` is what the parsers read from it: look at its diff.
 * The temporary paths and the machine's name are replaced in what the runners wrote; nothing else is.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrangeResults } from '../src/core/results/arrange-results.ts';
import { readAnyReport } from '../src/core/results/read-report.ts';

const fixtures = join(import.meta.dirname, '../fixtures/test-reports');

type Runner = {
  /** Folder under fixtures/test-reports; its sources are `sources-NAME`. */
  readonly name: 'pytest' | 'go';
  readonly test: string;
  readonly ending: string;
  /** Files that every project has besides its tests. */
  readonly beside: Readonly<Record<string, string>>;
};

const runners: readonly Runner[] = [
  { name: 'pytest', test: '/usr/bin/python3 -m pytest -p no:cacheprovider', ending: 'xml', beside: {} },
  {
    name: 'go',
    test: 'go test -timeout 3s ./...',
    ending: 'jsonl',
    beside: { 'go.mod': 'module example.com/fixture\n\ngo 1.19\n' },
  },
];

function regenerate(runner: Runner, scratch: string): void {
  const folder = join(fixtures, runner.name);
  const sources = join(fixtures, `sources-${runner.name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const expected: Record<string, unknown> = {};
  for (const situation of readdirSync(sources).toSorted()) {
    const run = runOnce(runner, join(sources, situation), scratch);
    const text = run.report === null ? null : withoutMachine(run.report, scratch);
    const file = text === null ? null : `${situation}.${runner.ending}`;
    if (file !== null && text !== null) writeFileSync(join(folder, file), text);
    const report = text === null ? null : readAnyReport(text, ['/scratch/workspace']);
    expected[situation] = { file, exitCode: run.exitCode, report };
  }
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}

function runOnce(
  runner: Runner,
  from: string,
  scratch: string,
): { readonly report: string | null; readonly exitCode: number } {
  const [project, reports] = [join(scratch, 'workspace'), join(scratch, 'reports')];
  for (const path of [project, reports]) rmSync(path, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  cpSync(from, project, { recursive: true });
  for (const [name, text] of Object.entries(runner.beside)) writeFileSync(join(project, name), text);
  const { command, environment } = arrangeResults({
    spec: { test: runner.test, results: { kind: 'auto' } },
    packageJson: null,
    reports,
    reporter: join(import.meta.dirname, '../src/inside/node-test-reporter.mjs'),
  });
  // As a run that is killed at its timeout: pytest has none of its own.
  const { status } = spawnSync('timeout', ['--signal=KILL', '20', 'sh', '-c', command], {
    cwd: project,
    encoding: 'utf8',
    env: {
      PATH: '/usr/bin:/bin',
      HOME: scratch,
      CI: 'true',
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      PYTHONDONTWRITEBYTECODE: '1',
      PYTEST_ADDOPTS: environment['PYTEST_ADDOPTS'] ?? '',
    },
  });
  const left = readdirSync(reports)[0];
  return {
    report: left === undefined ? null : readFileSync(join(reports, left), 'utf8'),
    // Killed by a signal has no code of its own: the shell's way of saying it.
    exitCode: status ?? 137,
  };
}

function withoutMachine(text: string, scratch: string): string {
  return text.replaceAll(scratch, '/scratch').replaceAll(/hostname="[^"]*"/g, 'hostname="localhost"');
}

const scratch = mkdtempSync(join(tmpdir(), 'test-reports-'));
try {
  for (const runner of runners) {
    console.log(runner.name);
    regenerate(runner, scratch);
  }
} finally {
  spawnSync('chmod', ['-R', 'u+w', scratch]);
  rmSync(scratch, { recursive: true, force: true });
}
