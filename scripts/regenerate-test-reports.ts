/**
 * Makes fixtures/test-reports again: true output of real runners on the projects in `sources`.
 * `npm exec -- node scripts/regenerate-test-reports.ts` under Node 24. Node 20 is $NODE20, the first one of that version
 * on PATH, or `npx node@20`. jest, vitest and mocha are installed into a temporary folder, at the versions below.
 * `expected.json` is what the parsers read from it: look at its diff, it is compared in tests.
 * The temporary paths and the machine's name are replaced in what the runners wrote; nothing else is.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { arrangeResults } from '../src/core/results/arrange-results.ts';
import { readAnyReport } from '../src/core/results/read-report.ts';

const versions = { jest: '30.5.2', vitest: '5.1.1', mocha: '12.0.3' };
const fixtures = join(import.meta.dirname, '../fixtures/test-reports');
const reporter = join(import.meta.dirname, '../src/inside/node-test-reporter.mjs');

type Runner = {
  /** Folder under fixtures/test-reports. */
  readonly name: string;
  readonly prologue: string;
  readonly node: string;
  readonly command: (at: { readonly project: string; readonly reports: string }) => readonly string[];
  readonly environment?: (at: {
    readonly project: string;
    readonly reports: string;
  }) => Record<string, string>;
  /** Where the report stands; null = standard output. */
  readonly report: string | null;
  readonly ending: string;
};

const equal = `import { strictEqual as equal } from 'node:assert';\n`;
const nodePrologue = `import { describe, test } from 'node:test';\n${equal}const slow = (name, body) => test(name, { timeout: 200 }, body);\n`;
const jestPrologue = `${equal}const slow = (name, body) => test(name, body, 200);\n`;
const mochaPrologue = `${equal}const test = (name, body) => it(name, body);\ntest.skip = it.skip;\ntest.todo = (name) => it(name);\nconst slow = (name, body) => it(name, body).timeout(200);\n`;

function nodeRunners(major: 20 | 24, node: string): readonly Runner[] {
  const builtIn = (format: string, ending: string): Runner => ({
    name: `node-${format}-${major}`,
    prologue: nodePrologue,
    node,
    command: () => ['--test', `--test-reporter=${format}`],
    report: null,
    ending,
  });
  const ours: Runner = {
    name: `node-test-${major}`,
    prologue: nodePrologue,
    node,
    command: () => ['--test'],
    environment: ({ reports }) => ({
      ...arrangeResults({
        spec: { test: 'node --test', results: { kind: 'auto' } },
        packageJson: null,
        reports,
        reporter,
      }).environment,
    }),
    report: 'node-test-',
    ending: 'jsonl',
  };
  return [ours, builtIn('tap', 'tap'), builtIn('junit', 'xml')];
}

function installedRunners(node: string, modules: string): readonly Runner[] {
  const runner = (name: string, prologue: string, words: readonly string[]): Runner => ({
    name,
    prologue,
    node,
    command: ({ reports }) => words.map((word) => word.replace('REPORT', `${reports}/report`)),
    report: words.some((word) => word.includes('REPORT')) ? 'report' : null,
    ending: name.endsWith('tap') ? 'tap' : /junit|xunit/.test(name) ? 'xml' : 'json',
  });
  const jest = ['--experimental-vm-modules', join(modules, 'jest/bin/jest.js'), '--ci'];
  const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', '--globals'];
  const mocha = [join(modules, 'mocha/bin/mocha.js'), '*.test.js'];
  return [
    runner('jest', jestPrologue, [...jest, '--json', '--outputFile=REPORT']),
    runner('vitest', jestPrologue, [...vitest, '--reporter=json', '--outputFile.json=REPORT']),
    runner('vitest-junit', jestPrologue, [...vitest, '--reporter=junit', '--outputFile.junit=REPORT']),
    runner('mocha-xunit', mochaPrologue, [...mocha, '--reporter=xunit', '--reporter-option=output=REPORT']),
    runner('mocha-tap', mochaPrologue, [...mocha, '--reporter=tap', '--reporter-option=tapVersion=13']),
  ];
}

/** Runs one runner on every situation; what it left and its exit code become the fixture folder. */
function regenerate(runner: Runner, scratch: string): void {
  const folder = join(fixtures, runner.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const expected: Record<string, unknown> = {};
  for (const situation of readdirSync(join(fixtures, 'sources')).toSorted()) {
    const project = join(scratch, 'workspace');
    const reports = join(scratch, 'reports');
    for (const path of [project, reports]) rmSync(path, { recursive: true, force: true });
    mkdirSync(reports, { recursive: true });
    copySources(join(fixtures, 'sources', situation), project, runner.prologue);
    const run = spawnSync(runner.node, [...runner.command({ project, reports })], {
      cwd: project,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'],
        HOME: scratch,
        CI: 'true',
        TZ: 'UTC',
        ...runner.environment?.({ project, reports }),
      },
    });
    const left = runner.report === null ? run.stdout : readReport(reports, runner.report);
    const text = left === null ? null : withoutMachine(left, scratch);
    const file = text === null ? null : `${situation}.${runner.ending}`;
    if (file !== null && text !== null) writeFileSync(join(folder, file), text);
    const report = text === null ? null : readAnyReport(text, ['/scratch/workspace']);
    expected[situation] = { file, exitCode: run.status, report };
  }
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}

function copySources(from: string, project: string, prologue: string): void {
  cpSync(from, project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "jest": { "transform": {} } }\n');
  for (const name of readdirSync(from)) {
    writeFileSync(join(project, name), `${prologue}${readFileSync(join(from, name), 'utf8')}`);
  }
}

function readReport(reports: string, start: string): string | null {
  const name = readdirSync(reports).find((each) => each.startsWith(start));
  return name === undefined ? null : readFileSync(join(reports, name), 'utf8');
}

function withoutMachine(text: string, scratch: string): string {
  return text.replaceAll(scratch, '/scratch').replaceAll(/hostname="[^"]*"/g, 'hostname="localhost"');
}

function findNode20(): string {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const found = [process.env['NODE20'], ...onPath].find(
    (path) =>
      path !== undefined &&
      existsSync(path) &&
      execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v20.'),
  );
  if (found !== undefined) return found;
  return execFileSync('npx', ['-y', 'node@20', '-p', 'process.execPath'], { encoding: 'utf8' }).trim();
}

function install(scratch: string): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  writeFileSync(join(scratch, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], {
    cwd: scratch,
    stdio: 'inherit',
  });
  return join(scratch, 'node_modules');
}

const scratch = mkdtempSync(join(tmpdir(), 'test-reports-'));
try {
  const runners = [
    ...nodeRunners(20, findNode20()),
    ...nodeRunners(24, process.execPath),
    ...installedRunners(process.execPath, install(scratch)),
  ];
  for (const runner of runners) {
    console.log(runner.name);
    regenerate(runner, scratch);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
