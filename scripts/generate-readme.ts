// Writes the generated parts of README.md; with --check it only compares. The comment shown is the demo's, which is played
// for it; `--comment FILE` takes another one.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { keepGenerated } from './keep-generated.ts';
import { readmeFrom } from './readme-sections.ts';

const run = promisify(execFile);
const { values } = parseArgs({ options: { check: { type: 'boolean' }, comment: { type: 'string' } } });
const demo = values.comment === undefined ? await playedDemo() : await readFile(values.comment, 'utf8');
const { stdout: help } = await run(process.execPath, ['dist/cli.js', '--help']);
const action = await readFile('action.yml', 'utf8');
const quickStart = await readFile('.github/workflows/examples/quick-start.yml', 'utf8');
await keepGenerated('README.md', (before) => readmeFrom(before, { action, quickStart, demo, help }));

async function playedDemo(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'readme-'));
  await run(process.execPath, ['dist/cli.js', 'demo', '--report-dir', folder]);
  const comment = await readFile(join(folder, 'comment.md'), 'utf8');
  await rm(folder, { recursive: true });
  return comment;
}
