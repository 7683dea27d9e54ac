import { clauseMap, type ClauseMap } from '../../core/clause-map/clause-map.ts';
import { falseDiscoveries } from '../../core/clause-map/map-cells.ts';
import type { PartSamples } from '../../core/clause-map/part-samples.ts';
import { textsWith } from '../../core/parts/texts-with.ts';
import type { Shrunk } from '../../core/shrink/shrunk.ts';
import { judgedParts } from '../../core/shrink/shrunk-of.ts';
import type { MeasuredCell } from '../../core/verdict/measurements.ts';
import type { Engine } from '../engine/engine.ts';
import { confirmParts } from './confirm-parts.ts';
import type { Target } from './find-targets.ts';
import { offerOf } from './offer-of.ts';
import { searchParts } from './search-parts.ts';

/** What was found about one text, and the samples that were taken for it. */
export type ShrunkTarget = {
  readonly shrunk: Shrunk;
  readonly map: ClauseMap;
  readonly cells: readonly MeasuredCell[];
};

/**
 * Looks for parts of a text that can go, and confirms what is left on fresh samples. It only chooses the next question
 * from what is measured, so with the same records it asks nothing again.
 */
export async function shrinkTarget(engine: Engine, target: Target): Promise<ShrunkTarget> {
  const subjects = target.specs.flatMap(({ version }) =>
    engine.settings.models.map(({ id }) => ({ spec: version.spec.name, model: id })),
  );
  const { soFar, taken: searching } = await searchParts(engine, target, subjects);
  const { gone } = soFar;
  const mayConfirm = gone.length > 0 && (searching.end === null || searching.end === 'budget');
  const { confirmed, taken } = mayConfirm
    ? await confirmParts(engine, target, { gone, subjects, taken: searching })
    : { confirmed: null, taken: searching };
  return {
    cells: taken.cells,
    map: mapOf(engine, target, taken.samples),
    shrunk: {
      target: target.name,
      files: target.files,
      texts: textsWith(target.cut, () => true).filter(({ path }) => target.files.includes(path)),
      subjects,
      parts: judgedParts(target, soFar, confirmed?.parts ?? []),
      offer: confirmed === null ? null : offerOf(target, engine, confirmed),
      end: taken.end ?? 'settled',
      weakOn: taken.weakOn,
      questions: taken.questions,
    },
  };
}

function mapOf(
  { settings }: Engine,
  { name, cut, files }: Target,
  samples: readonly PartSamples[],
): ClauseMap {
  const own = {
    texts: cut.texts.filter(({ path }) => files.includes(path)),
    parts: cut.parts.filter(({ file }) => files.includes(file)),
    groups: cut.groups,
  };
  const { drop, beta } = settings.decide;
  return clauseMap({ target: name, cut: own, samples, rules: { falseDiscoveries, drop, beta } });
}
