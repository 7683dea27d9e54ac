import { table, words, type Blocks, type Phrases } from '../words/phrases.ts';
import { nameModel, nameSpec, nameTest } from '../words/naming.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { leftOutWords, testRate } from '../words/wording.ts';
import { testsTitle } from '../words/asking.ts';
import { testOn } from '../../verdict/matrix.ts';
import type { MatrixRow, TestTally } from '../../verdict/matrix.ts';

/** A folded part of the per-test matrix. */
export type TestSection = { readonly title: string; readonly rows: number; readonly blocks: () => Blocks };

/** The matrix rows of one kind, one section for each spec and each hundred tests. */
export function testSections(summary: PortabilitySummary, on: MatrixRow['on']): readonly TestSection[] {
  const bySpec = new Map<string, MatrixRow[]>();
  for (const row of summary.matrix.filter((candidate) => candidate.on === on && wasMeasured(candidate))) {
    const key = JSON.stringify([row.spec, row.asks]);
    const rows = bySpec.get(key) ?? [];
    rows.push(row);
    bySpec.set(key, rows);
  }
  return [...bySpec.values()].flatMap((rows) => sectionsOf(summary, { spec: rows[0]?.spec ?? '', rows, on }));
}

// A row of dashes says nothing about its test.
function wasMeasured({ byQuestion }: MatrixRow): boolean {
  const hasRun = (tally: TestTally | null): boolean => tally !== null && tally.passed + tally.failed > 0;
  return [...byQuestion.values()].some(({ base, head }) => hasRun(base) || hasRun(head));
}

function sectionsOf(
  summary: PortabilitySummary,
  part: { readonly spec: string; readonly rows: readonly MatrixRow[]; readonly on: MatrixRow['on'] },
): readonly TestSection[] {
  const pages = Math.ceil(part.rows.length / 100);
  return Array.from({ length: pages }, (_, page) => ({
    rows: Math.min(100, part.rows.length - page * 100),
    title: `${testsTitle(part.rows[0]?.asks, part.on)} (${part.rows.length}${pages > 1 ? `, part ${page + 1} of ${pages}` : ''})`,
    blocks: () => [matrixTable(summary, { ...part, rows: part.rows.slice(page * 100, page * 100 + 100) })],
  }));
}

function matrixTable(
  summary: PortabilitySummary,
  part: { readonly spec: string; readonly rows: readonly MatrixRow[]; readonly on: MatrixRow['on'] },
): Blocks[number] {
  const models = summary.models.map((model) => model.id);
  return table(
    [[...words('Test of '), ...nameSpec(part.spec)], ...models.map((model) => nameModel(summary, model))],
    part.rows.map((row) => [
      [...nameTest(row.test), ...words(row.isLeftOut === true ? leftOutWords : '')],
      ...models.map((model) => cell(row, model)),
    ]),
  );
}

function cell(row: MatrixRow, model: string): Phrases {
  const sides = testOn(row, model);
  if (sides === undefined) return words('–');
  const base = testRate(sides.base);
  const head = testRate(sides.head);
  switch (row.on) {
    case 'both':
      return words(`${base} → ${head}`);
    case 'head-only':
      return words(head);
    case 'base-only':
      return words(base);
  }
}
