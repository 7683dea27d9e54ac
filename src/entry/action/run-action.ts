import { findCheckout } from '../../adapters/git/find-checkout.ts';
import { actionsRuntime } from '../../adapters/github/actions-runtime.ts';
import { githubForge } from '../../adapters/github/github-forge.ts';
import { runsWhenReady } from '../../adapters/github/runs-when-ready.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { inputNames } from '../../config/input-names.ts';
import { defaultBranchOf } from '../../core/trigger/default-branch.ts';
import { modeEvent } from '../../core/trigger/job-mode.ts';
import { readEvent, type TriggerEvent } from '../../core/trigger/read-event.ts';
import { admit } from '../../pipeline/trigger/admit.ts';
import { answerDone, answerFailed } from '../../pipeline/trigger/answer-comment.ts';
import { skip } from '../../pipeline/trigger/skip.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { actionOptions, type ActionOptions } from './action-options.ts';
import { checkAction, checkName } from './check-action.ts';
import type { Programs, World } from './open-run.ts';

/** The action: event in, summary published, exit code out. */
export async function runAction(programs: Programs): Promise<ExitCode> {
  const environment = hostEnvironment();
  const runtime = actionsRuntime(environment);
  const given = actionOptions(Object.fromEntries(await runtime.readInputs(inputNames)), environment);
  for (const secret of given.secrets) await runtime.mask(secret);
  const options = await inCheckout(given, environment);
  using log = consoleLog({ stream: process.stdout, live: false, workflow: true });
  const payload = await runtime.readEvent();
  const inputs = { base: options.inputs['base'] ?? '', head: options.inputs['head'] ?? '' };
  const asked = readEvent({ name: options.eventName, payload, sha: options.sha, inputs });
  const event = modeEvent(options.mode, asked);
  const world = { options, environment, log, runtime, programs, defaultBranch: defaultBranchOf(payload) };
  if (event.kind !== 'audit') return await answered(world, event);
  // Loaded where there is a night: it brings along every page that a night writes.
  const { auditAction } = await import('./audit-action.ts');
  return await auditAction(world, event);
}

async function inCheckout(
  options: ActionOptions,
  environment: Readonly<Record<string, string>>,
): Promise<ActionOptions> {
  const { directory, workingDirectory } = await findCheckout({
    workspace: options.workspace,
    workingDirectory: options.inputs['working-directory'] ?? '',
    repository: options.github.repository,
    environment,
  });
  const inputs = { ...options.inputs, 'working-directory': workingDirectory };
  return { ...options, inputs, checkout: directory };
}

type Asked = Exclude<TriggerEvent, { readonly kind: 'audit' }>;

// Where a comment asked, it shows how that went.
async function answered(world: World, event: Asked): Promise<ExitCode> {
  const { options, log } = world;
  const by = { log, forge: githubForge({ ...options.github, clock: systemClock() }) };
  try {
    const code = await admitted(world, event, by);
    await answerDone(event, options.mode, by);
    return code;
  } catch (error) {
    await answerFailed(event, error, by);
    throw error;
  }
}

async function admitted(world: World, event: Asked, by: Parameters<typeof answerDone>[2]): Promise<ExitCode> {
  const { options, environment, runtime } = world;
  const isReady = (): Promise<boolean> => runsWhenReady(options.checkout, environment);
  const admission = await admit(event, { ...by, runsWhenReady: isReady });
  if (admission.kind === 'compare') return checkAction(world, admission);
  const { said, outputs, exitCode } = await skip(admission, { ...by, checkName });
  await runtime.writeSummary(`${said}\n`);
  await runtime.setOutputs(outputs);
  return exitCode;
}
