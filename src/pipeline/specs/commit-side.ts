import type { SpecEntry } from '../../core/settings.ts';
import { expandSpecs } from '../../core/specs/expand-specs.ts';
import { noFile } from '../../core/specs/read-text.ts';
import { refuseEmptyWrites } from '../../core/specs/refuse-empty-writes.ts';
import type { Spec, SpecVersion } from '../../core/specs/spec.ts';
import type { Repository, TreeEntry } from '../../ports/repository.ts';

/** One of the two commits, with what the listing alone says about its specs. */
export type CommitSide = {
  readonly side: SpecVersion['side'];
  readonly commit: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Tracked files and links; a submodule is a folder. */
  readonly paths: readonly string[];
  readonly specs: readonly Spec[];
};

/** Lists one commit and its specs. Reads no file. */
export async function listSide(request: {
  readonly repository: Repository;
  readonly entries: readonly SpecEntry[];
  readonly side: SpecVersion['side'];
  readonly commit: string;
}): Promise<CommitSide> {
  const { side, commit } = request;
  const listed = (await request.repository.listFiles(commit)).filter((entry) => entry.kind !== 'submodule');
  const paths = listed.map((entry) => entry.path);
  const specs = expandSpecs(request.entries, paths);
  for (const spec of specs) refuseEmptyWrites(spec, paths);
  return { side, commit, entries: new Map(listed.map((entry) => [entry.path, entry])), paths, specs };
}

/** Refuses specs that are links: a change of what they lead to would never be seen. */
export function refuseLinkedSpecs({ specs, entries }: CommitSide): void {
  const files = specs.flatMap((spec) => spec.files);
  const link = files.find((path) => entries.get(path)?.kind === 'symlink');
  if (link !== undefined) throw noFile(link, 'symlink');
}
