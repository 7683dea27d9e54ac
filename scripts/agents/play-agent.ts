import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';
import { agentPresets } from '../../src/core/agents/presets.ts';
import { scenario } from '../../src/entry/demo/scenario.ts';
import { startAgentDouble, type SeenCall } from '../../src/testing/doubles/agent-double.ts';
import { startNode, type Ended } from '../../src/testing/runs/run-node.ts';
import { temporaryFolder } from '../../src/testing/temporary-folder.ts';
import { temporaryRepository } from '../../src/testing/temporary-repository.ts';
import type { AgentCase } from './cases.ts';
import { filesWith, textsBelow } from './files-with.ts';
import { watchBox, type BoxSight } from './watch-box.ts';

/** What came of one check with one agent. */
export type AgentPlay = {
  readonly faults: readonly string[];
  readonly seconds: number;
  readonly samples: number;
  readonly calls: number;
  /** Bytes of an agent's first request. */
  readonly promptBytes: number;
  /** What agents asked for besides and were refused, as records and page say it. */
  readonly refused: readonly string[];
  /** What the program said, for whoever has to find out. */
  readonly said: string;
};

const laidAt = 'specs/minutes/SPEC.md';
const heading = '# Whole minutes';
const key = 'sk-canary-7f3a91c2d4e5';
const result = z.object({
  verdicts: z.array(
    z.object({
      verdict: z.string(),
      brokenTests: z.array(z.string()),
      base: z.object({ passed: z.number(), failed: z.number(), unmeasured: z.number() }),
      head: z.object({ passed: z.number(), failed: z.number(), unmeasured: z.number() }),
    }),
  ),
});

/** Runs the demo's edit through the bundle, with a real agent whose model is simulated and rounds to even unless told. */
export async function playAgent(
  { preset, model, specPath, isOpen }: AgentCase,
  { cli, programs }: { readonly cli: string; readonly programs: string },
): Promise<AgentPlay> {
  const { program } = agentPresets[preset];
  const banker = scenario.models.filter(({ name }) => name === 'simulated-banker');
  await using double = await startAgentDouble(
    // Without its one sample of five: what this shows is the agent, and not the statistics.
    banker.map((one) => ({ name: model, write: ({ specText }) => one.write({ specText, sample: 0 }) })),
    { specPath, isSpec: (text) => text.includes(heading) },
  );
  const [before, after] = [scenario.base, scenario.head].map((files) => movedTo(specPath, files));
  await using repository = await temporaryRepository(before ?? {});
  await using home = await temporaryFolder();
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.write({
    ...after,
    '.github/spec-portability.yml': configFor({ preset, model, specPath, url: double.url }),
  });
  const head = await repository.commit();
  const started = Date.now();
  const running = startNode([cli, 'check', '--base', base, '--head', head, '--json'], {
    cwd: repository.directory,
    env: await environmentIn(home.path, programs),
  });
  const watched = watchBox(running.child.pid ?? 0, { key, program });
  const ended = await running.ended;
  const sight = await watched.stop();
  const printed = `${ended.stdout}\n${ended.stderr}`;
  const faults = [
    ...verdictFaults(ended),
    ...wireFaults(double.seen, isOpen),
    ...keyFaults(sight, await placesOfKey([repository.directory, home.path], printed)),
  ];
  return {
    faults,
    seconds: (Date.now() - started) / 1000,
    samples: samplesIn(ended.stdout),
    calls: double.seen.length,
    promptBytes: double.seen.find(({ conversation }) => conversation !== null)?.bytes ?? 0,
    refused: await refusedIn(join(repository.directory, '.spec-portability')),
    said: printed,
  };
}

