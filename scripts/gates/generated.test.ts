import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { withSection } from '../keep-generated.ts';
import { plantedCopy } from './planted-copy.ts';
import type { PlantedCopy } from './planted-copy.ts';

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
  'scripts/trim-openapi.ts': 'fixtures/github/openapi-trimmed.json',
};

let copy: PlantedCopy;
beforeAll(async () => {
  copy = await plantedCopy();
});
afterAll(async () => copy[Symbol.asyncDispose]());

test('every generator is checked, and `npm run fix` runs it', async () => {
  const generators = (await readdir('scripts')).filter((name) =>
    /^(?:generate|trim)-.*(?<!\.test)\.ts$/.test(name),
  );

  expect(commands.map((command) => command.replace('-r ./scripts/needs-node.cjs ', '')).toSorted()).toEqual(
    generators.map((name) => `node scripts/${name} --check`).toSorted(),
  );
  expect(Object.keys(generated).toSorted()).toEqual(generators.map((name) => `scripts/${name}`).toSorted());
  for (const name of generators) expect(scripts['fix']).toContain(`scripts/${name}`);
});

// That a check passes what stands here is seen by `npm run check:generated` itself; the longest one plays the demo.
test.each(Object.entries(generated))(
  '%s fails a byte that differs and writes what stood there before',
  async (script, place) => {
    const [file = '', section = ''] = place.split('#');
    const text = await readFile(`${copy.directory}/${file}`, 'utf8');
    // The last place in the part that is generated.
    const end = text.includes(':end -->') ? text.lastIndexOf(`\n<!-- ${section}`) : text.length - 2;
    await copy.write(file, `${text.slice(0, end)} ${text.slice(end)}`);

    const stale = await copy.run('node', script, '--check');
    const written = await copy.run('node', script);

    expect(stale.code).not.toBe(0);
    expect(stale.output).toContain(`${file} is stale`);
    expect(written.code).toBe(0);
    expect(await readFile(`${copy.directory}/${file}`, 'utf8')).toBe(text);
  },
);

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
