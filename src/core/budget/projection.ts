import type { Usage } from '../generation/completion.ts';
import type { Arm } from '../plan/arm.ts';
import type { Plan } from '../plan/plan.ts';
import { armsOf, sidesOf } from '../plan/question.ts';
import type { Question, Role, Side } from '../plan/question.ts';
import { estimateInputTokens } from '../estimate-tokens.ts';
import { costUsd, priceOf, type Price } from './price.ts';

/** From what a run needs if every question is clear at its first look, to what it needs if none ever is. */
export type Range = { readonly atLeast: number; readonly atMost: number };

/** What a plan will take, said before the first call. */
export type Projection = {
  readonly questions: number;
  readonly generations: Range;
  /** null when the price of a model that may be asked is unknown. */
  readonly usd: Range | null;
  /** Ids of those models. */
  readonly unpriced: readonly string[];
  /** A model may be asked, and the length of its answers is an assumption. */
  readonly isAssumed: boolean;
  /** Answers of the model that an agent is assumed to need for a sample; missing = no agent may be asked. */
  readonly assumedTurns?: number;
  /** At most, on this machine; null when no test run of the repository has been timed yet. */
  readonly testMinutes: number | null;
};

/** What is known before a run. */
export type ProjectionInputs = {
  /** Samples of one side whose answers are stored and will be used. */
  readonly stored: (question: Question, role: Role) => number;
  /** Duration of the repository's own test run; null when it is not known. */
  readonly testMs: number | null;
  /** Test runs that share the machine. */
  readonly testsAtOnce: number;
};

/** Output tokens that an answer is assumed to have before the first one is seen: a few files and the model's reasoning. */
export const assumedOutputTokens = 5000;

/** Calls, cost and test time of a plan, without asking any model. Failed calls that are repeated are not counted. */
export function project(plan: Plan, known: ProjectionInputs): Projection {
  const needs = plan.questions.flatMap((question) =>
    sidesOf(question).map((side) => needOf(question, side, known)),
  );
  const asked = needs.filter(({ generations }) => generations.atMost > 0);
  const unpriced = [...new Set(asked.filter(({ usd }) => usd === null).map(({ model }) => model))];
  return {
    questions: plan.questions.length,
    generations: sumOf(needs.map(({ generations }) => generations)),
    usd: unpriced.length > 0 ? null : sumOf(asked.flatMap(({ usd }) => (usd === null ? [] : [usd]))),
    unpriced,
    isAssumed: asked.length > 0,
    ...(asked.some(({ isAgent }) => isAgent) ? { assumedTurns } : {}),
    testMinutes: known.testMs === null ? null : testMinutes(plan, { ...known, testMs: known.testMs }),
  };
}

/**
 * The questions in the order in which they should be asked, so that an exhausted budget leaves out those least likely
 * to block: many stored base samples first (they need the fewest calls), then by name.
 */
export function mostLikelyToBlockFirst(questions: readonly Question[]): readonly Question[] {
  return questions.toSorted(
    (one, other) => other.reused.length - one.reused.length || compareNames(one, other),
  );
}

type Need = {
  readonly model: string;
  readonly isAgent: boolean;
  readonly generations: Range;
  readonly usd: Range | null;
};

function needOf(question: Question, side: Side, known: ProjectionInputs): Need {
  const { arm } = side;
  const generations = generationsOf(question, side, known);
  const price = priceOf(arm.model);
  const each = price === null ? null : assumedUsd(price, arm);
  return {
    model: arm.model.id,
    isAgent: arm.model.agent !== undefined,
    generations,
    usd: each === null ? null : { atLeast: generations.atLeast * each, atMost: generations.atMost * each },
  };
}

// A regression may be clear at the first look; against reused samples it must be confirmed by fresh ones before it
// blocks. Portability is a rate and needs every sample.
function generationsOf(question: Question, { role }: Side, known: ProjectionInputs): Range {
  const stored = known.stored(question, role);
  const missing = (look: { readonly base: number; readonly head: number } | undefined): number =>
    Math.max(0, (look?.[role] ?? 0) - stored);
  const atMost = missing(question.looks.at(-1));
  if (question.base === null) return { atLeast: atMost, atMost };
  const confirming = role === 'base' ? question.confirming.length : 0;
  return { atLeast: missing(question.looks[0]), atMost: atMost + confirming };
}

function assumedUsd(price: Price, arm: Arm): number {
  const usd = costUsd(price, assumedUsage(arm));
  const { agent } = arm.model;
  if (agent === undefined) return usd;
  const turns = Math.min(assumedTurns, agent.limits.turns);
  return Math.min(usd + (turns - 1) * costUsd(price, assumedTurn), agent.limits.usd ?? Infinity);
}

/** Answers of the model that an agent is assumed to need for one sample. */
const assumedTurns = 6;

// Before the first sample is seen: the agent's own prompt, and what it has read and written so far.
const assumedTurn: Usage = { inputTokens: 25_000, cachedInputTokens: 15_000, outputTokens: 1000 };

function assumedUsage({ version }: Arm): Usage {
  const { files, instructions, context } = version;
  const text = [...files, ...instructions, ...context].map((file) => file.text).join('');
  const inputTokens = estimateInputTokens(text) + protocolTokens;
  return { inputTokens, outputTokens: assumedOutputTokens, cachedInputTokens: 0 };
}

// The rules of the answer protocol, with which every prompt begins.
const protocolTokens = 500;

function testMinutes(plan: Plan, known: ProjectionInputs & { readonly testMs: number }): number {
  const versions = new Set(
    plan.questions.flatMap((question) => armsOf(question).map(({ version }) => version)),
  );
  const cells = plan.questions.reduce((sum, question) => {
    const last = question.looks.at(-1) ?? { base: 0, head: 0 };
    return sum + last.head + (question.base === null ? 0 : last.base);
  }, 0);
  // Each version's tree is tested as committed, emptied and with a stand-in before any answer is tested.
  return ((cells + 3 * versions.size) * known.testMs) / known.testsAtOnce / 60_000;
}

function sumOf(ranges: readonly Range[]): Range {
  return {
    atLeast: ranges.reduce((sum, { atLeast }) => sum + atLeast, 0),
    atMost: ranges.reduce((sum, { atMost }) => sum + atMost, 0),
  };
}

function compareNames(one: Question, other: Question): number {
  const [left, right] = [one, other].map(({ change, head }) => `${change.name}\n${head.model.id}`);
  return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1;
}
