import { jestJson } from '../formats/jest-json.ts';
import { askedInCommand } from './asked-in-command.ts';
import type { Runner } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

/** Vitest takes several reporters, and one of them writes Jest's JSON. */
export const vitest: Runner = {
  name: 'vitest',
  askedBy: 'words',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?vitest(?:\.mjs)?$/.test(word)),
  ask: (calls, { reports }) =>
    askedInCommand(calls, reports, {
      format: jestJson,
      words: (file) => `--reporter=default --reporter=json ${shellQuoted(`--outputFile.json=${file}`)}`,
    }),
};
