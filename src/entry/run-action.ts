import { resolve } from 'node:path';
import { openReportFolder } from '../adapters/disk/report-folder.ts';
import { writeReport } from '../adapters/disk/write-report.ts';
import { openRepository } from '../adapters/git/git-repository.ts';
import { actionsRuntime } from '../adapters/github/actions-runtime.ts';
import type { ActionsRuntime } from '../adapters/github/actions-runtime.ts';
import { githubReview } from '../adapters/github/github-review.ts';
import { consoleLog } from '../adapters/process/console-log.ts';
import { hostEnvironment } from '../adapters/process/environment.ts';
import { systemClock } from '../adapters/process/system-clock.ts';
import { setUpSandbox } from '../adapters/sandbox/set-up-sandbox.ts';
import { inputNames } from '../config/input-names.ts';
import { readEvent } from '../core/plan/read-event.ts';
import type { TriggerEvent } from '../core/plan/read-event.ts';
import type { Origin } from '../core/plan/record.ts';
import type { ReportOptions } from '../core/report/document.ts';
import { renderJobSummary } from '../core/report/job-summary.ts';
import { commentMarker } from '../core/report/marker.ts';
import { outputsOf } from '../core/report/outputs.ts';
import type { PortabilitySummary } from '../core/report/summary.ts';
import { check } from '../pipeline/check.ts';
import type { CheckRequest } from '../pipeline/check-request.ts';
import { commitsOf } from '../pipeline/commits.ts';
import type { Ports } from '../pipeline/engine.ts';
import { publish } from '../pipeline/publish.ts';
import type { Log } from '../ports/log.ts';
import { actionOptions, modeEvent } from './action-options.ts';
import type { ActionOptions } from './action-options.ts';
import { historyOf, reportAudit } from './audit-action.ts';
import { auditNight } from './audit-night.ts';
import { carriedRecords } from './carry-records.ts';
import { defaultBranchOf, workflowOrigin } from './origin.ts';
import { exitCodeOf } from './fail.ts';
import type { ExitCode } from './fail.ts';
import { interruptSignal } from './interrupt.ts';
import { readConfiguration } from './read-configuration.ts';
import { wire } from './wire.ts';

/** Absolute paths of the programs that run in processes of their own. */
type Programs = { readonly nodeTestReporter: string; readonly cacheClient: string };

/** The action: event in, summary published, exit code out. */
export async function runAction(programs: Programs): Promise<ExitCode> {
  const environment = hostEnvironment();
  const runtime = actionsRuntime(environment);
  const options = actionOptions(Object.fromEntries(await runtime.readInputs(inputNames)), environment);
  for (const secret of options.secrets) await runtime.mask(secret);
  using log = consoleLog({ stream: process.stdout, live: false, workflow: true });
  await setUpSandbox({ enabled: options.sandboxSetup, environment, log });
  const payload = await runtime.readEvent();
  const event = modeEvent(
    options,
    readEvent({
      name: options.eventName,
      payload,
      sha: options.sha,
      inputs: { base: options.inputs['base'] ?? '', head: options.inputs['head'] ?? '' },
    }),
  );
  const defaultBranch = defaultBranchOf(payload);
  const origin = workflowOrigin(event, { ...options, defaultBranch });
  const of = { event, options, environment, log, runtime, origin, programs };
  if (event.kind === 'audit') {
    const history = historyOf(of);
    const audited = await withRun(of, (ports, request) =>
      auditNight(ports, request, { history, keyOf: options.keyOf }),
    );
    await reportAudit(audited, { ...of, history });
    return exitCodeOf(audited.summary);
  }
  const summary = await withRun(of, check);
  await report(summary, { options, runtime, log });
  return exitCodeOf(summary);
}

type Run = {
  readonly event: TriggerEvent;
  readonly options: ActionOptions;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly runtime: ActionsRuntime;
  readonly origin: Omit<Origin, 'at'>;
  readonly programs: Programs;
};

async function withRun<Result>(
  of: Run,
  run: (ports: Ports, request: CheckRequest) => Promise<Result>,
): Promise<Result> {
  const { event, options, log, environment } = of;
  const repository = await openRepository(options.workspace, of.environment);
  await openReportFolder({
    directory: resolve(options.workspace, options.reportDir),
    tracks: (path) => repository.tracks(path),
  });
  const trigger = await commitsOf(event, repository);
  const configuration = await readConfiguration({ repository, trigger, inputs: options.inputs });
  const { settings } = configuration;
  for (const { apiKeyEnv } of settings.models) {
    if (apiKeyEnv !== null) await of.runtime.mask(options.keyOf(apiKeyEnv) ?? '');
  }
  for (const name of settings.specs.flatMap(({ setupEnv }) => setupEnv)) {
    await of.runtime.mask(options.keyOf(name) ?? '');
  }
  const withoutSecrets = event.kind === 'pull-request' && (event.fromFork || event.dependabot);
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
    log,
    keyOf: options.keyOf,
    setupVariable: withoutSecrets ? () => null : options.keyOf,
    nodeTestReporter: of.programs.nodeTestReporter,
  });
  // Saved whatever comes of the check, and before a red verdict fails the job: a re-run replays instead of drawing again.
  await using _ = { [Symbol.asyncDispose]: () => carried.save(ports.usedKeys) };
  return await run(ports, {
    ...configuration,
    trigger,
    withoutSecrets,
    planOnly: options.dryRun ? 'Dry run: no model was asked.' : configuration.planOnly,
    signal,
  });
}

async function report(
  summary: PortabilitySummary,
  to: { readonly options: ActionOptions; readonly runtime: ActionsRuntime; readonly log: Log },
): Promise<void> {
  const { options, runtime, log } = to;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(summary, { directory, extra: null });
  const shown: ReportOptions = { repositoryUrl: options.repositoryUrl, reportHint: options.reportHint };
  const { commentUrl, fallback } = await publish(summary, {
    review: githubReview({ ...options.github, clock: systemClock(), warn: (line) => log.warn(line) }),
    log,
    marker: commentMarker(options.commentKey),
    comment: options.comment,
    checkRun: options.checkRun,
    checkName: 'spec portability',
    options: shown,
  });
  const hasPage = await runtime.writeSummary(renderJobSummary(summary, shown));
  if (fallback !== null || !hasPage)
    await runtime.printUntrusted(fallback ?? renderJobSummary(summary, shown));
  await runtime.setOutputs(outputsOf(summary, { reportDir: directory, resultFile, commentUrl }));
}
