import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { CommandRequest, View } from '../../ports/sandbox.ts';
import { CleanUp } from '../process/clean-up.ts';
import { cleanEnvironment } from '../process/environment.ts';
import type { SandboxPlaces } from './opened-sandbox.ts';

/**
 * Tries from a setup to reach services that this process offers on its loopback address and at an abstract socket.
 * What it reached, or an empty text.
 */
export async function reachedBySetup(
  run: (request: CommandRequest) => Promise<CommandRun>,
  places: SandboxPlaces,
  view: View,
): Promise<string> {
  const name = `\0spec-portability-${randomUUID()}`;
  await using stack = new CleanUp();
  const service = await listening(stack, { port: 0, host: '127.0.0.1' });
  await listening(stack, { path: name });
  const address = service.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const targets = [{ host: '127.0.0.1', port }, { host: '10.0.2.2', port }, { path: name }];
  const script = `for (const target of ${JSON.stringify(targets)}) {
    const socket = require('node:net').connect({ ...target, timeout: 500 });
    socket.on('connect', () => { console.log('reached ' + JSON.stringify(target)); socket.destroy(); });
    socket.on('timeout', () => socket.destroy()); socket.on('error', () => undefined);
  } process.on('exit', () => console.log('tried'));`;
  const told = Buffer.from(script).toString('base64');
  const { stdout, stderr } = await run({
    purpose: 'setup',
    command: `node='${places.node}'; [ -x "$node" ] || node=node; "$node" -e "eval(Buffer.from('${told}', 'base64').toString())"`,
    directory: view.root,
    environment: cleanEnvironment({ home: view.home, path: places.path, temporary: view.temporary }),
    view,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  const reached = stdout.text.split('\n').find((line) => line.startsWith('reached'));
  if (reached !== undefined) return reached;
  return stdout.text.includes('tried') ? '' : `no answer: ${stderr.text.trim().slice(0, 300)}`;
}

async function listening(
  stack: CleanUp,
  at: { readonly path: string } | { readonly port: number; readonly host: string },
): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, resolve);
  });
  stack.defer(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return server;
}
