import { chmod, cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { byShell, careful, halves, halvesFiles } from '../src/testing/builders/halves.ts';
import { startAgentDouble, type AgentDouble, type AgentFault } from '../src/testing/doubles/agent-double.ts';
import { wireNames, wires } from '../src/testing/doubles/open-test-proxy.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';

type Wire = (typeof wireNames)[number];

/** Where a vendor fails: with what, and from which call on (counted from 0). */
type Storm = { readonly wire: Wire; readonly fault: AgentFault; readonly from: number };

const side = z.object({ passed: z.number(), failed: z.number(), unmeasured: z.number() });
const results = z.object({
  verdicts: z.array(
    z.object({
      model: z.string(),
      verdict: z.string(),
      base: side,
      head: side,
      brokenTests: z.array(z.string()),
    }),
  ),
});

async function vendorIn({ fault, from }: Storm): Promise<AgentDouble> {
  return startAgentDouble([careful], {
    specPath: 'SPEC.md',
    isSpec: (text) => text.includes('# Halves'),
    faults: (call) => (call >= from ? fault : null),
    // Longer than a run lasts, so none waits for it.
    faultHeaders: { 'retry-after': '90000' },
  });
}

const nameOf = ({ wire, fault, from }: Storm): string => `${fault} over ${wire} from ${from}`;

function modelIn(storm: Storm, url: string) {
  const { wire } = storm;
  return {
    ...{ id: nameOf(storm), provider: 'command', wire, model: careful.name },
    command: ['stubborn.mjs', wire, '{model}', '{base-url}', '{key}'],
    ...{ 'base-url': `${url}${wires[wire].basePath}`, 'api-key-env': 'AGENT_KEY' },
    price: { input: 1, output: 1 },
  };
}

/** A check with a model for each of these vendors; its agent leaves wrong code and exits with 0. */
async function checkIn(storms: readonly Storm[], looks: readonly number[]) {
  await using stack = new AsyncDisposableStack();
  const vendors: AgentDouble[] = [];
  for (const storm of storms) vendors.push(stack.use(await vendorIn(storm)));
  const models = storms.map((storm, index) => modelIn(storm, vendors[index]?.url ?? ''));
  const place = stack.use(await temporaryFolder());
  await chmod(place.path, 0o755);
  for (const folder of ['programs', 'home', 'runner']) await mkdir(join(place.path, folder));
  const program = join(place.path, 'programs', 'stubborn.mjs');
  await cp('e2e/agents/stubborn.mjs', program);
  await chmod(program, 0o755);
  const repository = stack.use(await temporaryRepository({ ...halvesFiles }));
  const config = {
    version: 1,
    specs: [{ name: 'halves', spec: ['SPEC.md'], writes: ['src/**'], ...byShell }],
    ...{ models, samples: { looks }, gate: { 'fail-on': 'never' }, bisect: 'never' },
    // What an answer that broke off may cost is set aside.
    budget: { usd: 1000, tokens: 100_000_000 },
  };
  await repository.write({ '.github/spec-portability.yml': JSON.stringify(config) });
  const base = await repository.commit('base');
  await repository.write({ 'SPEC.md': halves.reworded });
  const head = await repository.commit('head');
  const env = {
    ...{ PATH: `${join(place.path, 'programs')}:${runnerPath}`, HOME: join(place.path, 'home') },
    ...{ RUNNER_TEMP: join(place.path, 'runner'), AGENT_KEY: 'sk-agent-e2e-0123456789' },
  };
  const argv = [bundle.cli, 'check', '--base', base, '--head', head];
  const ended = await startNode(argv, { cwd: repository.directory, env }).ended;
  const file = join(repository.directory, '.spec-portability/report/result.json');
  const { verdicts } = results.parse(JSON.parse(await readFile(file, 'utf8')));
  return { ended, calls: vendors.map(({ seen }) => seen.length), verdicts };
}

function isNoEvidence({ verdict, base, head, brokenTests }: z.infer<typeof results>['verdicts'][number]) {
  expect(verdict).not.toBe('regressed');
  expect([base.failed, head.failed, brokenTests]).toEqual([0, 0, []]);
  expect(base.unmeasured + head.unmeasured).toBeGreaterThan(0);
}

test('401, 429, 503 and a cut answer, over each interface, from the first call on and after a good answer: what an agent left is no evidence', async () => {
  const storms = ([401, 429, 503, 'cut'] as const).flatMap((fault) =>
    wireNames.flatMap((wire) => [0, 1].map((from) => ({ wire, fault, from }))),
  );

  const { ended, calls, verdicts } = await checkIn(storms, [1]);

  expect([0, 2]).toContain(ended.code);
  expect(calls.map((count, index) => count > (storms[index]?.from ?? 0))).toEqual(storms.map(() => true));
  expect(verdicts.map(({ model }) => model).toSorted()).toEqual(storms.map(nameOf).toSorted());
  for (const verdict of verdicts) isNoEvidence(verdict);
});

test('529 after some samples: those count, and nothing regresses', async () => {
  const { ended, verdicts } = await checkIn([{ wire: 'chat', fault: 529, from: 11 }], [3, 5]);

  expect([0, 2]).toContain(ended.code);
  expect(verdicts).toHaveLength(1);
  for (const verdict of verdicts) {
    isNoEvidence(verdict);
    expect(verdict.base.passed + verdict.head.passed).toBeGreaterThan(0);
  }
});
