/**
 * The test guard, loaded by --require into every Node process of a test command, before any generated code. It keeps
 * references to the original functions. When a test process ends, it checks that assertions still reject what is
 * wrong, and reports this in its own file, under a key that only the guard and the action know. In a forced-failure
 * run it makes every test fail before its body runs.
 *
 * It is not part of the bundle, imports nothing of ours and runs on Node 20 and 24; core/results/read-guard.ts reads
 * its output. It gives evidence of tampering, not proof against it: code that re-implements the test runner in the
 * same process can defeat it.
 */
'use strict';

const { openSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { randomUUID } = require('node:crypto');
const assert = require('node:assert');
const Module = require('node:module');
const { ChildProcess } = require('node:child_process');
const vm = require('node:vm');

const variable = 'SPEC_PORTABILITY_GUARD';
const { env, pid, argv } = process;
const given = env[variable];
// Generated code must not find the key in the environment.
delete env[variable];

/** `key mode folder`, as core/results/arrange-results.ts writes it. */
const [, key, mode, folder] = /^(\S+) (\S+) (.*)$/s.exec(given ?? '') ?? [];
const isForcedFailure = mode === 'forced-failure';
const failureMessage = 'every test of this run is made to fail';

const pristine = new Map();
keep('assert', assert);
keep('assert.strict', assert.strict);

/** What a test process reports about itself at its end. Given only once, so that a second caller gets nothing. */
let sealed = false;
function seal() {
  if (sealed || key === undefined) return {};
  sealed = true;
  return { key, broken: brokenHere(), poisoned: isForcedFailure };
}

module.exports = { seal };

const circusRunner =
  /[\\/]jest-circus[\\/](?:runner|build[\\/]runner|build[\\/]legacy-code-todo-rewrite[\\/]jestAdapter)\.js$/;

if (key !== undefined) {
  if (isJest()) guardJest();
  else if (env.NODE_TEST_CONTEXT !== undefined) guardTestFile();
  else {
    passKeyOn(() => true);
    if (isOwnScript()) forceFailures();
  }
}

function isJest() {
  return /[\\/]node_modules[\\/](?:(?:jest|jest-cli|jest-worker)[\\/]|\.bin[\\/]jest$)/.test(argv[1] ?? '');
}

/** A script of the repository, not a tool: it may hold tests that run in this process. */
function isOwnScript() {
  return argv[1] !== undefined && !/[\\/]node_modules[\\/]/.test(argv[1]) && !/[\\/]npm[\\/]/.test(argv[1]);
}

/** Passes the key to child processes: the scripts of a package manager, the test files of a runner. */
function passKeyOn(isOurs) {
  const spawn = ChildProcess.prototype.spawn;
  ChildProcess.prototype.spawn = function spawnWithKey(options) {
    if (Array.isArray(options?.envPairs) && isOurs(options)) options.envPairs.push(`${variable}=${given}`);
    return Reflect.apply(spawn, this, [options]);
  };
}

/** A process of `node --test` that runs one test file. */
function guardTestFile() {
  const testModule = require('node:test');
  keep('test', testModule);
  const report = openReport();
  const id = randomUUID();
  report({ event: 'began', id, subject: argv[1] ?? '' });
  forceFailures();
  process.on('exit', () => report({ event: 'ended', id, broken: brokenHere() }));
}

function forceFailures() {
  if (!isForcedFailure) return;
  require('node:test').beforeEach(() => {
    throw new Error(failureMessage);
  });
}

/**
 * Appends lines to a file of this process. The descriptor stays open, because generated code may delete the file's
 * name.
 */
function openReport() {
  const file = openSync(join(folder, `witness-${pid}-${randomUUID()}.jsonl`), 'wx');
  const write = writeSync;
  const { stringify } = JSON;
  return (line) => void write(file, `${stringify({ key, poisoned: isForcedFailure, ...line })}\n`);
}

function keep(name, functions) {
  const values = new Map([['', functions]]);
  for (const member of Object.keys(functions)) values.set(member, functions[member]);
  pristine.set(name, { functions, values });
}

/** Names of what no longer works as it must: replaced functions, and assertions that accept anything. */
function brokenHere() {
  return [...replaced(), ...acceptingAsserts(), ...lyingIntrinsics((code) => vm.runInThisContext(code))];
}

function replaced() {
  return [...pristine].flatMap(([name, { functions, values }]) =>
    [...values]
      .filter(([member, value]) => member !== '' && functions[member] !== value)
      .map(([member]) => `${name}.${member}`),
  );
}

/** Negative controls: each of these must throw. The last one is the positive control and must not throw. */
function acceptingAsserts() {
  const controls = {
    'assert.ok': () => assert.ok(false),
    'assert.equal': () => assert.equal(1, 2),
    'assert.strictEqual': () => assert.strictEqual(1, 2),
    'assert.notStrictEqual': () => assert.notStrictEqual(1, 1),
    'assert.deepEqual': () => assert.deepEqual({ a: 1 }, { a: 2 }),
    'assert.deepStrictEqual': () => assert.deepStrictEqual({ a: 1 }, { a: 2 }),
    'assert.match': () => assert.match('a', /b/),
    'assert.throws': () => assert.throws(() => {}),
  };
  const accepting = Object.keys(controls).filter((name) => !throws(controls[name]));
  const isRefusing = throws(() => assert.deepStrictEqual({ a: [1] }, { a: [1] }));
  return isRefusing ? [...accepting, 'assert refuses what is right'] : accepting;
}

function throws(control) {
  try {
    control();
    return false;
  } catch {
    return true;
  }
}

/**
 * Built-in functions that assertion libraries compare with. Checked by their results, because a correct polyfill may
 * replace them.
 */
const intrinsicControls = `[
  ['Object.is', Object.is(1, 2)],
  ['Object.keys', Object.keys({ a: 1 }).length !== 1],
  ['Array.isArray', Array.isArray({})],
  ['Array.prototype.every', [1].every(() => false)],
  ['Array.prototype.some', [1].some(() => false)],
  ['Array.prototype.includes', [1, 2].includes(3)],
  ['String.prototype.includes', 'abc'.includes('z')],
  ['RegExp.prototype.test', /b/.test('a')],
  ['Set.prototype.has', new Set([1]).has(2)],
  ['JSON.stringify', JSON.stringify({ a: 1 }) === JSON.stringify({ a: 2 })],
].filter((control) => control[1]).map((control) => control[0]).join('\\n')`;

function lyingIntrinsics(run) {
  try {
    return String(run(intrinsicControls)).split('\n').filter(Boolean);
  } catch {
    return ['intrinsics'];
  }
}

/** Jest loads its runner by path, in the main process or in a worker; both load this module. */
function guardJest() {
  passKeyOn(
    ({ args }) => Array.isArray(args) && args.some((word) => /[\\/]jest-worker[\\/]/.test(String(word))),
  );
  const { guardedRunner } = require('./test-guard-jest.cjs');
  const tools = {
    openReport,
    throws,
    lyingIntrinsics,
    failureMessage: isForcedFailure ? failureMessage : null,
    brokenAsserts: () => [...replaced(), ...acceptingAsserts()],
  };
  const load = Module._load;
  const guardedRunners = new Map();
  Module._load = function loadGuarded(request, ...rest) {
    const loaded = Reflect.apply(load, this, [request, ...rest]);
    if (!circusRunner.test(String(request))) return loaded;
    const run = typeof loaded === 'function' ? loaded : loaded.default;
    // Older versions of jest load the same function by two paths.
    if (typeof run !== 'function' || [...guardedRunners.values()].includes(run)) return loaded;
    const guarded = guardedRunners.get(run) ?? guardedRunner(run, tools);
    guardedRunners.set(run, guarded);
    return typeof loaded === 'function' ? guarded : { __esModule: true, default: guarded };
  };
}
