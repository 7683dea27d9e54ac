import { steersRunner } from '../../core/specs/steering-names.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { Workspace } from '../../ports/workspace.ts';
import type { Engine } from './engine.ts';

type Texts = ReadonlyMap<string, string | null>;

/**
 * Texts of the committed files that no test run may change: tests, context, spec, instructions, and what steers a runner.
 */
export async function readProtected(
  engine: Engine,
  version: SpecVersion,
  workspace: Workspace,
): Promise<Texts> {
  const key = JSON.stringify([version.commit, version.spec.name]);
  const known = engine.protectedPaths.get(key) ?? protectedPaths(engine, version);
  engine.protectedPaths.set(key, known);
  const paths = await known;
  const texts = new Map<string, string | null>();
  // One after another: a large repository has more test files than a process may hold open.
  for (const path of paths) texts.set(path, await workspace.read(`${workspace.root}/${path}`));
  return texts;
}

// Compared with many globs, so the paths of a commit are looked through once and not for each cell.
async function protectedPaths(engine: Engine, version: SpecVersion): Promise<readonly string[]> {
  const emptied = new Set(version.emptied);
  const { isProtected } = pathRules(version.spec);
  const entries = await engine.ports.repository.listTree(version.commit);
  return entries
    .filter(({ kind }) => kind === 'file' || kind === 'executable')
    .map(({ path }) => path)
    .filter((path) => !emptied.has(path) && (isProtected(path) || steersRunner(path)));
}

/** Whether two readings of the same files are equal. */
export function sameTexts(before: Texts, after: Texts): boolean {
  return before.size === after.size && [...before].every(([path, text]) => after.get(path) === text);
}
