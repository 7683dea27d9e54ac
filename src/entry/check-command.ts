import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeReport } from '../adapters/disk/write-report.ts';
import { openRepository } from '../adapters/git/git-repository.ts';
import { consoleLog } from '../adapters/process/console-log.ts';
import { hostEnvironment, hostVariable } from '../adapters/process/environment.ts';
import { readSettings } from '../config/read-settings.ts';
import { renderTerminal } from '../core/report/terminal.ts';
import { UserError } from '../errors.ts';
import { check } from '../pipeline/check.ts';
import { commitsOf } from '../pipeline/commits.ts';
import { configPaths } from '../pipeline/find-config.ts';
import type { ConfigText } from '../pipeline/find-config.ts';
import { exitCodeOf } from './fail.ts';
import type { ExitCode } from './fail.ts';
import { interruptSignal } from './interrupt.ts';
import { atDesk } from './origin.ts';
import { wire } from './wire.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;

/** `check`: what the action does on a pull request, with the report on stdout. */
export async function checkCommand(of: {
  readonly options: Options;
  readonly nodeTestReporter: string;
}): Promise<ExitCode> {
  const { options } = of;
  const directory = resolve(textOf(options, 'cwd') ?? '.');
  using log = consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false });
  const repository = await openRepository(directory, hostEnvironment());
  const file = await workingTreeConfig(directory, textOf(options, 'config'));
  const { settings, notYet } = readSettings({ file, inputs: inputsOf(options) });
  const event = {
    kind: 'manual',
    base: textOf(options, 'base') ?? '',
    head: textOf(options, 'head') ?? '',
  } as const;
  const signal = interruptSignal((line) => log.info(line));
  await using ports = await wire({
    signal,
    origin: atDesk,
    repository,
    recordsDirectory: resolve(directory, textOf(options, 'records') ?? ''),
    sandbox: settings.sandbox,
    log,
    keyOf: hostVariable,
    nodeTestReporter: of.nodeTestReporter,
  });
  const summary = await check(ports, {
    trigger: await commitsOf(event, repository),
    settings,
    withoutSecrets: false,
    planOnly: options['dryRun'] === true ? 'Dry run: no model was asked.' : null,
    notes: notYet,
    signal,
  });
  const extra = textOf(options, 'result');
  const report = {
    directory: resolve(directory, textOf(options, 'reportDir') ?? ''),
    extra: extra === null ? null : resolve(extra),
  };
  await writeReport(summary, report);
  process.stdout.write(renderTerminal(summary));
  return exitCodeOf(summary);
}

function textOf(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

// On the command line the config is the working tree's file: whoever types the command owns it.
async function workingTreeConfig(directory: string, path: string | null): Promise<ConfigText | null> {
  for (const name of path === null ? configPaths : [path]) {
    const text = await readFile(join(resolve(directory), name), 'utf8').catch(() => null);
    if (text !== null) return { path: name, text };
  }
  if (path === null) return null;
  throw new UserError('CONFIG_NOT_FOUND', `there is no readable file ${path} (--config).`, 'Check the path.');
}

function inputsOf(options: Options): Readonly<Record<string, string>> {
  const pairs = [
    ['max-usd', textOf(options, 'maxUsd')],
    ['max-generations', textOf(options, 'maxGenerations')],
    ['fail-on', textOf(options, 'failOn')],
    ['sandbox', textOf(options, 'sandbox')],
  ] as const;
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
