import { behaviours, directions } from './history.ts';
import type { Behaviour, Direction, History } from './history.ts';
import { playHistory, type Said, type Writes } from './play.ts';
import { truthOf, type RunSuite, type Truth } from './truth.ts';

/** One pull request on one model: what is true, and what the program said. */
export type Row = {
  readonly history: string;
  readonly direction: Direction;
  readonly behaviour: Behaviour;
  readonly truth: Truth;
  readonly said: Said;
};

/** Plays a history in every direction with every behaviour. */
export async function compareHistory(history: History, run: RunSuite, writes?: Writes): Promise<Row[]> {
  const rows: Row[] = [];
  for (const direction of directions) {
    const said = await playHistory(history, direction, writes);
    for (const behaviour of behaviours) {
      const words = said.get(behaviour);
      if (words === undefined) throw new Error(`${history.name}: ${behaviour} was not played`);
      const truth = truthOf(history, { direction, behaviour }, run);
      rows.push({ history: history.name, direction, behaviour, truth, said: words });
    }
  }
  return rows;
}

/** Whether something was said that is not true. */
export function isWrong({ truth, said }: Row): boolean {
  return (
    (said.verdict !== 'inconclusive' && said.verdict !== truth.verdict) ||
    (said.requirements !== 'undecided' && said.requirements !== truth.requirements)
  );
}

/** Whether both questions of the pull request have an answer. */
export function isDecided({ said }: Row): boolean {
  return said.verdict !== 'inconclusive' && said.requirements !== 'undecided';
}

/** Whether a run ended green although the model fails a test of the head. */
export function isFalseGreen({ truth, said }: Row): boolean {
  return truth.headFails && said.conclusion === 'success';
}
