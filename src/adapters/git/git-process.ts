import { simpleGit, type SimpleGit } from 'simple-git';

/** What decides how git runs: where, with whose environment, and what is added to it. */
export type GitPlace = {
  readonly directory: string;
  /** The caller's whole environment; only names that git needs are handed on, never `GIT_*` or a key. */
  readonly environment: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, string>>;
};

/** Git for reading and writing trees: runs nothing that a configuration file names. */
export function quietGit(place: GitPlace): SimpleGit {
  return gitIn(place, { ...noOutsideConfiguration, ...place.extra }, { onExit: false });
}

/** Git for fetching: also reads the machine's own configuration, where proxies and credentials live. */
export function fetchingGit(place: GitPlace): SimpleGit {
  // A connection that ssh keeps open holds stderr, so the end of the process must be enough here.
  return gitIn(place, place.extra ?? {}, { onExit: 500 });
}

// Handed on besides PATH: the user's own way to the remote.
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
  // Never `ext::`, which is a command.
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
  // A container job often runs as another user than the one who checked out.
  'safe.directory=*',
];

function gitIn(
  place: GitPlace,
  added: Readonly<Record<string, string>>,
  completion: { readonly onExit: number | false },
): SimpleGit {
  const kept = inherited.flatMap((name): [string, string][] => {
    const value = place.environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  const environment = { ...Object.fromEntries(kept), ...always, ...added };
  return simpleGit({
    baseDir: place.directory,
    config: configuration,
    completion,
    timeout: { block: 120_000 },
    allowEnvironment: Object.keys(environment),
    // simple-git takes these settings for an attack; here they switch hooks, the monitor and outside files off.
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeConfigPaths: true,
      // A token that is in no argument and in no file; only our own code can set it, see `inherited`.
      allowUnsafeConfigEnvCount: true,
    },
    // Its own rule takes a failure that printed nothing for a success.
    errors: (error, { exitCode, stdErr }) =>
      error ??
      (exitCode === 0 ? undefined : Buffer.concat([...stdErr, Buffer.from(`(exit code ${exitCode})`)])),
  }).env(environment);
}
