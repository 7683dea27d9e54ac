import vm from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { expect, test } from '@jest/globals';

const inPackage = '/node_modules/kept-code-test/index.js';

// The compiler of Node as Jest knows it, which the environment of this very suite has replaced.
function compile(
  source: string,
  importModuleDynamically?: vm.CompileFunctionOptions['importModuleDynamically'],
) {
  return vm.compileFunction(source, ['given'], {
    filename: inPackage,
    parsingContext: vm.createContext({ Error }),
    importModuleDynamically,
  });
}

async function evaluated(source: string, identifier: string): Promise<unknown> {
  const made = new vm.SourceTextModule(source, { identifier });
  await made.link(() => {
    throw new Error('imports nothing');
  });
  await made.evaluate();
  return Reflect.get(made.namespace, 'value');
}

test('a package that is loaded again has a state and a context of its own', () => {
  const source = 'globalThis.loads = (globalThis.loads ?? 0) + given; return globalThis;';

  const [first, second] = [compile(source)(1), compile(source)(10)];

  expect([first.loads, second.loads]).toEqual([1, 10]);
  expect(first.Object).not.toBe(second.Object);
});

test('a package whose text changed is compiled as it is now', () => {
  expect([compile('return 1;')(), compile('return 2;')()]).toEqual([1, 2]);
});

test('an error in a package names its line and its column', () => {
  const stack: unknown = compile('return new Error("x").stack;')();

  expect(stack).toContain(`${inPackage}:1:8`);
});

test('what a package imports later is asked of the suite that runs now', async () => {
  const source = 'return import("x");';
  const answering = (value: number) => async () => {
    const made = new vm.SyntheticModule(['value'], () => made.setExport('value', value));
    await made.link(() => made);
    await made.evaluate();
    return made;
  };

  const first = compile(source, answering(1));
  const second = compile(source, answering(2));

  await expect(second()).resolves.toMatchObject({ value: 2 });
  await expect(first()).resolves.toMatchObject({ value: 2 });
});

test('a module that is loaded again is evaluated again', async () => {
  const source = 'export const value = {};';

  const first = await evaluated(source, 'again.js');

  expect(await evaluated(source, 'again.js')).not.toBe(first);
});

test('a module whose text changed is compiled as it is now', async () => {
  expect(await evaluated('export const value = 1;', 'changed.js')).toBe(1);
  expect(await evaluated('export const value = 2;', 'changed.js')).toBe(2);
});

test('a module is compiled anew where V8 refuses the code that it made under other flags', async () => {
  expect(await evaluated('export const value = 1;', 'flags.js')).toBe(1);
  setFlagsFromString('--no-lazy');
  try {
    expect(await evaluated('export const value = 1;', 'flags.js')).toBe(1);
  } finally {
    setFlagsFromString('--lazy');
  }
});
