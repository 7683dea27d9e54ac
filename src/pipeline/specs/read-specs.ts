import { atOnce } from '../../core/at-once.ts';
import type { SpecEntry } from '../../core/settings.ts';
import { refuseMissingFolder } from '../../core/specs/refuse-missing-folder.ts';
import { refuseUnmatchedSpecs } from '../../core/specs/refuse-unmatched-specs.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import { listSide, refuseLinkedSpecs, type CommitSide } from './commit-side.ts';
import { readVersion } from './read-version.ts';

/** Every spec of one commit, whether it changed or not. Throws SPEC_NOT_FOUND when there is none. */
export async function readSpecs(
  repository: Repository,
  entries: readonly SpecEntry[],
  commit: string,
): Promise<readonly SpecVersion[]> {
  return readListed(repository, await listSide({ repository, entries, commit }));
}

/** The same, and refuses what a check of this commit would refuse: a glob of nothing, a `directory` that is nowhere. */
export async function readSpecsToCheck(
  repository: Repository,
  entries: readonly SpecEntry[],
  commit: string,
): Promise<readonly SpecVersion[]> {
  const side = await listSide({ repository, entries, commit });
  refuseUnmatchedSpecs(entries, [side]);
  for (const spec of side.specs) refuseMissingFolder(spec, side);
  return readListed(repository, side);
}

async function readListed(repository: Repository, side: CommitSide): Promise<readonly SpecVersion[]> {
  refuseLinkedSpecs(side);
  if (side.specs.length === 0) {
    throw new UserError(
      'SPEC_NOT_FOUND',
      `no file of ${side.commit.slice(0, 10)} matches \`specs\`.`,
      'Check the globs, or commit the files.',
    );
  }
  return atOnce(side.specs, (spec) => readVersion(repository, spec, side));
}
