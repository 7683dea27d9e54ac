import type { Played } from './play-case.ts';

/** The result of one case. */
export type Row = {
  readonly name: string;
  readonly section: string;
  readonly kind: 'right' | 'wrong' | 'not played';
  readonly problems: readonly string[];
  /** null where it was not played. */
  readonly played: Played | null;
  readonly ms: number;
};

/** One row of the table, with what is wrong below it. */
export function rowOf({ name, kind, problems, played, ms }: Row): string {
  const cells = [
    (kind === 'right' ? kind : kind.toUpperCase()).padEnd(10),
    name.padEnd(72),
    verdictsOf(played).padEnd(34),
    callsOf(played).padStart(4),
    `${(ms / 1000).toFixed(1)} s`.padStart(7),
  ];
  const said = kind === 'wrong' && played !== null ? lastLines(played.log) : [];
  return `${[cells.join(' '), ...[...problems, ...said].map((line) => `           ${line}`)].join('\n')}\n`;
}

// A case that goes wrong once in a hundred runs has to say why by itself.
function lastLines(log: string): readonly string[] {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-3).map((line) => `log: ${line.slice(0, 1000)}`);
}

/** Counts of each section and of all. */
export function summaryOf(rows: readonly Row[], ms: number): string {
  const sections = [...new Set(rows.map(({ section }) => section))].toSorted();
  const line = (title: string, some: readonly Row[]): string => {
    const count = (kind: Row['kind']): string => String(some.filter((row) => row.kind === kind).length);
    return `${title.padEnd(34)} ${String(some.length).padStart(5)} cases ${count('right').padStart(5)} right ${count('wrong').padStart(5)} wrong ${count('not played').padStart(5)} not played\n`;
  };
  const lines = sections.map((section) =>
    line(
      section,
      rows.filter((row) => row.section === section),
    ),
  );
  return `\n${lines.join('')}${line('together', rows)}took ${(ms / 1000).toFixed(0)} s\n`;
}

function verdictsOf(played: Played | null): string {
  if (played === null) return '';
  const verdicts = wordsIn(played.result);
  return verdicts.length === 0 ? `exit ${played.exit}` : verdicts.join(', ').slice(0, 34);
}

function wordsIn(result: unknown): readonly string[] {
  if (typeof result !== 'object' || result === null || !('verdicts' in result)) return [];
  return Array.isArray(result.verdicts) ? result.verdicts.map(({ verdict }) => String(verdict)) : [];
}

function callsOf(played: Played | null): string {
  if (played === null) return '';
  return String(Object.values(played.calls).reduce((sum, each) => sum + each, 0));
}
