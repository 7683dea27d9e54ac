import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { temporaryFolder } from '../../src/testing/temporary-folder.ts';

const operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() }),
  ),
  body: z.unknown(),
});
const fixture = z
  .object({ version: z.string(), routes: z.record(z.string(), operation) })
  .parse(JSON.parse(await readFile('fixtures/github/openapi-trimmed.json', 'utf8')));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => folder[Symbol.asyncDispose]());

// What the real package says is compared by `npm run check:openapi` itself.
test.each([
  ['the same', '', { code: 0, said: '' }],
  [
    'something else',
    'ThatIsNew',
    { code: 1, said: expect.stringContaining('openapi-trimmed.json is stale') },
  ],
])('a package that says %s of our requests', async (_, ending, ended) => {
  expect(await check(await packageThatSays(ending))).toEqual(ended);
});

/** A package with the operations of the fixture, their ids with this ending. */
async function packageThatSays(ending: string): Promise<string> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [route, { operationId, parameters, body }] of Object.entries(fixture.routes)) {
    const [method = '', path = ''] = route.split(' ');
    const requestBody =
      body === null ? {} : { requestBody: { content: { 'application/json': { schema: body } } } };
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: { operationId: operationId + ending, parameters, ...requestBody },
    };
  }
  const made = join(folder.path, 'package');
  await mkdir(join(made, 'generated'), { recursive: true });
  await writeFile(join(made, 'package.json'), '{ "name": "openapi", "version": "1.0.0" }\n');
  await writeFile(
    join(made, 'generated/api.github.com.deref.json'),
    JSON.stringify({ info: { version: fixture.version }, paths }),
  );
  return made;
}

async function check(made: string): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/regenerate-openapi.ts', '--check', '--package', made],
      (error, _, said) => resolve({ code: error === null ? 0 : Number(error.code), said }),
    );
  });
}
