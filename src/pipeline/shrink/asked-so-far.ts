import type { PartSamples } from '../../core/clause-map/part-samples.ts';
import type { Answer, Subject } from '../../core/shrink/answer.ts';
import type { ShrinkEnd } from '../../core/shrink/shrunk.ts';
import type { MeasuredCell } from '../../core/verdict/measurements.ts';
import type { Engine } from '../engine/engine.ts';
import { askRemoval, type Asking } from './ask-removal.ts';

/** What asking about a text has come to so far. */
export type Taken = {
  readonly cells: readonly MeasuredCell[];
  /** Of every shorter text, for the map of which tests notice which parts. */
  readonly samples: readonly PartSamples[];
  readonly questions: number;
  /** Why nothing more is asked; null = it goes on. */
  readonly end: Exclude<ShrinkEnd, 'settled'> | null;
  /** Where the original text passes too rarely. */
  readonly weakOn: readonly Subject[];
};

/** Before the first question. */
export const nothingTaken: Taken = { cells: [], samples: [], questions: 0, end: null, weakOn: [] };

/** Asks about one shorter text more. */
export async function askMore(
  engine: Engine,
  taken: Taken,
  asking: Asking,
): Promise<{ readonly taken: Taken; readonly answers: readonly Answer[] }> {
  const { answers, measurements, samples } = await askRemoval(engine, asking);
  const isCutShort = measurements.cells.some(({ code }) => code.kind === 'unmeasured');
  const weakOn = answers.filter(({ verdict }) => verdict === 'base-too-weak');
  const end = isCutShort ? whyCutShort(engine) : weakOn.length > 0 ? 'base-too-weak' : null;
  return {
    answers,
    taken: {
      cells: [...taken.cells, ...measurements.cells],
      samples: [...taken.samples, ...samples],
      questions: taken.questions + answers.length,
      end,
      weakOn: weakOn.map(({ spec, model }) => ({ spec, model })),
    },
  };
}

function whyCutShort({ ledger, ports, deadline }: Engine): 'budget' | 'unmeasured' {
  return ledger.refusedBy.length > 0 || ports.clock.now() >= deadline ? 'budget' : 'unmeasured';
}
