import { readdir } from 'node:fs/promises';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** Every module of src with its imports, judged by .dependency-cruiser.cjs; works on the current folder. */
export async function cruiseSources(): Promise<ICruiseResult> {
  const options = await extractDepcruiseOptions(`${process.cwd()}/.dependency-cruiser.cjs`);
  const { output } = await cruise(['src'], { ...options, validate: true });
  if (typeof output === 'string')
    throw new Error('dependency-cruiser answered with text instead of a result.');
  const missed = missedFiles(output, await sourceFiles());
  // Without a compiler it understands, the cruiser finds nothing to check and calls that success.
  if (missed.length > 0)
    throw new Error(`${missed.length} files were not seen: ${missed.slice(0, 3).join(', ')}`);
  return output;
}

function missedFiles({ modules }: ICruiseResult, files: readonly string[]): string[] {
  const seen = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]));
  if (![...seen.values()].some((count) => count > 0)) return [...files];
  return files.filter((file) => !seen.has(file));
}

/** Every module below src, tests too. */
export async function sourceFiles(): Promise<string[]> {
  const names = await readdir('src', { recursive: true });
  return names.filter((name) => /\.(?:ts|mjs)$/.test(name)).map((name) => `src/${name}`);
}
