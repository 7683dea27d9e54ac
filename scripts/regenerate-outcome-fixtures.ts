/**
 * Makes the files of promptfoo in fixtures/outcomes again: its true output, with a provider in this file, so that no
 * network is needed. `npm exec -- node scripts/regenerate-outcome-fixtures.ts [FOLDER]` under Node 24. promptfoo is
 * installed into a temporary folder (about 2 GB), or taken from FOLDER, where `npm install promptfoo@VERSION` was run.
 * In what it wrote three things are changed: white space between values is removed, the paths of the temporary folder are
 * replaced, and `config` and `metadata`, which `judge` does not read, are left out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '0.123.1';
const fixtures = join(import.meta.dirname, '../fixtures/outcomes');

/** Passes of 20 for each provider on each prompt. `steady` does not change; `hurt` is what the change breaks. */
type Planted = Readonly<Record<'steady' | 'hurt', Readonly<Record<'base' | 'head', number>>>>;

/** One evaluation and the file it fills. */
type Evaluation = {
  readonly file: string;
  readonly prompts: readonly ('base' | 'head')[];
  readonly planted: Planted;
};

const fromHundred: Planted = { steady: { base: 19, head: 18 }, hurt: { base: 20, head: 0 } };

const evaluations: readonly Evaluation[] = [
  {
    file: 'promptfoo-two-prompts.json',
    prompts: ['base', 'head'],
    planted: { steady: { base: 19, head: 19 }, hurt: { base: 19, head: 7 } },
  },
  { file: 'promptfoo-before.json', prompts: ['base'], planted: fromHundred },
  { file: 'promptfoo-after.json', prompts: ['head'], planted: fromHundred },
];

// The last two calls of `steady` on the head end in an error, as in an outage.
const provider = `
const calls = new Map();
module.exports = class {
  constructor({ id, config }) { this.name = id; this.config = config; }
  id() { return this.name; }
  async callApi(prompt) {
    const side = prompt.includes('rounded half up') ? 'base' : 'head';
    const key = this.config.name + side;
    const call = (calls.get(key) ?? 0) + 1;
    calls.set(key, call);
    if (this.config.name === 'steady' && side === 'head' && call > 18) return { error: 'the provider was overloaded' };
    return { output: call <= this.config.passes[side] ? '2' : '1' };
  }
};
`;

const texts = {
  base: 'Minutes are rounded half up. How many minutes are {{seconds}} seconds?',
  head: 'Minutes are rounded to the nearest. How many minutes are {{seconds}} seconds?',
};

function evaluate(program: string, folder: string, { file, prompts, planted }: Evaluation): void {
  for (const side of prompts) writeFileSync(join(folder, `${side}.txt`), texts[side]);
  writeFileSync(join(folder, 'provider.cjs'), provider);
  const config = {
    prompts: prompts.map((side) => ({ id: `file://${side}.txt`, label: side })),
    providers: Object.entries(planted).map(([name, passes]) => ({
      id: 'file://provider.cjs',
      label: name,
      config: { name, passes },
    })),
    tests: [
      { description: 'rounds half up', vars: { seconds: 90 }, assert: [{ type: 'equals', value: '2' }] },
    ],
  };
  writeFileSync(join(folder, 'promptfooconfig.json'), JSON.stringify(config));
  const written = join(folder, file);
  const flags = ['--no-cache', '--no-share', '--no-table', '--no-progress-bar', '--repeat', '20'];
  const call = ['eval', '--config', 'promptfooconfig.json', '--output', written, ...flags];
  const { status, stderr } = spawnSync(process.execPath, [program, ...call], {
    cwd: folder,
    env: { ...process.env, ...offline, PROMPTFOO_CONFIG_DIR: join(folder, 'state') },
    encoding: 'utf8',
  });
  // It ends with 100 where an assertion failed.
  if (status !== 0 && status !== 100) throw new Error(stderr);
  writeFileSync(join(fixtures, file), trimmed(readFileSync(written, 'utf8'), folder));
}

const offline = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
};

function trimmed(text: string, folder: string): string {
  const { config: _config, metadata: _metadata, ...rest } = JSON.parse(text.replaceAll(folder, '/project'));
  return `${JSON.stringify(rest)}\n`;
}

const given = process.argv[2];
const scratch = mkdtempSync(join(tmpdir(), 'outcomes-'));
const installed = given ?? scratch;
if (given === undefined) {
  writeFileSync(join(installed, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--ignore-scripts', `promptfoo@${version}`], { cwd: installed });
}
const program = join(installed, 'node_modules/promptfoo/dist/src/entrypoint.js');
for (const evaluation of evaluations) {
  const folder = join(scratch, evaluation.file.replace('.json', ''));
  mkdirSync(folder);
  evaluate(program, folder, evaluation);
}
rmSync(scratch, { recursive: true });
