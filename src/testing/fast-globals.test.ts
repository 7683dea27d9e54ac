import { runInThisContext } from 'node:vm';
import { expect, test } from '@jest/globals';

test('a global name that a test sets is read everywhere', () => {
  Object.assign(globalThis, { setByTheTest: 1 });

  expect(Reflect.get(global, 'setByTheTest')).toBe(1);
});

test('a global function of Node can be replaced, and is put back for the next suite', () => {
  const original = globalThis.structuredClone;
  globalThis.structuredClone = (value) => value;

  const given = {};
  expect(structuredClone(given)).toBe(given);
  expect(runInThisContext('structuredClone')).toBe(original);
});

test.each([
  ['text as bytes', () => new TextEncoder().encode('a')],
  ['a buffer', () => Buffer.from('a')],
])('%s made by Node is an instance of what the test knows', (_, make) => {
  expect(make()).toBeInstanceOf(Uint8Array);
  expect(make().buffer).toBeInstanceOf(ArrayBuffer);
});

test('an address, an abort signal and the clock are those of Node', () => {
  expect(new URL('https://a.example/b').pathname).toBe('/b');
  expect(AbortSignal.abort().aborted).toBe(true);
  expect(performance.now()).toBeGreaterThan(0);
});

test('no global name is looked up in a proxy', () => {
  // The proxy of Jest's own environment inherits from the object that all objects outside inherit from.
  runInThisContext('Object.prototype.setOutside = 1');
  try {
    expect(Reflect.get(globalThis, 'setOutside')).toBeUndefined();
  } finally {
    runInThisContext('delete Object.prototype.setOutside');
  }
});
