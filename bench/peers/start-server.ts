import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Habit } from './work.ts';

/** Simulated models that run beside this process. */
export interface PeerServer extends AsyncDisposable {
  readonly url: string;
  /** When the calls since the last time came in, in epoch milliseconds. */
  takeTimes(): Promise<readonly number[]>;
}

/** Starts the models; each answer begins `latencyMs` after its request. */
export async function startServer(latencyMs: number, habit: Habit = 'right'): Promise<PeerServer> {
  const program = fileURLToPath(new URL('./model-server.ts', import.meta.url));
  const child = fork(program, [String(latencyMs), habit], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ url }] = await once(child, 'message');
  return {
    url,
    takeTimes: async () => {
      const answer = once(child, 'message');
      child.send('times');
      const [{ times }] = await answer;
      return times;
    },
    [Symbol.asyncDispose]: async () => {
      const exited = once(child, 'exit');
      child.send('end');
      await exited;
    },
  };
}
