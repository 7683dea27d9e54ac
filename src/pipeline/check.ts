import type { Measurements } from '../core/plan/measurements.ts';
import { planQuestions } from '../core/plan/plan.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { Trigger } from '../core/plan/trigger.ts';
import type { PortabilitySummary } from '../core/report/summary.ts';
import { coldPlan } from '../core/statistics/sampling-plan.ts';
import { UserError } from '../errors.ts';
import { treeNotes } from '../core/verdict/tree-notes.ts';
import type { Engine, Ports } from './engine.ts';
import { findChanges } from './find-changes.ts';
import { judge } from './judge.ts';
import { ModelWatch } from './model-watch.ts';
import { runPlan } from './run-plan.ts';
import { openSlots } from './slots.ts';

/** One check: what to compare, under which settings, and whether models may be asked at all. */
export type CheckRequest = {
  readonly trigger: Trigger;
  readonly settings: Settings;
  /** The event gives no secrets (a fork, or Dependabot): missing keys are nobody's mistake. */
  readonly withoutSecrets: boolean;
  /** Why only the plan is wanted, as a sentence for the report; null = do the work. */
  readonly planOnly: string | null;
  readonly notes: readonly string[];
  readonly signal: AbortSignal;
};

/** The whole check, from the two commits to the summary that is published. */
export async function check(ports: Ports, request: CheckRequest): Promise<PortabilitySummary> {
  const { settings, trigger } = request;
  const startedAt = ports.clock.now();
  const { repository } = ports;
  const { changes, unmatched } = await findChanges({
    repository,
    entries: settings.specs,
    base: trigger.base,
    head: trigger.head,
  });
  const plan = planQuestions(changes, settings.models, () => coldPlan(settings.samples.looks));
  const withheld = whyNothingIsAsked(ports, request, plan);
  using time = openTime(ports, settings.budget.minutes);
  const engine = openEngine(ports, request, time);
  const measurements = withheld === null ? await runPlan(engine, plan) : nothing;
  return judge({
    trigger,
    settings,
    plan: withheld === null ? plan : { changes, questions: [] },
    measurements,
    sandbox: measurements.trees.size === 0 ? 'unused' : ports.sandbox().level,
    stopped: engine.watch.stoppedModels(),
    notes: [
      ...request.notes,
      ...unmatched.map((glob) => `The glob ${glob} of context or instructions matches no file.`),
      ...(withheld === null ? [] : [withheld]),
      ...treeNotes(measurements.trees),
    ],
    leftUndone: withheld !== null,
    seconds: (ports.clock.now() - startedAt) / 1000,
  });
}

const nothing: Measurements = { cells: [], trees: new Map() };

type Time = { readonly deadline: number; readonly timeUp: AbortSignal };

function openTime({ clock }: Ports, minutes: number): Time & Disposable {
  const ended = new AbortController();
  const up = new AbortController();
  void clock.sleep(minutes * 60_000, ended.signal).then(() => up.abort());
  return {
    deadline: clock.now() + minutes * 60_000,
    timeUp: up.signal,
    [Symbol.dispose]: () => ended.abort(),
  };
}

function openEngine(ports: Ports, { settings, signal }: CheckRequest, time: Time): Engine {
  return {
    ports,
    settings,
    slots: openSlots({ calls: settings.budget.concurrency, tests: ports.cores }),
    watch: new ModelWatch(),
    deadline: time.deadline,
    timeUp: time.timeUp,
    signal,
  };
}

// A missing key is the user's mistake only where there is work to do and the event could have brought the key.
function whyNothingIsAsked(ports: Ports, request: CheckRequest, plan: Plan): string | null {
  if (plan.questions.length === 0) return null;
  if (request.planOnly !== null) return `${request.planOnly} ${projection(plan)}`;
  const keyless = request.settings.models.filter((model) => !ports.hasKey(model));
  if (keyless.length > 0 && request.withoutSecrets) return withheldSecrets;
  if (keyless.length > 0) throw missingKeys(keyless.map(({ id, apiKeyEnv }) => `${apiKeyEnv} (for ${id})`));
  if (
    request.trigger.kind === 'pull-request' &&
    request.trigger.fromFork &&
    ports.sandbox().level === 'none'
  ) {
    return forkUnsandboxed;
  }
  return null;
}

const withheldSecrets =
  'Not run: GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.';

const forkUnsandboxed =
  'Not run: code generated from the text of a fork is never run without a sandbox. Nothing is known about this change.';

function projection({ questions }: Plan): string {
  const most = questions.reduce((sum, { asks, looks }) => {
    const last = looks.at(-1) ?? { base: 0, head: 0 };
    return sum + last.head + (asks === 'portable' ? 0 : last.base);
  }, 0);
  return `The plan: ${questions.length} questions, at most ${most} generations.`;
}

function missingKeys(names: readonly string[]): UserError {
  return new UserError(
    'KEY_MISSING',
    `a spec changed and is to be checked, but these variables are not set: ${names.join(', ')}.`,
    'Give them to the step as `env:` from the repository secrets, or take the model out of `models`.',
  );
}
