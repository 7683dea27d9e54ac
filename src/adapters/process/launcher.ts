import { spawn, type ChildProcess } from 'node:child_process';
import { Readable } from 'node:stream';
import { atOnce } from '../../core/at-once.ts';
import { SandboxError } from '../../errors.ts';
import { startChild, type Exit, type Start, type StartedProcess } from './started-process.ts';

/** What `inside/launcher.mjs` says about the program of one order. */
type News = { readonly id: number } & (
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'failed'; readonly why: string }
  /** It cannot open our descriptors: sockets, or files of a process that nobody may look into. */
  | { readonly kind: 'unable' }
  | { readonly kind: 'output'; readonly stream: 'stdout' | 'stderr'; readonly chunk: Uint8Array }
  | ({ readonly kind: 'exited'; readonly isClosed: boolean } & Exit)
  | { readonly kind: 'closed' }
);

type Order = { readonly tell: (news: News) => void; readonly lose: () => void };

/** The process that starts programs for us; null where we start them ourselves. */
let launcher: Launcher | null = null;

/**
 * From now on a small process starts the programs (docs/decisions/0044). `file`: its script. Where there is no /proc, and
 * where it has ended, programs are children of this process as before.
 */
export function openLauncher(file: string): void {
  if (process.platform === 'linux') launcher ??= new Launcher(file);
}

/** Starts a program. Throws what the system says where it cannot be started. */
export async function startProcess(of: Start): Promise<StartedProcess> {
  if (launcher?.isLost === true) launcher = null;
  return launcher === null ? startChild(of) : launcher.start(of);
}

class Launcher {
  readonly #process: ChildProcess;
  readonly #orders = new Map<number, Order>();
  /** Ended with all their output: the other process knows nothing of them any more. */
  readonly #closed = new Set<number>();
  #last = 0;
  isLost = false;

  constructor(file: string) {
    this.#process = spawn(process.execPath, ['--single-threaded', file], {
      ...{ env: {}, cwd: '/', detached: true, serialization: 'advanced' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#process.on('message', (news: News) => this.#orders.get(news.id)?.tell(news));
    for (const event of ['error', 'exit', 'disconnect']) this.#process.on(event, () => this.#lose());
    // It waits for orders and keeps nobody from ending.
    this.#process.unref();
    this.#process.channel?.unref();
  }

  async start(of: Start): Promise<StartedProcess> {
    this.#last += 1;
    const id = this.#last;
    const [started, exited] = [aPromise<number | null>(), aPromise<Exit>()];
    const outputs = { stdout: anOutput(), stderr: anOutput() };
    const both = Object.values(outputs);
    const closed = atOnce(both, closing).then(() => undefined);
    const end = (): void => both.forEach((output) => void output.push(null));
    this.#process.channel?.ref();
    this.#orders.set(id, {
      tell: (news) => {
        if (news.kind === 'started') started.resolve(news.pid);
        if (news.kind === 'unable') started.resolve(null);
        if (news.kind === 'failed') started.reject(new Error(news.why));
        if (news.kind === 'output') outputs[news.stream].push(news.chunk);
        if (news.kind === 'exited') exited.resolve(news);
        if (news.kind === 'closed' || (news.kind === 'exited' && news.isClosed)) {
          this.#closed.add(id);
          end();
        }
      },
      lose: () => {
        const lost = new SandboxError('the process that starts commands has ended');
        started.reject(lost);
        exited.reject(lost);
        end();
      },
    });
    const release = (): void => {
      both.forEach((output) => output.destroy());
      this.#release(id);
    };
    const begin = (): void => this.#send({ kind: 'begin', id });
    this.#send({ kind: 'start', id, ...of, descriptors: of.descriptors.map(pathOf) });
    try {
      const pid = await started.promise;
      if (pid !== null) return { pid, ...outputs, exited: exited.promise, closed, begin, release };
    } catch (error) {
      release();
      throw error;
    }
    release();
    return startChild(of);
  }

  #release(id: number): void {
    this.#orders.delete(id);
    if (!this.#closed.delete(id)) this.#send({ kind: 'release', id });
    if (this.#orders.size === 0) this.#process.channel?.unref();
  }

  #send(order: Readonly<Record<string, unknown>>): void {
    if (!this.isLost) this.#process.send(order, (error) => error === null || this.#lose());
  }

  #lose(): void {
    this.isLost = true;
    for (const order of this.#orders.values()) order.lose();
  }
}

function pathOf(descriptor: number): string {
  return `/proc/${process.pid}/fd/${descriptor}`;
}

async function closing(output: Readable): Promise<void> {
  return new Promise((resolve) => void output.once('close', resolve));
}

function anOutput(): Readable {
  return new Readable({ read: () => undefined });
}

type Settled<Value> = {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: Error) => void;
};

function aPromise<Value>(): Settled<Value> {
  let settle: Pick<Settled<Value>, 'resolve' | 'reject'> = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<Value>((resolve, reject) => (settle = { resolve, reject }));
  // Where nobody waits for it any more, a loss concerns nobody.
  promise.catch(() => undefined);
  return { promise, ...settle };
}
