import { expect, test } from '@jest/globals';
import { drops, excludedDrop, reaches } from './excluded-drop.ts';
import { coldPlan } from './sampling-plan.ts';
import type { SamplingPlan } from './sampling-plan.ts';

const looks = [3, 5, 8, 12];
const warm: SamplingPlan = looks.map((head) => ({ base: 20, head }));

test.each([
  { head: 3, of: 3, drop: 0.55 },
  { head: 5, of: 5, drop: 0.4 },
  { head: 8, of: 8, drop: 0.3 },
  { head: 12, of: 12, drop: 0.2 },
  { head: 11, of: 12, drop: 0.35 },
  { head: 7, of: 8, drop: 0.5 },
])('base 20/20 and head $head/$of rule out drops of $drop or more', ({ head, of, drop }) => {
  const at = { plan: warm, look: { base: 20, head: of }, passes: { base: 20, head }, beta: 0.1 };
  expect(excludedDrop(at)).toBe(drop);
});

test('halving finds the same drop as walking down from 0.90, on every outcome of both default plans', () => {
  for (const plan of [warm, coldPlan(looks)]) {
    for (const look of plan) {
      for (let base = 0; base <= look.base; base += 1) {
        for (let head = 0; head <= look.head; head += 1) {
          const at = { plan, look, passes: { base, head }, beta: 0.1 };
          expect({ at, drop: excludedDrop(at) }).toEqual({ at, drop: walkedDown(at) });
        }
      }
    }
  }
});

function walkedDown(at: Parameters<typeof excludedDrop>[0]): number | null {
  let last: number | null = null;
  for (const drop of drops.toReversed()) {
    if (!reaches(at, drop)) break;
    last = drop;
  }
  return last;
}
