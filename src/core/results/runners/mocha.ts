import { junit } from '../formats/junit.ts';
import { mochaJson } from '../formats/mocha-json.ts';
import type { Format } from '../formats/formats.ts';
import { askedInCommand, type Words } from './asked-in-command.ts';
import { isGiven, valueOf, valuesOf } from './options.ts';
import type { Runner, RunnerCall } from './runner.ts';
import { shellQuoted } from './shell-words.ts';

/** Mocha has one reporter, so it prints nothing while it writes JSON into a file. */
export const mocha: Runner = {
  name: 'mocha',
  askedBy: 'words',
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?_?mocha(?:\.js)?$/.test(word)),
  ask: (calls, around) => askedInCommand(calls, around, wordsFor),
};

const reporterNames = ['--reporter', '-R'];
const optionNames = ['--reporter-option', '--reporter-options', '-O'];
/** Reporters that write into the file which the option `output` names. */
const writing: Readonly<Record<string, Format>> = { json: mochaJson, xunit: junit };

function wordsFor({ words }: RunnerCall, file: string): Words | null {
  const output = shellQuoted(`output=${file}`);
  // A reporter for people leaves no place for another one; TAP is read from what is printed.
  if (!isGiven(words, reporterNames)) {
    return { kind: 'ours', words: `--reporter json --reporter-option ${output}`, format: mochaJson };
  }
  const format = writing[valueOf(words, reporterNames) ?? ''];
  if (format === undefined) return null;
  const own = outputOf(words);
  return own === null
    ? { kind: 'ours', words: `--reporter-option ${output}`, format }
    : { kind: 'own', words: '', path: own };
}

function outputOf(words: readonly string[]): string | null {
  const pairs = valuesOf(words, optionNames).flatMap((value) => value.split(','));
  return pairs.find((pair) => pair.startsWith('output='))?.slice('output='.length) ?? null;
}
