import { UserError } from '../../errors.ts';

/** How a spec is to be called: as the user says, or after the end of its path. */
export type Naming = { readonly given: string } | { readonly place: string };

/**
 * A different name for each spec, in the order given. Specs called after their path use its last part,
 * and as many parts more as it takes to tell them apart.
 */
export function uniqueNames(namings: readonly Naming[]): readonly string[] {
  refuseRepeated(namings.flatMap((naming) => ('given' in naming ? [naming.given] : [])));
  const most = Math.max(
    1,
    ...namings.map((naming) => ('place' in naming ? naming.place.split('/').length : 1)),
  );
  let parts = namings.map(() => 1);
  for (let turn = 1; turn < most; turn += 1) {
    const names = namings.map((naming, at) => nameOf(naming, parts[at] ?? 1));
    const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    parts = parts.map((count, at) => (repeated.has(names[at] ?? '') ? count + 1 : count));
  }
  return numbered(namings, parts);
}

function nameOf(naming: Naming, parts: number): string {
  return 'given' in naming ? naming.given : naming.place.split('/').slice(-parts).join('/');
}

/** Two entries may look into the same folder: the second becomes `folder-2`. Given names are never touched. */
function numbered(namings: readonly Naming[], parts: readonly number[]): readonly string[] {
  const taken = new Set(namings.flatMap((naming) => ('given' in naming ? [naming.given] : [])));
  return namings.map((naming, at) => {
    const name = nameOf(naming, parts[at] ?? 1);
    if ('given' in naming) return name;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}-${count}`;
    taken.add(unique);
    return unique;
  });
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated === undefined) return;
  throw new UserError(
    'CONFIG_INVALID',
    `two entries of \`specs\` are called \`${repeated}\`.`,
    'Give each its own `name`.',
  );
}
