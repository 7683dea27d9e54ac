import { cutClauses } from '../../core/parts/cut-clauses.ts';
import type { CutSpec } from '../../core/parts/part.ts';
import { removableParts, type Shrinkable } from '../../core/shrink/removal.ts';
import type { SpecEntry } from '../../core/settings.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import { readSpecs } from '../specs/read-specs.ts';

/** A spec with its text cut into parts. */
export type CutVersion = { readonly version: SpecVersion; readonly cut: CutSpec };

/** A text to be made shorter, with the specs that are tried without parts of it. */
export type Target = Shrinkable & {
  /** Name of the spec, or path of the file. */
  readonly name: string;
  readonly specs: readonly [CutVersion, ...CutVersion[]];
};

/**
 * The texts that are meant: a spec by its name, a file of one by its path, or instructions by their path, for which
 * every spec that is given them is a task. Without any name: each spec. Throws SPEC_NOT_FOUND, and
 * CONFIG_INVALID for a text that cannot be cut.
 */
export async function findTargets(
  repository: Repository,
  of: { readonly entries: readonly SpecEntry[]; readonly head: string; readonly named: readonly string[] },
): Promise<readonly Target[]> {
  const versions = await readSpecs(repository, of.entries, of.head);
  const all = versions.map((version): CutVersion => ({ version, cut: cutClauses(version) }));
  if (of.named.length > 0) {
    const targets = [...new Set(of.named)].map((name) => targetOf(all, name));
    for (const target of targets) if (!isDivided(target)) throw nothingToShrink(target.name);
    return targets;
  }
  const targets = shrinkable(all);
  if (targets.length === 0) throw nothingToShrink(all.map(({ version }) => version.spec.name).join('`, `'));
  return targets;
}

/** Every text of a commit that can be cut into parts: its specs, then each file of instructions once. */
export async function allTargets(
  repository: Repository,
  of: { readonly entries: readonly SpecEntry[]; readonly head: string },
): Promise<readonly Target[]> {
  const versions = await readSpecs(repository, of.entries, of.head);
  const all = versions.map((version): CutVersion => ({ version, cut: cutClauses(version) }));
  const ofSpecs = new Set(versions.flatMap(({ spec }) => spec.files));
  const given = versions.flatMap(({ instructions }) => instructions.map(({ path }) => path));
  const rules = [...new Set(given)].filter((path) => !ofSpecs.has(path));
  return [
    ...shrinkable(all),
    ...rules.map((path) => targetOf(all, path)).filter((target) => isDivided(target)),
  ];
}

function shrinkable(all: readonly CutVersion[]): readonly Target[] {
  return all.map((each) => wholeSpec(each)).filter((target) => isDivided(target));
}

function targetOf(all: readonly CutVersion[], name: string): Target {
  const path = name.replace(/^(?:\.\/)+/, '');
  const spec = all.find(({ version }) => version.spec.name === name);
  if (spec !== undefined) return wholeSpec(spec);
  const owner = all.find(({ version }) => version.spec.files.includes(path));
  if (owner !== undefined)
    return { ...wholeSpec(owner), name: path, files: [path], mayBeEmpty: owner.version.files.length > 1 };
  const [first, ...others] = all.filter(({ version }) =>
    version.instructions.some((file) => file.path === path),
  );
  if (first !== undefined)
    return { name: path, files: [path], cut: first.cut, mayBeEmpty: true, specs: [first, ...others] };
  const known = all.map(({ version }) => version.spec.name);
  throw new UserError(
    'SPEC_NOT_FOUND',
    `no spec is called \`${name.slice(0, 80)}\`, and no file of that path belongs to a spec or to its instructions. No model was asked.`,
    `Name one of ${known.slice(0, 10).join(', ')}, or the path of one of their files.`,
  );
}

function wholeSpec(of: CutVersion): Target {
  const { name, files } = of.version.spec;
  return { name, files, cut: of.cut, mayBeEmpty: false, specs: [of] };
}

// Of a text that is one part nothing can go while the rest stays.
function isDivided(target: Target): boolean {
  return removableParts(target).length >= 2;
}

function nothingToShrink(name: string): UserError {
  return new UserError(
    'CONFIG_INVALID',
    `\`${name.slice(0, 200)}\` cannot be made shorter: it is no Markdown, or a single clause. No model was asked.`,
    'Name a Markdown text with at least two sentences, list items or sections.',
  );
}
