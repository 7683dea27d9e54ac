import { actionsRuntime } from '../../adapters/github/actions-runtime.ts';
import { githubForge } from '../../adapters/github/github-forge.ts';
import { githubReview } from '../../adapters/github/github-review.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { inputNames } from '../../config/input-names.ts';
import { isNarrow, narrowed } from '../../core/trigger/comment-command.ts';
import { switchesAmong } from '../../core/model-switch.ts';
import { readEvent } from '../../core/trigger/read-event.ts';
import { admit, type Admission } from '../../pipeline/trigger/admit.ts';
import { actionOptions, modeEvent, type ActionOptions } from './action-options.ts';
import { withCommentAnswer } from './answer-comment.ts';
import { auditAction } from './audit-action.ts';
import { earlierVerdict } from './earlier-verdict.ts';
import { exitCodeOf, type ExitCode } from '../wiring/fail.ts';
import { openLiveComment } from './open-live-comment.ts';
import { defaultBranchOf, workflowOrigin } from '../wiring/origin.ts';
import { publishCheck } from './publish-check.ts';
import { runMode } from './run-mode.ts';
import { runsWhenReady } from './runs-when-ready.ts';
import { skip } from './skip.ts';
import { withRun, type Programs, type Run } from './with-run.ts';

/** The action: event in, summary published, exit code out. */
export async function runAction(programs: Programs): Promise<ExitCode> {
  const environment = hostEnvironment();
  const runtime = actionsRuntime(environment);
  const options = actionOptions(Object.fromEntries(await runtime.readInputs(inputNames)), environment);
  for (const secret of options.secrets) await runtime.mask(secret);
  using log = consoleLog({ stream: process.stdout, live: false, workflow: true });
  const payload = await runtime.readEvent();
  const inputs = { base: options.inputs['base'] ?? '', head: options.inputs['head'] ?? '' };
  const asked = readEvent({ name: options.eventName, payload, sha: options.sha, inputs });
  const event = modeEvent(options, asked);
  const runner = { ...options, defaultBranch: defaultBranchOf(payload) };
  const world = { options, environment, log, runtime, programs };
  if (event.kind === 'audit')
    return await auditAction({ ...world, event, origin: workflowOrigin(event, runner), observer: null });
  const forge = githubForge({ ...options.github, clock: systemClock() });
  return await withCommentAnswer(event, { forge, log, isPart: isPart(options) }, async () => {
    const isReady = (): Promise<boolean> => runsWhenReady(options.workspace, environment);
    const admission = await admit(event, { forge, log, runsWhenReady: isReady });
    if (admission.kind === 'skip') return skip(admission, { forge, log, runtime, checkName });
    const origin = workflowOrigin(admission.event, runner);
    return compare(admission, { ...world, origin });
  });
}

const checkName = 'spec portability';

type Compared = Extract<Admission, { kind: 'compare' }>;

async function compare({ event, command }: Compared, of: Omit<Run, 'event' | 'observer'>): Promise<ExitCode> {
  const { log, runtime } = of;
  const options = isNarrow(command) ? asNarrowed(of.options) : of.options;
  const warn = (line: string): void => log.warn(line);
  const review = githubReview({ ...options.github, clock: systemClock(), warn });
  // The jobs before the last one leave an open check run to the last one: whatever they said could be taken for the
  // verdict.
  await using _ = {
    [Symbol.asyncDispose]: () => (isPart(options) ? Promise.resolve() : review.abandonCheckRun()),
  };
  await using live = openLiveComment({ event, options, review, log });
  const done = await withRun({ ...of, options, event, observer: live }, async (opened) => {
    const { ports, carried, configuration } = opened;
    const settings = narrowed(configuration.settings, command);
    const switches = switchesAmong(settings.models, configuration.switches);
    const isPlanOnly = options.mode === 'plan';
    const earlier = earlierVerdict({ event, review, log, checkRun: options.checkRun, checkName, isPlanOnly });
    const notes = [...opened.request.notes, ...switches.notes];
    const request = { ...opened.request, settings, notes, switches: switches.kept, earlier };
    return runMode({ ports, request, options, carried });
  });
  if (done.kind === 'part') {
    await runtime.setOutputs(done.outputs);
    return 0;
  }
  await publishCheck(done.checked, {
    ...{ options, runtime, log },
    review: live?.review ?? review,
    checkName: isNarrow(command) ? `${checkName} (on demand)` : checkName,
  });
  return exitCodeOf(done.checked.summary);
}

function isPart({ mode }: ActionOptions): boolean {
  return mode === 'plan' || mode === 'shard';
}

// A verdict on a part of the configuration must not replace the verdict on all of it.
function asNarrowed(options: ActionOptions): ActionOptions {
  return { ...options, commentKey: `${options.commentKey}/on demand` };
}
