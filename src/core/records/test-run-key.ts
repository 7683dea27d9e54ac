import type { GeneratedFile } from '../generation/completion.ts';
import type { SpecVersion } from '../specs/spec.ts';
import { digest } from '../digest.ts';

/** Key of one run of the test command: the whole tree it saw, how it was made ready, and what was run where. */
export function testRunKey(of: {
  /** Git object id of the committed tree. */
  readonly tree: string;
  readonly version: SpecVersion;
  /** null: the committed code stands under `writes`. */
  readonly files: readonly GeneratedFile[] | null;
  readonly sandbox: string;
  /** 0, or how often the same tree was tested before: a failing one is run again to see whether its tests flip. */
  readonly repeat: number;
  /** `forced-failure`: every test was made to fail. */
  readonly mode: 'plain' | 'forced-failure';
}): string {
  const { spec, emptied } = of.version;
  const { directory, setup, test, results, timeoutMs } = spec;
  // Where nothing is committed under `writes` the committed and the emptied tree are one and the same.
  const content = of.files === null && emptied.length > 0 ? 'committed' : { emptied, files: of.files ?? [] };
  return digest({
    kind: 'test-run',
    tree: of.tree,
    directory,
    setup,
    test,
    results,
    timeoutMs,
    content,
    sandbox: of.sandbox,
    repeat: of.repeat,
    // `shadow` is what the keys of stored forced-failure runs were made with.
    mode: of.mode === 'plain' ? 'plain' : 'shadow',
    // Runs that were recorded before a guard watched them must not stand for guarded ones.
    guard: 1,
  });
}
