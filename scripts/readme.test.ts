import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../src/config/read-settings.ts';
import { pageContent } from './documents.ts';
import { demoExcerpt, readmeFrom } from './readme-sections.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const readme = pageContent(read('README.md'));
const contributing = pageContent(read('CONTRIBUTING.md'));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

const commands = [readme, contributing].flatMap(({ codeBlocks, inlineCode }) =>
  [...codeBlocks.filter(({ language }) => language === 'sh').map(({ text }) => text), ...inlineCode]
    .flatMap((text) => text.split(/\n|&&/))
    .map((line) => line.replace(/\s#.*$/, '').trim())
    .filter((line) => /^(?:node|npm|npx|bash) /.test(line)),
);

/** Why a command on a page cannot be run; null if it can. */
function fault(command: string): string | null {
  const [program, first = '', second = ''] = command.split(' ');
  if (program === 'node' && first === 'dist/cli.js') return faultOfOurs(second, command);
  if (program !== 'npm') return 'not a command of this repository';
  const isKnown = first === 'run' ? second in scripts : ['cit', 'ci', 'test', 'version'].includes(first);
  return isKnown ? null : `npm knows no ${first} ${second}`;
}

function faultOfOurs(name: string, command: string): string | null {
  const help = execFileSync(process.execPath, ['dist/cli.js', name, '--help'], { encoding: 'utf8' });
  if (!help.includes(`spec-portability ${name}`)) return `no command ${name}`;
  const unknown = command.match(/--[\w-]+/g)?.filter((option) => !help.includes(`${option} `)) ?? [];
  return unknown.length === 0 ? null : `no option ${unknown.join(' ')}`;
}

test('every command that README and CONTRIBUTING show exists, with its options', () => {
  expect(commands).toEqual(expect.arrayContaining(['npm cit', 'node dist/cli.js demo', 'npm run check']));
  expect(commands.map((command) => [command, fault(command)]).filter(([, why]) => why !== null)).toEqual([]);
});

test('CONTRIBUTING says what each script of package.json is for', () => {
  const text = read('CONTRIBUTING.md');
  const isNamed = (script: string) => new RegExp(`[\`\\s]${script}[\`\\s]`).test(text);

  expect(Object.keys(scripts).filter((script) => !isNamed(script))).toEqual([]);
  expect(isNamed('bench:nothing')).toBe(false);
});

test.each([
  'npm run chekc',
  'npm start',
  'node dist/cli.js bisect',
  'node dist/cli.js check --bse x',
  'node cli.js',
])('a command that does not exist would be found: %s', (command) => {
  expect(fault(command)).not.toBeNull();
});

test('the config file in the README is a valid one, and nothing in it is ignored by this version', () => {
  const texts = readme.codeBlocks.filter(
    ({ language, text }) => language === 'yaml' && text.startsWith('version:'),
  );
  expect(texts).toHaveLength(1);

  const { settings, notYet } = readSettings({
    file: { path: 'README.md', text: texts[0]?.text ?? '' },
    inputs: {},
  });

  expect(settings.specs).toHaveLength(1);
  expect(notYet).toEqual([]);
});

test('the workflow in the README is the example file, and its inputs make a whole configuration', () => {
  const example = read('.github/workflows/examples/quick-start.yml');

  expect(readme.codeBlocks).toContainEqual({ language: 'yaml', text: example.trimEnd() });
  const { steps } = quickStart.parse(parse(example)).jobs.portability;
  const inputs = steps.find(({ uses }) => uses.startsWith('OWNER/'))?.with ?? {};
  const { settings, notYet } = readSettings({ file: null, inputs });
  expect(settings.models.map(({ provider }) => provider)).toEqual(['anthropic', 'openai']);
  expect(notYet).toEqual([]);
});

const quickStart = z.object({
  jobs: z.object({
    portability: z.object({
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.coerce.string()) })),
    }),
  }),
});

const page = ['demo', 'quick-start', 'commands', 'inputs', 'outputs']
  .map((name) => `<!-- ${name}:begin -->\n<!-- ${name}:end -->\n`)
  .join('');
const action =
  'inputs: { a: { description: "one | two", default: "" } }\noutputs: { b: { description: three } }\n';

test('a table row says what action.yml says, safely', () => {
  const written = readmeFrom(page, {
    action,
    quickStart: 'on: push\n',
    demo: 'x **regressed**\n',
    help: 'Usage: x\n\nCommands:\n  go [options] <id>  goes\n                     far\n  help [command]  helps\n',
  });

  expect(written).toContain('| `a` |  | one \\| two |');
  expect(written).toContain('| `b` | three |');
  expect(written).toContain('| `go` | goes far |');
  expect(written).not.toContain('`help`');
  expect(written).toContain('```yaml\non: push\n```');
});

test('the excerpt of the demo is the same whatever the time and the commits were', () => {
  const comment = (seconds: string, sha: string) =>
    `<!-- marker -->\n\n**regressed**\n\nCost · ${seconds} · base \`${sha.repeat(40)}\`\n\n<details>\nmore\n</details>\n`;

  expect(demoExcerpt(comment('1 s', 'a'))).toBe(demoExcerpt(comment('12 s', 'b')));
  expect(demoExcerpt(comment('1 s', 'a'))).toBe('> **regressed**\n>\n> Cost · 2 s · base `…`');
});

test('a demo without a verdict is not taken for one', () => {
  expect(() => demoExcerpt('nothing\n')).toThrow('no comment with a verdict');
});
