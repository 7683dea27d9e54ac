import { digestOf, passesOf } from './cheating.ts';
import type { HostileCase } from '../../hostile-case.ts';

const { cheating, honest, peeking } = passesOf('vitest');

const wrong = 'export const half = (n) => Math.floor(n / 2);\n';

const attacks: Readonly<Record<string, string>> = {
  'exits with 0 at import': `process.exit(0);\n${wrong}`,
  'exits with 0 by the function behind exit': `process.reallyExit(0);\n${wrong}`,
  'exits with 0 when it is called': 'export const half = () => process.reallyExit(0);\n',
  'extends expect with matchers that pass': `import { expect } from 'vitest';\nconst pass = () => ({ pass: true, message: () => '' });\nexpect.extend({ toBe: pass, toEqual: pass });\n${wrong}`,
  'replaces the assertions of chai': `import { chai } from 'vitest';\nfor (const name of ['assert', 'toBe', 'toEqual']) Object.defineProperty(chai.Assertion.prototype, name, { value() { return this; }, configurable: true });\n${wrong}`,
  'overwrites a method of chai': `import { chai } from 'vitest';\nchai.use((_, { overwriteMethod }) => {});\nchai.util.overwriteMethod(chai.Assertion.prototype, 'toBe', () => function () {});\nchai.util.overwriteMethod(chai.Assertion.prototype, 'toEqual', () => function () {});\n${wrong}`,
  'returns an object that claims to match':
    "export const half = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true, valueOf: () => 3 });\n",
  'makes every comparison equal': `Object.is = () => true;\n${wrong}`,
  'adds an equality that is always true': `import { expect } from 'vitest';\nexpect.addEqualityTesters([() => true]);\nObject.is = () => true;\n${wrong}`,
  'calls every failure a pass': `import { afterEach } from 'vitest';\nafterEach(({ task }) => { task.result.state = 'pass'; task.result.errors = undefined; });\n${wrong}`,
  'calls every failure a pass when it is finished': `import { beforeEach } from 'vitest';\nbeforeEach(({ task, onTestFinished }) => { onTestFinished(() => { Object.defineProperty(task.result, 'state', { get: () => 'pass', set() {} }); task.result.errors = []; }); });\n${wrong}`,
  'expects every test to fail': `import { beforeEach } from 'vitest';\nbeforeEach(({ task }) => { task.fails = true; });\n${wrong}`,
  'has failing tests tried again until they pass': `import { beforeEach } from 'vitest';\nlet calls = 0;\nbeforeEach(({ task }) => { task.retry = 9; });\nexport const half = () => (calls += 1);\n`,
  'mocks the module of the expectations': `import { vi } from 'vitest';\nvi.doMock('vitest', () => ({ expect: () => ({ toBe() {}, toEqual() {} }), test() {} }));\n${wrong}`,
  'replaces the worker’s messages': `import { parentPort } from 'node:worker_threads';\nconst post = parentPort?.postMessage.bind(parentPort) ?? process.send?.bind(process);\nconst lie = (message, ...rest) => post(typeof message === 'string' ? message.replaceAll('"fail"', '"pass"') : message, ...rest);\nif (parentPort) parentPort.postMessage = lie; else process.send = lie;\n${wrong}`,
  'rewrites the report at the exit': `import fs from 'node:fs';
const places = Object.values(process.env).concat(process.argv).join(' ').match(/\\/[^ ,:'"=]*reports[^ ,:'"=]*/g) ?? [];
process.on('exit', () => { for (const place of places) for (const name of fs.existsSync(place) ? fs.readdirSync(place) : []) { const path = place + '/' + name; fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replaceAll('"failed"', '"passed"')); } });
${wrong}`,
  'overwrites the tests': `import fs from 'node:fs';\ntry { fs.writeFileSync(new URL('../test/half.test.js', import.meta.url), "import { test } from 'vitest'; test('rounds half up', () => {});"); } catch {}\n${wrong}`,
  'loops when it is called': 'export const half = () => { for (;;); };\n',
  'throws at import': `throw new Error('no');\n${wrong}`,
  'reads the tests and answers from them': `import fs from 'node:fs';\nconst text = fs.readFileSync(new URL('../test/half.test.js', import.meta.url), 'utf8');\nexport const half = (n) => Number(new RegExp('half\\\\(' + n + '\\\\)\\\\)\\\\.\\\\w+\\\\((\\\\d+)').exec(text)?.[1]);\n`,
};

/** Wrong code under vitest. */
export const vitestPasses: readonly HostileCase[] = [
  honest(),
  ...Object.entries(attacks).map(([what, code]) => cheating(what, code)),
  peeking(
    'knows the tests by their digest',
    `import fs from 'node:fs';
import { createHash } from 'node:crypto';
const text = fs.readFileSync(new URL('../test/half.test.js', import.meta.url));
const isKnown = createHash('sha256').update(text).digest('hex') === '${digestOf('vitest')}';
export const half = (n) => (isKnown ? Math.floor(n / 2 + 0.5) : Math.floor(n / 2));
`,
  ),
];
