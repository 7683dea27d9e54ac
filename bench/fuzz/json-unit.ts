const line = { names: ['a suite', 'a test with a name'], status: 'passed', message: '' };
const lines = 100_000;
const rounds = 5;

/**
 * CPU milliseconds that this machine takes, now, to write and read again about 9 MB of JSON: the middle of some rounds.
 * Bounds are multiples of it, so that a slow or busy machine is not taken for a parser that has lost its way.
 */
export function jsonUnitMs(): number {
  const times = Array.from({ length: rounds }, () => cpuMsOf(writeAndRead)).toSorted((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}

/** CPU milliseconds, of all threads, that `work` takes. */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function writeAndRead(): void {
  JSON.parse(JSON.stringify(Array.from({ length: lines }, (_, index) => ({ ...line, index }))));
}
