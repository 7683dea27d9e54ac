import type { CommandRun } from '../test-report.ts';

/**
 * What programs in several languages print when a sandbox has no network or a read-only path. Node says ENOENT of a
 * folder that it cannot make there.
 */
const refusals =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EROFS|read-only file system|name resolution|could not resolve host|network is unreachable|no such host|connection refused|ENOENT.*\bmkdir\b.*node_modules/i;

/** The line of a run's output that names a call which the sandbox blocks, clipped; null = none. */
export function blockedCall(run: Pick<CommandRun, 'stdout' | 'stderr'>): string | null {
  const lines = `${run.stderr.text}\n${run.stdout.text}`.split('\n');
  const line = lines.find((each) => refusals.test(each));
  return line === undefined
    ? null
    : line
        .trim()
        .replaceAll(/\p{Cc}+/gu, ' ')
        .slice(0, 200);
}
