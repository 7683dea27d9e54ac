import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The gateway of the npm package `@portkey-ai/gateway`, as a process of its own. */
export type Portkey = AsyncDisposable & { readonly url: string };

const program = 'node_modules/@portkey-ai/gateway/build/start-server.js';
const preload = fileURLToPath(new URL('on-loopback.mjs', import.meta.url));
const ready = z.tuple([z.object({ port: z.int() })]).rest(z.unknown());

/** Starts the gateway on a free port of loopback, without any configuration. */
export async function startPortkey(): Promise<Portkey> {
  const child = spawn(process.execPath, ['--import', preload, program, '--headless'], {
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  const early = ended.then(() => Promise.reject(new Error('the gateway ended before it listened')));
  early.catch(() => {});
  const [{ port }] = ready.parse(await Promise.race([once(child, 'message'), early]));
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The headers by which the gateway knows whom to ask. */
export function portkeyHeaders(vendor: string, url: string) {
  return { 'x-portkey-provider': { text: vendor }, 'x-portkey-custom-host': { text: `${url}/v1` } };
}
