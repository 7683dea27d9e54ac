import { coldStart, starts } from '../verdicts/experiments.ts';
import type { Protocol } from '../verdicts/walk.ts';
import { bands } from './situations.ts';
import type { Situation } from './situations.ts';
import type { Drawing } from './streams.ts';

/** One situation, played with one way to draw samples under one setting of the gate. */
export type Experiment = {
  readonly name: string;
  readonly situation: Situation;
  readonly drawing: Drawing;
  readonly protocol: Protocol;
};

/** Recorded answers are ten an arm: five a side, where an arm is compared with itself. */
const recordedOnly: Protocol = { ...coldStart, looks: [3, 5] };

/** The columns of the tables: with stored base samples, without, and the recorded answers themselves. */
export const columns = ['cached', 'cold', 'recorded'] as const;

/** Questions of a run at which false blocks are counted. */
export const runSizes = [1, 4, 12] as const;

/** Tests that are made up for a suite that never passes. */
export const plantings = ['same-tests-fail', 'other-tests-fail'] as const;

/** Everything the bench plays, the longest first so that two workers end together. */
export function allExperiments(): readonly Experiment[] {
  return [
    ...plantings.flatMap((planting) =>
      starts.map(({ start, protocol }) => ({
        name: `${planting} ${start}`,
        situation: { kind: 'unchanged-arm' } as const,
        drawing: planting,
        protocol,
      })),
    ),
    ...everyColumn('unchanged arm', { kind: 'unchanged-arm' }),
    ...[...runSizes]
      .toReversed()
      .flatMap((questions) => everyColumn(`unchanged ${questions}`, { kind: 'unchanged-run', questions })),
    ...bands.flatMap((band) => everyColumn(`drop ${band.name}`, { kind: 'drop', band })),
    ...starts.map(({ start, protocol }) => ({
      name: `mix ${start}`,
      situation: { kind: 'mix' } as const,
      drawing: 'rates' as const,
      protocol,
    })),
  ];
}

function everyColumn(name: string, situation: Situation): readonly Experiment[] {
  return [
    ...starts.map(({ start, protocol }) => ({
      name: `${name} ${start}`,
      situation,
      drawing: 'rates' as const,
      protocol,
    })),
    { name: `${name} recorded`, situation, drawing: 'recorded', protocol: recordedOnly },
  ];
}
