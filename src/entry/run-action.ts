import { resolve } from 'node:path';
import { openReportFolder } from '../adapters/disk/report-folder.ts';
import { writeReport } from '../adapters/disk/write-report.ts';
import { openRepository } from '../adapters/git/git-repository.ts';
import { actionsRuntime } from '../adapters/github/actions-runtime.ts';
import type { ActionsRuntime } from '../adapters/github/actions-runtime.ts';
import { githubForge } from '../adapters/github/github-forge.ts';
import { githubReview } from '../adapters/github/github-review.ts';
import { consoleLog } from '../adapters/process/console-log.ts';
import { hostEnvironment } from '../adapters/process/environment.ts';
import { systemClock } from '../adapters/process/system-clock.ts';
import { setUpSandbox } from '../adapters/sandbox/set-up-sandbox.ts';
import { inputNames } from '../config/input-names.ts';
import { isNarrow, narrowed } from '../core/plan/events/comment-command.ts';
import { readEvent } from '../core/plan/read-event.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { Origin } from '../core/plan/record.ts';
import type { ReportOptions } from '../core/report/document.ts';
import { renderJobSummary } from '../core/report/job-summary.ts';
import { commentMarker } from '../core/report/marker.ts';
import { outputsOf } from '../core/report/outputs.ts';
import type { PortabilitySummary } from '../core/report/summary.ts';
import { UserError } from '../errors.ts';
import { admit } from '../pipeline/admit.ts';
import type { Admission } from '../pipeline/admit.ts';
import { commitsOf } from '../pipeline/commits.ts';
import { publish } from '../pipeline/publish.ts';
import type { Follower } from '../ports/follower.ts';
import type { Log } from '../ports/log.ts';
import type { Review } from '../ports/review.ts';
import { answering } from './answer-comment.ts';
import { actionOptions } from './action-options.ts';
import type { ActionOptions } from './action-options.ts';
import { carriedRecords } from './carry-records.ts';
import { defaultBranchOf, hasNoSecrets, isFromFork, workflowOrigin } from './origin.ts';
import { earlierVerdict } from './earlier-verdict.ts';
import { exitCodeOf } from './fail.ts';
import type { ExitCode } from './fail.ts';
import { openLiveComment } from './open-live-comment.ts';
import { interruptSignal } from './interrupt.ts';
import { readConfiguration } from './read-configuration.ts';
import { runsWhenReady } from './runs-when-ready.ts';
import { skip } from './skip.ts';
import { runMode, type Done } from './run-mode.ts';
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
  const payload = await runtime.readEvent();
  const event = readEvent({
    name: options.eventName,
    payload,
    sha: options.sha,
    inputs: { base: options.inputs['base'] ?? '', head: options.inputs['head'] ?? '' },
  });
  if (event.kind === 'audit')
    throw new UserError('NOT_IN_THIS_VERSION', 'the audit is not in this version.', 'Give the input `base`.');
  const forge = githubForge({ ...options.github, clock: systemClock() });
  return await answering(event, { forge, log }, async () => {
    const admission = await admit(event, {
      forge,
      log,
      runsWhenReady: () => runsWhenReady(options.workspace, environment),
    });
    if (admission.kind === 'skip') return skip(admission, { forge, log, runtime, checkName });
    const asked = isNarrow(admission.command) ? asNarrowed(options) : options;
    const origin = workflowOrigin(admission.event, { ...options, defaultBranch: defaultBranchOf(payload) });
    const warn = (line: string): void => log.warn(line);
    const review = githubReview({ ...options.github, clock: systemClock(), warn });
    await using live = openLiveComment({ event: admission.event, options: asked, review, log });
    const run = { options: asked, environment, log, runtime, review };
    const done = await runCheck({ ...run, admission, origin, programs, follower: live });
    if (done.kind === 'part') {
      await runtime.setOutputs(done.outputs);
      return 0;
    }
    await report(done.summary, {
      ...run,
      review: live?.review ?? review,
      isNarrow: isNarrow(admission.command),
    });
    return exitCodeOf(done.summary);
  });
}

const checkName = 'spec portability';

// A verdict on less than what is configured must not stand where the whole one does.
function asNarrowed(options: ActionOptions): ActionOptions {
  return { ...options, commentKey: `${options.commentKey}/on demand` };
}

async function runCheck(of: {
  readonly admission: Extract<Admission, { kind: 'compare' }>;
  readonly review: Review;
  readonly options: ActionOptions;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly runtime: ActionsRuntime;
  readonly origin: Omit<Origin, 'at'>;
  readonly programs: Programs;
  readonly follower: Follower | null;
}): Promise<Done> {
  const { options, log, environment, review } = of;
  const { event, command } = of.admission;
  const repository = await openRepository(options.workspace, of.environment);
  await openReportFolder({
    directory: resolve(options.workspace, options.reportDir),
    tracks: (path) => repository.tracks(path),
  });
  const trigger = await commitsOf(event, repository);
  const configuration = await readConfiguration({ repository, trigger, inputs: options.inputs });
  const settings = narrowed(configuration.settings, command);
  await maskKeys(of.runtime, configuration.settings, options.keyOf);
  const withoutSecrets = hasNoSecrets(event);
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
    follower: of.follower,
    keyOf: options.keyOf,
    setupVariable: withoutSecrets || isFromFork(event) ? () => null : options.keyOf,
    nodeTestReporter: of.programs.nodeTestReporter,
  });
  const request = {
    ...configuration,
    settings,
    switches: configuration.switches.filter(({ to }) => settings.models.includes(to)),
    earlier: earlierVerdict({ event, review, log, checkRun: options.checkRun, checkName }),
    trigger,
    withoutSecrets,
    planOnly: options.dryRun ? 'Dry run: no model was asked.' : configuration.planOnly,
    signal,
  };
  return await runMode({ ports, request, options, carried });
}

async function maskKeys(
  runtime: ActionsRuntime,
  { models, specs }: Settings,
  keyOf: ActionOptions['keyOf'],
): Promise<void> {
  const names = [...models.map(({ apiKeyEnv }) => apiKeyEnv), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) if (name !== null) await runtime.mask(keyOf(name) ?? '');
}

async function report(
  summary: PortabilitySummary,
  to: {
    readonly options: ActionOptions;
    readonly runtime: ActionsRuntime;
    readonly log: Log;
    readonly review: Review;
    readonly isNarrow: boolean;
  },
): Promise<void> {
  const { options, runtime, log } = to;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(summary, { directory, extra: null });
  const shown: ReportOptions = { repositoryUrl: options.repositoryUrl, reportHint: options.reportHint };
  const { commentUrl, fallback } = await publish(summary, {
    review: to.review,
    log,
    marker: commentMarker(options.commentKey),
    comment: options.comment,
    checkRun: options.checkRun,
    checkName: to.isNarrow ? `${checkName} (on demand)` : checkName,
    options: shown,
  });
  const hasPage = await runtime.writeSummary(renderJobSummary(summary, shown));
  if (fallback !== null || !hasPage)
    await runtime.printUntrusted(fallback ?? renderJobSummary(summary, shown));
  await runtime.setOutputs(outputsOf(summary, { reportDir: directory, resultFile, commentUrl }));
}
