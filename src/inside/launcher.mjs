// Starts programs for the process that started this one. To start one copies the page tables of whoever starts it, so a
// small process does it in a fraction of the time, and the large one need not wait. The environment is empty: what a
// program gets comes with the order, and a key is never here.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** Id of the order → the program. */
const running = new Map();

process.on('message', (order) => {
  if (order.kind === 'start') start(order);
  else if (order.kind === 'begin') running.get(order.id)?.stdin?.end('\n');
  else release(order.id);
});

// Whoever ordered is gone, also by SIGKILL: nobody is left to end what it ordered.
process.on('disconnect', () => {
  for (const { pid } of running.values()) killGroup(pid);
  process.exit();
});

function start(order) {
  const opened = [];
  try {
    for (const path of order.descriptors) opened.push(openSync(path, flagsOf(path)));
  } catch {
    for (const file of opened) closeSync(file);
    tell({ id: order.id, kind: 'unable' });
    return;
  }
  try {
    startWith(order, opened);
  } catch (error) {
    tell({ id: order.id, kind: 'failed', why: String(error) });
  } finally {
    for (const file of opened) closeSync(file);
  }
}

function startWith({ id, program, name, words, directory, environment, waits }, opened) {
  const child = spawn(program, words, {
    argv0: name,
    cwd: directory,
    env: environment,
    detached: true,
    stdio: [waits ? 'pipe' : 'ignore', 'pipe', 'pipe', ...opened],
  });
  // Whoever has ended before reads no line.
  child.stdin?.on('error', () => {});
  child.once('error', (error) => tell({ id, kind: 'failed', why: String(error) }));
  if (child.pid === undefined) return;
  running.set(id, child);
  tell({ id, kind: 'started', pid: child.pid });
  passOn(id, 'stdout', child.stdout);
  passOn(id, 'stderr', child.stderr);
  let isClosed = false;
  let isTold = false;
  // Most programs leave nobody who holds their output: then one message says both.
  child.once('exit', (code, signal) =>
    setImmediate(() => {
      isTold = true;
      tell({ id, kind: 'exited', code, signal, isClosed });
    }),
  );
  child.once('close', () => {
    isClosed = true;
    running.delete(id);
    if (isTold) tell({ id, kind: 'closed' });
  });
}

// No more is read than is taken: a program that floods its output waits.
function passOn(id, stream, output) {
  output.on('data', (chunk) => {
    output.pause();
    tell({ id, kind: 'output', stream, chunk }, () => output.resume());
  });
  output.on('error', () => {});
}

/** As the other process opened it. Opened again, a descriptor keeps its file, also one without a name. */
function flagsOf(path) {
  const [, octal] = /flags:\s*(\d+)/.exec(readFileSync(path.replace('/fd/', '/fdinfo/'), 'utf8'));
  return parseInt(octal, 8);
}

function release(id) {
  const child = running.get(id);
  running.delete(id);
  child?.stdin?.destroy();
  child?.stdout.destroy();
  child?.stderr.destroy();
  child?.unref();
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

function tell(message, taken = () => {}) {
  if (process.connected) process.send(message, taken);
}
