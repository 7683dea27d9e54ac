import { bunTest } from './bun-test.ts';
import { goTest } from './go-test.ts';
import { jest } from './jest.ts';
import { mocha } from './mocha.ts';
import { nodeTest } from './node-test.ts';
import { pytest } from './pytest.ts';
import type { Runner } from './runner.ts';
import { vitest } from './vitest.ts';

/** Every runner that is asked for a report. Others, such as bats, are read if they print a report or write a file. */
export const runners: readonly Runner[] = [jest, vitest, mocha, bunTest, goTest, pytest, nodeTest];
