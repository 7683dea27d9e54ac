import { providerNames, providers } from '../../core/providers.ts';
import { jobModes, type JobMode } from '../../core/trigger/job-mode.ts';
import { UserError } from '../../errors.ts';

/** Everything that the runner and the workflow say about this run, except the configuration itself. */
export type ActionOptions = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly mode: JobMode;
  /** For `plan`: the largest number of shards. For `shard`: which one. */
  readonly shard: string;
  readonly eventName: string;
  readonly sha: string | null;
  /** Folder of the job; reports and records are paths of it. */
  readonly workspace: string;
  /** Folder of the repository: the workspace, or what actions/checkout got as `path`. */
  readonly checkout: string;
  readonly records: string;
  readonly reportDir: string;
  readonly dryRun: boolean;
  /** Whether a hosted runner may be changed so that the sandbox works. */
  readonly sandboxSetup: boolean;
  readonly cache: 'auto' | 'off';
  /** Git ref, id and attempt of the workflow run. */
  readonly ref: string | null;
  readonly run: string | null;
  readonly attempt: string;
  readonly comment: 'auto' | 'always' | 'never';
  readonly checkRun: 'auto' | 'never';
  readonly commentKey: string;
  readonly repositoryUrl: string | null;
  /** Address of this attempt of the workflow run; null outside of one. */
  readonly runUrl: string | null;
  readonly github: { readonly token: string; readonly repository: string; readonly apiUrl: string };
  /** Value of a variable that holds an API key. An input takes precedence over the environment. */
  readonly keyOf: (variable: string) => string | null;
  /** These must be masked before anything else is printed. */
  readonly secrets: readonly string[];
};

type Variables = Readonly<Record<string, string>>;

/** Reads the options from inputs and the runner's variables; throws for a value that is not allowed. */
export function actionOptions(inputs: Variables, environment: Variables): ActionOptions {
  const keyOf = keyReader(inputs, environment);
  const input = orElse(inputs);
  const variable = orElse(environment);
  const repository = variable('GITHUB_REPOSITORY', '');
  const token = input('github-token', '');
  const server = variable('GITHUB_SERVER_URL', 'https://github.com');
  const repositoryUrl = repository === '' ? null : `${server}/${repository}`;
  return {
    inputs,
    mode: oneOf(inputs, 'mode', jobModes),
    shard: input('shard', ''),
    eventName: variable('GITHUB_EVENT_NAME', ''),
    sha: environment['GITHUB_SHA'] ?? null,
    workspace: variable('GITHUB_WORKSPACE', '.'),
    checkout: variable('GITHUB_WORKSPACE', '.'),
    records: input('records', '.spec-portability/records'),
    reportDir: input('report-dir', '.spec-portability/report'),
    cache: oneOf(inputs, 'cache', ['auto', 'off']),
    ref: environment['GITHUB_REF'] ?? null,
    run: environment['GITHUB_RUN_ID'] ?? null,
    attempt: variable('GITHUB_RUN_ATTEMPT', '1'),
    sandboxSetup: oneOf(inputs, 'sandbox-setup', ['true', 'false']) === 'true',
    dryRun: oneOf(inputs, 'dry-run', ['false', 'true']) === 'true',
    comment: oneOf(inputs, 'comment', ['auto', 'always', 'never']),
    checkRun: oneOf(inputs, 'check-run', ['auto', 'never']),
    commentKey: input('comment-key', defaultKey(inputs, environment)),
    repositoryUrl,
    runUrl:
      repositoryUrl === null || environment['GITHUB_RUN_ID'] === undefined
        ? null
        : `${repositoryUrl}/actions/runs/${environment['GITHUB_RUN_ID']}/attempts/${variable('GITHUB_RUN_ATTEMPT', '1')}`,
    github: { token, repository, apiUrl: variable('GITHUB_API_URL', 'https://api.github.com') },
    keyOf,
    secrets: [token, ...keyVariables.map((name) => keyOf(name) ?? '')].filter((secret) => secret !== ''),
  };
}

const rows = providerNames.map((name) => providers[name]);
const keyVariables = rows.flatMap(({ keyVariable }) => keyVariable ?? []);

function orElse(values: Variables): (name: string, fallback: string) => string {
  return (name, fallback) => values[name] ?? fallback;
}

function keyReader(inputs: Variables, environment: Variables): (variable: string) => string | null {
  const given = new Map(rows.map(({ keyVariable, keyInput }) => [keyVariable, inputs[keyInput ?? '']]));
  return (variable) => {
    const value = given.get(variable) ?? environment[variable] ?? '';
    return value === '' ? null : value;
  };
}

// One comment for each place from which the action is used, so that two workflows do not overwrite each other.
function defaultKey(inputs: Variables, environment: Variables): string {
  const place = [inputs['config'] ?? 'default', environment['GITHUB_WORKFLOW'], environment['GITHUB_JOB']];
  return place.map((part) => part ?? '').join('/');
}

function oneOf<const Word extends string>(
  inputs: Variables,
  name: string,
  allowed: readonly [Word, ...Word[]],
): Word {
  const value = inputs[name] ?? allowed[0];
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UserError(
    'CONFIG_INVALID',
    `input \`${name}\` is \`${value.slice(0, 60)}\`.`,
    `Allowed: ${allowed.join(', ')}.`,
  );
}
