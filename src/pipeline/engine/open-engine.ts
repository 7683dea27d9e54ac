import { openLedger } from '../../core/budget/budget.ts';
import type { Ledger } from '../../core/budget/budget.ts';
import type { Caps } from '../../core/budget/caps.ts';
import { effectiveCaps } from '../../core/budget/refuse-unpriced.ts';
import { costUsd, priceOf } from '../../core/budget/price.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Share } from '../../core/fan-out/shard.ts';
import type { RunRequest } from './run-request.ts';
import type { Engine, Ports } from './engine.ts';
import { ModelWatch } from './model-watch.ts';
import { RunProgress } from './run-progress.ts';
import { BudgetWaiters } from '../queues/budget-waiters.ts';
import { FirstCalls } from '../queues/first-calls.ts';
import { openSlots } from '../queues/slots.ts';

/** What a run may do and use. */
export type Allowance =
  /** Ask under the caps of the settings. */
  | { readonly kind: 'caps' }
  /** Ask under a share of the caps: one job of a fanned-out run. */
  | { readonly kind: 'share'; readonly share: Share }
  /** Ask no model and run no test: everything that counts is on record. */
  | { readonly kind: 'replay' }
  /** Ask no model, and test the answers that were imported. */
  | { readonly kind: 'imported' };

/** The engine of one run with all its limits. Disposing stops its timer. */
export async function openEngine(
  ports: Ports,
  request: RunRequest,
  of: { readonly plan: Plan; readonly allowance: Allowance },
): Promise<Engine & AsyncDisposable> {
  const { settings, signal } = request;
  const { allowance } = of;
  const deadline = ports.clock.now() + settings.budget.minutes * 60_000;
  const ended = new AbortController();
  const up = new AbortController();
  void ports.clock.sleep(settings.budget.minutes * 60_000, ended.signal).then(() => up.abort());
  const ledger = await openBook(ports, request, of);
  return {
    ports,
    settings,
    slots: openSlots({
      calls: (allowance.kind === 'share' ? allowance.share : settings.budget).concurrency,
      tests: ports.cores,
    }),
    watch: new ModelWatch((line) => ports.log.info(line)),
    ledger,
    lost: { list: [] },
    progress: new RunProgress({
      log: ports.log,
      observer: ports.observer ?? null,
      spending: () => ledger.spending,
    }),
    budgetWaiters: new BudgetWaiters(),
    begun: new Map(),
    testing: new Map(),
    plainCommands: new Set(),
    asOnBase: new Map(),
    acceptedTests: request.acceptedTests ?? null,
    reportLimits: new Map(),
    deadline,
    timeUp: up.signal,
    signal,
    replayOnly: allowance.kind === 'replay',
    asksModels: allowance.kind === 'caps' || allowance.kind === 'share',
    firstCalls: ports.warmStart ? new FirstCalls(ports.clock) : null,
    [Symbol.asyncDispose]: async () => ended.abort(),
  };
}

async function openBook(
  ports: Ports,
  { settings, trigger }: RunRequest,
  { plan, allowance }: { readonly plan: Plan; readonly allowance: Allowance },
): Promise<Ledger> {
  const models = new Set(plan.questions.map(({ head }) => head.model.id)).size;
  if (allowance.kind === 'share')
    return openLedger({ ...allowance.share, usdPerPr: partOfRest(allowance.share.usdPerPr) }, models);
  const { generations, tokens } = settings.budget;
  const { usd, usdPerPr } = effectiveCaps(settings.models, settings.budget);
  const isCapped = trigger.kind === 'pull-request' && usdPerPr !== null && plan.questions.length > 0;
  const ofPr =
    // A replay spends nothing, and there may be many records to read.
    isCapped && allowance.kind !== 'replay'
      ? { cap: usdPerPr, alreadySpent: await spentOn(ports, trigger.number, settings.models) }
      : null;
  return openLedger({ usd, usdPerPr: ofPr, generations, tokens }, models);
}

// A share is part of what is left, so earlier spending is already subtracted.
function partOfRest(cap: number | null): Caps['usdPerPr'] {
  return cap === null ? null : { cap, alreadySpent: 0 };
}

/** What earlier runs of the same pull request paid, as far as its records still exist. */
export async function spentOn(
  ports: Ports,
  pullRequest: number,
  models: RunRequest['settings']['models'],
): Promise<number> {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  let spent = 0;
  for await (const { model, result } of ports.records.generationsOf(pullRequest)) {
    const price = prices.get(model) ?? null;
    if (price !== null && result.kind === 'completed') spent += costUsd(price, result.completion.usage);
  }
  return spent;
}
