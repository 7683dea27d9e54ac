import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ended, PlantedCopy } from '../gates/planted-copy.ts';
import { withBlock } from './apply-block.ts';
import type { Block } from './read-recipes.ts';

/** Writes blocks into a copy of this repository; disposing brings back what stood there. */
export async function applied(copy: PlantedCopy, blocks: readonly Block[]): Promise<AsyncDisposable> {
  const before = new Map<string, string | null>();
  const now = new Map<string, string | null>();
  for (const block of blocks) {
    const { path } = block;
    if (!before.has(path)) before.set(path, await textOf(join(copy.directory, path)));
    const text = now.get(path) ?? before.get(path) ?? null;
    now.set(path, withBlock(block, text));
  }
  for (const [path, text] of now) if (text !== null) await copy.write(path, text);
  return {
    [Symbol.asyncDispose]: async () => {
      for (const [path, text] of before) {
        if (text === null) await rm(join(copy.directory, path));
        else await copy.write(path, text);
      }
    },
  };
}

/** Checks the types of a copy; kept state makes every check but the first one quick. */
export async function checkTypes(copy: PlantedCopy): Promise<Ended> {
  const state = ['--incremental', '--tsBuildInfoFile', '.types-of-recipes'];
  return copy.run('npx', 'tsc', '-p', '.', '--pretty', 'false', ...state);
}

/** The blocks that the compiler does not ask for: left out alone, no error names the file that lacks them. */
export async function notAskedFor(copy: PlantedCopy, blocks: readonly Block[]): Promise<string[]> {
  const missed: string[] = [];
  for (const block of blocks.filter(({ path }) => countsAsSource(path))) {
    await using _left = await applied(
      copy,
      blocks.filter((one) => one !== block),
    );
    const { output } = await checkTypes(copy);
    if (!namesFile(output, block)) missed.push(`${block.path}:\n${block.text}`);
  }
  return missed;
}

/** Source files that a recipe makes or changes. Tests, what only tests use, documents and generated files do not count. */
export function sourceFilesOf(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.map(({ path }) => path).filter((path) => countsAsSource(path)))];
}

function countsAsSource(path: string): boolean {
  const isTest = path.includes('.test.') || /^(?:src\/testing|e2e|fixtures)\//.test(path);
  return !isTest && !/^(?:docs|schema|dist)\/|\.md$/.test(path);
}

function namesFile(output: string, { path, place }: Block): boolean {
  if (place.kind !== 'new') return output.includes(`${path}(`);
  const [name = ''] = path.split('/').slice(-1);
  return output.includes(`/${name}' or its corresponding type declarations`);
}

async function textOf(path: string): Promise<string | null> {
  return existsSync(path) ? readFile(path, 'utf8') : null;
}
