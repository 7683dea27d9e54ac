import { UserError } from '../../errors.ts';
import { isNegation } from './path-matcher.ts';
import type { Spec } from './spec.ts';

/** What two commits have, for the question whether a folder is in one of them. */
export type ListedPlaces = { readonly paths: readonly string[]; readonly submodules: readonly string[] };

/**
 * Throws CONFIG_INVALID if the `directory` of a spec is in no commit and no model may create it: the test command would
 * fail in an empty folder, with a message about something else.
 */
export function refuseMissingFolder({ name, directory, writes }: Spec, places: ListedPlaces): void {
  if (directory === '.') return;
  const inside = `${directory}/`;
  if (places.paths.some((path) => path.startsWith(inside))) return;
  // What lies in a submodule is not listed.
  if (places.submodules.some((path) => inside.startsWith(`${path}/`))) return;
  const patterns = writes.filter((pattern) => !isNegation(pattern));
  if (patterns.some((pattern) => pattern.startsWith(inside) || /^[*{[]/.test(pattern))) return;
  throw new UserError(
    'CONFIG_INVALID',
    `\`directory\` of spec \`${name}\` is \`${directory}\`, which is no folder of these commits.`,
    'Give a folder that is in the repository, relative to its root.',
  );
}
