import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { typedBlocks } from './newcomer/typed-blocks.ts';

const ended = z.object({ code: z.number().default(0), stdout: z.string() });

/** Reads a page as the README is read, on this Node. */
async function readPage(text: string): Promise<z.infer<typeof ended>> {
  await using folder = await temporaryFolder();
  const page = join(folder.path, 'page.md');
  await writeFile(page, text);
  const argv = ['scripts/test-readme.ts', '--own-node', '--page', page];
  return ended.parse(await promisify(execFile)(process.execPath, argv).catch((error: unknown) => error));
}

test('what is typed are the lines of the `sh` blocks, without their remarks', () => {
  const page =
    '```sh\na --b   # why\n# only a remark\n\nc && d\n```\n\n```yaml\ne: f\n```\n\n`g`\n\n```sh\nh#i\n```\n';

  expect(typedBlocks(page)).toEqual([['a --b', 'c && d'], ['h#i']]);
});

test('a line that does not work is named, and nothing after it is typed', async () => {
  const { code, stdout } = await readPage('```sh\ntrue\nnode -e "process.exit(3)"\necho never\n```\n');

  expect(code).toBe(1);
  expect(stdout).toContain('✔ true');
  expect(stdout).toContain('✘ node -e "process.exit(3)"');
});

test('a page that never comes to a pull request is not called fine', async () => {
  const { code, stdout } = await readPage('```sh\ntrue\n```\n');

  expect(code).toBe(1);
  expect(stdout).toContain('✘ the page shows no check of a change');
});
