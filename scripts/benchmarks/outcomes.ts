import { shownFigure } from '../../bench/outcome/outcome-file.ts';
import type { OutcomeFile, OutcomeRow } from '../../bench/outcome/outcome-file.ts';

/** What benches stored, by the name of the bench. */
export type Outcomes = {
  readonly files: ReadonlyMap<string, OutcomeFile>;
  /** A figure by bench and id. Throws where it is not stored, so that a page cannot quote what nobody measured. */
  readonly row: (bench: string, id: string) => OutcomeRow;
  /** Such a figure as a page shows it. */
  readonly figure: (bench: string, id: string) => string;
  /** Such a figure with its 95 % interval. */
  readonly withInterval: (bench: string, id: string) => string;
  /** The least and the largest of some figures of a bench. */
  readonly range: (bench: string, isMeant: (row: OutcomeRow) => boolean) => string;
};

/** Finds figures in what was stored. */
export function outcomesOf(files: ReadonlyMap<string, OutcomeFile>): Outcomes {
  const rowsOf = (bench: string): readonly OutcomeRow[] => {
    const file = files.get(bench);
    if (file === undefined) throw new Error(`Nothing is stored of \`${bench}\`: run it with \`-- --write\`.`);
    return file.rows;
  };
  const row = (bench: string, id: string): OutcomeRow => {
    const found = rowsOf(bench).find((each) => each.id === id);
    if (found === undefined) throw new Error(`\`${bench}\` stored no figure \`${id}\`.`);
    return found;
  };
  return {
    files,
    row,
    figure: (bench, id) => figureOf(row(bench, id)),
    withInterval: (bench, id) => {
      const { interval, ...rest } = row(bench, id);
      const ends = interval?.map((end) => shownFigure(end, '')).join(', ');
      return ends === undefined ? figureOf(rest) : `${figureOf(rest)} [${ends}]`;
    },
    range: (bench, isMeant) => {
      const rows = rowsOf(bench).filter((each) => isMeant(each));
      const sorted = rows.toSorted((one, other) => one.figure - other.figure);
      const [least, largest] = [sorted[0], sorted.at(-1)];
      if (least === undefined || largest === undefined) throw new Error(`\`${bench}\` stored none of these.`);
      const [from, to] = [shownFigure(least.figure, ''), figureOf(largest)];
      return figureOf(least) === to ? to : `${from} to ${to}`;
    },
  };
}

/** A figure with its unit; what is counted is said in the head of a column. */
function figureOf({ figure, unit }: Pick<OutcomeRow, 'figure' | 'unit'>): string {
  return shownFigure(figure, ['generations', 'calls', 'prompts'].includes(unit) ? '' : unit);
}

/** Values in groups of one key, in the order in which the keys come. */
export function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

/** A table in Markdown. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map((cells) => line(cells))].join('\n');
}
