import type { Verdict } from '../verdict/verdict.ts';
import { table, words, type Blocks } from './markdown.ts';
import { nameModel, nameSpec } from './naming.ts';
import { iconOf } from './severity.ts';
import { manyRows } from './shown-rows.ts';
import type { PortabilitySummary } from './summary.ts';
import { rate } from './wording.ts';

/** Specs by models in one grid, where there are too many verdicts for rows; empty elsewhere. */
export function glanceBlocks(summary: PortabilitySummary): Blocks {
  const specs = [...new Set(summary.verdicts.map(({ spec }) => spec))];
  const models = [...new Set(summary.verdicts.map(({ model }) => model))];
  if (summary.verdicts.length <= manyRows || specs.length < 2 || models.length < 2) return [];
  const cells = new Map(summary.verdicts.map((verdict) => [placeOf(verdict), verdict]));
  return [
    table(
      [words('Spec'), ...models.slice(0, maxModels).map((model) => nameModel(summary, model))],
      specs.slice(0, maxSpecs).map((spec) => [
        nameSpec(spec),
        ...models.slice(0, maxModels).map((model) => {
          const verdict = cells.get(placeOf({ spec, model }));
          return words(verdict === undefined ? '–' : `${iconOf(summary, verdict)} ${rate(verdict.head)}`);
        }),
      ]),
    ),
  ];
}

const maxModels = 12;
const maxSpecs = 100;

function placeOf({ spec, model }: Pick<Verdict, 'spec' | 'model'>): string {
  return JSON.stringify([spec, model]);
}
