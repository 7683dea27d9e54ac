import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { readSettings } from '../src/config/read-settings.ts';
import { pageContent } from './documents.ts';
import { demoExcerpt, readmeFrom } from './readme-sections.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const readme = pageContent(read('README.md'));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

test('CONTRIBUTING says what each script of package.json is for', () => {
  const text = read('CONTRIBUTING.md');
  const isNamed = (script: string) => new RegExp(`[\`\\s]${script}[\`\\s]`).test(text);

  expect(Object.keys(scripts).filter((script) => !isNamed(script))).toEqual([]);
  expect(isNamed('bench:nothing')).toBe(false);
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
