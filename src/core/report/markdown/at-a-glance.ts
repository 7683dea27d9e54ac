import { besideOf } from '../../records/asks.ts';
import { addedToModel } from '../words/asking.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { table, words, type Blocks } from '../words/phrases.ts';
import { nameModel, nameSpec } from '../words/naming.ts';
import { iconOf } from '../words/severity.ts';
import { manyRows } from '../words/shown-rows.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { rate } from '../words/wording.ts';

/** Specs by models in one grid, if there are too many verdicts for rows; otherwise empty. */
export function glanceBlocks(summary: PortabilitySummary): Blocks {
  const rows = [...new Map(summary.verdicts.map((verdict) => [rowOf(verdict), verdict])).values()];
  const models = [...new Set(summary.verdicts.map(({ model }) => model))];
  if (summary.verdicts.length <= manyRows || rows.length < 2 || models.length < 2) return [];
  const cells = new Map(summary.verdicts.map((verdict) => [rowOf(verdict, verdict.model), verdict]));
  return [
    table(
      [words('Spec'), ...models.slice(0, maxModels).map((model) => nameModel(summary, model))],
      rows.slice(0, maxSpecs).map((row) => [
        [...nameSpec(row.spec), ...addedToModel(summary, row)],
        ...models.slice(0, maxModels).map((model) => {
          const verdict = cells.get(rowOf(row, model));
          return words(verdict === undefined ? '–' : `${iconOf(summary, verdict)} ${rate(verdict.head)}`);
        }),
      ]),
    ),
  ];
}

type Row = Pick<Verdict, 'spec' | 'asks' | 'insteadOf'>;

const maxModels = 12;
const maxSpecs = 100;

// A run can ask about a new text and about a new model at once; each has its own row.
function rowOf({ spec, asks, insteadOf = '' }: Row, model = ''): string {
  return JSON.stringify([spec, besideOf(asks), insteadOf, model]);
}
