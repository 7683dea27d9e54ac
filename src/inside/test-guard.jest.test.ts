import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { TestRun } from '../core/results/test-report.ts';
import { guardedRun, outcomeAgainst } from '../testing/guarded-run.ts';
import type { Suite } from '../testing/guarded-run.ts';

const jest = join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');

const good = `exports.add = (a, b) => a + b; exports.pair = (a, b) => ({ a, b });`;
const bad = good.replace('a + b', 'a - b');
const withPair = (pair: string): string => `exports.add = (a, b) => a + b; exports.pair = ${pair};`;

const anything = `const anything = () => new Proxy(function () {}, { get: (target, name) => (name === 'then' ? undefined : anything()), apply: () => anything() });`;

const forgery = `JSON.stringify({ success: true, testResults: ['a', 'b'].map((file) => ({
  name: process.cwd() + '/test/' + file + '.test.js',
  assertionResults: [
    { ancestorTitles: [], title: 'adds', status: 'passed' },
    { ancestorTitles: ['more'], title: 'pairs', status: 'passed' },
  ] })) })`;

type Cheat = { readonly code: string; readonly tampered: boolean };

/** A cheat that is not reported as tampering either leaves no report or fails its own tests. */
const cheats: Record<string, Cheat> = {
  'exits with 0 at import': { code: `process.exit(0); ${bad}`, tampered: false },
  'exits with 0 inside a test': {
    code: `exports.add = () => process.exit(0); exports.pair = () => {};`,
    tampered: false,
  },
  'leaves through reallyExit at import': { code: `process.reallyExit(0); ${bad}`, tampered: false },
  'leaves through reallyExit when the process ends': {
    code: `process.on('exit', () => process.reallyExit(0)); ${bad}`,
    tampered: false,
  },
  'replaces the global expect': {
    code: `${anything} globalThis.expect = anything(); ${bad}`,
    tampered: true,
  },
  'replaces expect only when it is called and puts it back': {
    code: `${anything} exports.add = () => { const was = globalThis.expect; globalThis.expect = anything(); setTimeout(() => { globalThis.expect = was; }, 0); return 0; }; exports.pair = (a, b) => ({ a, b });`,
    tampered: true,
  },
  'extends expect with matchers that accept anything': {
    code: `const yes = () => ({ pass: true, message: () => '' }); expect.extend({ toBe: yes, toEqual: yes }); ${bad}`,
    tampered: true,
  },
  'turns every test into a skipped one': {
    code: `globalThis.test = test.skip; globalThis.it = it.skip; ${bad}`,
    tampered: true,
  },
  'decides its own equality': { code: withPair('() => ({ asymmetricMatch: () => true })'), tampered: true },
  'decides its own equality deep inside': {
    code: withPair('() => ({ a: 1, b: { asymmetricMatch: () => true } })'),
    tampered: true,
  },
  'decides its own equality through a proxy': {
    code: withPair(
      `() => new Proxy({}, { get: (target, name) => (name === 'asymmetricMatch' ? () => true : undefined) })`,
    ),
    tampered: true,
  },
  'replaces Object.is and Array.prototype.every': {
    code: `Object.is = () => true; Array.prototype.every = () => true; ${bad}`,
    tampered: true,
  },
  'forges the report file and exits': {
    code: `const name = process.argv.find((word) => word.startsWith('--outputFile=')).slice(13); require('fs').writeFileSync(name, ${forgery}); process.exit(0);`,
    tampered: true,
  },
};

const testFile = `const { add, pair } = require('../src/code.js');
  test('adds', () => { expect(add(1, 2)).toBe(3); });
  describe('more', () => { test('pairs', () => { expect.assertions(1); expect(pair(1, 2)).toEqual({ a: 1, b: 2 }); }); });`;

// Babel, which Jest loads otherwise, is not what the cheats are about.
const withoutBabel = { 'package.json': '{ "jest": { "transform": {} } }' };

const inBand: Suite = {
  files: { ...withoutBabel, 'test/a.test.js': testFile },
  command: `node ${jest} -i`,
  writes: 'src/code.js',
  node: process.execPath,
};
const inWorkers: Suite = {
  ...inBand,
  files: { 'package.json': '{}', 'test/a.test.js': testFile, 'test/b.test.js': testFile },
  command: `node ${jest} -w 2`,
};

describe('jest in one process', () => {
  let own: TestRun;

  beforeAll(async () => {
    own = await guardedRun(inBand, good);
  });

  test('an honest right answer passes and leaves no sign', async () => {
    expect(own.guard).toEqual({ signs: [], broken: [], poisoned: false });
    await expect(outcomeAgainst(inBand, own, good)).resolves.toEqual({ kind: 'passed' });
  });

  test('an honest wrong answer fails without a word of tampering', async () => {
    const outcome = await outcomeAgainst(inBand, own, bad);
    expect(outcome).toEqual({ kind: 'failed', tests: ['test/a.test.js > adds'] });
    expect(outcome).not.toHaveProperty('tampered');
  });

  test.each(Object.entries(cheats))('code that %s does not pass', async (_, { code, tampered }) => {
    const outcome = await outcomeAgainst(inBand, own, code);
    expect(outcome.kind).not.toBe('passed');
    expect(outcome.kind === 'failed' && outcome.tampered === true).toBe(tampered);
  });
});

describe('jest in workers', () => {
  let own: TestRun;

  beforeAll(async () => {
    own = await guardedRun(inWorkers, good);
  });

  test('an honest answer is guarded and a forced-failure run fails every test', async () => {
    expect(own.guard).toEqual({ signs: [], broken: [], poisoned: false });
    const forced = await guardedRun(inWorkers, good, 'forced-failure');
    expect(forced.guard?.poisoned).toBe(true);
    expect(forced.report?.cases.map(({ status }) => status)).toEqual(Array(4).fill('failed'));
  });

  test.each([
    ['exits', 'process.exit(0);'],
    ['replaces expect', `${anything} globalThis.expect = anything();`],
  ])('code that %s in a worker does not pass', async (_, code) => {
    const cheated = { ...inWorkers, files: { ...inWorkers.files, ...withoutBabel } };

    const outcome = await outcomeAgainst(cheated, own, `${code} ${bad}`);

    expect(outcome.kind).not.toBe('passed');
  });
});
