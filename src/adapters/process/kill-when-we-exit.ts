import type { Descendants } from './descendants.ts';

const running = new Set<Descendants>();

/**
 * Kills the command's processes if our own process exits first. A SIGKILL of our own process cannot be noticed here.
 */
export function killWhenWeExit(descendants: Descendants): Disposable {
  if (running.size === 0) process.on('exit', killRunning);
  running.add(descendants);
  return {
    [Symbol.dispose]: () => {
      running.delete(descendants);
      if (running.size === 0) process.off('exit', killRunning);
    },
  };
}

function killRunning(): void {
  for (const descendants of running)
    for (let round = 0; round < 50 && descendants.killOnce() > 0;) round += 1;
}
