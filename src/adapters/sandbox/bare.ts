import type { Sandbox } from '../../ports/sandbox.ts';
import { UserError } from '../../errors.ts';
import type { OpenedSandbox, SandboxPlaces } from './opened-sandbox.ts';
import { findManagers, unseenVersions } from './programs/version-managers.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';

/** No sandbox, with what the version managers of this machine need. */
export async function openBare(
  places: Pick<SandboxPlaces, 'path' | 'home' | 'changeable' | 'variable' | 'warn'>,
): Promise<OpenedSandbox> {
  const { variables } = await findManagers(places);
  for (const line of await unseenVersions(places)) places.warn(line);
  return { ...bareSandbox(variables), [Symbol.asyncDispose]: async () => undefined };
}

/**
 * No sandbox at all: the command has the network and the file system of our own process. Only for those who chose it.
 * `variables` lead the stand-ins of version managers on PATH to the real programs, as HOME of a command does not.
 */
export function bareSandbox(variables: Readonly<Record<string, string>> = {}): Sandbox {
  return {
    level: 'none',
    isolation: { level: 'none', version: null, probes: null },
    run: async (request) => {
      const { turn = (task) => task() } = request;
      try {
        return await turn(() =>
          runCommand({
            argv: ['/bin/sh', '-c', request.command],
            directory: request.directory,
            environment: { ...variables, ...request.environment },
            timeoutMs: request.timeoutMs,
            signal: request.signal,
          }),
        );
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
