import { jestJson } from '../formats/jest-json.ts';
import { askedInCommand } from './asked-in-command.ts';
import { isGiven, valueOf } from './options.ts';
import type { Runner } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

/** Jest writes its JSON in addition to what it prints. */
export const jest: Runner = {
  name: 'jest',
  askedBy: 'words',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?jest(?:\.js)?$/.test(word)),
  ask: (calls, around) =>
    askedInCommand(calls, around, ({ words }, file) => {
      const json = isGiven(words, ['--json']) ? '' : '--json ';
      // Given twice, it makes jest throw.
      const own = valueOf(words, ['--outputFile', '--output-file']);
      return own === null
        ? { kind: 'ours', words: `${json}${shellQuoted(`--outputFile=${file}`)}`, format: jestJson }
        : { kind: 'own', words: json.trim(), path: own };
    }),
};
