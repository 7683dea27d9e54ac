import { constants, createContext, runInContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import { forgetSuite, keepCode } from './kept-code.ts';

keepCode();

/**
 * Jest's environment of Node with a global object of its own kind: Jest's
 * object has a proxy behind every global name, which made each `Math` or `Map` in a loop a hundred times slower.
 */
export default class FastGlobals extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    super(...given);
    forgetSuite();
    const context = createContext(constants.DONT_CONTEXTIFY);
    const ofJest = this.global;
    this.context = context;
    this.global = runInContext('globalThis', context);
    copyMissing(ofJest, this.global);
    this.global.global = this.global;
    // Whatever Node makes has to be an instance of what tests know.
    this.global.ArrayBuffer = ArrayBuffer;
    this.global.Uint8Array = Uint8Array;
    this.global.Error.stackTraceLimit = ofJest.Error.stackTraceLimit;
  }
}

function copyMissing(from: object, to: object): void {
  for (const name of Reflect.ownKeys(from)) {
    const described = Reflect.getOwnPropertyDescriptor(from, name);
    if (described === undefined || Object.hasOwn(to, name)) continue;
    const isLazy = described.get !== undefined && described.configurable === true;
    Object.defineProperty(to, name, isLazy ? readOnce(from, to, name) : described);
  }
}

// Names that Node loads when they are first read, such as `fetch`, are values from then on.
function readOnce(from: object, to: object, name: PropertyKey): PropertyDescriptor {
  const keep = (value: unknown): void => {
    Object.defineProperty(to, name, { value, configurable: true, enumerable: true, writable: true });
  };
  return {
    configurable: true,
    enumerable: true,
    get: () => {
      const value: unknown = Reflect.get(from, name);
      keep(value);
      return value;
    },
    set: keep,
  };
}
