import { openLedger } from '../../core/budget/budget.ts';
import type { Caps, Ledger } from '../../core/budget/budget.ts';
import { effectiveCaps } from '../../core/budget/refuse-unpriced.ts';
import { costUsd, priceOf } from '../../core/budget/price.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { CheckRequest } from './run-request.ts';
import type { Engine, Ports } from './engine.ts';
import { ModelWatch } from './model-watch.ts';
import { RunProgress } from './run-progress.ts';
import { BudgetWaiters } from './budget-waiters.ts';
import { openSlots } from './slots.ts';

/** The machinery of one run with all its limits set. Disposing lets go of its clock. */
export async function openEngine(
  ports: Ports,
  request: CheckRequest,
  plan: Plan,
): Promise<Engine & AsyncDisposable> {
  const { settings, signal } = request;
  const deadline = ports.clock.now() + settings.budget.minutes * 60_000;
  const ended = new AbortController();
  const up = new AbortController();
  void ports.clock.sleep(settings.budget.minutes * 60_000, ended.signal).then(() => up.abort());
  const ledger = await openBook(ports, request, plan);
  return {
    ports,
    settings,
    slots: openSlots({
      calls: request.share?.concurrency ?? settings.budget.concurrency,
      tests: ports.cores,
    }),
    watch: new ModelWatch(),
    ledger,
    progress: new RunProgress({
      log: ports.log,
      observer: ports.observer ?? null,
      spending: () => ledger.spending,
    }),
    budgetWaiters: new BudgetWaiters(),
    begun: new Map(),
    deadline,
    timeUp: up.signal,
    signal,
    replayOnly: request.replayOnly ?? false,
    warmStart: ports.warmStart,
    [Symbol.asyncDispose]: async () => ended.abort(),
  };
}

async function openBook(ports: Ports, request: CheckRequest, plan: Plan): Promise<Ledger> {
  const { settings, trigger, share } = request;
  if (share !== undefined) return openLedger({ ...share, usdPerPr: partOfRest(share.usdPerPr) });
  const { generations, tokens } = settings.budget;
  const { usd, usdPerPr } = effectiveCaps(settings.models, settings.budget);
  const isCapped = trigger.kind === 'pull-request' && usdPerPr !== null && plan.questions.length > 0;
  return openLedger({
    usd,
    // Who only replays spends nothing, and there may be many records.
    usdPerPr:
      isCapped && request.replayOnly !== true
        ? { cap: usdPerPr, alreadySpent: await spentOn(ports, trigger.number, settings.models) }
        : null,
    generations,
    tokens,
  });
}

// What was spent before is taken off already.
function partOfRest(cap: number | null): Caps['usdPerPr'] {
  return cap === null ? null : { cap, alreadySpent: 0 };
}

/** What earlier runs of the same pull request paid for, as far as its records are still there. */
export async function spentOn(
  ports: Ports,
  pullRequest: number,
  models: CheckRequest['settings']['models'],
): Promise<number> {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  let spent = 0;
  for await (const { model, result } of ports.records.generationsOf(pullRequest)) {
    const price = prices.get(model) ?? null;
    if (price !== null && result.kind === 'completed') spent += costUsd(price, result.completion.usage);
  }
  return spent;
}
