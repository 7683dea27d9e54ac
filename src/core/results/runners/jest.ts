import { jestJson } from '../formats/jest-json.ts';
import { askedInCommand } from './asked-in-command.ts';
import type { Runner } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

/** Jest writes its JSON in addition to what it prints. */
export const jest: Runner = {
  name: 'jest',
  askedBy: 'words',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?jest(?:\.js)?$/.test(word)),
  ask: (calls, { reports }) =>
    askedInCommand(calls, reports, {
      format: jestJson,
      words: (file) => `--json ${shellQuoted(`--outputFile=${file}`)}`,
    }),
};
