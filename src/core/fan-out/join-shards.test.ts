import { describe, expect, test } from '@jest/globals';
import { aModel, aQuestion } from '../../testing/builders/a-question.ts';
import { inMemory } from '../../testing/builders/in-memory.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import { sidesOf } from '../plan/question.ts';
import type { TakenAnswer } from '../records/taken-answer.ts';
import { Measured } from '../verdict/measured.ts';
import type { MeasuredCell, Measurements } from '../verdict/measurements.ts';
import { joinShards } from './join-shards.ts';
import { divided } from './plan-of-file.ts';
import type { ShardFile } from './shard-file.ts';

const models = [aModel({ id: 'one', name: 'one' }), aModel({ id: 'other', name: 'other' })];
const settings = someSettings({ models, samples: { looks: [2], base: 5, confirm: 3 } });
const questions = models.map((model) => aQuestion({ model, looks: [2] }));
const plan = divided({ changes: [], questions }, { settings, spentUsd: null, wanted: 2 });
const [first, second] = plan.shards;

type Finished = Extract<ShardFile['end'], { kind: 'finished' }>;
const finished: Finished = {
  kind: 'finished',
  asked: [],
  replayed: [],
  unmeasured: [],
  unsafe: [],
  stopped: [],
  ranOut: [],
  spent: { usd: 0, tokens: 0, generations: 0 },
};

/**
 * What the replay of a whole run finds: every planned sample of every question; those that `lacks` names are not on
 * record.
 */
function replay(lacks: (key: string) => boolean = () => false, run = '7'): Measurements {
  const cells = plan.plan.questions.flatMap((question) =>
    sidesOf(question).flatMap(({ role, arm, samples }) =>
      samples.map((sample): MeasuredCell => {
        const key = arm.keyOf(sample);
        const of = {
          question: question.id,
          role,
          arm,
          sample,
          testRun: null,
          evidence: null,
          flaky: [],
          cached: true,
        };
        return lacks(key)
          ? { ...of, code: { kind: 'unmeasured', why: 'cancelled' }, generation: null }
          : { ...of, code: { kind: 'no-code', why: 'refused' }, generation: generation(key, run) };
      }),
    ),
  );
  return new Measured({ questions: plan.plan.questions, trees: new Map() }).with(cells);
}

function generation(key: string, run: string): TakenAnswer {
  const origin = { at: 0, event: 'pull-request', ref: null, run, pullRequest: 7 } as const;
  const result = { kind: 'too-long', detail: '' } as const;
  return inMemory({
    ...{ schema: 1, kind: 'generation', key, origin, model: 'one' },
    ...{ sample: 0, nonce: 'n', attempts: 1, result },
  });
}

/** Keys of the samples that the questions of a shard take, in the order of the plan. */
function keysOf(shard: typeof first): readonly string[] {
  return (shard?.questions ?? []).flatMap((question) =>
    sidesOf(question).flatMap(({ arm, samples }) => samples.map(arm.keyOf)),
  );
}

function joined(
  ends: Readonly<Record<string, ShardFile['end']>>,
  replayed: Measurements,
  run: string | null = '7',
) {
  const files = Object.entries(ends).map(
    ([id, end]) => [id, { schema: 1, plan: plan.file.key, id, end } as const] as const,
  );
  return joinShards(plan, { ends: new Map(files), replayed }, { settings, run });
}

function cellOf({ measurements }: { readonly measurements: Measurements }, key: string) {
  return measurements.cells.find(({ arm, sample }) => arm.keyOf(sample) === key);
}

test('the plan of these tests has two shards, each with a question of its own', () => {
  expect(plan.shards.map(({ questions: own }) => own.length)).toEqual([1, 1]);
});

