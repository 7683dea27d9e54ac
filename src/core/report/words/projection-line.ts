import { grouped } from '../../grouped.ts';
import type { Projection, Range } from '../../budget/projection.ts';
import { assumedOutputTokens } from '../../budget/projection.ts';
import type { Settings } from '../../settings.ts';
import { plainPhrases } from './phrases.ts';
import { joinNames } from './naming.ts';
import { code } from './prose.ts';
import { count } from './wording.ts';

/** What a plan will take, in one line for the log. With `budget`, it also says which caps may end the run early. */
export function projectionLine(
  projection: Projection,
  budget: Pick<Settings['budget'], 'usd' | 'generations'> | null = null,
): string {
  const { questions, generations } = projection;
  if (generations.atMost === 0) return `Plan: ${count(questions, 'question')}, nothing to ask a model.`;
  const parts = [
    count(questions, 'question'),
    `${spanOf(generations, String)} ${generations.atMost === 1 ? 'generation' : 'generations'}`,
    costOf(projection),
    ...testsOf(projection),
  ];
  return `Plan: ${parts.join(', ')}.${cutShort(projection, budget)}`;
}

function costOf({ usd, unpriced, isAssumed, assumedTurns }: Projection): string {
  if (usd === null) {
    return `cost n/a (price of ${plainPhrases(joinNames(unpriced.map((model) => code(model, 80))))} unknown)`;
  }
  const agents = assumedTurns === undefined ? '' : `, and an agent asks its model ${assumedTurns} times`;
  const assumption = isAssumed ? ` (if an answer has ${grouped(assumedOutputTokens)} tokens${agents})` : '';
  return `about ${spanOf(usd, (value) => value.toFixed(2))} USD${assumption}`;
}

function testsOf({ testMinutes }: Projection): readonly string[] {
  if (testMinutes === null) return [];
  return [testMinutes < 1 ? 'under a minute of tests' : `up to ${Math.ceil(testMinutes)} min of tests`];
}

function cutShort(
  { generations, usd }: Projection,
  budget: Pick<Settings['budget'], 'usd' | 'generations'> | null,
): string {
  if (budget === null) return '';
  const caps = [
    ...(generations.atMost > budget.generations ? [`${budget.generations} generations`] : []),
    ...(usd !== null && budget.usd !== null && usd.atMost > budget.usd ? [`${budget.usd} USD`] : []),
  ];
  if (caps.length === 0) return '';
  return ` The budget of ${caps.join(' and ')} may end it early: what is most likely to block is asked first.`;
}

function spanOf({ atLeast, atMost }: Range, shown: (value: number) => string): string {
  return shown(atLeast) === shown(atMost) ? shown(atMost) : `${shown(atLeast)} to ${shown(atMost)}`;
}
