// How close the engine comes to an ideal schedule of calls and tests: 96 cells, 1 s per call, 0.1 s per test.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { allWires } from '../src/adapters/providers.ts';
import { startSimulatedModels } from '../src/adapters/simulated/simulated-server.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';
import { checkCommits } from './check-commits.ts';
import { idealMs } from './ideal-schedule.ts';

const calls = { latencyMs: 1000, slots: 16 };
const bound = 1.15;
const test = 'sleep 0.1; test -e src/answer.txt';

/** Median wall time of the bare test command, measured beside the engine. */
function bareTestMs(): number {
  const times = Array.from({ length: 11 }, () => {
    const start = performance.now();
    spawnSync('/bin/sh', ['-c', 'sleep 0.1; true']);
    return performance.now() - start;
  });
  return times.toSorted((one, other) => one - other)[5] ?? 100;
}

function configFor(url: string, look: number): string {
  const model = (name: string): string =>
    `  - { id: ${name}, provider: openai, model: ${name}, base-url: "${url}/v1", api-key-env: none, max-output-tokens: ${1000 + look}, price: { input: 0, output: 0 } }`;
  return `version: 1
specs: [{ name: answer, spec: [SPEC.md], writes: ["src/**"], test: "${test}", results: exit-code }]
models:
${model('simulated-one')}
${model('simulated-two')}
samples: { looks: [${look}] }
budget: { concurrency: ${calls.slots} }
gate: { fail-on: never }
sandbox: none
`;
}

await using source = await temporaryRepository({ 'SPEC.md': 'Write an answer.\n' });
const base = await source.commit('base');
await source.write({ 'SPEC.md': 'Write the answer.\n' });
const head = await source.commit('head');
const models = ['simulated-one', 'simulated-two'].map((name) => ({
  name,
  write: ({ sample }: { readonly sample: number }) => [
    { path: 'src/answer.txt', content: `${name} ${sample}\n` },
  ],
}));
await using server = await startSimulatedModels(models, {
  wires: await allWires(),
  latencyMs: calls.latencyMs,
});

async function run(look: number): Promise<{ readonly ms: number; readonly cells: number }> {
  // Usually the first sample of an arm starts one call earlier; here the schedule is measured without that.
  const { summary, ms } = await checkCommits({
    directory: source.directory,
    commits: { base, head },
    config: configFor(server.url, look),
    warmStart: false,
  });
  return { ms, cells: summary.spent.generations };
}

// The emptied runs are on record and the SDK is loaded, as for any pull request after the first; prompts differ by
// nothing, so this run's single sample is replayed below and the measured run asks for one more of each arm.
const warm = await run(1);
const measured = await run(24);
const testMs = bareTestMs();
const cores = cpus().length;
const ideal = idealMs({ cells: measured.cells, callMs: calls.latencyMs, slots: calls.slots, testMs, cores });
const ratio = measured.ms / ideal;
console.log(
  `${measured.cells} cells after ${warm.cells} to warm up, ${calls.slots} calls in flight, ${cores} cores`,
);
console.log(`bare test command: median ${testMs.toFixed(0)} ms`);
console.log(`engine ${(measured.ms / 1000).toFixed(2)} s, ideal schedule ${(ideal / 1000).toFixed(2)} s`);
console.log(`ratio ${ratio.toFixed(3)} (bound ${bound})`);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
if (measured.cells !== 96 || ratio > bound) process.exitCode = 1;
