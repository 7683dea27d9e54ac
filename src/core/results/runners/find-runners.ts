import { plainWords, scriptCalled, wordsOfCall } from './npm-scripts.ts';
import type { RunnerCall } from './runner.ts';
import { runners } from './runners.ts';
import { shellCommands } from './shell-words.ts';
import type { ShellCommand } from './shell-words.ts';

const depthLimit = 8;

/** The runner calls of a test command, in order, also through the scripts of package.json. */
export function findRunners(line: string, scripts: ReadonlyMap<string, string>): readonly RunnerCall[] {
  return callsOf(line, scripts, 0).map((call, index) => ({ ...call, number: index + 1 }));
}

type Found = Omit<RunnerCall, 'number'>;

function callsOf(line: string, scripts: ReadonlyMap<string, string>, depth: number): readonly Found[] {
  const commands = shellCommands(line);
  // After a `cd` the scripts are those of another package.
  const known = commands.some((command) => plainWords(command)[0] === 'cd')
    ? new Map<string, string>()
    : scripts;
  return depth > depthLimit ? [] : commands.flatMap((command) => callsIn(command, known, depth));
}

function callsIn(
  command: ShellCommand,
  scripts: ReadonlyMap<string, string>,
  depth: number,
): readonly Found[] {
  const call = scriptCalled(command, scripts);
  if (call === null) return directCall(command);
  const inner = callsOf(call.script, scripts, depth + 1);
  const lastCommand = shellCommands(call.script).at(-1);
  return inner.map((found) => {
    // A redirection cannot be inserted into a script.
    if (found.runner.askedBy === 'redirection') return { ...found, place: null };
    // A package manager appends arguments to the end of the script, so they reach only its last command.
    const reaches =
      found.place !== null && lastCommand !== undefined && found.place.at > startOf(lastCommand);
    const separator = `${call.separator}${found.place?.separator ?? ''}`;
    if (!reaches) return { ...found, place: null };
    return { ...found, place: { at: call.at, separator }, words: [...found.words, ...call.given] };
  });
}

function startOf(command: ShellCommand): number {
  const first = command.words[0];
  return first === undefined ? 0 : first.end - first.text.length;
}

/** The runner whose name comes first among the words of a command. */
function directCall(command: ShellCommand): readonly Found[] {
  const called = wordsOfCall(command);
  const words = plainWords(command);
  if (!mayRunTests(words)) return [];
  const texts = called.map(({ text }) => text);
  const [first] = runners
    .map((runner) => ({ runner, index: runner.namedAt(texts) }))
    .filter(({ index }) => index >= 0)
    .toSorted((one, other) => one.index - other.index);
  const at = called[first?.index ?? -1]?.end;
  if (first === undefined || at === undefined) return [];
  const separator = words[0] === 'npm' && !words.includes('--') ? '-- ' : '';
  return [{ runner: first.runner, place: { at, separator }, words }];
}

/** Excludes commands that name a runner without starting it. */
function mayRunTests([program, verb]: readonly string[]): boolean {
  if (program === undefined) return false;
  if (program === 'npm') return verb === 'exec' || verb === 'x';
  if (['echo', 'printf', 'rm', 'cd', 'pip', 'pip3', 'which'].includes(program)) return false;
  return !(['pnpm', 'yarn', 'bun'].includes(program) && ['add', 'install', 'remove'].includes(verb ?? ''));
}
