import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What was seen of the processes below one process, while they ran. */
export type BoxSight = {
  /** Processes with another network than ours. */
  readonly boxed: number;
  /** Whether one of them was the agent. */
  readonly sawAgent: boolean;
  /** Processes, but for the watched one, that had the key in their words or their environment. */
  readonly holders: readonly string[];
};

/** Looks at all processes below one, again and again, until it is told to stop. */
export function watchBox(
  root: number,
  { key, program }: { readonly key: string; readonly program: string },
): { readonly stop: () => Promise<BoxSight> } {
  const seen = new Map<
    string,
    { readonly isBoxed: boolean; readonly command: string; readonly holds: boolean }
  >();
  const state = { isOver: false };
  const watching = watch();
  return {
    stop: async () => {
      state.isOver = true;
      await watching;
      const processes = [...seen.values()];
      const boxed = processes.filter(({ isBoxed }) => isBoxed);
      return {
        boxed: boxed.length,
        sawAgent: boxed.some(({ command }) => command.includes(program)),
        holders: processes
          .filter(({ holds }) => holds)
          .map(({ command }) => command.replaceAll(/\s+/g, ' ').slice(0, 120)),
      };
    },
  };

  async function watch(): Promise<void> {
    const ours = await readlink('/proc/self/ns/net');
    while (!state.isOver) {
      const rootWords = await wordsOf(root);
      for (const pid of await below(root)) {
        const net = await readlink(`/proc/${pid}/ns/net`).catch(() => ours);
        const words = await wordsOf(pid);
        const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
        // A child that has not become another program yet is a copy of the watched one, which may have the key.
        if (words === rootWords || words !== (await wordsOf(pid))) continue;
        const command = words.replaceAll('\0', ' ');
        const holds = words.includes(key) || environment.includes(key);
        seen.set(`${pid} ${command}`, { isBoxed: net !== ours, command, holds });
      }
      await sleep(50);
    }
  }
}

async function wordsOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

async function below(root: number): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(
    await Promise.all(
      pids.map(async (pid): Promise<readonly [number, number]> => {
        const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
        // The name in brackets may hold anything.
        return [
          pid,
          Number(
            text
              .slice(text.lastIndexOf(')') + 1)
              .trim()
              .split(' ')[1] ?? 0,
          ),
        ];
      }),
    ),
  );
  return pids.filter((pid) => pid !== root && isBelow(pid));

  function isBelow(pid: number): boolean {
    for (let at = parents.get(pid) ?? 0; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
    return false;
  }
}
