import type { SuiteName } from './hostile-case.ts';
import { goSuite } from './suites/go.ts';
import { jestSuite, mochaSuite, vitestSuite } from './suites/javascript.ts';
import { exitCodeSuite, nodeTestSuite } from './suites/node.ts';
import { pytestSuite } from './suites/python.ts';
import type { Suite } from './suites/suite.ts';

/** Each suite by its name. */
export const suites: Readonly<Record<SuiteName, Suite>> = {
  'node-test': nodeTestSuite,
  jest: jestSuite,
  vitest: vitestSuite,
  mocha: mochaSuite,
  pytest: pytestSuite,
  go: goSuite,
  'exit-code': exitCodeSuite,
};

/** The sets of fixtures/wild/packages that the setups install. */
export const packageSets: readonly string[] = ['jest', 'vitest-3', 'mocha'];
