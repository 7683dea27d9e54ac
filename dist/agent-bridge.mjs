// Runs in the box of an agent: lays its seed files into HOME, opens a port on loopback that leads to the proxy outside,
// starts the agent, and ends with it. Plain Node without dependencies: it is copied as it is.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const { argv, seeds, task, port, socket } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

for (const [path, text] of Object.entries(seeds)) {
  const file = join(process.env.HOME, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}

const bridge = createServer({ allowHalfOpen: true }, (inside) => {
  const outside = connect({ path: socket, allowHalfOpen: true });
  inside.pipe(outside);
  outside.pipe(inside);
  const end = () => {
    inside.destroy();
    outside.destroy();
  };
  for (const side of [inside, outside]) side.on('error', end).on('close', end);
});
// Only an agent could take the port, and there is none yet.
bridge.listen({ port, host: '127.0.0.1' }, start);

function start() {
  const [program, ...words] = argv;
  const agent = spawn(program, words, { stdio: [task === null ? 'ignore' : 'pipe', 'inherit', 'inherit'] });
  agent.on('error', ({ code }) => {
    process.stderr.write(`could not start ${program}: ${code}\n`);
    process.exit(127);
  });
  // `exit`, not `close`: what it left behind must not keep it alive.
  agent.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  // It may end without having read it.
  agent.stdin?.on('error', () => {});
  agent.stdin?.end(task);
}
