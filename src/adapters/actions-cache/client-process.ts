import { join } from 'node:path';
import { overLimitWords } from '../../core/results/report-limits.ts';
import { runCommand } from '../process/run-command.ts';
import { readTransferred, type Transfer, type Transferred } from './transfer.ts';

/** How the process that holds the SDK is started: Node and the script `src/entry/cache-client.ts` or its bundle. */
export type CacheClient = { readonly node: string; readonly script: string };

/** One transfer, done in a separate process. */
export type ClientRequest = {
  readonly client: CacheClient;
  readonly transfer: Transfer;
  /** A folder with `stage` (its `records` are packed or unpacked there) and `temporary`. */
  readonly place: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** How it ended; `reason` is what the SDK said, on one line. */
export type ClientEnd = Transferred | { readonly kind: 'failed'; readonly reason: string };

/** The variables that the SDK and tar need. Nothing else is inherited, above all no API key of a model vendor. */
const inherited =
  /^(?:PATH|HOME|LANG|GITHUB_SERVER_URL|ACTIONS_(?:RESULTS_URL|CACHE_URL|RUNTIME_TOKEN|CACHE_SERVICE_V2|CACHE_MODE)|NODE_EXTRA_CA_CERTS|(?:https?|no)_proxy|(?:HTTPS?|NO)_PROXY)$/;

/**
 * The SDK unpacks with `tar -P`, which writes wherever the archive says. These options make GNU tar skip absolute
 * paths and paths with `..`, and point every link at a name that does not exist.
 */
const guardedTar = '--exclude=/* --exclude=*..* --transform=s|.*|removed|Rsh';

/** Runs a transfer within its time limit and leaves no process behind that could still write. */
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
    case 'over-limit':
      return { kind: 'failed', reason: `the client ${overLimitWords(run.end)}` };
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

// The SDK swallows its errors and prints them as workflow commands. The last of them is the summary.
function reasonIn(stdout: string): string | null {
  const said = stdout.split('\n').flatMap((line) => {
    const reason = /^(?:::(?:warning|error)[^:]*::)?(?:Failed to (?:save|restore): )(.+)$/.exec(line)?.[1];
    return reason ?? /^::(?:warning|error)[^:]*::(.+)$/.exec(line)?.[1] ?? [];
  });
  return said.at(-1) ?? null;
}
