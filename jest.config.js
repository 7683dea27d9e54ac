// Node ≥ 22.13 strips the types itself, so jest needs no transformer (docs/decisions/0001-toolchain.md).
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/e2e', '<rootDir>/scripts', '<rootDir>/bench'],
  testMatch: ['**/*.test.ts'],
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testTimeout: 60_000,
};
