import { resolve } from 'node:path';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { trackedAnywhere } from '../../adapters/git/tracked-anywhere.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { hostEnvironment, hostVariable } from '../../adapters/process/environment.ts';
import { print as printed } from '../../adapters/process/print.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { openResultFile } from '../../adapters/report-files/result-file.ts';
import type { Settings } from '../../core/settings.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';
import { UserError } from '../../errors.ts';
import type { RunRequest } from '../../pipeline/engine/run-request.ts';
import { commitsOf } from '../../pipeline/trigger/commits.ts';
import type { Repository } from '../../ports/repository.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { localOrigin } from '../../pipeline/trigger/origin.ts';
import { wire, type Wired } from '../wiring/wire.ts';
import {
  placesOf,
  settingsOf,
  textOf,
  wholeNumber,
  type CommandCall,
  type Options,
} from './command-options.ts';

/** What a command works with. */
export type OpenCommand = {
  readonly options: Options;
  readonly ports: Wired;
  readonly request: RunRequest;
  /** Prints a result on stdout, below the last state of the progress. */
  readonly print: (text: string) => void;
};

/** What is known before the records folder is opened, which makes it. */
export type BeforeRecords = {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly trigger: Trigger;
};

/**
 * Opens everything that a command works with. Disposing closes the ports and ends the log. `refuse` may throw before
 * anything is made.
 */
export async function openCommand(
  call: CommandCall,
  refuse: (known: BeforeRecords) => Promise<void> = async () => {},
): Promise<OpenCommand & AsyncDisposable> {
  const log = consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false });
  try {
    const { ports, request } = await openPorts(call, log, refuse);
    const close = async (): Promise<void> => {
      using _log = log;
      await using _ports = ports;
    };
    const print = (text: string): void => {
      log[Symbol.dispose]();
      printed(text);
    };
    return { options: call.options, ports, request, print, [Symbol.asyncDispose]: close };
  } catch (error) {
    log[Symbol.dispose]();
    throw error;
  }
}

async function openPorts(
  { options, nodeTestReporter }: CommandCall,
  log: ReturnType<typeof consoleLog>,
  refuse: (known: BeforeRecords) => Promise<void>,
): Promise<Pick<OpenCommand, 'ports' | 'request'>> {
  const { directory, records } = placesOf(options);
  const startedAt = systemClock().now();
  // The configuration is read while git is waited for.
  const opening = openRepository(directory, hostEnvironment());
  const reading = settingsOf(options);
  await Promise.allSettled([opening, reading]);
  const repository = await opening;
  const { settings, notYet: notes } = await reading;
  const head = textOf(options, 'head') ?? 'HEAD';
  const trigger = await commitsOf(
    { kind: 'manual', base: textOf(options, 'base') ?? head, head },
    repository,
    null,
  );
  await refuse({ repository, settings, trigger });
  const signal = interruptSignal((line) => log.info(line));
  const ports = await wire({
    signal,
    origin: originOf(options),
    repository,
    recordsDirectory: records,
    sandbox: settings.sandbox,
    log,
    keyOf: hostVariable,
    setupVariable: hostVariable,
    nodeTestReporter,
  });
  const accepted = acceptanceIn(options, trigger);
  return {
    ports,
    request: { trigger, settings, withoutSecrets: false, notes, startedAt, signal, ...accepted },
  };
}

// Only the full commit counts, so that nothing is accepted which came later.
function acceptanceIn(options: Options, { head }: Trigger): Pick<RunRequest, 'acceptedTests'> {
  const commit = textOf(options, 'acceptTests');
  if (commit === null) return {};
  if (commit === head) return { acceptedTests: { by: '--accept-tests', url: null } };
  throw new UserError(
    'TESTS_NOT_ACCEPTED',
    `\`--accept-tests ${commit.slice(0, 60)}\` is not the commit that is checked (${head}).`,
    'Read how its tests are run, then give all 40 digits of that commit.',
  );
}

/** Prepares the report folder and the file of `--result`, or refuses them before any money is spent. */
export async function openReport({ options, ports }: Pick<OpenCommand, 'options' | 'ports'>): Promise<void> {
  const extra = textOf(options, 'result');
  const directory = placesOf(options).report;
  // What is typed may lie in another repository than the one that is checked.
  const tracks = trackedAnywhere(hostEnvironment(), ports.repository);
  if (extra !== null) await openResultFile(resolve(extra), tracks);
  await openReportFolder({ directory, tracks });
}

// The records of a pull request count only for its own runs, so judging them again needs its number.
function originOf(options: Options): typeof localOrigin {
  const pullRequest = textOf(options, 'pullRequest');
  return pullRequest === null
    ? localOrigin
    : { ...localOrigin, pullRequest: wholeNumber(options, 'pullRequest', 0) };
}
