import type { ShardFile } from './shard-file.ts';
import type { Shard } from './shard.ts';

/** Files of the shards that are not part of the report. */
export type IgnoredRecords = {
  /** Damaged records, and records of an origin that is not trusted. */
  readonly damaged: number;
  /** Answers that no question of the run asks for. */
  readonly foreign: number;
};

/** One sentence for each shard of a fanned-out run that did not finish. */
export function shardNotes(
  ends: readonly { readonly shard: Shard; readonly file: ShardFile | null }[],
): readonly string[] {
  return ends.flatMap(({ shard, file }) => {
    if (file?.end.kind === 'finished') return [];
    const how = file === null ? 'left no result' : `ended early (${file.end.why})`;
    return [
      `Shard ${shard.id} of ${ends.length} ${how}: its samples that are not on record count as unmeasured (${subjectsOf(shard)}). Run the failed jobs again; what is on record is not asked twice.`,
    ];
  });
}

/** One sentence for each kind of ignored file. */
export function ignoredRecordsNotes({ damaged, foreign }: IgnoredRecords): readonly string[] {
  return [
    ...(damaged === 0
      ? []
      : [`Of the records that the shards left ${damaged} could not be relied on and were left out.`]),
    ...(foreign === 0
      ? []
      : [`The shards left ${foreign} answers that no question of this run asks for; they were left out.`]),
  ];
}

const named = 5;

function subjectsOf({ questions }: Shard): string {
  const names = questions.map(({ change, head }) => `${change.name} on ${head.model.id}`);
  const more = names.length - named;
  return `${names.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
