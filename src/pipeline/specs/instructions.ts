import { atOnce } from '../../core/at-once.ts';
import { pathFrom } from '../../core/specs/path-from.ts';
import { readText } from '../../core/specs/read-text.ts';
import { isRuleFor, isScopedRule } from '../../core/specs/rule-globs.ts';
import type { Spec, TextFile } from '../../core/specs/spec.ts';
import { pathRules } from '../../core/specs/writable.ts';
import { UserError } from '../../errors.ts';
import type { Repository, TreeEntry } from '../../ports/repository.ts';
import type { MatchInOrder } from '../../core/specs/expand-specs.ts';

/** The listing of a commit in which imports are looked up. */
type Listing = { readonly entries: ReadonlyMap<string, TreeEntry>; readonly match: MatchInOrder };

/** The instructions files that the globs of a spec name; nothing is read. */
export function namedInstructions(spec: Spec, { match }: Pick<Listing, 'match'>): readonly string[] {
  return match(spec.instructions).filter((path) => !spec.files.includes(path));
}

// As coding agents read them; a chain of files is no way around the limits of one.
const most = { depth: 5, bytes: 256 * 1024 };

/**
 * The instructions files of a spec in one commit, each followed by the files that it imports with `@path`. An import is
 * a tracked file, or a link to one. Tests are never shown to a model, and what a model writes is no instruction. A rule
 * whose front matter names other files than those of the spec is left out, as an editor would.
 */
export async function instructionsOf(
  repository: Repository,
  spec: Spec,
  listing: Listing,
): Promise<readonly string[]> {
  const named = namedInstructions(spec, listing);
  const unrelated = await atOnce(named, (path) => isForOthers(repository, spec, { listing, path }));
  const roots = named.filter((_, at) => !unrelated[at]);
  const { isTest, mayWrite } = pathRules(spec);
  const taken = new Set([...roots, ...spec.files]);
  const paths: string[] = [];
  let bytes = 0;
  const follow = async (path: string, depth: number): Promise<void> => {
    paths.push(path);
    const file = depth >= most.depth ? null : await textAt(repository, listing, path);
    for (const name of file === null ? [] : await importsOf(file)) {
      const target = await fileBehind(repository, listing, name);
      if (target === null || taken.has(target.path) || isTest(target.path) || mayWrite(target.path)) continue;
      if (bytes + target.size > most.bytes) continue;
      bytes += target.size;
      taken.add(target.path);
      await follow(target.path, depth + 1);
    }
  };
  for (const path of roots) await follow(path, 0);
  return paths;
}

// What reads Markdown is loaded only for a text that may import something.
async function importsOf(file: TextFile): Promise<readonly string[]> {
  if (!/(?:^|\s)@\S/.test(file.text)) return [];
  const { importsIn } = await import('../../core/specs/imports.ts');
  return importsIn(file);
}

async function isForOthers(
  repository: Repository,
  spec: Spec,
  of: { readonly listing: Listing; readonly path: string },
): Promise<boolean> {
  if (!isScopedRule(of.path)) return false;
  const rule = await textAt(repository, of.listing, of.path);
  return rule !== null && !isRuleFor(rule, spec);
}

/** null where it is no text: the file itself is refused where it is shown. */
async function textAt(repository: Repository, { entries }: Listing, path: string): Promise<TextFile | null> {
  const entry = entries.get(path);
  if (entry === undefined || !isFile(entry) || entry.size > most.bytes) return null;
  const bytes = await repository.readBlob(entry.oid);
  try {
    return readText(path, bytes);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function fileBehind(
  repository: Repository,
  { entries }: Listing,
  path: string,
): Promise<TreeEntry | null> {
  const entry = entries.get(path);
  if (entry === undefined) return null;
  if (isFile(entry)) return entry;
  if (entry.kind !== 'symlink') return null;
  const to = new TextDecoder().decode(await repository.readBlob(entry.oid));
  // A link to another link is not followed.
  const found = entries.get(pathFrom(path, to) ?? '');
  return found !== undefined && isFile(found) ? found : null;
}

function isFile({ kind }: TreeEntry): boolean {
  return kind === 'file' || kind === 'executable';
}
