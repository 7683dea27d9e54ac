import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { startNode, type Ended, type Running } from './run-node.ts';

/** One run of the action, as a runner would start it. */
export type ActionRequest = {
  readonly action: string;
  /** GITHUB_WORKSPACE. */
  readonly workspace: string;
  readonly apiUrl: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** The inputs under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The variables under `env:`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** Called once the process runs, for tests that kill it and benchmarks that watch it. */
  readonly onStarted?: (kill: () => void, running: Running) => void;
};

/** What a run left behind. `log` is everything that a reader of the job's log sees. */
export type ActionRun = Ended & {
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly jobSummary: string;
};

/** The PATH of a runner: this Node comes first, because the bundle runs on it. */
export const runnerPath = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;

/** Runs the action to its end with the runner's variables and files, and with none of our own environment. */
export async function runAction(request: ActionRequest): Promise<ActionRun> {
  const place = await mkdtemp(join(tmpdir(), 'runner-'));
  const files = { output: join(place, 'output'), summary: join(place, 'summary') };
  await writeFile(files.output, '');
  await writeFile(files.summary, '');
  await writeFile(join(place, 'event.json'), JSON.stringify(request.event.payload));
  const running = startNode([request.action], {
    cwd: request.workspace,
    env: {
      ...(await defaultInputs()),
      ...asInputs({ 'github-token': 'ghs_token_of_the_workflow', cache: 'off', ...request.inputs }),
      ...runnerVariables(request, place),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      ...request.env,
    },
  });
  request.onStarted?.(() => void running.child.kill('SIGKILL'), running);
  const ended = await running.ended;
  const outputs = readOutputs(await readFile(files.output, 'utf8'));
  const jobSummary = await readFile(files.summary, 'utf8');
  await rm(place, { recursive: true, force: true });
  return { ...ended, log: `${ended.stdout}${ended.stderr}`, outputs, jobSummary };
}

function runnerVariables(request: ActionRequest, place: string): Readonly<Record<string, string>> {
  return {
    PATH: request.path ?? runnerPath,
    HOME: place,
    CI: 'true',
    RUNNER_TEMP: place,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: request.apiUrl,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'Codertocat/Hello-World',
    GITHUB_WORKSPACE: request.workspace,
    GITHUB_WORKFLOW: 'spec portability',
    GITHUB_JOB: 'portability',
    GITHUB_EVENT_NAME: request.event.name,
    GITHUB_EVENT_PATH: join(place, 'event.json'),
  };
}

// The runner passes every input of action.yml; those that the workflow leaves out get their default.
async function defaultInputs(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(new URL('../../../action.yml', import.meta.url), 'utf8');
  const action: { readonly inputs: Readonly<Record<string, { readonly default: string }>> } = parse(text);
  return asInputs(
    Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
  );
}

function asInputs(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

// `name<<delimiter`, the value's lines, `delimiter`.
function readOutputs(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]));
}
