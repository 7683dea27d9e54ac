import { resolve } from 'node:path';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import type { ActionsRuntime } from '../../adapters/github/actions-runtime.ts';
import { setUpSandbox } from '../../adapters/sandbox/set-up-sandbox.ts';
import type { AuditEvent } from '../../core/trigger/audit-event.ts';
import { rightsOf } from '../../core/trigger/rights.ts';
import type { Origin } from '../../core/records/record.ts';
import { secretVariables } from '../../core/headers.ts';
import type { Settings } from '../../core/settings.ts';
import type { ComparedEvent } from '../../pipeline/trigger/admit.ts';
import { readConfiguration, type Configuration } from '../../config/read-configuration.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { isPart } from '../../core/trigger/job-mode.ts';
import { dryRun, measureUnless, type Measure, type PlanOnly } from '../../pipeline/check/check-request.ts';
import type { RunRequest } from '../../pipeline/engine/run-request.ts';
import { configFiles } from '../../pipeline/trigger/find-config.ts';
import { commitsOf } from '../../pipeline/trigger/commits.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { ActionOptions } from './action-options.ts';
import { carriedRecords } from './carry-records.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { wire, type Wired } from '../wiring/wire.ts';

/** Absolute paths of the programs that run in their own processes. */
export type Programs = { readonly nodeTestReporter: string; readonly cacheClient: string };

/** The options of the workflow, and its connections to the outside. */
export type World = {
  readonly options: ActionOptions;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly runtime: ActionsRuntime;
  readonly programs: Programs;
  /** null when the event does not name it. */
  readonly defaultBranch: string | null;
};

/** One run of the action: the event that it is for, and who follows it. */
export type Run = World & {
  readonly event: ComparedEvent | AuditEvent;
  readonly origin: Omit<Origin, 'at'>;
  readonly observer: RunObserver | null;
};

/** What a run works with when its commits and its configuration are known. */
export type Opened = {
  readonly ports: Wired;
  readonly request: RunRequest & { readonly mode: Measure | PlanOnly };
  readonly switches: Configuration['switches'];
};

/**
 * Finds the commits, reads the configuration, masks every API key and connects the ports. Disposing saves the records,
 * if this is the job that saves them, and closes the ports.
 */
export async function openRun(of: Run): Promise<Opened & AsyncDisposable> {
  const { event, options, log, environment } = of;
  const startedAt = systemClock().now();
  const repository = await openRepository(options.checkout, environment);
  await openReportFolder({
    directory: resolve(options.workspace, options.reportDir),
    tracks: (path) => repository.tracks(path),
  });
  const trigger = await commitsOf(event, repository, { running: options.sha });
  const rights = rightsOf(trigger, { isDependabots: event.kind === 'pull-request' && event.dependabot });
  const files = await configFiles(repository, trigger, { path: options.inputs['config'] ?? null, ...rights });
  const configuration = readConfiguration(files, options.inputs);
  const { settings, notes, switches } = configuration;
  await maskKeys(of.runtime, settings, options.keyOf);
  const signal = interruptSignal((line) => log.info(line));
  const directory = resolve(options.workspace, options.records);
  const carried = carriedRecords({ ...of.programs, options, settings, directory, environment, log, signal });
  const ports = await wire({
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
    setupVariable: rights.seesSetupEnv ? options.keyOf : () => null,
    nodeTestReporter: of.programs.nodeTestReporter,
  });
  const mode = options.dryRun ? dryRun : measureUnless(configuration.planOnly);
  return {
    ports,
    request: { trigger, settings, notes, withoutSecrets: !rights.hasSecrets, mode, startedAt, signal },
    switches,
    [Symbol.asyncDispose]: async () => {
      await using _ports = ports;
      // Saved however the run ends, and before a red verdict fails the job, so that a re-run replays instead of
      // drawing again.
      if (!isPart(options.mode)) await carried.save(ports.records.usedKeys);
    },
  };
}

async function maskKeys(
  runtime: ActionsRuntime,
  { models, specs }: Settings,
  keyOf: ActionOptions['keyOf'],
): Promise<void> {
  const names = [...models.flatMap(secretVariables), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) await runtime.mask(keyOf(name) ?? '');
}
