import { atOnce } from '../../core/at-once.ts';
import { regressedIn } from '../../core/blame/regressed.ts';
import { besideOthersNotes } from '../../core/blame/unasked-note.ts';
import { ownersOf } from '../../core/fan-out/cell-key.ts';
import { joinShards, takenCells } from '../../core/fan-out/join-shards.ts';
import type { PlanFile } from '../../core/fan-out/plan-file.ts';
import { planOfFile } from '../../core/fan-out/plan-of-file.ts';
import type { Shard } from '../../core/fan-out/shard.ts';
import { readShardFile, type ShardFile } from '../../core/fan-out/shard-file.ts';
import { ignoredRecordsNotes } from '../../core/fan-out/shard-notes.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Settings } from '../../core/settings.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import type { FanOutFolder } from '../../ports/fan-out-folder.ts';
import { findWords, type WordsFound } from '../blame/find-words.ts';
import type { JoinedSearch } from '../blame/search-words.ts';
import { announcePlan } from '../check/announce-plan.ts';
import { check } from '../check/check.ts';
import { checkedOf, type Checked } from '../check/conclude.ts';
import type { CheckRequest } from '../check/check-request.ts';
import type { Ports } from '../engine/engine.ts';
import { openEngine } from '../engine/open-engine.ts';
import { runPlan } from '../engine/run-plan.ts';
import { planShards } from './plan-job.ts';
import { noPlan, readPlan } from './read-plan.ts';

/** Where the shards wrote their results, and for which workflow run. */
type Left = {
  readonly folder: FanOutFolder;
  /** Id of this workflow run; null outside of one. */
  readonly run: string | null;
};

/** The last job: joins the results of the shards and judges them. */
export async function reportJob(ports: Ports, request: CheckRequest, left: Left): Promise<Checked> {
  const file = await readPlan(left.folder, request.settings);
  if (request.mode.kind === 'repeat') return check(ports, request);
  if (file !== null) return joined(ports, request, { ...left, file });
  // Whether there is really nothing to ask is checked again: a lost plan must not look like that.
  if ((await planShards(ports, request, null)) !== null) throw noPlan();
  return check(ports, request);
}

async function joined(
  ports: Ports,
  request: CheckRequest,
  { file, folder, run }: Left & { readonly file: PlanFile },
): Promise<Checked> {
  const { settings, work } = request;
  const divided = planOfFile(work, file, settings);
  const { plan, shards } = divided;
  await ports.restoreRecords();
  // Recorded, so that judging again takes the same samples.
  await ports.records.write({ schema: 1, kind: 'plan', key: file.key, questions: file.questions });
  await announcePlan(ports, plan, settings);
  const ids = shards.map(({ id }) => id);
  const { reader } = ports;
  const owners = new Map(ownersOf(shards));
  const records = await folder.joinRecords({ shards: ids, owners, reader });
  const replay = { plan, allowance: { kind: 'replay' } } as const;
  await using engine = await openEngine({ ...ports, records }, request, replay);
  // Replayed as a part of a run, so that it takes every confirmation that any of the shards drew.
  const replayed = await runPlan(engine, plan, { questions: plan.questions.length });
  const ends = await shardFiles(folder, file);
  const { notes, ...whole } = joinShards(divided, { ends, replayed }, { settings, run });
  const { measurements } = whole;
  const words = await findWords(engine, {
    plan,
    measurements,
    joined: joinedSearch({ shards, ends, owners }),
  });
  const cells = takenCells(words.cells, { shards, ends, owners, run });
  const said = [...notes, ...ignoredRecordsNotes(records.ignored())];
  return await checkedOf(ports, request, {
    plan,
    ...whole,
    words: {
      ...words,
      cells,
      beside: [...words.beside, ...unlooked(plan, measurements, { settings, words })],
    },
    notes: said,
    skipReason: null,
  });
}

// A job looks for words where a question regresses whatever the others show.
function unlooked(
  plan: Plan,
  measurements: Measurements,
  of: { readonly settings: Settings; readonly words: WordsFound },
): WordsFound['beside'] {
  const { settings, words } = of;
  if (settings.bisect === 'never') return [];
  const within = (questions: number | null) => regressedIn(plan, measurements, { settings, questions });
  const strictly = within(plan.questions.length);
  return besideOthersNotes({ regressed: within(null), strictly, found: words.found });
}

// A search takes samples that no plan names. They come from the shard that asked its question.
function joinedSearch(of: {
  readonly shards: readonly Shard[];
  readonly ends: ReadonlyMap<string, ShardFile | null>;
  readonly owners: Map<string, string>;
}): JoinedSearch {
  const { owners } = of;
  const byQuestion = new Map(
    of.shards.flatMap(({ id, questions }) => questions.map((question) => [question.id, id] as const)),
  );
  return {
    expect: (question, key) => {
      const shard = byQuestion.get(question.id);
      if (shard !== undefined && !owners.has(key)) owners.set(key, shard);
    },
    whyMissing: (key) => {
      const end = of.ends.get(owners.get(key) ?? '')?.end;
      if (end?.kind !== 'finished') return null;
      return end.unmeasured.find((each) => each.key === key)?.why ?? null;
    },
  };
}

async function shardFiles(
  folder: FanOutFolder,
  { key, shards }: PlanFile,
): Promise<ReadonlyMap<string, ShardFile | null>> {
  const files = await atOnce(shards, async ({ id }) => {
    const text = await folder.readShard(id);
    return [id, text === null ? null : readShardFile(text, { plan: key, id })] as const;
  });
  return new Map(files);
}
