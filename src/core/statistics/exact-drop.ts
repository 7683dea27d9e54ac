import type { DiscreteP } from './false-discoveries.ts';
import type { Tally } from './tally.ts';

/** Samples that passed and failed. */
type Counts = Pick<Tally, 'passed' | 'failed'>;

/**
 * Fisher's exact test for "passes less often than its reference": given how many passed in all, how likely is it that so
 * few of them are own ones? `least` is the same if as few of them as possible were. Without samples of one of the two, 1.
 */
export function exactDrop({
  reference,
  own,
}: {
  readonly reference: Counts;
  readonly own: Counts;
}): Omit<DiscreteP, 'share'> {
  const samples = own.passed + own.failed;
  const others = reference.passed + reference.failed;
  const passed = own.passed + reference.passed;
  const fewest = Math.max(0, passed - others);
  const chanceOf = (ownPasses: number): number =>
    Math.exp(
      logChoose(samples, ownPasses) +
        logChoose(others, passed - ownPasses) -
        logChoose(samples + others, passed),
    );
  let p = 0;
  for (let ownPasses = fewest; ownPasses <= own.passed; ownPasses += 1) p += chanceOf(ownPasses);
  return { p: Math.min(1, p), least: Math.min(1, chanceOf(fewest)) };
}

function logChoose(all: number, some: number): number {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some);
}

function logFactorial(count: number): number {
  for (let next = logFactorials.length; next <= count; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[count] ?? 0;
}

const logFactorials = [0];
