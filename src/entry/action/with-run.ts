import { resolve } from 'node:path';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import type { ActionsRuntime } from '../../adapters/github/actions-runtime.ts';
import { setUpSandbox } from '../../adapters/sandbox/set-up-sandbox.ts';
import type { AuditEvent } from '../../core/trigger/audit-event.ts';
import type { Origin } from '../../core/records/record.ts';
import type { Settings } from '../../core/settings.ts';
import type { ComparedEvent } from '../../pipeline/trigger/admit.ts';
import type { CheckRequest } from '../../pipeline/engine/run-request.ts';
import { commitsOf } from '../../pipeline/trigger/commits.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { ActionOptions } from './action-options.ts';
import { carriedRecords, type CarriedRecords } from './carry-records.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { hasNoSecrets, isFromFork } from '../wiring/origin.ts';
import { readConfiguration, type Configuration } from './read-configuration.ts';
import { wire, type Wired } from '../wiring/wire.ts';

/** Absolute paths of the programs that run in their own processes. */
export type Programs = { readonly nodeTestReporter: string; readonly cacheClient: string };

/** One run of the action: its event, the options of the workflow, and its connections to the outside. */
export type Run = {
  readonly event: ComparedEvent | AuditEvent;
  readonly options: ActionOptions;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly runtime: ActionsRuntime;
  readonly origin: Omit<Origin, 'at'>;
  readonly programs: Programs;
  readonly observer: RunObserver | null;
};

/** What a run works with once its commits and its configuration are known. */
export type Opened = {
  readonly ports: Wired;
  readonly request: CheckRequest;
  readonly configuration: Configuration;
  readonly carried: CarriedRecords;
};

/** Finds the commits, reads the configuration, masks every API key, connects the ports, and calls `work` with them. */
export async function withRun<Result>(of: Run, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const { event, options, log, environment } = of;
  const repository = await openRepository(options.workspace, environment);
  await openReportFolder({
    directory: resolve(options.workspace, options.reportDir),
    tracks: (path) => repository.tracks(path),
  });
  const trigger = await commitsOf(event, repository);
  const configuration = await readConfiguration({ repository, trigger, inputs: options.inputs });
  const { settings } = configuration;
  await maskKeys(of.runtime, settings, options.keyOf);
  const isCompared = event.kind !== 'audit';
  const withoutSecrets = isCompared && hasNoSecrets(event);
  const signal = interruptSignal((line) => log.info(line));
  const directory = resolve(options.workspace, options.records);
  const carried = carriedRecords({ ...of.programs, options, settings, directory, environment, log, signal });
  await using ports = await wire({
    signal,
    repository,
    origin: of.origin,
    recordsDirectory: directory,
    restoreRecords: carried.restore,
    sandbox: settings.sandbox,
    setUpSandbox: () => setUpSandbox({ enabled: options.sandboxSetup, environment, log }),
    log,
    observer: of.observer,
    keyOf: options.keyOf,
    setupVariable: withoutSecrets || (isCompared && isFromFork(event)) ? () => null : options.keyOf,
    nodeTestReporter: of.programs.nodeTestReporter,
  });
  const planOnly = options.dryRun ? 'Dry run: no model was asked.' : configuration.planOnly;
  const request: CheckRequest = { ...configuration, trigger, withoutSecrets, planOnly, signal };
  return await work({ ports, request, configuration, carried });
}

async function maskKeys(
  runtime: ActionsRuntime,
  { models, specs }: Settings,
  keyOf: ActionOptions['keyOf'],
): Promise<void> {
  const names = [...models.map(({ apiKeyEnv }) => apiKeyEnv), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) if (name !== null) await runtime.mask(keyOf(name) ?? '');
}
