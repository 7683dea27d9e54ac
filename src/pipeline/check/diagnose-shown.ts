import { matchingIn } from '../../core/specs/expand-specs.ts';
import { referencesIn } from '../../core/specs/references.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { Repository } from '../../ports/repository.ts';
import { namedInstructions } from '../specs/instructions.ts';
import { someOf } from './finding.ts';

/** What the texts of a spec speak of and no model is shown: files that they refer to, and rules that are for others. */
export async function unshownNotes(repository: Repository, version: SpecVersion): Promise<readonly string[]> {
  const listed = await repository.listFiles(version.commit);
  const paths = listed.filter(({ kind }) => kind !== 'submodule').map(({ path }) => path);
  return [...otherRules(version, paths), ...unshownFiles(version, paths)];
}

function otherRules(version: SpecVersion, paths: readonly string[]): readonly string[] {
  const shown = new Set(version.instructions.map(({ path }) => path));
  const rules = namedInstructions(version.spec, { match: matchingIn(paths) });
  const others = rules.filter((path) => !shown.has(path));
  if (others.length === 0) return [];
  return [
    `no model is shown ${someOf(others)}: the front matter names other files than those of this spec. Without that key a rule goes with every prompt.`,
  ];
}

function unshownFiles(version: SpecVersion, paths: readonly string[]): readonly string[] {
  const { spec, files, instructions, context } = version;
  const { isTest, mayWrite } = pathRules(spec);
  const texts = [...files, ...instructions];
  const shown = new Set([...texts, ...context].map(({ path }) => path));
  const tracked = new Set(paths);
  const isMissing = (path: string): boolean =>
    tracked.has(path) && !shown.has(path) && !isTest(path) && !mayWrite(path);
  return texts.flatMap((file) => {
    const missing = referencesIn(file).filter(isMissing);
    if (missing.length === 0) return [];
    return [
      `${file.path} refers to ${someOf(missing)}, which no model is shown. Where the code depends on that, list it under \`context\`.`,
    ];
  });
}
