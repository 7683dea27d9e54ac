import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { readTransferred, type Transfer, type Transferred } from './transfer.ts';

/** How the process that holds the SDK is started: Node and the script `src/entry/cache-client.ts`, bundled or not. */
export type CacheClient = { readonly node: string; readonly script: string };

/** One transfer in a process of its own. */
export type ClientRequest = {
  readonly client: CacheClient;
  readonly transfer: Transfer;
  /** Holds `stage`, whose `records` are packed or unpacked, and `temporary`. */
  readonly place: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** How it ended; `reason` is what the SDK said, on one line. */
export type ClientEnd = Transferred | { readonly kind: 'failed'; readonly reason: string };

/** What the SDK and tar need to know of the runner; nothing else is inherited, above all no vendor's key. */
const inherited =
  /^(?:PATH|HOME|LANG|GITHUB_SERVER_URL|ACTIONS_(?:RESULTS_URL|CACHE_URL|RUNTIME_TOKEN|CACHE_SERVICE_V2|CACHE_MODE)|NODE_EXTRA_CA_CERTS|(?:https?|no)_proxy|(?:HTTPS?|NO)_PROXY)$/;

/**
 * The SDK unpacks with `tar -P`, which writes wherever the archive says. So GNU tar is told to leave out absolute and
 * climbing paths and to point every link at a name that is not there.
 */
const guardedTar = '--exclude=/* --exclude=*..* --transform=s|.*|removed|Rsh';

/** Runs a transfer; it ends on time and leaves no process behind that could still write. */
export async function runClient(request: ClientRequest): Promise<ClientEnd> {
  const { client, transfer, place, timeoutMs } = request;
  const stage = join(place, 'stage');
  const run = await runCommand({
    argv: [client.node, client.script, JSON.stringify(transfer)],
    directory: stage,
    environment: {
      ...Object.fromEntries(Object.entries(request.environment).filter(([name]) => inherited.test(name))),
      GITHUB_WORKSPACE: stage,
      RUNNER_TEMP: join(place, 'temporary'),
      ...(transfer.kind === 'restore' ? { TAR_OPTIONS: guardedTar } : {}),
    },
    timeoutMs,
    signal: request.signal,
  });
  switch (run.end.kind) {
    case 'timed-out':
      return { kind: 'failed', reason: `no answer within ${timeoutMs / 1000} s` };
    case 'cancelled':
      return { kind: 'failed', reason: 'the run was cancelled' };
    case 'killed':
      return { kind: 'failed', reason: `the client was killed by ${run.end.signal}` };
    case 'exited':
      return readEnd(run.stdout.text, run.stderr.text);
  }
}

function readEnd(stdout: string, stderr: string): ClientEnd {
  const outcome = readTransferred(stdout);
  const said = reasonIn(stdout);
  if (outcome === null)
    return { kind: 'failed', reason: said ?? stderr.trim().split('\n').at(-1) ?? 'the client crashed' };
  const isFailure =
    outcome.kind === 'saved'
      ? !outcome.isStored
      : outcome.kind === 'restored' && outcome.key === null && said !== null;
  return isFailure ? { kind: 'failed', reason: said ?? 'the service gave no reason' } : outcome;
}

// The SDK swallows its errors and prints them as workflow commands; the last line is the one that sums up.
function reasonIn(stdout: string): string | null {
  const said = stdout.split('\n').flatMap((line) => {
    const reason = /^(?:::(?:warning|error)[^:]*::)?(?:Failed to (?:save|restore): )(.+)$/.exec(line)?.[1];
    return reason ?? /^::(?:warning|error)[^:]*::(.+)$/.exec(line)?.[1] ?? [];
  });
  return said.at(-1) ?? null;
}
