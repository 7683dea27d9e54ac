import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { readSettings } from '../src/config/read-settings.ts';
import { pageContent } from './documents.ts';
import { unsafeInWorkflow } from './workflows/workflow-rules.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** What is wrong with a block of code; null if its language can read it. */
function faultOfBlock(language: string, text: string): string | null {
  try {
    if (language === 'json') JSON.parse(text);
    if (language === 'yaml') return faultOfYaml(text);
    if (language === 'sh') return spawnSync('sh', ['-n', '-c', text], { encoding: 'utf8' }).stderr || null;
    return null;
  } catch (error) {
    return String(error);
  }
}

// A config file and a workflow are read as we and GitHub read them; a part of one only has to be YAML.
function faultOfYaml(text: string): string | null {
  const value: unknown = parse(text);
  if (text.includes('\njobs:')) return unsafeInWorkflow('shown', text)[0] ?? null;
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  return readSettings({ file: { path: 'shown.yml', text }, inputs: {} }).notYet[0] ?? null;
}

test.each(pages)('every block of code on %s can be read', (page) => {
  const { codeBlocks } = pageContent(read(page));

  expect(
    codeBlocks
      .map(({ language, text }) => [text, faultOfBlock(language, text)])
      .filter(([, why]) => why !== null),
  ).toEqual([]);
});

test.each([
  ['a config file with an unknown key', 'yaml', 'version: 1\nspecs: []\n'],
  ['a config file with a key that does nothing', 'yaml', configWith('audit: { home: x }')],
  ['a workflow with an action that is not pinned', 'yaml', workflowWith('actions/checkout@v6')],
  ['YAML that is none', 'yaml', 'a: [\n'],
  ['JSON that is none', 'json', '{ "a": 1, }'],
  ['a shell command that is none', 'sh', 'echo "half'],
])('%s would be found', (_, language, text) => {
  expect(faultOfBlock(language, text)).not.toBeNull();
});

function configWith(line: string): string {
  return `version: 1\nspecs: [{ spec: [a.md], writes: [b], test: c }]\nmodels: [openai/x]\n${line}\n`;
}

function workflowWith(action: string): string {
  return `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps: [{ uses: ${action} }]\n`;
}

/** Every command of ours and of npm that a page shows, in a block or in a sentence. */
function commandsOn(page: string): readonly string[] {
  const { codeBlocks, inlineCode } = pageContent(read(page));
  const blocks = codeBlocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
  return [...blocks, ...inlineCode]
    .flatMap((text) => text.split(/\n|&&/))
    .map((line) => line.replace(/\s#.*$/, '').trim())
    .map((line) =>
      line.replace(/^(?:npx github:OWNER\/spec-portability-action|spec-portability)(?= |$)/, ours),
    )
    .map((line) => line.replace(/^node \S*\/dist\/cli\.js/, ours))
    .filter((line) => /^(?:node|npm|npx|bash) /.test(line));
}

const ours = 'node dist/cli.js';
const helps = new Map<string, string>();

/** Why a command on a page cannot be run; null if it can. */
function fault(command: string): string | null {
  const [program, first = '', second = '', third = ''] = command.split(' ');
  // `records` has two parts, each with options of its own.
  const name = second === 'records' ? `${second} ${third}` : second;
  if (program === 'node') return first === 'dist/cli.js' ? faultOfOurs(name, command) : faultOfScript(first);
  if (program !== 'npm') return 'not a command of this repository';
  const isKnown =
    first === 'run' ? second in scripts : ['cit', 'ci', 'test', 'version', 'pack'].includes(first);
  return isKnown ? null : `npm knows no ${first} ${second}`;
}

function faultOfScript(path: string): string | null {
  // Node's own, which benches measure.
  if (['-e', '--test'].includes(path)) return null;
  return path.startsWith('scripts/') && existsSync(path) ? null : `no script ${path}`;
}

function faultOfOurs(name: string, command: string): string | null {
  if (name === '') return null;
  const help =
    helps.get(name) ??
    execFileSync(process.execPath, ['dist/cli.js', ...name.split(' '), '--help'], { encoding: 'utf8' });
  helps.set(name, help);
  if (!help.includes(`spec-portability ${name}`)) return `no command ${name}`;
  const unknown = command.match(/--[\w-]+/g)?.filter((option) => !help.includes(`${option} `)) ?? [];
  return unknown.length === 0 ? null : `no option ${unknown.join(' ')}`;
}

test('every command that a page shows exists, with its options', () => {
  // What docs/mistakes.md shows is meant to be wrong.
  const commands = [...new Set(pages.filter((page) => page !== 'docs/mistakes.md').flatMap(commandsOn))];

  expect(commands).toEqual(expect.arrayContaining(['npm cit', 'node dist/cli.js demo', 'npm run check']));
  expect(commands.map((command) => [command, fault(command)]).filter(([, why]) => why !== null)).toEqual([]);
});

test.each([
  'npm run chekc',
  'npm start',
  'node dist/cli.js harden',
  'node dist/cli.js check --bse x',
  'node cli.js',
  'node scripts/no-such-file.ts',
])('a command that does not exist would be found: %s', (command) => {
  expect(fault(command)).not.toBeNull();
});
