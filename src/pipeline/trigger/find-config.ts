import type { Trigger } from '../../core/trigger/trigger.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';

/** A config file as text, with the name messages give it. */
export type ConfigText = { readonly path: string; readonly text: string };

/** Where a config file is searched, in this order. */
export const configPaths = ['.github/spec-portability.yml', 'spec-portability.yml'] as const;

/** The config files of the trusted commit and of the commit that is judged. Throws CONFIG_NOT_FOUND. */
export async function configFiles(
  repository: Repository,
  trigger: Trigger,
  of: { readonly path: string | null; readonly readsHeadConfig: boolean },
): Promise<{ readonly file: ConfigText | null; readonly headFile: ConfigText | null }> {
  const trusted = trigger.kind === 'audit' ? trigger.head : (trigger.baseTip ?? trigger.base);
  const { path, readsHeadConfig } = of;
  const file = await configAt(repository, trusted, path);
  const headFile = readsHeadConfig ? await configAt(repository, trigger.head, path) : null;
  if (path !== null && file === null && headFile === null)
    throw new UserError(
      'CONFIG_NOT_FOUND',
      `\`${path}\` (input \`config\`) is not in the base commit ${trusted.slice(0, 12)}.`,
      'Check the path (it is relative to the root of the repository), or commit the file.',
    );
  return { file, headFile };
}

async function configAt(
  repository: Repository,
  commit: string,
  path: string | null,
): Promise<ConfigText | null> {
  const entries = await repository.listFiles(commit);
  const wanted = path === null ? configPaths : [path.replace(/^(?:\.\/+)+/, '')];
  const found = wanted.flatMap((name) => entries.filter((entry) => entry.path === name))[0];
  if (found === undefined) return null;
  if (found.kind === 'symlink' || found.kind === 'submodule') {
    throw new UserError(
      'CONFIG_INVALID',
      `\`${found.path}\` is a ${found.kind}.`,
      'Commit it as a regular file.',
    );
  }
  return { path: found.path, text: new TextDecoder().decode(await repository.readBlob(found.oid)) };
}
