// 500 spec files and a history of 20,000 commits: how long a check that changes one spec takes to its first call.
import { rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { makeBundle } from '../src/testing/runs/make-bundle.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundleIn } from '../src/testing/runs/make-bundle.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';
import { gitEnvironment, type TemporaryRepository } from '../src/testing/temporary-repository.ts';
import { FirstCallWatch } from './start/first-call.ts';
import { startOutcome } from './outcome.ts';
import { median } from './start/median.ts';
import { join } from 'node:path';

const size = { specs: 500, commits: 20_000 };
const boundMs = 2000;
const rounds = 5;

const specs = Array.from({ length: size.specs }, (_, index) => `spec-${index}`);
const text = (name: string): string => `# ${name}\n\nReturns half of a number.\n`;
const watch = new FirstCallWatch();
const outcome = startOutcome({ name: 'specs', command: 'npm run bench:specs' });

await using world = await actionWorld(bundleIn(await makeBundle()).action, {
  faults: watch.faults,
  files: Object.fromEntries(
    specs.flatMap((name) => [
      [`specs/${name}/SPEC.md`, text(name)],
      [`src/${name}/half.mjs`, 'export const half = (n) => n / 2;\n'],
      [
        `test/${name}.test.mjs`,
        `import { half } from '../src/${name}/half.mjs';\nif (half(4) !== 2) throw new Error('half');\n`,
      ],
    ]),
  ),
  config: (url) =>
    halvesConfig(url, {
      specs: [
        {
          spec: ['specs/*/SPEC.md'],
          writes: ['src/{name}/**'],
          test: 'node test/{name}.test.mjs',
          results: 'exit-code',
        },
      ],
    }),
  head: async (repository) => {
    await longHistory(repository);
    await repository.write({ 'specs/spec-7/SPEC.md': `${text('spec-7')}\nRounds down.\n` });
  },
});
watch.refuses = true;
const times: number[] = [];
const cpu: number[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const run = await world.run({ onStarted: (_, running) => watch.watch(running) });
  if (!watch.hasCalled) throw new Error(`no model was asked:\n${run.log}`);
  if (round === 0)
    outcome.add({ what: 'start to first call, nothing on record', figure: watch.first.ms, unit: 'ms' });
  else {
    times.push(watch.first.ms);
    cpu.push(watch.first.cpuMs);
  }
}
console.log(`${size.specs} specs, ${size.commits} commits, one spec changed`);
outcome.add(
  { what: 'start to first call', figure: median(times), unit: 'ms', atMost: boundMs },
  { what: 'processor time by then, with ended children', figure: median(cpu), unit: 'ms' },
);
outcome.end();

/** Puts many commits under the head of the branch, each of which changes one file. */
async function longHistory(repository: TemporaryRepository): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: repository.directory,
    env: gitEnvironment,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const person = 'Author <author@example.com>';
  const commits = Array.from({ length: size.commits }, (_, index) => {
    const content = `${index}\n`;
    const from = index === 0 ? 'from refs/heads/main^0\n' : '';
    return `commit refs/heads/main\ncommitter ${person} ${1_767_225_600 + index} +0000\ndata 1\n.\n${from}M 100644 inline notes/${index % 100}.txt\ndata ${content.length}\n${content}`;
  });
  child.stdin.end(commits.join(''));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  await repository.git('reset', '--hard', '--quiet');
  await rm(join(repository.directory, '.git/fast_import_crash'), { force: true });
}
