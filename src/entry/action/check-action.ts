import { githubForge } from '../../adapters/github/github-forge.ts';
import { githubReview } from '../../adapters/github/github-review.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { commentMarker } from '../../core/report/markdown/marker.ts';
import { exitCodeOf } from '../../core/report/summary/exit-code.ts';
import { isNarrow, narrowed } from '../../core/trigger/comment-command.ts';
import { isPart } from '../../core/trigger/job-mode.ts';
import { switchesAmong } from '../../core/model-switch.ts';
import { repeating } from '../../pipeline/check/check-request.ts';
import { earlierVerdict } from '../../pipeline/check/earlier-verdict.ts';
import { openLiveComment } from '../../pipeline/check/open-live-comment.ts';
import { replayOf } from '../../pipeline/check/replay-of.ts';
import { altersJudge, findWork, withAcceptance } from '../../pipeline/specs/find-work.ts';
import { acceptedTests } from '../../pipeline/trigger/accepted-tests.ts';
import type { Admission } from '../../pipeline/trigger/admit.ts';
import type { Review } from '../../ports/review.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { workflowOrigin } from '../../pipeline/trigger/origin.ts';
import type { ActionOptions } from './action-options.ts';
import { openRun, type Run, type World } from './open-run.ts';
import type { Done } from './done.ts';
import { runMode } from './run-mode.ts';

/** Name of the check run that a verdict is published as. */
export const checkName = 'spec portability';

type Compared = Extract<Admission, { kind: 'compare' }>;

/** The action on two commits: checks what changed between them, and publishes the verdict. */
export async function checkAction(world: World, admission: Compared): Promise<ExitCode> {
  const { log, runtime } = world;
  const { event, command } = admission;
  const options = forCommand(world.options, admission);
  const clock = systemClock();
  const review = githubReview({ ...options.github, clock, warn: (line) => log.warn(line) });
  // The jobs before the last one leave an open check run to the last one: whatever they said could be taken for the
  // verdict.
  await using _ = {
    [Symbol.asyncDispose]: () => (isPart(options.mode) ? Promise.resolve() : review.abandonCheckRun()),
  };
  const marker = commentMarker(options.commentKey);
  await using live = openLiveComment({ ...options, event, review, clock, log, marker });
  const origin = workflowOrigin(event, { ...options, defaultBranch: world.defaultBranch });
  const done = await runJob({ ...world, options, event, origin, observer: live }, { command, review });
  if (done.kind === 'part') {
    await runtime.setOutputs(done.outputs);
    return 0;
  }
  // Loaded at the end: all that writes reports would keep the first call waiting.
  const { publishCheck } = await import('./publish-check.ts');
  await publishCheck(done.checked, {
    ...{ options, runtime, log, review, live },
    checkName: isNarrow(command) ? `${checkName} (on demand)` : checkName,
  });
  return exitCodeOf(done.checked.summary);
}

// What there is to ask, what GitHub knows of it already, and then what this job is to do about it.
async function runJob(
  run: Run & Pick<Compared, 'event'>,
  { command, review }: Pick<Compared, 'command'> & { readonly review: Review },
): Promise<Done> {
  const { options, event, log } = run;
  await using opened = await openRun(run);
  const { ports, request } = opened;
  const settings = narrowed(request.settings, command);
  const { kept: switches, notes } = switchesAmong(settings.models, opened.switches);
  const { trigger } = request;
  const { agentVersionOf } = ports;
  const found = await findWork(ports.repository, { trigger, settings, switches, agentVersionOf });
  const forge = githubForge({ ...options.github, clock: systemClock() });
  const accepted = altersJudge(found) ? await acceptedTests(event, { forge, log }) : null;
  const work = withAcceptance(found, accepted);
  const earlier = await earlierVerdict({ ...options, ...work, event, review, log, checkName });
  const asked = command?.acceptTests === undefined ? request.mode : await replayOf(ports, work);
  const mode = repeating(asked, earlier);
  const judging = accepted === null ? {} : { acceptedTests: accepted };
  return await runMode(
    ports,
    { ...request, ...judging, settings: work.settings, notes: [...request.notes, ...notes], work, mode },
    options,
  );
}

// A verdict on a part of the configuration must not replace the verdict on all of it.
function forCommand(options: ActionOptions, { command }: Compared): ActionOptions {
  return isNarrow(command) ? { ...options, commentKey: `${options.commentKey}/on demand` } : options;
}
