/**
 * The jest part of the test guard, loaded by test-guard.cjs before any generated code. It follows each test file
 * through the events of its environment, from outside the context in which the file runs.
 */
'use strict';

const { randomUUID } = require('node:crypto');
const vm = require('node:vm');

module.exports = { guardedRunner };

/** jest-circus' runner with a guard around each test file. */
function guardedRunner(run, tools) {
  let report = null;
  return async (...given) => {
    const [, , environment, , testPath] = given;
    report ??= tools.openReport();
    const id = randomUUID();
    const broken = new Set();
    report({ event: 'began', id, subject: testPath });
    watchJest(environment, { ...tools, found: (name) => broken.add(name) });
    try {
      return await run(...given);
    } finally {
      for (const name of tools.brokenAsserts()) broken.add(name);
      report({ event: 'ended', id, broken: [...broken] });
    }
  };
}

/** Follows one test file of jest through the events of its environment. */
function watchJest(environment, { failureMessage, throws, lyingIntrinsics, found }) {
  const own = environment.handleTestEvent?.bind(environment);
  let given = {};
  const on = {
    setup({ runtimeGlobals }) {
      given = { ...runtimeGlobals };
      watchMatchers(environment, given.expect, found);
    },
    test_start({ test }) {
      if (failureMessage !== null) test.fn = () => Promise.reject(new Error(failureMessage));
    },
    // Checked before the next hook can restore what the tested code replaced.
    test_fn_success: () => replacedGlobals(environment, given, found),
    run_finish() {
      replacedGlobals(environment, given, found);
      for (const expect of new Set([given.expect, environment.global.expect]))
        tryExpect(expect, { throws, found });
      const context = environment.getVmContext?.();
      if (context) lyingIntrinsics((code) => vm.runInContext(code, context)).forEach(found);
    },
  };
  environment.handleTestEvent = async (event, state) => {
    on[event.name]?.(event);
    await own?.(event, state);
  };
}

function replacedGlobals(environment, given, found) {
  for (const name of ['expect', 'test', 'it', 'describe']) {
    const now = environment.global[name];
    if (now !== undefined && given[name] !== undefined && now !== given[name]) found(`globalThis.${name}`);
  }
}

function tryExpect(expect, { throws, found }) {
  if (typeof expect !== 'function' || typeof expect.getState !== 'function') return;
  const controls = {
    toBe: () => expect(1).toBe(2),
    'not.toBe': () => expect(1).not.toBe(1),
    toEqual: () => expect({ a: 1 }).toEqual({ a: 2 }),
    toStrictEqual: () => expect({ a: 1 }).toStrictEqual({ a: 2 }),
    toMatchObject: () => expect({ a: 1 }).toMatchObject({ a: 2 }),
    toContain: () => expect([1]).toContain(2),
    toMatch: () => expect('a').toMatch(/b/),
    toBeTruthy: () => expect(false).toBeTruthy(),
    toBeNull: () => expect(1).toBeNull(),
    toBeUndefined: () => expect(1).toBeUndefined(),
    toBeGreaterThan: () => expect(1).toBeGreaterThan(2),
    toHaveLength: () => expect([1]).toHaveLength(2),
    toThrow: () => expect(() => {}).toThrow(),
  };
  for (const [name, control] of Object.entries(controls)) if (!throws(control)) found(`expect.${name}`);
  if (throws(() => expect({ a: [1] }).toEqual({ a: [1] }))) found('expect refuses what is right');
}

/** A received value with its own `asymmetricMatch` decides itself whether it is equal. */
function watchMatchers(environment, expect, found) {
  const { matchers } = environment.global[Symbol.for('$$jest-matchers-object')] ?? {};
  if (matchers === undefined || typeof expect?.any !== 'function') return;
  const ofJest = Object.getPrototypeOf(Object.getPrototypeOf(expect.any(String)));
  for (const name of ['toEqual', 'toStrictEqual', 'toMatchObject', 'toContainEqual', 'toHaveProperty']) {
    const original = matchers[name];
    if (typeof original !== 'function') continue;
    const watched = function watchedMatcher(received, ...rest) {
      if (matchesByItself(received, ofJest)) found('asymmetricMatch');
      return Reflect.apply(original, this, [received, ...rest]);
    };
    Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original));
    matchers[name] = watched;
  }
}

const nodeLimit = 2000;

function matchesByItself(received, ofJest) {
  const seen = new Set();
  const left = [received];
  while (left.length > 0 && seen.size < nodeLimit) {
    const value = left.pop();
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    try {
      if (isForeignMatcher(value, ofJest)) return true;
      for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) left.push(inner);
    } catch {
      // A getter or a proxy that throws would throw in the matcher too.
    }
  }
  return false;
}

function isObject(value) {
  return value !== null && (typeof value === 'object' || typeof value === 'function');
}

function isForeignMatcher(value, ofJest) {
  return typeof value.asymmetricMatch === 'function' && !Object.prototype.isPrototypeOf.call(ofJest, value);
}