describe('shards that all came to their end', () => {
  const [asked = ''] = keysOf(first);
  const [replayed = ''] = keysOf(second);
  const ends = {
    1: { ...finished, asked: [asked] },
    2: { ...finished, replayed: keysOf(second) },
  };

  test('leave every sample as it was measured, paid for where a shard asked for it', () => {
    const { measurements, lacksShards, notes } = joined(ends, replay());

    expect(measurements.cells).toHaveLength(8);
    expect(cellOf({ measurements }, asked)?.cached).toBe(false);
    expect(cellOf({ measurements }, replayed)?.cached).toBe(true);
    expect({ lacksShards, notes }).toEqual({ lacksShards: false, notes: [] });
  });

  test('are not believed about the samples of another shard', () => {
    const claims = { ...ends, 2: { ...finished, asked: [asked], unsafe: [asked] } };

    const run = joined({ ...claims, 1: finished }, replay());

    expect(cellOf(run, asked)?.cached).toBe(true);
    expect(cellOf(run, asked)?.code).toEqual({ kind: 'no-code', why: 'refused' });
  });

  test('say why a sample is missing', () => {
    const end = { ...finished, unmeasured: [{ key: asked, why: 'quota' } as const] };

    const run = joined(
      { ...ends, 1: end },
      replay((key) => key === asked),
    );

    expect(cellOf(run, asked)?.code).toEqual({ kind: 'unmeasured', why: 'quota' });
  });

  test('say that an answer wrote where it may not, which nobody can see again without the tree', () => {
    const end = { ...finished, asked: [asked], unsafe: [asked] };

    const run = joined(
      { ...ends, 1: end },
      replay((key) => key === asked),
    );

    expect(cellOf(run, asked)?.code).toEqual({ kind: 'no-code', why: 'unsafe-path' });
  });

  test('leave out a sample that no shard went on to', () => {
    const run = joined(
      { ...ends, 1: finished },
      replay((key) => key === asked),
    );

    expect(cellOf(run, asked)).toBeUndefined();
    expect(run.measurements.cells).toHaveLength(7);
  });

  test('give the models they left and the caps they used up, a misconfiguration before an outage', () => {
    const stopped = (why: string, isMisconfigured: boolean) => [
      { model: 'one', why, isMisconfigured },
      { model: 'nobody', why, isMisconfigured },
    ];
    const run = joined(
      {
        1: { ...finished, stopped: stopped('no such model', true), ranOut: ['usd'] },
        2: { ...finished, stopped: stopped('503', false), ranOut: ['usd', 'minutes'] },
      },
      replay(),
    );

    expect([...run.stopped]).toEqual([['one', { why: 'no such model', isMisconfigured: true }]]);
    expect(run.exhaustedCaps).toEqual(['usd', 'minutes']);
  });
});

describe('a shard that did not come to its end', () => {
  const ends = { 2: { ...finished, replayed: keysOf(second) } };
  const [lost = ''] = keysOf(first);

  test('is named, and its samples that are not on record stay unmeasured', () => {
    const run = joined(
      ends,
      replay((key) => key === lost),
    );

    expect(run.lacksShards).toBe(true);
    expect(run.notes).toEqual([expect.stringMatching(/^Shard 1 of 2 left no result: .*\(duration on one\)/)]);
    expect(cellOf(run, lost)?.code).toEqual({ kind: 'unmeasured', why: 'cancelled' });
  });

  test('paid for what is on record of this workflow run', () => {
    expect(cellOf(joined(ends, replay()), lost)?.cached).toBe(false);
    expect(
      cellOf(
        joined(
          ends,
          replay(() => false, '6'),
        ),
        lost,
      )?.cached,
    ).toBe(true);
    expect(cellOf(joined(ends, replay(), null), lost)?.cached).toBe(true);
  });

  test('says in its own words why it ended early', () => {
    const { notes } = joined({ ...ends, 1: { kind: 'failed', why: 'KEY_MISSING: no key' } }, replay());

    expect(notes).toEqual([expect.stringContaining('Shard 1 of 2 ended early (KEY_MISSING: no key)')]);
  });
});

test('a sample that two questions take was paid for one of them', () => {
  const [question] = plan.plan.questions;
  const { cells } = replay();
  const again = cells.filter((cell) => cell.question === question?.id);
  const twice = replay().with([...cells, ...again]);

  const { measurements } = joined({ 2: finished }, twice);

  const paid = measurements.cells.filter(({ cached }) => !cached).map(({ generation: of }) => of?.key);
  expect(paid).toEqual(keysOf(first));
});
