// Runs everything that CI checks, in the same order, and prints the time of each step. The only list of these steps.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';

/** Programs that the steps start, with the Debian package that brings each. `.ci/run` installs the same ones. */
export const needs: Readonly<Record<string, string>> = {
  git: 'git',
  bwrap: 'bubblewrap',
  chromium: 'chromium',
  go: 'golang-go',
  'pytest-3': 'python3-pytest',
  bats: 'bats',
  cargo: 'cargo',
  make: 'make',
};

const tests = 'npm test';

/** The steps, in this order. The bundle is compared last. */
export const steps: readonly string[] = [
  tests,
  'npm run check:format',
  'npm run check:lint',
  'npm run check:types',
  'npm run check:layers',
  'npm run check:unused',
  'npm run check:workflows',
  'npm run check:generated',
  'npm run check:openapi',
  // Hostile code against the sandbox, and hostile text against the readers.
  'npm run test:hostile',
  'npm run fuzz',
  // Other people's repositories, as public reports describe them, with their own runners.
  'npm run test:wild -- --all',
  // Repositories of eight kinds, from `init` to the first blocked pull request, as a user who is not root.
  'npm run test:adoption',
  'npm run test:browser',
  // Every line of the README, the demo first, on the oldest Node that it promises and on the action's own.
  'npm run test:readme',
  'npm run check:dist',
];

function isHere(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

function runAll(wanted: readonly string[]): number {
  for (const step of wanted) {
    console.log(`\n▶ ${step}`);
    const start = Date.now();
    const { status } = spawnSync(step, { shell: true, stdio: 'inherit' });
    console.log(`${status === 0 ? '✔' : '✘'} ${step} (${Math.round((Date.now() - start) / 1000)} s)`);
    if (status !== 0) return 1;
  }
  return 0;
}

if (import.meta.main) {
  // `.ci/run` has run the tests already, by the command of the README.
  const { values } = parseArgs({ options: { 'tests-ran': { type: 'boolean', default: false } } });
  const missing = Object.entries(needs).filter(([program]) => !isHere(program));
  if (missing.length > 0) {
    const packages = missing.map(([, name]) => name).join(' ');
    console.error(`Not installed: ${missing.map(([name]) => name).join(', ')}. apt-get install ${packages}`);
    process.exitCode = 1;
  } else {
    process.exitCode = runAll(steps.filter((step) => !(values['tests-ran'] && step === tests)));
  }
}
