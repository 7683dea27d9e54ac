import type { Rates } from './interaction.ts';

/** How many rewordings of a task there are, how many hurt some model, and how many of those help another one. */
export type Rewordings = { readonly all: number; readonly hurt: number; readonly helpOthers: number };

const hurtPoints = 40;
const helpPoints = 20;

/** Counts the ordered pairs of wordings of every task. */
export function countRewordings(tasks: readonly Rates[]): Rewordings {
  let [all, hurt, helpOthers] = [0, 0, 0];
  for (const rates of tasks) {
    const wordings = rates[0]?.map((_, wording) => wording) ?? [];
    for (const before of wordings)
      for (const after of wordings.filter((wording) => wording !== before)) {
        const drops = rates.map((row) => pointsLost(row, before, after));
        const isHurt = Math.max(...drops) >= hurtPoints;
        all += 1;
        hurt += Number(isHurt);
        helpOthers += Number(isHurt && Math.min(...drops) <= -helpPoints);
      }
  }
  return { all, hurt, helpOthers };
}

// .7 − .3 is below .4 in binary.
function pointsLost(row: readonly number[], before: number, after: number): number {
  return +(100 * ((row[before] ?? 0) - (row[after] ?? 0))).toFixed(6);
}
