import type { MeasuredCell, Measurements } from '../../verdict/measurements.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Question, Role } from '../../plan/question.ts';
import type { LostCalls } from '../../budget/lost-calls.ts';
import { costUsd, priceOf } from '../../budget/price.ts';
import type { Price } from '../../budget/price.ts';
import type { Settings } from '../../settings.ts';
import { cellsDrawn, cellsOf, samplesIn, samplesOf, invalidReasonOf } from '../../verdict/samples-of.ts';
import type { Samples } from '../../verdict/examine.ts';
import { requirementsOf } from '../../verdict/requirements.ts';
import { spentOf } from '../summary/spent.ts';
import type { CellStory, ComparisonEvidence, Evidence, FlakyTest, ModelCost } from './evidence.ts';
import { looksOf, whyEnded } from './looks-of.ts';

/** What of the settings says how samples were judged and what they cost. */
type Judging = Pick<Settings, 'models' | 'decide'>;

/**
 * Everything that was measured in a run, prepared for readers, from the same values that the verdicts were based on.
 */
export function evidenceOf(of: {
  readonly plan: Plan;
  readonly measurements: Measurements;
  /** Cells on which no verdict rests; they cost something all the same. Missing = there are none. */
  readonly beside?: readonly MeasuredCell[];
  readonly lost: readonly LostCalls[];
  readonly settings: Judging;
}): Evidence {
  const prices = new Map(of.settings.models.map((model) => [model.id, priceOf(model)]));
  return {
    comparisons: of.plan.questions.map((question) => comparisonOf(question, { ...of, prices })),
    costs: costsOf(of),
    flaky: flakyTests(of.measurements),
  };
}

type Source = {
  readonly plan: Plan;
  readonly measurements: Measurements;
  readonly settings: Judging;
  readonly prices: ReadonlyMap<string, Price | null>;
};

function comparisonOf(question: Question, of: Source): ComparisonEvidence {
  const samples = samplesOf(question, of.measurements);
  const looks = looksOf(question, samples, {
    decide: of.settings.decide,
    questions: of.plan.questions.length,
    requirements: requirementsOf(question, of.measurements),
  });
  return {
    question: question.id,
    spec: question.change.name,
    model: question.head.model.id,
    asks: question.asks,
    looks,
    ended: invalidReasonOf(question, of.measurements) ?? whyEnded(looks, of.settings.decide.drop),
    cells: [
      ...stories(question, { ...of, samples, role: 'head' }),
      ...stories(question, { ...of, samples, role: 'base' }),
      ...confirmingStories(question, of),
    ],
  };
}

function stories(
  question: Question,
  of: Source & { readonly samples: Samples; readonly role: Role },
): CellStory[] {
  const { role } = of;
  const cells = cellsDrawn(question, role, of.measurements);
  const reused = new Set(role === 'head' ? [] : question.reused);
  return cells.flatMap((cell, index) => {
    const outcome = of.samples[role][index];
    return outcome === undefined
      ? []
      : [{ cell, outcome, role, reused: reused.has(cell.sample), usd: usdOf(cell, of.prices) }];
  });
}

function confirmingStories(question: Question, { measurements, prices }: Source): CellStory[] {
  if (question.confirming.length === 0) return [];
  const order = { base: question.confirming, head: [] };
  const { base } = samplesIn(question, order, measurements);
  return cellsOf(question, { role: 'base', samples: order.base }, measurements).flatMap((cell, index) => {
    const outcome = base[index];
    return outcome === undefined
      ? []
      : [{ cell, outcome, role: 'confirming', reused: false, usd: usdOf(cell, prices) }];
  });
}

function usdOf({ arm, generation }: MeasuredCell, prices: Source['prices']): number | null {
  const price = prices.get(arm.model.id) ?? null;
  if (price === null || generation?.result.kind !== 'completed') return null;
  return costUsd(price, generation.result.completion.usage);
}

function costsOf({
  measurements,
  beside = [],
  lost,
  settings: { models },
}: Parameters<typeof evidenceOf>[0]): ModelCost[] {
  return models.map((model) => {
    const isOwn = (id: string): boolean => id === model.id;
    const spent = spentOf(
      {
        cells: [...measurements.cells, ...beside].filter(({ arm }) => isOwn(arm.model.id)),
        lost: lost.filter((entry) => isOwn(entry.model)),
      },
      models,
    );
    const { generations, cachedGenerations, inputTokens, outputTokens, usd } = spent;
    return { model: model.id, generations, cachedGenerations, inputTokens, outputTokens, usd };
  });
}

function flakyTests({ cells }: Measurements): FlakyTest[] {
  const found = new Map<string, FlakyTest>();
  const tested = new Map<string, number>();
  for (const { arm, flaky, testRun } of cells) {
    if (testRun === null) continue;
    const place = JSON.stringify([arm.version.spec.name, arm.model.id]);
    tested.set(place, (tested.get(place) ?? 0) + 1);
    for (const test of flaky) {
      const key = JSON.stringify([place, test]);
      const flipped = (found.get(key)?.flipped ?? 0) + 1;
      found.set(key, { spec: arm.version.spec.name, model: arm.model.id, test, flipped, tested: 0 });
    }
  }
  return [...found.values()].map((flaky) => ({
    ...flaky,
    tested: tested.get(JSON.stringify([flaky.spec, flaky.model])) ?? 0,
  }));
}
