import { additionalKindOf } from '../../records/asks.ts';
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
  const rows = rowsOf(summary.verdicts);
  const models = [...new Set(summary.verdicts.map(({ model }) => model))];
  if (summary.verdicts.length <= manyRows || rows.length < 2 || models.length < 2) return [];
  return [
    table(
      [words('Spec'), ...models.slice(0, maxModels).map((model) => nameModel(summary, model))],
      rows.slice(0, maxSpecs).map(({ first, byModel }) => [
        [...nameSpec(first.spec), ...addedToModel(summary, first)],
        ...models.slice(0, maxModels).map((model) => {
          const verdict = byModel.get(model);
          return words(verdict === undefined ? '–' : `${iconOf(summary, verdict)} ${rate(verdict.head)}`);
        }),
      ]),
    ),
  ];
}

const maxModels = 12;
const maxSpecs = 100;

type Row = { readonly first: Verdict; readonly byModel: Map<string, Verdict> };

// A run can ask about a new text and about a new model at once; each has its own row. So has a second question of the
// same kind about the same model.
function rowsOf(verdicts: readonly Verdict[]): readonly Row[] {
  const named = new Map<string, Row[]>();
  for (const verdict of verdicts) {
    const { spec, asks, insteadOf = '', model } = verdict;
    const name = JSON.stringify([spec, additionalKindOf(asks), insteadOf]);
    const rows = named.get(name) ?? [];
    const free = rows.find(({ byModel }) => !byModel.has(model));
    if (free === undefined) rows.push({ first: verdict, byModel: new Map([[model, verdict]]) });
    else free.byModel.set(model, verdict);
    named.set(name, rows);
  }
  return [...named.values()].flat();
}
