import type { Sandbox } from '../../ports/sandbox.ts';
import { runCommand } from '../process/run-command.ts';

/** No sandbox at all: the command runs as we do, with network and file system. Only for those who asked for it. */
export function bareSandbox(): Sandbox {
  return {
    level: 'none',
    run: (request) =>
      runCommand({
        argv: ['/bin/sh', '-c', request.command],
        directory: request.directory,
        environment: request.environment,
        timeoutMs: request.timeoutMs,
        signal: request.signal,
      }),
  };
}
