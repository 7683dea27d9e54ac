import { jestJson } from '../formats/jest-json.ts';
import { askedInCommand, type Words } from './asked-in-command.ts';
import { valueOf, valuesOf } from './options.ts';
import type { Runner, RunnerCall } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

/** Vitest takes several reporters, and one of them writes Jest's JSON. */
export const vitest: Runner = {
  name: 'vitest',
  askedBy: 'words',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?vitest(?:\.mjs)?$/.test(word)),
  ask: (calls, around) => askedInCommand(calls, around, wordsFor),
};

const readable = ['json', 'junit', 'tap', 'tap-flat'];

function wordsFor({ words }: RunnerCall, file: string): Words | null {
  const reporters = valuesOf(words, ['--reporter', '--reporters']);
  const json = reporters.includes('json') ? '' : '--reporter=json ';
  const ownJson = valueOf(words, ['--outputFile.json']);
  if (ownJson !== null) return { kind: 'own', words: json.trim(), path: ownJson };
  const own = valueOf(words, ['--outputFile']);
  if (own !== null) {
    // One file for all reporters leaves no place for ours.
    return reporters.some((reporter) => readable.includes(reporter))
      ? { kind: 'own', words: '', path: own }
      : null;
  }
  const shown = reporters.length === 0 ? '--reporter=default ' : '';
  return {
    kind: 'ours',
    words: `${shown}${json}${shellQuoted(`--outputFile.json=${file}`)}`,
    format: jestJson,
  };
}
