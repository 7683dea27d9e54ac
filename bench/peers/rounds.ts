import type { Measured } from './measured-process.ts';
import type { PeerServer } from './start-server.ts';

/** What takes part in a comparison. */
export type Runner = {
  readonly name: string;
  /** One run against the server; `withTree`: memory is looked at closely, and no clock counts. */
  readonly run: (of: { readonly url: string; readonly withTree: boolean }) => Promise<Measured>;
  /** Calls that the server must see; the run fails with any other number. */
  readonly calls: number;
};

/** One run with what the server saw of it. */
export type Seen = Measured & { readonly calls: number; readonly firstCallMs: number };

/** The runs of each runner, by its name: `timed` in the order of the rounds, and the one that looked at memory. */
export type Series = { readonly timed: readonly Seen[]; readonly memory: Seen };

/**
 * Lets the runners take turns. A first round warms the disk's cache and looks at memory; the rounds after it are timed.
 * Where only one round is timed, memory is looked at in that one.
 */
export async function takeTurns(
  runners: readonly Runner[],
  { server, rounds }: { readonly server: PeerServer; readonly rounds: number },
): Promise<ReadonlyMap<string, Series>> {
  const series = new Map<string, { timed: Seen[]; memory: Seen }>();
  const isSingle = rounds === 1;
  for (let round = isSingle ? 1 : 0; round <= rounds; round += 1) {
    for (const runner of runners) {
      const withTree = round === 0 || isSingle;
      const seen = await runOnce(runner, { server, withTree });
      console.log(`  round ${round}: ${runner.name} ${(seen.wallMs / 1000).toFixed(2)} s`);
      const known = series.get(runner.name) ?? { timed: [], memory: seen };
      series.set(runner.name, known);
      if (round > 0) known.timed.push(seen);
    }
  }
  return series;
}

async function runOnce(
  { name, run, calls }: Runner,
  { server, withTree }: { readonly server: PeerServer; readonly withTree: boolean },
): Promise<Seen> {
  await server.takeTimes();
  const measured = await run({ url: server.url, withTree });
  const times = await server.takeTimes();
  if (measured.code !== 0 || times.length !== calls)
    throw new Error(
      `${name} ended with ${measured.code} after ${times.length} of ${calls} calls:\n${measured.output}`,
    );
  return { ...measured, calls: times.length, firstCallMs: Math.min(...times) - measured.startedAt };
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The median of the quotients of each round: what loads the machine for a while loads both sides of one round. */
export function pairedRatio(
  ours: Series,
  theirs: Series,
  of: (seen: Seen) => number = ({ wallMs }) => wallMs,
): number {
  return median(
    ours.timed.map((seen, round) => {
      const other = theirs.timed[round];
      return other === undefined ? Number.NaN : of(seen) / of(other);
    }),
  );
}
