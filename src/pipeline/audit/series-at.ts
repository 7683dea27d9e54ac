import type { Series } from '../../core/audit/series.ts';
import { armsFor } from '../../core/plan/arm.ts';
import type { Arm } from '../../core/plan/arm.ts';
import { ask } from '../../core/plan/question.ts';
import type { Asked } from '../../core/plan/question.ts';
import type { Settings } from '../../core/settings.ts';
import { hunksBetween } from '../../core/specs/hunks.ts';
import type { SpecPair, SpecVersion } from '../../core/specs/spec.ts';
import type { Repository } from '../../ports/repository.ts';
import { readSpecs } from '../specs/read-specs.ts';

/** The commits of an audit; the anchor is null if none is configured. */
export type AuditCommits = { readonly head: string; readonly anchor: string | null };

/** Every spec of a commit on every model, each with its anchor. */
export async function seriesAt(
  repository: Repository,
  settings: Settings,
  commits: AuditCommits,
): Promise<readonly Series[]> {
  const heads = await readSpecs(repository, settings.specs, commits.head);
  const anchors = commits.anchor === null ? [] : await readSpecs(repository, settings.specs, commits.anchor);
  return heads.flatMap((head) => {
    // A spec that does not exist in the anchor yet is compared with its own first nights.
    const anchor = anchors.find(({ spec }) => spec.name === head.spec.name) ?? head;
    const change = changeBetween(anchor, head);
    const armOf = armsFor(change);
    return settings.models.map((model) => {
      const arms = { head: armOf(head, model), anchor: armOf(anchor, model) };
      const texts = { head: textKey(arms.head), anchor: textKey(arms.anchor) };
      return { spec: change.name, change, model, ...arms, texts };
    });
  });
}

/** A question that measures one arm and compares it with nothing. */
export function measuringQuestion({ change }: Series, arm: Arm): Asked {
  return ask({ asks: 'portable', change, base: null, head: arm });
}

function changeBetween(base: SpecVersion, head: SpecVersion): SpecPair {
  const shown = ({ files, instructions }: SpecVersion): SpecVersion['files'] => [...files, ...instructions];
  return {
    name: head.spec.name,
    base,
    head,
    hunks: base === head ? [] : hunksBetween(shown(base), shown(head), new Map()),
    changedTests: [],
    // Between an anchor and today anything may have changed, including tests.
    otherFilesChanged: base.commit !== head.commit,
  };
}

// Equal for two arms exactly if their model would be asked the same.
function textKey(arm: Arm): string {
  return arm.keyOf(0).slice(0, 16);
}
