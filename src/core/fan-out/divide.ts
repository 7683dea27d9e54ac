import type { Arm } from '../plan/arm.ts';
import type { Plan } from '../plan/plan.ts';
import { armsOf } from '../plan/question.ts';
import type { Question } from '../plan/question.ts';
import { costUsd, priceOf } from '../budget/price.ts';
import { callOf } from '../budget/planned-call.ts';
import { project } from '../budget/projection.ts';
import { effectiveCaps } from '../budget/refuse-unpriced.ts';
import type { Settings } from '../settings.ts';
import { mostShards, type Shard } from './shard.ts';
import { divideAmount, divideWholeNumber } from './divide-amount.ts';

/** What decides how a plan is divided. The same values give the same shards on every machine. */
export type Division = {
  readonly settings: Settings;
  /** Already spent on the pull request; null if there is no such cap. */
  readonly spentUsd: number | null;
  /** The requested number of shards; null = as many as are worth a job. */
  readonly wanted: number | null;
};

/**
 * Divides a plan into shards of whole questions, balanced by expected cost, the most expensive first. There are no
 * more shards than model calls at a time (`budget.concurrency`), and only as many as can each afford their most
 * expensive call.
 */
export function divide(plan: Plan, division: Division): readonly Shard[] {
  if (plan.questions.length === 0) return [];
  const bundles = bundlesOf(plan);
  const most = Math.min(mostShards, bundles.length, division.settings.budget.concurrency);
  const wanted = Math.max(1, Math.min(most, division.wanted ?? worthOf(bundles)));
  for (let count = wanted; count > 1; count -= 1) {
    const shards = withShares(balanced(bundles, count), division);
    if (shards.every((shard) => affords(shard))) return shards;
  }
  return withShares([bundles], division);
}

/** Questions that share an arm. In two shards its samples would be paid for twice, and would differ. */
type Bundle = {
  readonly questions: readonly Question[];
  readonly specs: ReadonlySet<string>;
  /** Expected cost: in USD if every price is known, otherwise in calls. */
  readonly cost: number;
  readonly calls: number;
};

// Questions of which each shares an arm with another one.
type Group = { readonly names: ReadonlySet<string>; readonly questions: readonly Question[] };

function bundlesOf(plan: Plan): readonly Bundle[] {
  const groups = new Map<string, Group>();
  for (const question of plan.questions) {
    const own = armsOf(question).map((arm) => armName(arm));
    const found = [...new Set(own.flatMap((name) => groups.get(name) ?? []))];
    const names = new Set([...found.flatMap((group) => [...group.names]), ...own]);
    const group = { names, questions: [...found.flatMap(({ questions }) => questions), question] };
    for (const name of names) groups.set(name, group);
  }
  const isPriced = plan.questions.every((one) => armsOf(one).every(({ model }) => priceOf(model) !== null));
  const order = new Map(plan.questions.map((question, index) => [question, index]));
  return [...new Set(groups.values())].map(({ questions }) =>
    bundleOf(
      questions.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
      isPriced,
    ),
  );
}

// Equal if the samples are the same: the old side of a model switch is the new side of a change of text.
function armName({ version, keyOf }: Arm): string {
  return JSON.stringify([version.spec.name, version.commit, keyOf(0)]);
}

function bundleOf(questions: readonly Question[], isPriced: boolean): Bundle {
  const projection = project(
    { changes: [], questions },
    {
      stored: (question, role) => (role === 'base' ? question.reused.length : 0),
      testMs: null,
      testsAtOnce: 1,
    },
  );
  const calls = middle(projection.generations);
  const usd = isPriced && projection.usd !== null ? middle(projection.usd) : null;
  return {
    questions,
    specs: new Set(questions.map(({ change }) => change.name)),
    // A question that is answered from records alone takes time too.
    cost: (usd ?? calls) + 1e-6,
    calls,
  };
}

function middle({ atLeast, atMost }: { readonly atLeast: number; readonly atMost: number }): number {
  return (atLeast + atMost) / 2;
}

// A job needs a minute or two before its first call.
const callsWorthAJob = 12;

function worthOf(bundles: readonly Bundle[]): number {
  return Math.ceil(bundles.reduce((sum, { calls }) => sum + calls, 0) / callsWorthAJob);
}

// Longest processing time first. If it does not harm the balance, a spec's questions stay together, so that its trees
// are set up once.
function balanced(bundles: readonly Bundle[], count: number): readonly (readonly Bundle[])[] {
  const mean = bundles.reduce((sum, { cost }) => sum + cost, 0) / count;
  const bins = Array.from({ length: count }, () => ({
    load: 0,
    bundles: [] as Bundle[],
    specs: new Set<string>(),
  }));
  for (const bundle of bundles.toSorted((one, other) => other.cost - one.cost)) {
    const near = bins.find(
      (bin) => bin.load + bundle.cost <= mean && [...bundle.specs].some((spec) => bin.specs.has(spec)),
    );
    const bin = near ?? bins.reduce((least, each) => (each.load < least.load ? each : least));
    bin.load += bundle.cost;
    bin.bundles.push(bundle);
    for (const spec of bundle.specs) bin.specs.add(spec);
  }
  return bins.map((bin) => bin.bundles).filter((each) => each.length > 0);
}

function withShares(
  parts: readonly (readonly Bundle[])[],
  { settings, spentUsd }: Division,
): readonly Shard[] {
  const costs = parts.map((bundles) => bundles.reduce((sum, { cost }) => sum + cost, 0));
  const { generations, tokens, concurrency } = settings.budget;
  const { usd, usdPerPr } = effectiveCaps(settings.models, settings.budget);
  const rest = usdPerPr === null || spentUsd === null ? null : Math.max(0, usdPerPr - spentUsd);
  const shares = {
    usd: usd === null ? null : divideAmount(usd, costs),
    usdPerPr: rest === null ? null : divideAmount(rest, costs),
    generations: divideWholeNumber(generations, costs),
    tokens: tokens === null ? null : divideWholeNumber(tokens, costs),
    concurrency: divideWholeNumber(concurrency, costs, 1),
  };
  return parts.map((bundles, index) => ({
    id: String(index + 1),
    questions: bundles.flatMap(({ questions }) => questions),
    share: {
      usd: shares.usd?.[index] ?? null,
      usdPerPr: shares.usdPerPr?.[index] ?? null,
      generations: shares.generations[index] ?? 0,
      tokens: shares.tokens?.[index] ?? null,
      concurrency: shares.concurrency[index] ?? 1,
    },
  }));
}

// The amount reserved for one call may be many times its cost, and a share without room for it can buy nothing.
function affords({ questions, share }: Shard): boolean {
  const caps = [share.usd, share.usdPerPr].filter((cap) => cap !== null);
  if (share.generations < 1) return false;
  return questions.every((question) =>
    armsOf(question).every((arm) => {
      const call = callOf(arm.model, shownTo(arm));
      if (share.tokens !== null && call.inputTokens + call.maxOutputTokens > share.tokens) return false;
      if (call.price === null) return true;
      const usd = costUsd(call.price, {
        inputTokens: call.inputTokens,
        cachedInputTokens: 0,
        outputTokens: call.maxOutputTokens,
      });
      return caps.every((cap) => usd <= cap);
    }),
  );
}

// The rules of the answer protocol are about this long.
const protocolText = ' '.repeat(2000);

function shownTo({ version: { files, instructions, context } }: Arm): string {
  return [...files, ...instructions, ...context].map(({ text }) => text).join('') + protocolText;
}
