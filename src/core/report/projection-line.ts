import type { Projection, Range } from '../plan/projection.ts';

/** What a plan will take, in one line for the log and for a report that asks nothing. */
export function projectionLine(projection: Projection): string {
  const parts = [
    `${projection.questions} ${projection.questions === 1 ? 'question' : 'questions'}`,
    `${numbers(projection.generations, 0)} generations`,
    cost(projection),
    ...(projection.testMinutes === null ? [] : [`up to ${Math.ceil(projection.testMinutes)} min of tests`]),
  ];
  return `Plan: ${parts.join(', ')}.`;
}

function cost({ usd, unpriced, isAssumed }: Projection): string {
  if (usd === null) return `cost unknown (no price of ${unpriced.join(', ')})`;
  return `${isAssumed ? 'roughly ' : 'about '}${numbers(usd, 2)} USD`;
}

function numbers({ atLeast, atMost }: Range, digits: number): string {
  const [least, most] = [atLeast.toFixed(digits), atMost.toFixed(digits)];
  return least === most ? least : `${least}–${most}`;
}
