import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Readable } from 'node:stream';

/** How git runs: in which folder, with whose environment, and with which additional variables. */
export type GitPlace = {
  readonly directory: string;
  /** The caller's whole environment. Only the variables that git needs are passed on, never `GIT_*` or a key. */
  readonly environment: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, string>>;
};

/** Git in one place. Runs a command and gives what it prints; what fails throws what git says of it. */
export type Git = { readonly run: (words: readonly string[]) => Promise<string> };

/** Git for reading and writing trees; it runs nothing that a configuration file names. */
export function quietGit(place: GitPlace): Git {
  return { run: async (words) => outputOf(quietly(place, words), null) };
}

/** Git for fetching. It also reads the machine's own configuration, which holds proxies and credentials. */
export function fetchingGit(place: GitPlace): Git {
  // A connection that ssh keeps open holds stderr open too, so we wait for the end of the process, not of its
  // streams.
  return { run: async (words) => outputOf(commandOf(place, words, place.extra ?? {}), 500) };
}

/** Starts the same quiet git for a conversation. */
export function startGit(place: GitPlace, words: readonly string[]): ChildProcessWithoutNullStreams {
  const { argv, options } = quietly(place, words);
  return spawn('git', argv, options);
}

// Passed on besides PATH, because the way to the remote may need them.
const inherited = [
  'PATH HOME USER LOGNAME TMPDIR XDG_CONFIG_HOME SSH_AUTH_SOCK SSL_CERT_FILE SSL_CERT_DIR',
  'HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy',
].flatMap((line) => line.split(' '));

const always = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  // `ext::` is left out: it would run a command.
  GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
};

const noOutsideConfiguration = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
};

const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.attributesFile=/dev/null',
  'core.fsync=none',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  // A container job often runs as a different user than the one who checked out.
  'safe.directory=*',
].flatMap((setting) => ['-c', setting]);

function environmentFor(
  place: GitPlace,
  added: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = inherited.flatMap((name): [string, string][] => {
    const value = place.environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), ...always, ...added };
}

type Command = {
  readonly argv: readonly string[];
  readonly options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> };
};

function quietly(place: GitPlace, words: readonly string[]): Command {
  return commandOf(place, words, { ...noOutsideConfiguration, ...place.extra });
}

function commandOf(
  place: GitPlace,
  words: readonly string[],
  added: Readonly<Record<string, string>>,
): Command {
  return {
    argv: [...settings, ...words],
    options: { cwd: place.directory, env: environmentFor(place, added) },
  };
}

/** How long a command may print nothing. */
const longestSilenceMs = 120_000;

/**
 * What a command prints, once it has ended. `heldOpenMs`: for how long after that something else may hold its streams
 * open; null = as long as it does.
 */
async function outputOf({ argv, options }: Command, heldOpenMs: number | null): Promise<string> {
  const git = spawn('git', argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, said]: [Uint8Array[], Uint8Array[]] = [[], []];
  const silence = setTimeout(() => git.kill(), longestSilenceMs);
  const hear = (stream: Readable, parts: Uint8Array[]): void =>
    void stream.on('data', (bytes: Uint8Array) => {
      parts.push(bytes);
      silence.refresh();
    });
  hear(git.stdout, printed);
  hear(git.stderr, said);
  try {
    const code = await endOf(git, heldOpenMs);
    if (code === 0) return Buffer.concat(printed).toString();
    throw new Error(`${Buffer.concat(said).toString()}(exit code ${String(code)})`);
  } finally {
    clearTimeout(silence);
    git.stdout.destroy();
    git.stderr.destroy();
  }
}

/** The exit code; null after a signal. */
async function endOf(git: ChildProcess, heldOpenMs: number | null): Promise<number | null> {
  return new Promise((resolve, reject) => {
    git.once('error', reject).once('close', resolve);
    if (heldOpenMs === null) return;
    git.once('exit', (code) => {
      const timer = setTimeout(() => resolve(code), heldOpenMs);
      git.once('close', () => clearTimeout(timer));
    });
  });
}
