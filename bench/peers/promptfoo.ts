import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMeasured, type Measured } from './measured-process.ts';
import type { Places } from './places.ts';
import { modelNames, work } from './work.ts';

/** The version that is measured. */
const promptfooVersion = '0.123.1';

/** What one run of promptfoo is given. */
export type PromptfooRun = {
  readonly url: string;
  /** The command of its assertion; empty = the answer is only read. */
  readonly command: string;
  readonly samples: number;
  readonly withTree?: boolean;
  readonly withCache?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

/** Installs it below the system's temporary folder, where it stays for the next time. 2 GB, about 90 s. */
export async function installPromptfoo(): Promise<string> {
  const folder = join(tmpdir(), 'bench-peers', `promptfoo-${promptfooVersion}`);
  const program = join(folder, 'node_modules/promptfoo/dist/src/entrypoint.js');
  if (existsSync(join(folder, 'installed'))) return program;
  await mkdir(dirname(folder), { recursive: true });
  // In a folder of its own until it is whole: another bench may be at it, and one that was stopped leaves half of it.
  const making = await mkdtemp(`${folder}-`);
  await writeFile(join(making, 'package.json'), '{ "private": true }\n');
  console.log(`installs promptfoo ${promptfooVersion} (2 GB)`);
  const begun = performance.now();
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `promptfoo@${promptfooVersion}`], {
    cwd: making,
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await writeFile(join(making, 'installed'), `${Math.round((performance.now() - begun) / 1000)} s\n`);
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
  return program;
}

/** Its version, as the installed package says it. */
export async function installedVersion(program: string): Promise<string> {
  const text = await readFile(join(dirname(program), '../../package.json'), 'utf8');
  return JSON.parse(text).version;
}

/** Runs the same work as an evaluation: both texts as prompts, both models as providers, one test, repeated. */
export async function runPromptfoo(program: string, places: Places, of: PromptfooRun): Promise<Measured> {
  const folder = join(places.folder, 'promptfoo');
  await mkdir(join(folder, 'config'), { recursive: true });
  for (const [index, name] of ['base', 'head'].entries()) {
    const prompt = places.prompts[index];
    const messages = [
      { role: 'system', content: prompt?.system },
      { role: 'user', content: prompt?.user },
    ];
    await writeFile(join(folder, `${name}.json`), JSON.stringify(messages));
  }
  const config = join(folder, 'promptfooconfig.json');
  await writeFile(config, JSON.stringify(configFor(of.url, folder)));
  return runMeasured({
    argv: [
      ...[process.execPath, program, 'eval', '-c', config, '-o', join(folder, 'output.json')],
      ...['-j', String(work.inFlight), '--repeat', String(of.samples)],
      ...['--no-share', '--no-table', '--no-progress-bar'],
      ...(of.withCache === true ? [] : ['--no-cache']),
    ],
    cwd: folder,
    env: {
      ...places.env,
      ...switches,
      PROMPTFOO_CONFIG_DIR: join(folder, 'config'),
      PROMPTFOO_CACHE_PATH: join(folder, 'cache'),
      PEERS_COMMAND: of.command,
      PEERS_TREE: places.tree,
      ...of.env,
    },
    withTree: of.withTree ?? false,
  });
}

/** Counts of its last run, from the file that it wrote. */
export async function promptfooCounts(places: Places): Promise<{
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
}> {
  const { results } = JSON.parse(await readFile(join(places.folder, 'promptfoo/output.json'), 'utf8'));
  const { successes, failures, errors } = results.stats;
  return { passed: successes, failed: failures, errors };
}

// Nothing that asks another server than the models.
const switches: Readonly<Record<string, string>> = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
};

function configFor(url: string, folder: string): unknown {
  const common = { apiKey: 'none', max_tokens: work.maxTokens };
  const assertion = fileURLToPath(new URL('./check-answer.cjs', import.meta.url));
  return {
    prompts: ['base', 'head'].map((name) => ({ id: `file://${join(folder, `${name}.json`)}`, label: name })),
    providers: [
      {
        id: `anthropic:messages:${modelNames[0]}`,
        label: 'first',
        config: { apiBaseUrl: url, ...common },
      },
      {
        id: `openai:chat:${modelNames[1]}`,
        label: 'second',
        config: { apiBaseUrl: `${url}/v1`, ...common },
      },
    ],
    tests: [
      { description: 'slug', vars: {}, assert: [{ type: 'javascript', value: `file://${assertion}` }] },
    ],
  };
}
