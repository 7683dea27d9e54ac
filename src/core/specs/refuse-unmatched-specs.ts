import { UserError } from '../../errors.ts';
import type { SpecEntry } from '../settings.ts';
import { globsOf, type MatchInOrder } from './expand-specs.ts';

/** One commit, and which of its paths match globs. */
type Listed = { readonly commit: string; readonly match: MatchInOrder };

/** Throws SPEC_NOT_FOUND for a glob of `specs` that matches nothing in any of these commits. */
export function refuseUnmatchedSpecs(entries: readonly SpecEntry[], commits: readonly Listed[]): void {
  const glob = entries
    .flatMap((entry) => globsOf(entry))
    .find((one) => commits.every((commit) => commit.match([one]).length === 0));
  if (glob === undefined) return;
  const names = [...new Set(commits.map(({ commit }) => commit.slice(0, 10)))];
  throw new UserError(
    'SPEC_NOT_FOUND',
    `no file matches \`${glob}\` (\`specs\`) in ${names.join(' or ')}.`,
    'Check the glob, or commit the file.',
  );
}
