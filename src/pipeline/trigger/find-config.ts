import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';

/** A config file as text, with the name messages give it. */
export type ConfigText = { readonly path: string; readonly text: string };

/** Where a config file is looked for, in this order. */
export const configPaths = ['.github/spec-portability.yml', 'spec-portability.yml'] as const;

/** The config file of a commit, or null when it has none. Never read from a fork's commit. */
export async function configAt(
  repository: Repository,
  commit: string,
  path: string | null,
): Promise<ConfigText | null> {
  const entries = await repository.listFiles(commit);
  const wanted = path === null ? configPaths : [path.replace(/^(?:\.\/+)+/, '')];
  const found = wanted.flatMap((name) => entries.filter((entry) => entry.path === name))[0];
  if (found === undefined) return null;
  if (found.kind === 'symlink' || found.kind === 'submodule') {
    throw new UserError('CONFIG_INVALID', `${found.path} is a ${found.kind}.`, 'Commit it as a plain file.');
  }
  return { path: found.path, text: new TextDecoder().decode(await repository.readBlob(found.oid)) };
}
