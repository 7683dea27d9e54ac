import type { SpecEntry } from '../core/plan/settings.ts';
import type { SpecChange } from '../core/specs/spec.ts';
import { standingSpec } from '../core/specs/standing-spec.ts';
import type { Repository } from '../ports/repository.ts';
import { listSide, refuseLinkedSpecs } from './commit-side.ts';
import { readVersion } from './read-version.ts';

/** Every spec of the head, whether it changed or not, as something that stands on both sides of a question. */
export async function standingSpecs(
  repository: Repository,
  of: {
    readonly entries: readonly SpecEntry[];
    readonly head: string;
    /** Versions that were read already: their trees are measured once. */
    readonly changes: readonly SpecChange[];
  },
): Promise<readonly SpecChange[]> {
  const side = await listSide({ repository, entries: of.entries, side: 'head', commit: of.head });
  refuseLinkedSpecs(side);
  const read = new Map(of.changes.flatMap(({ head }) => (head === null ? [] : [[head.spec.name, head]])));
  const versions = await Promise.all(
    side.specs.map(async (spec) => read.get(spec.name) ?? readVersion(repository, spec, side)),
  );
  return versions.map((version) => standingSpec(version));
}
