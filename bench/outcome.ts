// How every bench says what it measured.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { machine } from './outcome/machine.ts';
import { outcomeFile, outcomesFolder, shownFigure } from './outcome/outcome-file.ts';
import type { OutcomeRow } from './outcome/outcome-file.ts';

/** A figure of a bench. A bound makes it a promise; without one it is only shown. */
export type MeasuredFigure = {
  readonly what: string;
  readonly figure: number;
  /** `ms`, `MB`, `%` (of 100), `×`, or what is counted; '' for a plain number. */
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** The 95 % interval, in the unit. */
  readonly interval?: readonly [number, number];
  /** Whether the promise is kept, where not the figure itself decides but its interval. */
  readonly isWithin?: boolean;
  /** Figures of one subject stand together in docs/benchmarks.md. */
  readonly subject?: string;
  /** By this a document quotes the figure; by default made of `what`. */
  readonly id?: string;
};

/** Collects the figures of one run of a bench. */
export type Outcome = {
  /** Prints figures, each beside its bound: `ok     WHAT: FIGURE; at most BOUND`, or `MISSED …`. */
  readonly add: (...figures: readonly MeasuredFigure[]) => void;
  /** Prints figures of planted faults, which must miss their bounds, and adds how many of the faults were found. */
  readonly planted: (...figures: readonly MeasuredFigure[]) => void;
  /** Sets exit code 1 if a promise was not kept; with `-- --write` stores all figures as docs/benchmarks/NAME.json. */
  readonly end: () => void;
};

/** Begins to collect the figures of a bench: `name` names its file, `command` is what remakes them, without `--write`. */
export function startOutcome(of: {
  readonly name: string;
  readonly command: string;
  readonly seed?: number;
  /** Of programs that the figures depend on, besides Node and bubblewrap. */
  readonly versions?: Readonly<Record<string, string>>;
}): Outcome {
  const [load = 0] = loadavg();
  const rows: OutcomeRow[] = [];
  const add: Outcome['add'] = (...figures) => {
    const added = figures.map((figure) => rowOf(figure));
    rows.push(...added);
    for (const row of added) console.log(rowText(row));
  };
  return {
    add,
    planted: (...figures) => {
      const shown = figures.map((figure) => rowOf(figure));
      for (const row of shown) console.log(rowText(row));
      const found = shown.filter(({ isWithin }) => isWithin === false).length;
      add({ what: 'planted faults found', figure: found, unit: `of ${shown.length}`, atLeast: shown.length });
    },
    end: () => {
      if (rows.some(({ isWithin }) => isWithin === false)) process.exitCode = 1;
      if (!process.argv.includes('--write')) return;
      const { name, command, seed, versions } = of;
      const file = outcomeFile.parse({
        command,
        date: new Date().toISOString().slice(0, 10),
        ...commitIfClean(),
        machine: machine(),
        load: rounded(load),
        versions: { node: process.versions.node, ...bubblewrap(), ...versions },
        ...(seed === undefined ? {} : { seed }),
        rows,
      });
      mkdirSync(outcomesFolder, { recursive: true });
      writeFileSync(join(outcomesFolder, `${name}.json`), `${JSON.stringify(file, null, 2)}\n`);
    },
  };
}

/** A figure as it is stored. */
export function rowOf(measured: MeasuredFigure): OutcomeRow {
  const { what, figure, unit, interval, subject } = measured;
  const bound = boundOf(measured);
  const id = measured.id ?? `${subject ?? ''} ${what}`;
  return {
    id: id
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, ''),
    ...(subject === undefined ? {} : { subject }),
    what,
    figure: rounded(figure),
    unit,
    ...(interval === undefined ? {} : { interval: [rounded(interval[0]), rounded(interval[1])] }),
    ...(bound === undefined
      ? {}
      : {
          bound: { ...bound, value: rounded(bound.value) },
          isWithin: measured.isWithin ?? isKept(figure, bound),
        }),
  };
}

/** A figure as a terminal shows it. */
export function rowText({ subject, what, figure, unit, interval, bound, isWithin }: OutcomeRow): string {
  const mark = isWithin === undefined ? '      ' : isWithin ? 'ok    ' : 'MISSED';
  const about = subject === undefined ? what : `${subject}: ${what}`;
  const [low, high] = (interval ?? []).map((end) => shownFigure(end, ''));
  return [
    `${mark} ${about}: ${shownFigure(figure, unit)}`,
    ...(interval === undefined ? [] : [` [${low}, ${high}]`]),
    ...(bound === undefined
      ? []
      : [`; ${bound.side} ${shownFigure(bound.value, unit.startsWith('of ') ? '' : unit)}`]),
  ].join('');
}

type Bound = NonNullable<OutcomeRow['bound']>;

function boundOf({ atMost, atLeast }: MeasuredFigure): Bound | undefined {
  if (atMost !== undefined) return { side: 'at most', value: atMost };
  return atLeast === undefined ? undefined : { side: 'at least', value: atLeast };
}

// What is not a number keeps no promise.
function isKept(figure: number, { side, value }: Bound): boolean {
  return side === 'at most' ? figure <= value : figure >= value;
}

/** Six digits, or all digits of a whole number: what is shown is rounded once more, to three. */
function rounded(value: number): number {
  return Math.abs(value) >= 100_000 ? Math.round(value) : Number(value.toPrecision(6));
}

/** The commit whose sources were measured; none if a source differs from it. */
function commitIfClean(): { readonly commit?: string } {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { encoding: 'utf8' }).trim();
  const isClean = git('status', '--porcelain', '--', ':!docs', ':!README.md') === '';
  return isClean ? { commit: git('rev-parse', '--short=8', 'HEAD') } : {};
}

function bubblewrap(): { readonly bubblewrap?: string } {
  const { stdout } = spawnSync('bwrap', ['--version'], { encoding: 'utf8' });
  const version = /\d[\d.]*/.exec(stdout ?? '')?.[0];
  return version === undefined ? {} : { bubblewrap: version };
}
