import { atOnce } from '../../core/at-once.ts';
import type { TreeRuns } from '../../core/results/test-report.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { stoppedBy, type Engine } from './engine.ts';
import { controlsFor, type Found, type KnownCode } from './prove-changes.ts';

type Trees = ReadonlyMap<SpecVersion, TreeRuns>;

/**
 * Finds out which changes of the tests honest code fails on, before any model is asked: on each base, and on a head for
 * what its base cannot say. The result stands beside the runs of the tree. With `controls: off` nothing is tried.
 */
export async function findControls(
  engine: Engine,
  sides: ReadonlyMap<SpecVersion, 'base' | 'head'>,
  trees: Trees,
): Promise<Trees> {
  if (engine.settings.controls === 'off') return trees;
  const of = (side: 'base' | 'head'): readonly SpecVersion[] =>
    [...sides].filter(([, each]) => each === side).map(([version]) => version);
  const known = new Map<SpecVersion, Found>();
  for (const side of ['base', 'head'] as const) {
    const found = await atOnce(of(side), async (version, stop) => {
      const base = side === 'base' ? null : baseOf(version, known);
      return [
        version,
        await controlsFor(stoppedBy(engine, stop), {
          version,
          trees: trees.get(version),
          code: committedCode(trees.get(version)),
          base,
        }),
      ] as const;
    });
    for (const [version, each] of found) if (each !== null) known.set(version, each);
  }
  return new Map(
    [...trees].map(([version, each]) => {
      const controls = known.get(version)?.controls;
      return [version, controls === undefined ? each : { ...each, controls }] as const;
    }),
  );
}

/** The committed code of a version; null if there is none. */
export function committedCode(trees: TreeRuns | undefined): KnownCode | null {
  const testRun = trees?.own ?? null;
  return testRun === null ? null : { content: { kind: 'committed' }, testRun };
}

function baseOf({ spec }: SpecVersion, known: ReadonlyMap<SpecVersion, Found>): Found | null {
  return [...known].find(([version]) => version.spec.name === spec.name)?.[1] ?? null;
}
