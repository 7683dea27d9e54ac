import { plainWords, scriptCalled } from './npm-scripts.ts';
import { shellCommands } from './shell-words.ts';
import type { ShellCommand } from './shell-words.ts';

/** A test runner that a test command starts. */
export type FoundRunner = {
  readonly runner: 'jest' | 'vitest' | 'pytest' | 'node-test' | 'go-test';
  /** Where in the command line arguments for it go, and what stands before them; null = they cannot reach it. */
  readonly place: { readonly at: number; readonly separator: string } | null;
  /** How many reporters and destinations the command itself gives to node:test. */
  readonly reporters: number;
  readonly destinations: number;
};

const depthLimit = 8;

/** The runners of a test command, in order, looked for through the scripts of package.json. */
export function findRunners(
  line: string,
  scripts: ReadonlyMap<string, string>,
  depth = 0,
): readonly FoundRunner[] {
  const commands = shellCommands(line);
  // Behind a `cd` the scripts are those of another package.
  const known = commands.some((command) => plainWords(command)[0] === 'cd')
    ? new Map<string, string>()
    : scripts;
  return depth > depthLimit ? [] : commands.flatMap((command) => runnersOf(command, known, depth));
}

function runnersOf(
  command: ShellCommand,
  scripts: ReadonlyMap<string, string>,
  depth: number,
): readonly FoundRunner[] {
  const call = scriptCalled(command, scripts);
  if (call === null) return directRunner(command);
  const inner = findRunners(call.script, scripts, depth + 1);
  const lastCommand = shellCommands(call.script).at(-1);
  return inner.map((found) => {
    // Where go stands in a script, there is no place for a redirection.
    if (found.runner === 'go-test') return { ...found, place: null };
    // A package manager adds arguments at the end of the script, so they reach its last command alone.
    const reaches =
      found.place !== null && lastCommand !== undefined && found.place.at > startOf(lastCommand);
    const separator = `${call.separator}${found.place?.separator ?? ''}`;
    return { ...found, place: reaches ? { at: command.end, separator } : null };
  });
}

function startOf(command: ShellCommand): number {
  const first = command.words[0];
  return first === undefined ? 0 : first.end - first.text.length;
}

function directRunner(command: ShellCommand): readonly FoundRunner[] {
  const words = plainWords(command);
  const [program, verb] = words;
  if (program === undefined || !mayRunTests(program, verb)) return [];
  const counts = {
    reporters: words.filter((word) => /^--test-reporter(?:=|$)/.test(word)).length,
    destinations: words.filter((word) => /^--test-reporter-destination(?:=|$)/.test(word)).length,
  };
  const named = namedRunner(command, words);
  if (named !== null) {
    const separator = program === 'npm' && !words.includes('--') ? '-- ' : '';
    return [{ runner: named.runner, place: { at: named.at, separator }, ...counts }];
  }
  const isNodeTest =
    words.includes('--test') && words.some((word) => /(?:^|\/)(?:node|nodejs|tsx)$/.test(word));
  return isNodeTest ? [{ runner: 'node-test', place: null, ...counts }] : [];
}

/** The first word that names a runner, and where that word ends. */
function namedRunner(
  command: ShellCommand,
  [program = '', verb]: readonly string[],
): { readonly runner: FoundRunner['runner']; readonly at: number } | null {
  const isGoTest = /^(?:.*\/)?go$/.test(program) && verb === 'test';
  for (const { text, end } of command.words) {
    const runner = isGoTest && text === 'test' ? 'go-test' : runnerNamed(text);
    if (runner !== null) return { runner, at: end };
  }
  return null;
}

/** Leaves out commands that name a runner without starting it. */
function mayRunTests(program: string, verb: string | undefined): boolean {
  if (program === 'npm') return verb === 'exec' || verb === 'x';
  if (['echo', 'printf', 'rm', 'cd', 'pip', 'pip3', 'which'].includes(program)) return false;
  return !(['pnpm', 'yarn', 'bun'].includes(program) && ['add', 'install', 'remove'].includes(verb ?? ''));
}

function runnerNamed(word: string): 'jest' | 'vitest' | 'pytest' | null {
  if (/^(?:.*\/)?jest(?:\.js)?$/.test(word)) return 'jest';
  if (/^(?:.*\/)?vitest(?:\.mjs)?$/.test(word)) return 'vitest';
  return /^(?:.*\/)?(?:pytest|py\.test)(?:-3)?$/.test(word) ? 'pytest' : null;
}
