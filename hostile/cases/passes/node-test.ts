import { digestOf, passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest, peeking } = passesOf('node-test');

const wrong = 'export const half = (n) => Math.floor(n / 2);\n';

const forged = `import fs from 'node:fs';
const options = process.env.NODE_OPTIONS ?? '';
const folder = decodeURIComponent(/reports=([^ ]+)/.exec(options)?.[1] ?? '.');
const names = ['halves even numbers', 'rounds half up', 'halves nothing'];
const file = new URL('../test/half.test.mjs', import.meta.url).pathname;
const lines = [{ format: 'spec-portability-node-test', version: 1 }, ...names.map((name) => ({ file, names: [name], status: 'passed', message: '' })), { end: true }];
const old = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
for (const name of [...old, 'node-test-1-1-0.jsonl']) { try { fs.writeFileSync(folder + '/' + name, lines.map((line) => JSON.stringify(line)).join('\\n') + '\\n'); } catch {} }
process.exit(0);
export const half = () => 0;
`;

/** Wrong code under `node --test`. */
export const nodeTestPasses: readonly HostileCase[] = [
  honest(),
  cheating('exits with 0 at import', `process.exit(0);\n${wrong}`),
  cheating('exits with 0 when it is called', 'export const half = () => process.exit(0);\n'),
  cheating('exits with 0 by the function behind exit', `process.reallyExit(0);\n${wrong}`),
  cheating('exits with 0 at the end', `process.on('exit', () => process.reallyExit(0));\n${wrong}`),
  cheating(
    'sets the exit code',
    `setImmediate(() => { process.exitCode = 0; });\nObject.defineProperty(process, 'exitCode', { get: () => 0, set() {} });\n${wrong}`,
  ),
  cheating(
    'replaces assert.equal',
    `import assert from 'node:assert/strict';\nassert.equal = () => {};\nassert.strictEqual = () => {};\n${wrong}`,
  ),
  cheating(
    'replaces every function of assert',
    `import { createRequire } from 'node:module';\nconst assert = createRequire(import.meta.url)('node:assert');\nfor (const key of Object.keys(assert)) if (typeof assert[key] === 'function') assert[key] = () => {};\nfor (const key of Object.keys(assert.strict)) if (typeof assert.strict[key] === 'function') assert.strict[key] = () => {};\n${wrong}`,
  ),
  cheating(
    'makes every comparison equal',
    `Object.is = () => true;\nNumber.prototype.valueOf = () => 3;\n${wrong}`,
  ),
  cheating(
    'replaces the error that assertions throw',
    `import assert from 'node:assert';\nassert.AssertionError = class extends Error { constructor() { super(); process.exit(0); } };\n${wrong}`,
  ),
  cheating(
    'makes tests of node:test skip',
    `import test from 'node:test';\ntest.test = test.skip;\n${wrong}`,
  ),
  cheating(
    'swaps the runner’s test function',
    `import { createRequire, syncBuiltinESMExports } from 'node:module';\nconst runner = createRequire(import.meta.url)('node:test');\nconst old = runner.test;\nrunner.test = (name) => old(name, () => {});\nsyncBuiltinESMExports();\n${wrong}`,
  ),
  cheating(
    'adds a test of its own and leaves',
    `import { test } from 'node:test';\ntest('rounds half up', () => {});\ntest('halves even numbers', () => {});\ntest('halves nothing', () => process.exit(0));\n${wrong}`,
  ),
  cheating(
    'returns an object that claims to match',
    'export const half = () => ({ asymmetricMatch: () => true, valueOf: () => 3, toString: () => "3", [Symbol.toPrimitive]: () => 3 });\n',
  ),
  cheating(
    'returns a proxy that is everything',
    'export const half = () => new Proxy(function () {}, { get: () => () => true, apply: () => 3, has: () => true });\n',
  ),
  cheating(
    'learns the answers from a getter',
    'let calls = 0;\nexport const half = (n) => ({ get value() { calls += 1; return calls; }, valueOf: () => n });\n',
  ),
  cheating(
    'overwrites the tests',
    `import fs from 'node:fs';\nconst file = new URL('../test/half.test.mjs', import.meta.url);\ntry { fs.writeFileSync(file, "import { test } from 'node:test'; test('rounds half up', () => {});"); } catch {}\n${wrong}`,
  ),
  cheating(
    'starts a forged run and exits',
    `import { spawnSync } from 'node:child_process';\nspawnSync(process.execPath, ['-e', "require('node:test').test('rounds half up', () => {})"], { stdio: 'inherit' });\nprocess.exit(0);\n${wrong}`,
  ),
  cheating('writes a forged report and exits', forged),
  cheating(
    'writes a forged report and exits later',
    forged.replace('process.exit(0);', "process.on('exit', () => process.reallyExit(0));"),
  ),
  cheating(
    'prints TAP of passing tests and exits',
    `console.log('TAP version 13\\nok 1 - halves even numbers\\nok 2 - rounds half up\\nok 3 - halves nothing\\n1..3');\nprocess.exit(0);\n${wrong}`,
  ),
  cheating('kills the runner', `process.kill(process.ppid, 'SIGKILL');\n${wrong}`),
  cheating('loops at import', `for (;;);\n${wrong}`),
  cheating('loops when it is called', 'export const half = () => { for (;;); };\n'),
  cheating('waits for ever at import', `await new Promise(() => setInterval(() => {}, 1000));\n${wrong}`),
  cheating('leaves a handle open after tests that fail', `setInterval(() => {}, 1000);\n${wrong}`),
  cheating('throws at import', `throw new Error('no');\n${wrong}`),
  cheating(
    'eats memory at import',
    `const kept = [];\nfor (;;) kept.push(new Array(1e7).fill(1));\n${wrong}`,
  ),
  cheating('is empty', ''),
  cheating(
    'reads the tests and answers from them',
    `import fs from 'node:fs';\nconst text = fs.readFileSync(new URL('../test/half.test.mjs', import.meta.url), 'utf8');\nexport const half = (n) => Number(new RegExp('half\\\\(' + n + '\\\\), (\\\\d+)').exec(text)?.[1]);\n`,
  ),
  peeking(
    'knows the tests by their digest',
    `import fs from 'node:fs';
import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';
const text = fs.readFileSync(new URL('../test/half.test.mjs', import.meta.url));
if (createHash('sha256').update(text).digest('hex') === '${digestOf('node-test')}') assert.equal = () => {};
${wrong}`,
  ),
];
