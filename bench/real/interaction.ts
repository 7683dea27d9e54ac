/** Pass rates of one task, or their means over tasks: a row for each model, in it a rate for each wording. */
export type Rates = readonly (readonly number[])[];

/**
 * How much the wordings differ by model: the sum of squares that is left of the rates after each model's mean and each
 * wording's mean are taken away (two-way analysis of variance).
 */
export function interactionOf(rates: Rates): number {
  const grand = meanOf(rates.map(meanOf));
  const columns = columnMeans(rates);
  return rates.reduce((sum, row) => {
    const level = meanOf(row);
    const left = row.map((rate, column) => rate - level - (columns[column] ?? 0) + grand);
    return sum + left.reduce((squares, each) => squares + each * each, 0);
  }, 0);
}

/** The mean of several tables of the same shape. */
export function meanRates(tables: readonly Rates[]): Rates {
  const [first = []] = tables;
  return first.map((row, model) =>
    row.map((_, wording) => meanOf(tables.map((table) => table[model]?.[wording] ?? 0))),
  );
}

/** The best rate of a row minus its worst. */
export function spreadOf(row: readonly number[]): number {
  return Math.max(...row) - Math.min(...row);
}

function columnMeans(rates: Rates): readonly number[] {
  const [first = []] = rates;
  return first.map((_, column) => meanOf(rates.map((row) => row[column] ?? 0)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
