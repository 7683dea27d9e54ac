import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dryRun, type Measure, type PlanOnly } from '../../pipeline/check/check-request.ts';
import { configPaths, type ConfigText } from '../../pipeline/trigger/find-config.ts';
import { readSettings, type ReadSettings } from '../../config/read-settings.ts';
import { UserError } from '../../errors.ts';

/** What was typed, by name. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** One call of the command line: its options, and the program that node:test loads in its own process. */
export type CommandCall = { readonly options: Options; readonly nodeTestReporter: string };

/** Text of an option; null when it was not given. An empty text is a mistake: a variable of a script was not set. */
export function textOf(options: Options, name: string): string | null {
  const value = options[name];
  if (typeof value !== 'string') return null;
  if (value.trim() !== '') return value;
  throw new UserError(
    'CONFIG_INVALID',
    `option \`${flagOf(name)}\` is empty.`,
    'Give it a value, or leave it out.',
  );
}

/** An option that must be a whole number. */
export function wholeNumber(options: Options, name: string, otherwise: number): number {
  const text = textOf(options, name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(
    'CONFIG_INVALID',
    `option \`${flagOf(name)}\` is \`${text.slice(0, 40)}\`.`,
    'Give a whole number.',
  );
}

// Options are kept as `reportDir` and typed as `--report-dir`.
function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What `--dry-run` asks for. */
export function modeOf(options: Options): Measure | PlanOnly {
  return options['dryRun'] === true ? dryRun : { kind: 'measure' };
}

/** Absolute paths that the options name or leave as they are. */
export function placesOf(options: Options): {
  readonly directory: string;
  readonly records: string;
  readonly report: string;
} {
  const directory = resolve(textOf(options, 'cwd') ?? '.');
  return {
    directory,
    records: resolve(directory, textOf(options, 'records') ?? '.spec-portability/records'),
    report: resolve(directory, textOf(options, 'reportDir') ?? '.spec-portability/report'),
  };
}

/** Options that say what inputs of the action say. */
function inputsOf(options: Options): Readonly<Record<string, string>> {
  const pairs = [
    ['max-usd', textOf(options, 'maxUsd')],
    ['max-generations', textOf(options, 'maxGenerations')],
    ['fail-on', textOf(options, 'failOn')],
    ['sandbox', textOf(options, 'sandbox')],
    ['bisect', textOf(options, 'bisect')],
  ] as const;
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** What the config file says, with the options above it. */
export async function settingsOf(options: Options): Promise<ReadSettings> {
  const file = await workingTreeConfig(options);
  return readSettings({ file, inputs: inputsOf(options), typedAs: 'option' });
}

// The config is the file in the working tree: the user who types the command owns it.
async function workingTreeConfig(options: Options): Promise<ConfigText> {
  const path = textOf(options, 'config');
  const { directory } = placesOf(options);
  for (const name of path === null ? configPaths : [path]) {
    const text = await readFile(resolve(directory, name), 'utf8').catch(() => null);
    if (text !== null) return { path: name, text };
  }
  throw path === null
    ? new UserError(
        'CONFIG_NOT_FOUND',
        `there is no \`${configPaths.join('` and no `')}\` in ${directory}.`,
        '`init` writes one. If the repository is another folder, name it with `--cwd`.',
      )
    : new UserError(
        'CONFIG_NOT_FOUND',
        `\`${path}\` (\`--config\`) is not a file that can be read.`,
        'Check the path.',
      );
}
