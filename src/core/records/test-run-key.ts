import type { ChangedFile } from '../controls/change.ts';
import type { GeneratedFile } from '../generation/completion.ts';
import type { SpecVersion } from '../specs/spec.ts';
import { digest } from '../digest.ts';

/**
 * Version of the reader of test reports. It goes up with every change after which the same report gives other ids, so
 * that a run that was read before is run again, without a model call, unless `readsAlike` knows that its ids are the
 * same. 2: class names of JUnit without files, one row for tests of one name, TAP without times.
 */
export type ReaderVersion = 1 | 2;

/** `forced-failure`: every test is made to fail. `traced`: what it loads is listed. */
export type TestMode = 'plain' | 'forced-failure' | 'traced';

/** Key of one run of the test command: the whole tree, how it was prepared, and which command ran where. */
export function testRunKey(of: {
  /** Git object id of the committed tree. */
  readonly tree: string;
  readonly version: SpecVersion;
  /** null: the committed code stands under `writes`. */
  readonly files: readonly GeneratedFile[] | null;
  readonly sandbox: string;
  /** 0, or how often the same tree was tested before: a failing tree is tested again to see whether its tests flip. */
  readonly repeat: number;
  /** `controlled`: not a run, but what the controls of this one said, so that a pass is earned only once. */
  readonly mode: TestMode | 'controlled';
  /** Whether a guard watches the test process; missing = one does. */
  readonly isGuarded?: boolean | undefined;
  /** Test files that ask for something else than committed; missing = none. */
  readonly changed?: readonly ChangedFile[] | undefined;
  readonly reader: ReaderVersion;
}): string {
  const { spec, emptied } = of.version;
  const { directory, setup, test, results, timeoutMs } = spec;
  // If nothing is committed under `writes`, the committed and the emptied tree are the same.
  const content = of.files === null && emptied.length > 0 ? 'committed' : { emptied, files: of.files ?? [] };
  return digest({
    kind: 'test-run',
    tree: of.tree,
    directory,
    setup,
    ...gitOf(of.version),
    test,
    results,
    timeoutMs,
    content,
    sandbox: of.sandbox,
    repeat: of.repeat,
    // Keys of stored forced-failure runs were made with the word `shadow`.
    mode: of.mode === 'forced-failure' ? 'shadow' : of.mode,
    // Runs that were recorded before the guard existed must not count as guarded ones.
    guard: (of.isGuarded ?? true) ? 1 : 0,
    // Keys of runs on the committed tests do not name this.
    ...((of.changed ?? []).length === 0 ? {} : { changed: of.changed }),
    // Keys of the first version do not name it.
    ...(of.reader === 1 ? {} : { reader: of.reader }),
  });
}

// What a setup with a repository makes follows from the commit and not from its tree alone.
function gitOf({ spec, commit }: SpecVersion): { readonly git?: string } {
  return spec.git === undefined ? {} : { git: commit };
}
