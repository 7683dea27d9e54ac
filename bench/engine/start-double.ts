import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Simulated models in another process, so that their work is not taken for ours. Disposing ends it. */
export async function startDouble(latencyMs: number): Promise<{ readonly url: string } & AsyncDisposable> {
  const script = fileURLToPath(new URL('double.ts', import.meta.url));
  const child = spawn(process.execPath, [script, String(latencyMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(child.stdout), 'line');
  return {
    url: String(url),
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