async function environmentIn(home: string, programs: string): Promise<Readonly<Record<string, string>>> {
  const temporary = join(home, 'tmp');
  await mkdir(temporary);
  // A user in whose name a box runs has to come through; without that the whole of the machine's folder is ours.
  await chmod(home, 0o755);
  return {
    PATH: `${programs}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    HOME: home,
    RUNNER_TEMP: temporary,
    AGENT_KEY: key,
  };
}

function configFor({
  preset,
  model,
  specPath,
  url,
}: Omit<AgentCase, 'name' | 'isOpen'> & { readonly url: string }): string {
  const { wire } = agentPresets[preset];
  const isOpenai = wire === 'responses' || wire === 'chat';
  return stringify({
    version: 1,
    specs: [{ name: 'minutes', spec: [specPath], writes: ['src/**'], test: 'node --test' }],
    models: [
      {
        id: `${preset} + simulated`,
        provider: 'command',
        preset,
        model,
        'base-url': `${url}${isOpenai ? '/v1' : ''}`,
        'api-key-env': 'AGENT_KEY',
        price: { input: 0, output: 0 },
      },
    ],
    budget: { concurrency: 2 },
  });
}

function movedTo(path: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name === laidAt ? path : name, text]),
  );
}

function verdictOf(stdout: string) {
  try {
    return result.parse(JSON.parse(stdout)).verdicts[0] ?? null;
  } catch {
    return null;
  }
}

function samplesIn(stdout: string): number {
  const verdict = verdictOf(stdout);
  if (verdict === null) return 0;
  return [verdict.base, verdict.head].reduce((sum, side) => sum + side.passed + side.failed, 0);
}

function verdictFaults({ stdout, stderr }: Ended): readonly string[] {
  const found = verdictOf(stdout);
  if (found === null) return [`there is no result: ${lastLine(stderr)}`];
  const { verdict, base, head, brokenTests } = found;
  return [
    ...(verdict === 'regressed' ? [] : [`the verdict is ${verdict}`]),
    ...(base.failed === 0 && base.passed > 0 ? [] : [`of base ${base.failed} samples failed`]),
    ...(head.passed === 0 ? [] : [`of head ${head.passed} samples passed`]),
    ...(base.unmeasured + head.unmeasured === 0 ? [] : ['samples were not measured']),
    ...(brokenTests.some((name) => name.endsWith('rounds half up')) ? [] : ['another test moved']),
  ];
}

// What is indented belongs to the line before it.
function lastLine(text: string): string {
  return text.split('\n').findLast((line) => /^\S/.test(line)) ?? 'it said nothing';
}

function wireFaults(seen: readonly SeenCall[], isOpen: boolean): readonly string[] {
  const answered = seen.filter(({ status }) => status === 200);
  const holdsKey = ({ headers }: SeenCall) =>
    [headers.authorization, headers['x-api-key'], headers['x-goog-api-key']].some((value) =>
      String(value).includes(key),
    );
  return [
    ...(answered.length > 0 ? [] : ['the model was never asked']),
    ...(seen.every(holdsKey) ? [] : ['a call came without the real key']),
    ...new Set(
      seen.flatMap(({ conversation }) => {
        if (conversation === null || conversation.shown.includes(heading) === isOpen) return [];
        return [isOpen ? 'the agent did not read the spec by itself' : 'a prompt holds the spec'];
      }),
    ),
  ];
}

async function placesOfKey(folders: readonly string[], printed: string): Promise<readonly string[]> {
  const kept: string[] = printed.includes(key) ? ['what the program printed'] : [];
  for (const folder of folders) kept.push(...(await filesWith(folder, key)));
  return kept;
}

async function refusedIn(folder: string): Promise<readonly string[]> {
  const texts = await textsBelow(folder);
  const lines = texts.flatMap((text) => text.match(/asked for [^"<>]+?: refused \([^)]*\)/g) ?? []);
  return [...new Set(lines)].toSorted();
}

function keyFaults(sight: BoxSight, kept: readonly string[]): readonly string[] {
  return [
    ...(sight.sawAgent ? [] : ['the agent was not seen with a network of its own']),
    ...sight.holders.map((command) => `the key is in a process: ${command}`),
    ...kept.map((place) => `the key is in ${place}`),
  ];
}
