import { atOnce } from '../../core/at-once.ts';
import type { SpecEntry } from '../../core/settings.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import { listSide, refuseLinkedSpecs } from './commit-side.ts';
import { readVersion } from './read-version.ts';

/** Every spec of one commit, whether it changed or not. Throws SPEC_NOT_FOUND when there is none. */
export async function readSpecs(
  repository: Repository,
  entries: readonly SpecEntry[],
  commit: string,
): Promise<readonly SpecVersion[]> {
  const side = await listSide({ repository, entries, commit });
  refuseLinkedSpecs(side);
  if (side.specs.length === 0) {
    throw new UserError(
      'SPEC_NOT_FOUND',
      `no file of ${commit.slice(0, 10)} matches \`specs\`.`,
      'Check the globs, or commit the files.',
    );
  }
  return atOnce(side.specs, (spec) => readVersion(repository, spec, side));
}
