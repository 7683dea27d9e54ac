import type { SpecEntry } from '../../core/settings.ts';
import { pathMatcher } from '../../core/specs/path-matcher.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import type { FoundChanges } from './find-changes.ts';

/** What is on the disk and in no commit; null for an older head, of which nobody expects that it holds that. */
export async function uncommittedPaths(
  repository: Repository,
  head: string,
): Promise<readonly string[] | null> {
  return head === (await repository.resolve('HEAD')) ? repository.uncommitted() : null;
}

/**
 * For whoever runs a check at a desk: an edit of a spec that is not committed is not compared. Returns a sentence about
 * it, or null; throws SPEC_NOT_COMMITTED where such an edit is the only one.
 */
export function uncommittedEdit(
  paths: readonly string[],
  of: { readonly entries: readonly SpecEntry[]; readonly changes: FoundChanges['changes'] },
): string | null {
  // `{name}` stands for the name of a folder.
  const globs = of.entries.flatMap(({ spec }) => spec.map((glob) => glob.replaceAll('{name}', '*')));
  const [first, ...others] = paths.filter(pathMatcher(globs));
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const said = `\`${first}\`${more} has an edit that is not committed`;
  if (of.changes.length > 0) return `${said}; only commits are compared.`;
  throw new UserError(
    'SPEC_NOT_COMMITTED',
    `${said}, and the specs are the same in both commits.`,
    'Commit the edit, and check again.',
  );
}
