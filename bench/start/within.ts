/** A measured figure and what it may be at most. */
export type Bounded = {
  readonly what: string;
  readonly figure: number;
  readonly bound: number;
  readonly unit: string;
};

/** Prints a figure beside its bound; the benchmark ends with exit code 1 if it is broken. */
export function within({ what, figure, bound, unit }: Bounded): void {
  const isBroken = !(figure <= bound);
  console.log(
    `${isBroken ? '✘' : '✔'} ${what}: ${shown(figure)} ${unit} (at most ${bound} ${unit})${isBroken ? ' BROKEN' : ''}`,
  );
  if (isBroken) process.exitCode = 1;
}

/** Prints a figure that has no bound. */
export function tell(what: string, figure: number, unit: string): void {
  console.log(`  ${what}: ${shown(figure)} ${unit}`);
}

/** The value in the middle; of an even number of values the upper one. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function shown(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(2);
}
