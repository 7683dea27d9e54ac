import type { ComparedChange } from '../../specs/change-class.ts';
import type { RedBase } from '../../verdict/red-bases.ts';
import { emptyFiles } from '../../specs/empty-files.ts';
import { bold, words, type Phrases } from './phrases.ts';
import { joinNames, nameSpec, nameTest } from './naming.ts';
import { code, prose } from './prose.ts';
import { sharedWrites, type SharedWrites } from '../summary/shared-writes.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** What makes the verdicts weaker than they look, one short paragraph each. */
export function warnings(summary: PortabilitySummary): readonly Phrases[] {
  return [
    ...alike(summary.red).map((group) => redWarning(group)),
    ...sharedWrites(summary.changes).map((shared) => sharedWarning(shared)),
    ...summary.changes.flatMap((change) => emptyWarning(change)),
  ];
}

type RedGroup = Omit<RedBase, 'spec'> & { readonly specs: readonly string[] };

// Specs that share one test command fail together.
function alike(red: readonly RedBase[]): readonly RedGroup[] {
  const groups = new Map<string, RedGroup>();
  for (const { spec, failing, why } of red) {
    const key = JSON.stringify([failing, why]);
    groups.set(key, { failing, why, specs: [...(groups.get(key)?.specs ?? []), spec] });
  }
  return [...groups.values()];
}

function redWarning({ specs, failing, why }: RedGroup): Phrases {
  const tests = joinNames(
    failing.map((test) => nameTest(test)),
    5,
  );
  return [
    ...bold([
      ...words('The tests of '),
      ...joinNames(specs.map((spec) => nameSpec(spec))),
      ...words(' are red on the base commit already'),
    ]),
    ...words(' ('),
    ...prose(why),
    ...words(').'),
    ...(failing.length === 0 ? [] : [...words(' Failing: '), ...tests, ...words('.')]),
    ...words(' Base is compared with head, never with 100 %.'),
  ];
}

function sharedWarning({ specs, files }: SharedWrites): Phrases {
  const [writing, removed] =
    specs.length === 2 ? [' both write ', 'the other’s code'] : [' all write ', 'the code of the others'];
  return [
    ...joinNames(
      specs.map((spec) => nameSpec(spec)),
      5,
    ),
    ...words(writing),
    ...joinNames(files.map((file) => code(file, 120))),
    ...words(`: each check removes ${removed}; use `),
    ...code('{name}'),
    ...words(' in '),
    ...code('writes'),
    ...words('.'),
  ];
}

// A suite may pass all the same, and then the verdict reads as if the text had said it.
function emptyWarning({ name, head }: ComparedChange): readonly Phrases[] {
  const empty = head === null ? [] : emptyFiles(head);
  if (empty.length === 0) return [];
  const files = joinNames(empty.map((file) => code(file, 120)));
  const isOrAre = empty.length === 1 ? ' is empty at the head' : ' are empty at the head';
  return [
    [
      ...bold([...files, ...words(' of '), ...nameSpec(name), ...words(isOrAre)]),
      ...words('. What passes there was not learned from that text.'),
    ],
  ];
}
