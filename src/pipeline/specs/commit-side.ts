import type { SpecEntry } from '../../core/settings.ts';
import { expandSpecs, matchingIn } from '../../core/specs/expand-specs.ts';
import type { MatchInOrder } from '../../core/specs/expand-specs.ts';
import { noFile } from '../../core/specs/read-text.ts';
import { refuseEmptyWrites, refuseWrittenResults } from '../../core/specs/refuse-empty-writes.ts';
import type { Spec } from '../../core/specs/spec.ts';
import type { Repository, TreeEntry } from '../../ports/repository.ts';
import { instructionsOf } from './instructions.ts';

/** One of the two commits, with what its listing alone says about its specs. */
export type CommitSide = {
  readonly commit: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Tracked files and links; submodules are left out, because they are folders. */
  readonly paths: readonly string[];
  readonly submodules: readonly string[];
  /** Which of the paths match globs. */
  readonly match: MatchInOrder;
  readonly specs: readonly Spec[];
  /** The instructions files of a spec with what they import; reads them at the first call. */
  readonly instructionsOf: (spec: Spec) => Promise<readonly string[]>;
};

/** Lists one commit and its specs. Reads no file. */
export async function listSide(request: {
  readonly repository: Repository;
  readonly entries: readonly SpecEntry[];
  readonly commit: string;
}): Promise<CommitSide> {
  const { commit } = request;
  const all = await request.repository.listFiles(commit);
  const listed = all.filter((entry) => entry.kind !== 'submodule');
  const submodules = all.filter((entry) => entry.kind === 'submodule').map((entry) => entry.path);
  const paths = listed.map((entry) => entry.path);
  const match = matchingIn(paths);
  const specs = expandSpecs(request.entries, match);
  for (const spec of specs) {
    refuseEmptyWrites(spec, paths);
    refuseWrittenResults(spec);
  }
  const entries = new Map(listed.map((entry) => [entry.path, entry]));
  const read = new Map<string, Promise<readonly string[]>>();
  const ofSpec = async (spec: Spec): Promise<readonly string[]> => {
    const paths = read.get(spec.name) ?? instructionsOf(request.repository, spec, { entries, match });
    read.set(spec.name, paths);
    return paths;
  };
  return { commit, entries, paths, submodules, match, specs, instructionsOf: ofSpec };
}

/** Refuses specs that are links: a change of a link's target would never be seen. */
export function refuseLinkedSpecs({ specs, entries }: CommitSide): void {
  const files = specs.flatMap((spec) => spec.files);
  const link = files.find((path) => entries.get(path)?.kind === 'symlink');
  if (link !== undefined) throw noFile(link, 'symlink');
}
