import type { Change, ProvenChange } from '../controls/change.ts';
import type { TestCase, TestRun } from '../results/test-report.ts';
import { declaredAt, type DeclaringFile } from './test-names.ts';

/** Changes that are tried in one run on code that is known to pass; at most one for each test. */
export type Trial = readonly Change[];

/** What a trial says about its changes. */
export type TrialResult = {
  readonly proven: readonly ProvenChange[];
  /** Every test passed as before. */
  readonly unnoticed: readonly Change[];
  /** Something else happened than that the tests around the changes failed; each alone may still be proved. */
  readonly unclear: readonly Change[];
};

/** Stands for the whole command where only its exit code is known. */
export const wholeCommand = '(the test command)';

/** Compares the run with the changes to the one without them. */
export function readTrial(of: {
  readonly own: TestRun;
  readonly run: TestRun;
  readonly trial: Trial;
  readonly files: readonly DeclaringFile[];
}): TrialResult {
  const { own, run, trial, files } = of;
  const before = own.report;
  const after = run.report;
  if (run.run.end.kind !== 'exited' || before === null || after === null || before.format !== after.format)
    return allUnclear(trial);
  if (before.format === 'exit-code') return byExitCode(trial, run.run.end.code);
  const differing = differences(before.cases, after.cases);
  const [first] = trial;
  if (first?.kind === 'data') return ofData(first, differing);
  const parts = partsOf(trial, differing, files);
  return parts === null ? allUnclear(trial) : sorted(parts);
}

/** What happened around each change; null if something happened that cannot be any change's doing. */
function partsOf(
  trial: Trial,
  differing: readonly Difference[],
  files: readonly DeclaringFile[],
): ReadonlyMap<Change, Part> | null {
  const parts = new Map(trial.map((change) => [change, emptyPart()] as const));
  for (const each of differing) {
    const places = declaredAt(each.id, files);
    const found = trial.filter((change) => places.some((place) => isAbout(change, place)));
    // Where another test of the file was touched, no change of that file is clear.
    const touched = trial.filter(({ path }) => places.some((place) => place.path === path));
    if (touched.length === 0) return null;
    for (const change of found.length > 0 ? found : touched) {
      const part = parts.get(change) ?? emptyPart();
      add(part, found.length === 1 ? each : { ...each, what: 'other' });
    }
  }
  return parts;
}

// Data files are changed alone, so everything that differs is their doing.
function ofData(change: Change, differing: readonly Difference[]): TrialResult {
  const part = emptyPart();
  for (const each of differing) add(part, each);
  // Files that no test reads as examples are not held against the suite.
  return { ...sorted(new Map([[change, part]])), unnoticed: [] };
}

type Difference = Pick<TestCase, 'id' | 'message'> & {
  readonly what: 'now-failing' | 'gone' | 'new-failing' | 'new-passing' | 'other';
};

function differences(before: readonly TestCase[], after: readonly TestCase[]): readonly Difference[] {
  const old = new Map(before.map((each) => [each.id, each]));
  const now = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((each): readonly Difference[] => {
    const known = old.get(each.id);
    if (known === undefined)
      return [{ ...each, what: each.status === 'failed' ? 'new-failing' : 'new-passing' }];
    if (known.status === each.status) return [];
    return [
      { ...each, what: known.status === 'passed' && each.status === 'failed' ? 'now-failing' : 'other' },
    ];
  });
  const gone = before.filter(({ id }) => !now.has(id));
  return [...changed, ...gone.map((each) => ({ ...each, what: 'gone' as const }))];
}

type Part = { failing: string[]; gone: string[]; fresh: string[]; passing: number; isSpoiled: boolean };

function emptyPart(): Part {
  return { failing: [], gone: [], fresh: [], passing: 0, isSpoiled: false };
}

function add(part: Part, { id, what, message }: Difference): void {
  if (what === 'now-failing') part.failing.push(id);
  if (what === 'gone') part.gone.push(id);
  if (what === 'new-failing') part.fresh.push(id);
  if (what === 'new-passing') part.passing += 1;
  part.isSpoiled ||= what === 'other' || (what !== 'gone' && crashed.test(message));
}

// Code that breaks fails for every code under test, so it would say nothing about this one.
const crashed =
  /^(?:[\w.]*: )?(?:Uncaught )?(?:TypeError|ReferenceError|SyntaxError|NameError|KeyError|IndexError|AttributeError|ImportError|ModuleNotFoundError|IndentationError)\b|Cannot read propert|is not a function|is not defined\b|is not iterable|^panic:|nil pointer dereference/m;

// A change outside of all tests may concern every test of its file.
function isAbout(
  change: Change,
  { path, block }: { readonly path: string; readonly block: string | null },
): boolean {
  return change.path === path && (change.block === null || change.block === block);
}

function sorted(parts: ReadonlyMap<Change, Part>): TrialResult {
  const proven: ProvenChange[] = [];
  const unnoticed: Change[] = [];
  const unclear: Change[] = [];
  for (const [change, part] of parts) {
    const noticedBy = [...part.failing, ...part.fresh];
    // A test that is named after its values is another test in each run.
    const isWhole = part.gone.length === part.fresh.length + part.passing;
    if (part.isSpoiled || !isWhole) unclear.push(change);
    else if (noticedBy.length === 0) unnoticed.push(change);
    else proven.push({ change, tests: [...part.failing, ...part.gone], noticedBy });
  }
  return { proven, unnoticed, unclear };
}

function byExitCode(trial: Trial, code: number): TrialResult {
  const [change, ...others] = trial;
  if (change === undefined || others.length > 0) return allUnclear(trial);
  if (code === 0) return { proven: [], unnoticed: [change], unclear: [] };
  return {
    proven: [{ change, tests: [wholeCommand], noticedBy: [wholeCommand] }],
    unnoticed: [],
    unclear: [],
  };
}

function allUnclear(trial: Trial): TrialResult {
  return { proven: [], unnoticed: [], unclear: trial };
}
