import type { ComparedChange } from '../../specs/change-class.ts';
import { emptyFiles } from '../../specs/empty-files.ts';
import type { BrokenByHead } from '../../verdict/broken-by-head.ts';
import type { RedBase } from '../../verdict/red-bases.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { bold, words, type Phrases } from './phrases.ts';
import { joinNames, nameSpec, nameTest } from './naming.ts';
import { code, prose } from './prose.ts';
import { sharedWrites, type SharedWrites } from '../summary/shared-writes.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** What makes the verdicts weaker than they look, one short paragraph each. */
export function warnings(summary: PortabilitySummary): readonly Phrases[] {
  return [
    ...brokenGroups(summary).map((group) => brokenWarning(group)),
    ...alike(summary.red).map((group) => redWarning(group)),
    ...sharedWrites(summary.changes).map((shared) => sharedWarning(shared)),
    ...summary.changes.flatMap((change) => emptyWarning(change)),
  ];
}

// Tests that the change breaks beside the spec, as far as that puts a verdict in doubt.
function brokenBeside({ brokenByHead = [], verdicts }: PortabilitySummary): readonly BrokenByHead[] {
  return brokenByHead.filter(
    ({ spec, isLeftOut, otherFiles }) =>
      isLeftOut ||
      (otherFiles.length > 0 &&
        verdicts.some((each) => each.spec === spec && /^(?:regressed|suspected)$/.test(each.verdict))),
  );
}

type BrokenGroup = Omit<BrokenByHead, 'spec'> & { readonly specs: readonly string[] };

// One broken file can break the tests of many specs.
function brokenGroups(summary: PortabilitySummary): readonly BrokenGroup[] {
  const groups = new Map<string, BrokenGroup>();
  for (const { spec, tests, isLeftOut, otherFiles } of brokenBeside(summary)) {
    const key = JSON.stringify([isLeftOut, otherFiles]);
    const group = groups.get(key) ?? { specs: [], tests: [], isLeftOut, otherFiles };
    const all = [...new Set([...group.tests, ...tests])];
    groups.set(key, { ...group, specs: [...group.specs, spec], tests: all });
  }
  return [...groups.values()];
}

function brokenWarning({ specs, tests, isLeftOut, otherFiles }: BrokenGroup): Phrases {
  const isOne = tests.length === 1;
  const failing = [
    ...joinNames(
      tests.map((test) => nameTest(test)),
      5,
    ),
    ...words(' of '),
    ...joinNames(specs.map((spec) => nameSpec(spec))),
    ...words(isOne ? ' fails' : ' fail'),
    ...words(' on the head’s own committed code'),
  ];
  return [
    ...bold(failing),
    ...words(isOne ? ' and passes on the base’s' : ' and pass on the base’s'),
    ...(isLeftOut
      ? [
          ...words(', although the code under '),
          ...code('writes'),
          ...words(
            ` is the same on both sides: no verdict rests on ${isOne ? 'it' : 'them'}, and as long as `,
          ),
          ...words(`${isOne ? 'it fails' : 'they fail'} nothing that speaks for the change counts.`),
        ]
      : words(', so the spec may not be the cause.')),
    ...changedBeside(otherFiles, isOne),
  ];
}

function changedBeside(files: readonly string[], isOne: boolean): Phrases {
  if (files.length === 0)
    return words(
      ` No other file changed, so ${isOne ? 'it reads' : 'they read'} the text of the spec, or may fail at any time.`,
    );
  return [
    ...words(' Besides the spec this change touches '),
    ...joinNames(
      files.map((file) => code(file, 120)),
      5,
    ),
    ...words('.'),
  ];
}

/** The step before any other where what fails also fails without generated code: it may come from another file. */
export function lookBesideFirst(summary: PortabilitySummary, { spec }: Pick<Verdict, 'spec'>): Phrases {
  const broken = brokenBeside(summary).find((each) => each.spec === spec && !each.isLeftOut);
  if (broken === undefined) return [];
  const { tests, otherFiles } = broken;
  return [
    ...words('see first why '),
    ...joinNames(
      tests.map((test) => nameTest(test)),
      2,
    ),
    ...words(
      ` ${tests.length === 1 ? 'fails' : 'fail'} on the head’s own committed code too (also changed: `,
    ),
    ...joinNames(otherFiles.map((file) => code(file, 120))),
    ...words('). If it is the spec, '),
  ];
}

/** What to do about tests that no verdict rests on; null if there are none. */
export function mendBroken(summary: PortabilitySummary): Phrases | null {
  const broken = brokenBeside(summary).find(({ isLeftOut }) => isLeftOut);
  if (broken === undefined) return null;
  const { tests, otherFiles } = broken;
  return [
    ...words('make '),
    ...joinNames(
      tests.map((test) => nameTest(test)),
      2,
    ),
    ...words(' pass on the head’s own committed code first'),
    ...(otherFiles.length === 0
      ? []
      : [
          ...words(', or move the change of '),
          ...joinNames(otherFiles.map((file) => code(file, 120))),
          ...words(' to a pull request of its own'),
        ]),
    ...words('; then the spec can be judged.'),
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
