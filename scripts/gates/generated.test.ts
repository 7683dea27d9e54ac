import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { withSection } from '../keep-generated.ts';
import { fewSources, plantedCopy, type PlantedCopy } from './planted-copy.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')));
const commands = (scripts['check:generated'] ?? '').split(' && ');

/** What each writes; after `#` the section of a page in which others write too. */
const generated: Readonly<Record<string, string>> = {
  'scripts/generate-statistics-docs.ts': 'docs/statistics.md#plans',
  'scripts/generate-prices.ts': 'src/core/budget/listed-prices.ts',
  'scripts/generate-benchmarks.ts': 'docs/benchmarks.md',
  'scripts/generate-gateway-docs.ts': 'docs/models.md#gateways',
  'scripts/generate-schema.ts': 'schema/spec-portability.schema.json',
  'scripts/generate-result-schema.ts': 'schema/result.schema.json',
  'scripts/generate-outcomes-schema.ts': 'schema/outcomes.schema.json',
  'scripts/generate-records-schema.ts': 'schema/records.schema.json',
  'scripts/generate-generations-schema.ts': 'schema/generations.schema.json',
  'scripts/generate-error-docs.ts': 'docs/errors.md',
  'scripts/generate-config-docs.ts': 'docs/config.md',
  'scripts/generate-diagram.ts': 'docs/architecture.md',
  'scripts/generate-seccomp.ts': 'src/adapters/sandbox/seccomp-filters.ts',
  'scripts/generate-readme.ts': 'README.md',
};

let copy: PlantedCopy;
beforeAll(async () => {
  copy = await plantedCopy();
  // The diagram leaves tests out, and no other generator reads one.
  for (const name of await readdir(join(copy.directory, 'src'), { recursive: true }))
    if (name.endsWith('.test.ts')) await rm(join(copy.directory, 'src', name));
});
afterAll(async () => copy[Symbol.asyncDispose]());

test('every generator is checked, and `npm run fix` runs it', async () => {
  const generators = (await readdir('scripts')).filter((name) => /^generate-.*(?<!\.test)\.ts$/.test(name));

  expect(commands.map((command) => command.replace('-r ./scripts/needs-node.cjs ', '')).toSorted()).toEqual(
    generators.map((name) => `node scripts/${name} --check`).toSorted(),
  );
  expect(Object.keys(generated).toSorted()).toEqual(generators.map((name) => `scripts/${name}`).toSorted());
  for (const name of generators) expect(scripts['fix']).toContain(`scripts/${name}`);
});

// The two that take longest are run by themselves: one plays the demo, the other reads all sources.
const long = { readme: 'scripts/generate-readme.ts', diagram: 'scripts/generate-diagram.ts' };
const short = Object.keys(generated).filter((script) => !Object.values(long).includes(script));

// Runs each with --check and then without, in one process: most of the time of one is to load what they share.
const runShort = `const ran = {};
for (const script of process.argv.splice(2)) {
  const said = [];
  console.error = (line) => said.push(line);
  const codes = [];
  for (const word of ['--check', '--write']) {
    process.argv[2] = word;
    process.exitCode = 0;
    await import(\`./\${script}?\${word}\`);
    codes.push(process.exitCode);
  }
  ran[script] = { check: codes[0], write: codes[1], said: said.join('\\n') };
}
console.log(JSON.stringify(ran));
`;
const ranSchema = z.record(z.string(), z.object({ check: z.number(), write: z.number(), said: z.string() }));
type Written = { readonly file: string; readonly text: string };
const before = new Map<string, Written>();
let ran: z.infer<typeof ranSchema> = {};

beforeAll(async () => {
  await copy.write('run-short.mjs', runShort);
  for (const script of short) before.set(script, await plantByte(script));
  const { output } = await copy.run('node', 'run-short.mjs', ...short);
  ran = ranSchema.parse(JSON.parse(output));
});

/** Puts a byte into what a generator wrote; returns the file and what stood in it. */
async function plantByte(script: string): Promise<Written> {
  const [file = '', section = ''] = (generated[script] ?? '').split('#');
  const text = await readFile(join(copy.directory, file), 'utf8');
  // The last place in the part that is generated.
  const end = text.includes(':end -->') ? text.lastIndexOf(`\n<!-- ${section}`) : text.length - 2;
  await copy.write(file, `${text.slice(0, end)} ${text.slice(end)}`);
  return { file, text };
}

// That a check passes what stands here is seen by `npm run check:generated` itself.
test.each(short)('%s fails a byte that differs and writes what stood there before', async (script) => {
  const { file = '', text } = before.get(script) ?? {};

  expect(ran[script]).toEqual({ check: 1, write: 0, said: expect.stringContaining(`${file} is stale`) });
  expect(await readFile(join(copy.directory, file), 'utf8')).toBe(text);
});

test.each(Object.values(long))('%s writes what stood there before a byte that differs', async (script) => {
  const { file, text } = await plantByte(script);

  const { code } = await copy.run('node', script);

  expect(code).toBe(0);
  expect(await readFile(join(copy.directory, file), 'utf8')).toBe(text);
});

test(`${long.readme} fails a comment of the demo that differs`, async () => {
  await copy.write('comment.md', '**regressed** by something else\n');

  const { code, output } = await copy.run('node', long.readme, '--check', '--comment', 'comment.md');

  expect(code).not.toBe(0);
  expect(output).toContain('README.md is stale');
});

test(`${long.diagram} fails sources that differ`, async () => {
  await using few = await plantedCopy([...fewSources, 'docs/architecture.md']);

  const { code, output } = await few.run('node', long.diagram, '--check');

  expect(code).not.toBe(0);
  expect(output).toContain('docs/architecture.md is stale');
});

test('a page whose marker is lost fails, instead of comparing nothing', async () => {
  const page = await readFile(`${copy.directory}/docs/statistics.md`, 'utf8');
  await copy.write('docs/statistics.md', page.replace('<!-- plans:end -->', ''));

  const { code, output } = await copy.run('node', 'scripts/generate-statistics-docs.ts', '--check');

  expect(code).not.toBe(0);
  expect(output).toContain('The markers of `plans` must stand in the text once each.');
});

test.each([
  ['no marker', 'one\n'],
  ['no end', '<!-- a:begin -->\n'],
  ['no begin', '<!-- a:end -->\n'],
  ['the end first', '<!-- a:end -->\n<!-- a:begin -->\n'],
  ['two parts', '<!-- a:begin -->\n<!-- a:end -->\n<!-- a:begin -->\n<!-- a:end -->\n'],
])('a text with %s has no section to fill', (_, text) => {
  expect(() => withSection(text, 'a', 'new')).toThrow('must stand in the text once each');
});

test('a section is replaced as it is, whatever signs it holds', () => {
  expect(withSection('1\n<!-- a:begin -->\nold\n<!-- a:end -->\n2\n', 'a', "$& $1 $'")).toBe(
    "1\n<!-- a:begin -->\n$& $1 $'\n<!-- a:end -->\n2\n",
  );
});
