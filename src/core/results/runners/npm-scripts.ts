import * as z from 'zod';
import { valueOf } from './options.ts';
import { unquoted } from './shell-words.ts';
import type { ShellCommand, ShellWord } from './shell-words.ts';

/** A call of a package.json script, where arguments for it belong, and what must come before them. */
export type ScriptCall = {
  readonly script: string;
  readonly at: number;
  readonly separator: '-- ' | '';
  /** Arguments that the script is already given. */
  readonly given: readonly string[];
};

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const quietFlags = new Set(['-s', '--silent', '--if-present', '--foreground-scripts']);

/** The scripts of a package.json; none when the file does not exist or cannot be read. */
export function scriptsOf(packageJson: string | null): ReadonlyMap<string, string> {
  if (packageJson === null) return new Map();
  try {
    const parsed = packageSchema.safeParse(JSON.parse(packageJson));
    return new Map(parsed.success ? Object.entries(parsed.data.scripts) : []);
  } catch {
    return new Map();
  }
}

/**
 * The script that a command runs through npm, pnpm, yarn or bun; null for other commands and for scripts of other
 * folders.
 */
export function scriptCalled(command: ShellCommand, scripts: ReadonlyMap<string, string>): ScriptCall | null {
  const [manager, ...rest] = plainWords(command);
  if (manager === 'node') return nodeRun(command, { rest, scripts });
  if (manager === undefined || !['npm', 'pnpm', 'yarn', 'bun'].includes(manager)) return null;
  const name = scriptName(
    manager,
    rest.filter((word) => !quietFlags.has(word)),
  );
  const script = name === null ? undefined : scripts.get(name);
  if (script === undefined) return null;
  const given = rest.slice(rest.indexOf(name ?? '') + 1).filter((word) => word !== '--');
  // npm and `pnpm test` keep options for themselves unless they come after `--`, which they take away.
  if (manager === 'npm' || isPnpmTest(manager, rest)) {
    return { script, at: command.end, separator: rest.includes('--') ? '' : '-- ', given };
  }
  // The others pass on everything after the name, `--` too, and runners take what comes behind it for paths.
  return { script, at: endBeforeDashes(command), separator: '', given };
}

/** `node --run NAME` passes on what stands behind `--`. */
function nodeRun(
  command: ShellCommand,
  of: { readonly rest: readonly string[]; readonly scripts: ReadonlyMap<string, string> },
): ScriptCall | null {
  const { rest, scripts } = of;
  const name = valueOf(rest, ['--run']);
  const script = name === null ? undefined : scripts.get(name);
  if (script === undefined) return null;
  const dashes = rest.indexOf('--');
  const given = dashes === -1 ? [] : rest.slice(dashes + 1);
  return { script, at: command.end, separator: dashes === -1 ? '-- ' : '', given };
}

/** `pnpm run test` passes on all options, `pnpm test` refuses those that it does not know (seen with pnpm 9). */
function isPnpmTest(manager: string, rest: readonly string[]): boolean {
  const [verb = ''] = rest.filter((word) => !quietFlags.has(word));
  return manager === 'pnpm' && ['test', 't', 'tst'].includes(verb);
}

function endBeforeDashes(command: ShellCommand): number {
  const index = command.words.findIndex(({ text }) => unquoted(text) === '--');
  return command.words[index - 1]?.end ?? command.end;
}

/** A command's words without quotes and without leading assignments. */
export function plainWords(command: ShellCommand): readonly string[] {
  return wordsOfCall(command).map(({ text }) => unquoted(text));
}

/** A command's words without leading assignments and similar prefixes. */
export function wordsOfCall({ words }: ShellCommand): readonly ShellWord[] {
  const first = words.findIndex(
    ({ text }) =>
      !/^\w+=/.test(unquoted(text)) && !['env', 'cross-env', 'exec', 'time'].includes(unquoted(text)),
  );
  return first === -1 ? [] : words.slice(first);
}

function scriptName(manager: string, words: readonly string[]): string | null {
  const [verb, name] = words;
  if (verb === undefined) return null;
  if (verb === 'run' || verb === 'run-script') return name ?? null;
  if (manager === 'npm') return ['test', 't', 'tst'].includes(verb) ? 'test' : null;
  return manager === 'bun' ? null : verb;
}
