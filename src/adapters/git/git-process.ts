import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { simpleGit, type SimpleGit } from 'simple-git';

/** How git runs: in which folder, with whose environment, and with which additional variables. */
export type GitPlace = {
  readonly directory: string;
  /** The caller's whole environment. Only the variables that git needs are passed on, never `GIT_*` or a key. */
  readonly environment: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, string>>;
};

/** Git for reading and writing trees; it runs nothing that a configuration file names. */
export function quietGit(place: GitPlace): SimpleGit {
  return gitIn(place, { ...noOutsideConfiguration, ...place.extra }, { onExit: false });
}

/** Git for fetching. It also reads the machine's own configuration, which holds proxies and credentials. */
export function fetchingGit(place: GitPlace): SimpleGit {
  // A connection that ssh keeps open holds stderr open too, so we wait for the end of the process, not of its
  // streams.
  return gitIn(place, place.extra ?? {}, { onExit: 500 });
}

/** Starts the same quiet git for a conversation, which simple-git cannot lead: it closes the input of every command. */
export function startGit(place: GitPlace, words: readonly string[]): ChildProcessWithoutNullStreams {
  const settings = configuration.flatMap((setting) => ['-c', setting]);
  return spawn('git', [...settings, ...words], {
    cwd: place.directory,
    env: environmentFor(place, { ...noOutsideConfiguration, ...place.extra }),
  });
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

const configuration = [
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
];

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

function gitIn(
  place: GitPlace,
  added: Readonly<Record<string, string>>,
  completion: { readonly onExit: number | false },
): SimpleGit {
  const environment = environmentFor(place, added);
  return simpleGit({
    baseDir: place.directory,
    config: configuration,
    completion,
    timeout: { block: 120_000 },
    allowEnvironment: Object.keys(environment),
    // simple-git treats these settings as an attack. Here they switch hooks, the file monitor and outside files off.
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeConfigPaths: true,
      // The token is passed in variables, not in arguments or files. Only our own code can set them: `inherited` has
      // no `GIT_*`.
      allowUnsafeConfigEnvCount: true,
    },
    // simple-git's own rule treats a failure that printed nothing as a success.
    errors: (error, { exitCode, stdErr }) =>
      error ??
      (exitCode === 0 ? undefined : Buffer.concat([...stdErr, Buffer.from(`(exit code ${exitCode})`)])),
  }).env(environment);
}
