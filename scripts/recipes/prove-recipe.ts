import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PlantedCopy } from '../gates/planted-copy.ts';
import { withBlock } from './apply-block.ts';
import type { CompileError, CopyTypes } from './copy-types.ts';
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

/** A copy of this repository and the compiler that reads it. */
export type Bench = { readonly copy: PlantedCopy; readonly types: CopyTypes };

/** The blocks that the compiler does not ask for: left out alone, no error names the file that lacks them. */
export async function notAskedFor(bench: Bench, blocks: readonly Block[]): Promise<string[]> {
  const missed: string[] = [];
  for (const block of blocks.filter(({ path }) => countsAsSource(path))) {
    const others = blocks.filter((one) => one !== block);
    // Few files, because every check of one begins anew with the types that it uses.
    const asked = block.place.kind === 'new' ? importersOf(block, others) : [block.path];
    const errors = await errorsWith(bench, others, { asked, changed: pathsOf(blocks) });
    if (!errors.some((error) => namesFile(error, block))) missed.push(`${block.path}:\n${block.text}`);
  }
  return missed;
}

/** The errors in the files of a recipe while these blocks stand. */
export async function errorsWith(
  { copy, types }: Bench,
  blocks: readonly Block[],
  { asked, changed } = { asked: pathsOf(blocks), changed: pathsOf(blocks) },
): Promise<CompileError[]> {
  await using _blocks = await applied(copy, blocks);
  return types.errorsIn(asked, changed);
}

/** The files that blocks make or change. */
export function pathsOf(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.map(({ path }) => path))];
}

/** Source files that a recipe makes or changes. Tests, what only tests use, documents and generated files do not count. */
export function sourceFilesOf(blocks: readonly Block[]): string[] {
  return pathsOf(blocks).filter((path) => countsAsSource(path));
}

function countsAsSource(path: string): boolean {
  const isTest = path.includes('.test.') || /^(?:src\/testing|e2e|fixtures)\//.test(path);
  return !isTest && !/^(?:docs|schema|dist)\/|\.md$/.test(path);
}

/** Source files that import a new one, by a block of the recipe. */
function importersOf({ path }: Block, others: readonly Block[]): string[] {
  return sourceFilesOf(others.filter(({ text }) => text.includes(`/${basename(path)}'`)));
}

function namesFile(error: CompileError, { path, place }: Block): boolean {
  if (place.kind !== 'new') return error.path === path;
  const [name = ''] = path.split('/').slice(-1);
  return error.text.includes(`/${name}' or its corresponding type declarations`);
}

async function textOf(path: string): Promise<string | null> {
  return existsSync(path) ? readFile(path, 'utf8') : null;
}
