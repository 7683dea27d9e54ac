import type { Sandbox } from '../../ports/sandbox.ts';
import { UserError } from '../../errors.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';

/**
 * No sandbox at all: the command has the network and the file system of our own process. Only for those who chose it.
 */
export function bareSandbox(): Sandbox {
  return {
    level: 'none',
    isolation: { level: 'none', version: null, probes: null },
    run: async (request) => {
      try {
        return await runCommand({
          argv: ['/bin/sh', '-c', request.command],
          directory: request.directory,
          environment: request.environment,
          timeoutMs: request.timeoutMs,
          signal: request.signal,
        });
      } catch (error) {
        if (!(error instanceof CommandNotStartedError)) throw error;
        // The shell always exists, so it is the folder that is missing.
        throw new UserError(
          'TEST_COMMAND_NOT_FOUND',
          `\`${request.command}\` could not be started: ${error.message}.`,
          'Check that `directory` exists in both commits.',
        );
      }
    },
  };
}
