import { atOnce } from '../../core/at-once.ts';
import { digest } from '../../core/digest.ts';
import type { AcceptedTests } from '../../core/results/test-report.ts';
import type { Question } from '../../core/plan/question.ts';
import { questionsOf } from '../../core/plan/questions-of.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ModelSwitch } from '../../core/model-switch.ts';
import type { Model, Settings, SpecEntry } from '../../core/settings.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';
import { withAgentVersions, type AskAgentVersion } from './agent-versions.ts';
import { baseJudges } from './base-judge.ts';
import { findChanges, type FoundChanges } from './find-changes.ts';
import { verdictIdOf } from './verdict-id.ts';
import type { SpecPair } from '../../core/specs/spec.ts';
import { unchangedSpec } from '../../core/specs/unchanged-spec.ts';
import { listSide, refuseLinkedSpecs } from './commit-side.ts';
import { readVersion } from './read-version.ts';

/** The questions that follow from two commits and from a model switch. */
export type Work = FoundChanges & {
  readonly questions: readonly Question[];
  /** What the verdicts will follow from; null if there is nothing to ask. */
  readonly verdictId: string | null;
  /** The settings of the run with the versions of its agents, if there is anything to ask. */
  readonly settings: Settings;
};

/** Finds what a run has to ask. No money is spent, and no stored sample is looked up. */
export async function findWork(
  repository: Repository,
  of: {
    readonly trigger: Trigger;
    readonly settings: Settings;
    readonly switches?: readonly ModelSwitch[];
    /** Missing = the models are taken as they are. */
    readonly agentVersionOf?: AskAgentVersion | undefined;
  },
): Promise<Work> {
  const { trigger, switches: given = [] } = of;
  const { specs: entries } = of.settings;
  if (trigger.kind === 'audit') throw new Error('an audit compares no two commits');
  const { base, head } = trigger;
  const found = await findChanges({ repository, entries, base, head });
  const withBaseJudge = baseJudges(repository, { base, head });
  const changes = await atOnce(found.changes, async (change) =>
    change.head === null ? change : { ...change, head: await withBaseJudge(change.head) },
  );
  const unchanged =
    given.length === 0 ? [] : await unchangedSpecs(repository, { entries, head, changes, withBaseJudge });
  const { settings, switches } =
    changes.length + unchanged.length === 0 ? { ...of, switches: given } : await versioned(of);
  const questions = questionsOf({ changes, unchanged, switches, settings });
  const verdictId = questions.length === 0 ? null : await verdictIdOf(repository, questions, settings);
  return { ...found, changes, questions, verdictId, settings };
}

// A run with nothing to ask needs no agent installed.
async function versioned({
  settings,
  switches = [],
  agentVersionOf,
}: Parameters<typeof findWork>[1]): Promise<{
  readonly settings: Settings;
  readonly switches: readonly ModelSwitch[];
}> {
  if (agentVersionOf === undefined) return { settings, switches };
  const known = async (models: readonly Model[]) => withAgentVersions(models, agentVersionOf);
  return {
    settings: { ...settings, models: await known(settings.models) },
    switches: await atOnce(switches, async ({ from, to }) => {
      const [before = from, after = to] = await known([from, to]);
      return { from: before, to: after };
    }),
  };
}

/** Whether the change alters how the tests of any question are run. */
export function altersJudge({ questions }: Work): boolean {
  return questions.some(({ head }) => head.version.judge !== undefined);
}

/** The work where somebody accepted that: a queue repeats its verdict only while that is so. */
export function withAcceptance(work: Work, accepted: AcceptedTests | null): Work {
  const { verdictId } = work;
  if (accepted === null || verdictId === null) return work;
  return { ...work, verdictId: digest({ kind: 'accepted verdict', verdictId }) };
}

/** Every spec of the head, changed or not, as an unchanged pair. */
async function unchangedSpecs(
  repository: Repository,
  of: {
    readonly entries: readonly SpecEntry[];
    readonly head: string;
    readonly withBaseJudge: ReturnType<typeof baseJudges>;
    /** Versions that have been read already are reused, so that their trees are measured once. */
    readonly changes: readonly SpecPair[];
  },
): Promise<readonly SpecPair[]> {
  const side = await listSide({ repository, entries: of.entries, commit: of.head });
  refuseLinkedSpecs(side);
  const read = new Map(of.changes.flatMap(({ head }) => (head === null ? [] : [[head.spec.name, head]])));
  const versions = await atOnce(
    side.specs,
    async (spec) => read.get(spec.name) ?? of.withBaseJudge(await readVersion(repository, spec, side)),
  );
  return versions.map((version) => unchangedSpec(version));
}
