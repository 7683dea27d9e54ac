import { equalShare, type Spending } from '../../core/budget/caps.ts';
import type { PlannedShrink, ShrinkRun } from '../../core/report/summary/shrink-run.ts';
import { spentOf } from '../../core/report/summary/spent.ts';
import { coldDraw } from '../../core/plan/draw.ts';
import { armsFor } from '../../core/plan/arm.ts';
import { ask, type Question } from '../../core/plan/question.ts';
import type { Settings } from '../../core/settings.ts';
import { confirmingAnswers } from '../../core/shrink/affordable.ts';
import { removableParts } from '../../core/shrink/removal.ts';
import { unchangedSpec } from '../../core/specs/unchanged-spec.ts';
import type { Measure, PlanOnly } from '../check/check-request.ts';
import { permittedMode } from '../check/permitted-mode.ts';
import type { Ports } from '../engine/engine.ts';
import { openEngine } from '../engine/open-engine.ts';
import { nothingEnded, runEndOf, type RunEnd } from '../engine/run-end.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { versionedRequest } from '../specs/agent-versions.ts';
import type { Target } from './find-targets.ts';
import { saidOnce } from './said-once.ts';
import { shrinkTarget, type ShrunkTarget } from './shrink-target.ts';

/** What is to be made shorter. */
export type ShrinkRequest = RunRequest & {
  readonly mode: Measure | PlanOnly;
  readonly targets: readonly Target[];
  /**
   * Each text may use an equal share of what the ones before it left, so that none waits for many nights. Missing = the
   * first may use everything.
   */
  readonly eachHasItsShare?: true;
};

/** Makes one text after another shorter, under one budget. With shares a text that needs less leaves more to the next. */
export async function shrink(ports: Ports, asked: ShrinkRequest): Promise<ShrinkRun> {
  const request = await versionedRequest(ports, asked);
  const { settings, targets, startedAt } = request;
  const mode = await permittedMode(ports, request);
  const skipReason = mode.kind === 'measure' ? null : mode.why;
  const planned = skipReason === null ? [] : targets.map((target) => plannedOf(target, settings));
  const found = skipReason === null ? await measured(ports, request) : { shrunk: [], ...nothingEnded };
  const cells = found.shrunk.flatMap((each) => each.cells);
  return {
    commit: request.trigger.head,
    skipReason,
    planned,
    shrunk: found.shrunk.map((each) => each.shrunk),
    maps: found.shrunk.flatMap(({ map }) => (map.tests.length === 0 ? [] : [map])),
    spent: {
      ...spentOf({ cells, lost: found.lost }, settings.models),
      exhaustedCaps: found.exhaustedCaps,
      seconds: (ports.clock.now() - startedAt) / 1000,
    },
  };
}

async function measured(ports: Ports, request: ShrinkRequest): Promise<Measured> {
  await ports.restoreRecords();
  const { targets, settings } = request;
  if (request.eachHasItsShare !== true) return measuredWithin(ports, request);
  const spent = { usd: 0, generations: 0, tokens: 0, minutes: 0 };
  const begunAt = ports.clock.now();
  const all: Awaited<ReturnType<typeof measuredWithin>>[] = [];
  for (const [index, target] of targets.entries()) {
    const budget = equalShare(settings.budget, spent, targets.length - index);
    const one = await measuredWithin(ports, {
      ...request,
      targets: [target],
      settings: { ...settings, budget },
    });
    spent.usd += one.spending.usd + one.spending.reservedUsd;
    spent.generations += one.spending.generations;
    spent.tokens += one.spending.tokens + one.spending.reservedTokens;
    spent.minutes = (ports.clock.now() - begunAt) / 60_000;
    all.push(one);
  }
  return {
    shrunk: all.flatMap(({ shrunk }) => shrunk),
    lost: all.flatMap(({ lost }) => lost),
    exhaustedCaps: [...new Set(all.flatMap(({ exhaustedCaps }) => exhaustedCaps))],
  };
}

type Measured = Pick<RunEnd, 'lost' | 'exhaustedCaps'> & { readonly shrunk: readonly ShrunkTarget[] };

async function measuredWithin(
  ports: Ports,
  request: ShrinkRequest,
): Promise<Measured & { readonly spending: Spending }> {
  const { settings, targets } = request;
  const plan = { changes: [], questions: targets.flatMap((target) => originals(target, settings)) };
  await using engine = await openEngine({ ...ports, log: saidOnce(ports.log) }, request, {
    plan,
    allowance: { kind: 'caps' },
  });
  const shrunk: ShrunkTarget[] = [];
  for (const target of targets) shrunk.push(await shrinkTarget(engine, target));
  const { lost, exhaustedCaps } = runEndOf(engine);
  return { shrunk, lost, exhaustedCaps, spending: engine.ledger.spending };
}

// Only tells the ledger how many models share the budget.
function originals({ specs }: Target, { models, samples }: Settings): readonly Question[] {
  return specs.flatMap(({ version }) => {
    const change = unchangedSpec(version);
    return models.map((model) => {
      const arm = armsFor(change)(version, model);
      return { ...ask({ asks: 'regression', change, base: arm, head: arm }), ...coldDraw(samples.looks) };
    });
  });
}

function plannedOf(target: Target, { models, samples }: Settings): PlannedShrink {
  const subjects = target.specs.flatMap(({ version }) =>
    models.map(({ id }) => ({ spec: version.spec.name, model: id })),
  );
  const parts = removableParts(target).length;
  const last = samples.looks.at(-1) ?? 0;
  return {
    target: target.name,
    parts,
    subjects,
    answersOneByOne: subjects.length * ((parts + 1) * last + confirmingAnswers),
  };
}
