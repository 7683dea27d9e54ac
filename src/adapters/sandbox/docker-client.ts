import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import type { CommandRun } from '../../core/results/test-report.ts';

/** The parts of docker's command line that a sandbox needs. */
export type DockerClient = {
  run(call: {
    readonly words: readonly string[];
    readonly timeoutMs: number;
    readonly signal?: AbortSignal;
  }): Promise<CommandRun>;
};

/**
 * The `docker` found on `path`. Its environment is PATH and the address of the engine: no secret, none of the user's
 * configuration.
 */
export function dockerClient(places: {
  readonly path: string;
  /** DOCKER_HOST; null when the engine is at its usual address. */
  readonly host: string | null;
}): DockerClient {
  const environment = {
    PATH: places.path,
    // The user's configuration would put proxies, including their passwords, into every container.
    DOCKER_CONFIG: '/nonexistent',
    ...(places.host === null ? {} : { DOCKER_HOST: places.host }),
  };
  return {
    run: ({ words, timeoutMs, signal = new AbortController().signal }) =>
      runCommand({
        argv: ['docker', ...words],
        directory: '/',
        environment,
        timeoutMs,
        signal,
      }),
  };
}

/** The outcome of contacting the engine. */
export type Engine =
  | { readonly kind: 'answers'; readonly version: string }
  | { readonly kind: 'missing' | 'silent'; readonly why: string };

const engineTimeoutMs = 5000;

/** Asks the engine for its version. A client whose engine does not answer in time cannot be used. */
export async function askEngine(client: DockerClient): Promise<Engine> {
  try {
    const words = ['version', '--format', '{{.Server.Version}}'];
    const { end, stdout, stderr } = await client.run({ words, timeoutMs: engineTimeoutMs });
    const version = stdout.text.trim();
    if (end.kind === 'exited' && end.code === 0 && /^\d[\w.+-]*$/.test(version))
      return { kind: 'answers', version };
    if (end.kind === 'timed-out')
      return { kind: 'silent', why: `its engine did not answer within ${engineTimeoutMs / 1000} s` };
    return { kind: 'silent', why: firstLine(stderr.text) || 'its engine gave no version' };
  } catch (error) {
    if (!(error instanceof CommandNotStartedError)) throw error;
    return { kind: 'missing', why: 'it is not installed' };
  }
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 200);
}
