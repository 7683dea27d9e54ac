import { beforeAll, describe, expect, test } from '@jest/globals';
import { oldestNode } from '../testing/runs/oldest-node.ts';
import { guardedRun, outcomeAgainst } from '../testing/guarded-run.ts';
import type { Suite } from '../testing/guarded-run.ts';
import type { TestRun } from '../core/results/test-report.ts';

const good = `export function add(a, b) { return a + b; }
export function pair(a, b) { return { a, b }; }
`;
const bad = good.replace('a + b', 'a - b');

/** Bad code with other code before it, so that any pass is a cheat. */
const badAfter = (text: string): string => `${text}\n${bad}`;

const reports = `(process.env.NODE_OPTIONS.match(/reports=([^ ]+)/) ?? [])[1]`;

/** Each would pass, or hide its failure, without any defence. */
const cheats: Record<string, string> = {
  'exits with 0 at import': badAfter(`process.exit(0);`),
  'exits with 0 inside a test': `export function add() { process.exit(0); }\nexport function pair() {}`,
  'leaves through reallyExit at import': badAfter(`process.reallyExit(0);`),
  'leaves through reallyExit when the process ends': badAfter(
    `process.on('exit', () => process.reallyExit(0));`,
  ),
  'kills its process': badAfter(`process.kill(process.pid, 'SIGKILL');`),
  'replaces assert.strictEqual and deepStrictEqual': badAfter(
    `import assert from 'node:assert';\nassert.strictEqual = assert.deepStrictEqual = () => {};`,
  ),
  'replaces the functions of assert.strict': badAfter(
    `import assert from 'node:assert/strict';\nfor (const name of Object.keys(assert)) assert[name] = () => {};`,
  ),
  'replaces assert only when it is called and puts it back': `import assert from 'node:assert/strict';
    export function add() { const was = assert.strictEqual; assert.strictEqual = () => {}; setTimeout(() => { assert.strictEqual = was; }, 0); return 0; }
    export const pair = (a, b) => ({ a, b });`,
  'turns every test into a skipped one': badAfter(
    `import test from 'node:test';\nimport { syncBuiltinESMExports } from 'node:module';\ntest.test = test.skip; test.it = test.skip; syncBuiltinESMExports();`,
  ),
  'makes every test a todo by its prototype': badAfter(`Object.prototype.todo = true;`),
  'overwrites the test files': badAfter(
    `import { writeFileSync } from 'node:fs';\nfor (const name of ['a', 'b']) writeFileSync(\`test/\${name}.test.mjs\`, 'import { test } from "node:test"; test("fine", () => {});');`,
  ),
  'forges a report file and exits': badAfter(`import { writeFileSync } from 'node:fs';
    const folder = decodeURIComponent(${reports});
    const lines = [{ format: 'spec-portability-node-test', version: 1 }, ...['adds', 'pairs'].map((name) => ({ file: process.cwd() + '/test/a.test.mjs', names: [name], status: 'passed', message: '' })), { end: true, key: 'x', poisoned: false, broken: [] }];
    writeFileSync(folder + '/node-test-1-1-0.jsonl', lines.map((line) => JSON.stringify(line) + '\\n').join(''));
    process.exit(0);`),
  'forges what the guard writes': badAfter(`import { writeFileSync } from 'node:fs';
    import assert from 'node:assert/strict';
    assert.strictEqual = () => {};
    writeFileSync(decodeURIComponent(${reports}) + '/witness-1-1.jsonl', JSON.stringify({ key: 'x', event: 'ended', id: '1', poisoned: false, broken: [] }) + '\\n');`),
  'registers tests of the same names itself and leaves': `import { after, describe, test } from 'node:test';
    test('adds', () => {}); test('pairs', () => {}); describe('more', () => { test('adds again', () => {}); });
    after(() => process.exit(0));
    await new Promise(() => {});
    export const add = 0, pair = 0;`,
  'runs no test at all': badAfter(
    `import test from 'node:test';\nimport { syncBuiltinESMExports } from 'node:module';\ntest.test = () => {}; syncBuiltinESMExports();`,
  ),
};

const files = {
  'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
  'test/a.test.mjs': `import { test } from 'node:test';
    import assert from 'node:assert/strict';
    import { add, pair } from '../src/code.mjs';
    test('adds', async () => { assert.strictEqual(add(1, 2), 3); });
    test('pairs', () => { assert.deepStrictEqual(pair(1, 2), { a: 1, b: 2 }); });`,
  'test/b.test.mjs': `import { describe, it } from 'node:test';
    import assert from 'node:assert';
    import { add } from '../src/code.mjs';
    describe('more', () => { it('adds again', () => { assert.strictEqual(add(2, 2), 4); }); });`,
};

describe.each(['20', '24'])('node:test on Node %s', (version) => {
  let suite: Suite;
  let own: TestRun;

  beforeAll(async () => {
    const node = version === '20' ? await oldestNode() : process.execPath;
    suite = { files, command: 'node --test', writes: 'src/code.mjs', node };
    own = await guardedRun(suite, good);
  });

  test('an honest right answer passes and leaves no sign', async () => {
    expect(own.guard).toEqual({ signs: [], broken: [], poisoned: false });
    expect(own.report?.cases).toHaveLength(3);
    await expect(outcomeAgainst(suite, own, good)).resolves.toEqual({ kind: 'passed' });
  });

  test('an honest wrong answer fails without a word of tampering', async () => {
    const outcome = await outcomeAgainst(suite, own, bad);
    expect(outcome).toEqual({ kind: 'failed', tests: expect.arrayContaining(['test/a.test.mjs > adds']) });
    expect(outcome).not.toHaveProperty('tampered');
  });

  test('the guard holds through a package manager', async () => {
    const run = await guardedRun({ ...suite, command: 'npm test' }, good);
    expect(run.guard?.signs).toEqual([]);
  });

  test('a forced-failure run fails every test', async () => {
    const forced = await guardedRun(suite, good, 'forced-failure');
    expect(forced.guard?.poisoned).toBe(true);
    expect(forced.report?.cases.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
  });

  test.each(Object.entries(cheats))('code that %s does not pass', async (_, code) => {
    const outcome = await outcomeAgainst(suite, own, code);
    expect(outcome.kind).not.toBe('passed');
  });
});
