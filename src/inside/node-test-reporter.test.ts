import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { arrangeResults } from '../core/results/arrange-results.ts';
import { collectReport } from '../core/results/collect-report.ts';
import type { TestReport } from '../core/results/test-report.ts';

const reporter = join(import.meta.dirname, 'node-test-reporter.mjs');

// All Node versions on this machine's PATH; npm scripts put 24 first.
const nodes = new Map(
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .map((path) => [
      execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).trim(),
      path,
    ]),
);

const sources: Record<string, string> = {
  'test/a.test.mjs': `
    import { describe, test } from 'node:test';
    import { spawnSync } from 'node:child_process';
    describe('outer', { concurrency: true }, () => {
      test('slow', () => new Promise((done) => setTimeout(done, 30)));
      test('quick', () => {});
    });
    test('parent', async (t) => { await t.test('sub', () => {}); });
    test('starts another node', () => { spawnSync(process.execPath, ['-e', 'require("node:test")("inner", () => {})']); });
    test('throws no error', () => { throw null; });
  `,
  'test/b.test.mjs': `import { test } from 'node:test';\ntest('of b', () => {});`,
  'test/dead.test.mjs': `import './not-there.mjs';`,
  'helper.mjs': 'export const nothing = 0;',
  'quits.mjs': `import { test } from 'node:test';\ntest('one', () => {});\ntest('quits', () => process.exit(0));\ntest('three', () => {});`,
  'exits.mjs': `import { test } from 'node:test';\ntest('one', () => {});\ntest('exits', () => { setTimeout(() => process.exit(0), 20); return new Promise(() => {}); });`,
};

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "it's a folder ")));
  mkdirSync(join(folder, 'tree/test'), { recursive: true });
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, 'tree', name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { readonly report: TestReport | null; readonly stdout: string; readonly left: readonly string[] };

function ran(node: string, command: string): Ran {
  const reports = mkdtempSync(join(folder, 'reports '));
  const tree = join(folder, 'tree');
  const arrangement = arrangeResults({
    spec: { test: command, results: { kind: 'auto' } },
    packageJson: null,
    reports,
    reporter,
  });
  const run = spawnSync('sh', ['-c', arrangement.command], {
    cwd: tree,
    encoding: 'utf8',
    env: { PATH: `${dirname(node)}${delimiter}/usr/bin${delimiter}/bin`, ...arrangement.environment },
  });
  const left = readdirSync(reports);
  const files = new Map(left.map((name) => [name, readFileSync(join(reports, name), 'utf8')]));
  const report = collectReport({ arrangement, files, results: [], stdout: run.stdout, root: tree });
  return { report, stdout: `${run.stdout}${run.stderr}`, left };
}

const lines = ({ report }: Ran): unknown => report?.cases.map(({ id, status }) => `${status} ${id}`) ?? null;

const ofA = [
  'passed test/a.test.mjs > outer > slow',
  'passed test/a.test.mjs > outer > quick',
  'passed test/a.test.mjs > parent > sub',
  'passed test/a.test.mjs > starts another node',
  'failed test/a.test.mjs > throws no error',
];

describe.each([...nodes])('under Node %s', (_, node) => {
  test('every leaf test is reported with file and nesting, in order of declaration, and nothing for a dead file', () => {
    const run = ran(node, 'node --test');
    expect(lines(run)).toEqual([...ofA, 'passed test/b.test.mjs > of b']);
    expect(run.left).toHaveLength(1);
    expect(run.stdout).toContain('throws no error');
  });

  test('two processes in one command keep both reports', () => {
    const run = ran(
      node,
      'node --test test/b.test.mjs && node --test test/b.test.mjs && node test/b.test.mjs',
    );
    expect(lines(run)).toEqual(['passed test/b.test.mjs > of b (3 tests of this name)']);
  });

  test("the user's own reporter still prints", () => {
    const run = ran(node, 'node --test --test-reporter=tap test/b.test.mjs');
    expect(lines(run)).toEqual(['passed test/b.test.mjs > of b']);
    expect(run.stdout).toContain('TAP version 13');
  });

  test('a test file that is run by itself reports too', () => {
    expect(lines(ran(node, 'node test/a.test.mjs'))).toEqual(expect.arrayContaining(ofA));
  });

  test('a process that ends itself with 0 in the middle leaves no whole report', () => {
    const run = ran(node, 'node exits.mjs');
    expect(run.report).toBeNull();
    expect(run.left).toHaveLength(1);
  });

  test('below the runner it leaves a report in which the tests are missing and the file is named', () => {
    expect(ran(node, 'node --test exits.mjs').report).toMatchObject({
      cases: [{ id: 'exits.mjs > one', status: 'passed' }],
      cutShort: ['exits.mjs'],
    });
    expect(ran(node, 'node --test quits.mjs test/b.test.mjs').report).toMatchObject({
      cases: [{ id: 'test/b.test.mjs > of b', status: 'passed' }],
      cutShort: ['quits.mjs'],
    });
  });

  test('names a file that passes without a test of its own, and none of those that report all of theirs or die', () => {
    expect(ran(node, 'node --test helper.mjs').report?.cutShort).toEqual(['helper.mjs']);
    expect(ran(node, 'node --test').report?.cutShort).toBeUndefined();
  });
});
