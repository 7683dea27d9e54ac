import { median, pairedRatio, type Series } from './rounds.ts';

/** The lines of one situation: a row for each runner, and how its wall time stands to the first two. */
export function tableOf(title: string, series: ReadonlyMap<string, Series>): readonly string[] {
  const all = [...series];
  const references = all.slice(0, 2);
  const head = ['', 'wall s', ...references.map(([name]) => `× ${name}`), ...columns];
  const rows = all.map(([name, each]) => [
    name,
    wallText(each),
    ...references.map(([, reference]) => pairedRatio(each, reference).toFixed(2)),
    seconds(median(each.timed.map(({ cpuMs }) => cpuMs))),
    mebibytes(median(each.timed.map(({ largestBytes }) => largestBytes))),
    mebibytes(each.memory.treeBytes),
    String(median(each.timed.map(({ calls }) => calls))),
    median(each.timed.map(({ firstCallMs }) => firstCallMs)).toFixed(0),
  ]);
  return ['', title, ...aligned([head, ...rows])];
}

const columns = ['CPU s', 'largest MiB', 'tree PSS MiB', 'calls', 'first call ms'];

function wallText({ timed }: Series): string {
  const walls = timed.map(({ wallMs }) => wallMs);
  return `${seconds(median(walls))} [${seconds(Math.min(...walls))}–${seconds(Math.max(...walls))}]`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

// Columns of one width: the first to the left, the others to the right.
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
