import { availableParallelism } from 'node:os';
import { slowness } from './src/testing/slowness.ts';

// The compiler and the bundler are written in Go: they take a fifth to a third less processor time where they collect garbage
// less often.
process.env['GOGC'] ??= '400';

// Node ≥ 22.13 strips the types itself, so jest needs no transformer (docs/decisions/0001-toolchain.md).
const node = {
  testEnvironment: '<rootDir>/src/testing/fast-globals.ts',
  testMatch: ['**/*.test.ts'],
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
};

export default {
  ...node,
  // More than cores, because many tests wait: for processes that they started, for back-offs, for limits of time.
  maxWorkers: 2 * availableParallelism(),
  testSequencer: '<rootDir>/src/testing/end-to-end-first.mjs',
  // A guard against what never ends, and no promise about speed: those are held by the benchmarks.
  testTimeout: 480_000 * slowness(),
  projects: [
    { ...node, displayName: 'unit', roots: ['src', 'scripts', 'bench'].map((name) => `<rootDir>/${name}`) },
    {
      ...node,
      displayName: 'end to end',
      roots: ['<rootDir>/e2e'],
      globalSetup: '<rootDir>/e2e/bundle-once.ts',
    },
  ],
};
