import { spawnSync } from 'node:child_process';

/** What a start of Node takes on a laptop with nothing else to do. */
const quietStartMs = 50;

/**
 * How many times slower than a quiet laptop this machine is now: 1, or more. A limit that keeps a broken program from
 * hanging is multiplied by it, so that a busy machine is not taken for a broken program.
 */
export function slowness(): number {
  const times = [1, 2, 3].map(startMs).toSorted((a, b) => a - b);
  return Math.max(1, Math.ceil((times[1] ?? 0) / quietStartMs));
}

function startMs(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ['--eval', '0']);
  return performance.now() - begun;
}
