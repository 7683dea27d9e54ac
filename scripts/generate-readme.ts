// Writes the generated parts of README.md; with --check it only compares. The comment shown is what the demo prints.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { keepGenerated } from './keep-generated.ts';
import { readmeFrom } from './readme-sections.ts';

const run = promisify(execFile);
const { stdout: demo } = await run(process.execPath, ['dist/cli.js', 'demo']);
const { stdout: help } = await run(process.execPath, ['dist/cli.js', '--help']);
const action = await readFile('action.yml', 'utf8');
const quickStart = await readFile('.github/workflows/examples/quick-start.yml', 'utf8');
await keepGenerated('README.md', (before) => readmeFrom(before, { action, quickStart, demo, help }));
