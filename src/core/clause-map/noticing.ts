import type { MapCell, Subject } from './map-cells.ts';

/** A test that passes less often on a model where a part is missing. */
export type Notice = Pick<MapCell, 'test' | 'on' | 'full' | 'without' | 'q'> & {
  /** Ids of other parts that were missing as well, and without which this test passed as before. Usually none. */
  readonly beside: readonly string[];
};

/**
 * What is known of a part. `unnoticed`: it was missing alone, each test on every spec and model could have noticed, and none did.
 * `unnoticed-together`: the same of a text that lacked other parts as well. `not-judged`: too few samples, or tests
 * noticed only that it and others are missing.
 */
export type Noticed = 'noticed' | 'unnoticed' | 'unnoticed-together' | 'not-judged';

/** What the tests make of a text without a part. */
export type Noticing = {
  readonly state: Noticed;
  /** The most certain first. */
  readonly by: readonly Notice[];
};

/** What is known of one part. */
export function noticingOf(part: string, cells: readonly MapCell[], subjects: readonly Subject[]): Noticing {
  const by = noticesOf(part, cells);
  return { state: by.length > 0 ? 'noticed' : quietness([part], cells, subjects), by };
}

/** Whether nothing of these parts is noticed: `unnoticed` if only they were missing. */
export function quietness(
  parts: readonly string[],
  cells: readonly MapCell[],
  subjects: readonly Subject[],
): Exclude<Noticed, 'noticed'> {
  const texts = textsWithout(parts, cells);
  const isQuiet = (of: readonly (readonly MapCell[])[]): boolean =>
    subjects.length > 0 &&
    subjects.every((subject) =>
      of.some(
        ([cell, ...rest]) => cell !== undefined && isSame(cell.on, subject) && isQuietText([cell, ...rest]),
      ),
    );
  if (isQuiet(texts.filter(([cell]) => cell?.removed.length === parts.length))) return 'unnoticed';
  return isQuiet(texts) ? 'unnoticed-together' : 'not-judged';
}

/** Whether each of these parts was missing at least once wherever a test runs, and it passed as often each time. */
export function isNeverMoved(
  test: string,
  of: {
    readonly cells: readonly MapCell[];
    readonly subjects: readonly Subject[];
    readonly parts: readonly string[];
  },
): boolean {
  const own = of.cells.filter((cell) => cell.test === test);
  if (own.some(({ finding }) => finding === 'noticed')) return false;
  const where = of.subjects.filter((subject) => own.some(({ on }) => isSame(on, subject)));
  return where.every((subject) => {
    const quiet = own.filter(({ on, finding }) => isSame(on, subject) && finding === 'quiet');
    const missing = new Set(quiet.flatMap(({ removed }) => removed));
    return of.parts.every((part) => missing.has(part));
  });
}

function noticesOf(part: string, cells: readonly MapCell[]): readonly Notice[] {
  const found = cells
    .filter(({ finding, blamed }) => finding === 'noticed' && blamed.length === 1 && blamed[0] === part)
    .toSorted((one, other) => one.q - other.q);
  const first = new Map(
    found.toReversed().map((cell) => [`${subjectKey(cell.on)} ${cell.test}`, cell] as const),
  );
  return found
    .filter((cell) => first.get(`${subjectKey(cell.on)} ${cell.test}`) === cell)
    .map(({ test, on, full, without, q, removed }) => {
      return { test, on, full, without, q, beside: removed.filter((id) => id !== part) };
    });
}

// The cells of each text that lacks all of these parts, on one spec and model.
function textsWithout(parts: readonly string[], cells: readonly MapCell[]): readonly (readonly MapCell[])[] {
  const texts = new Map<string, MapCell[]>();
  for (const cell of cells) {
    if (!parts.every((part) => cell.removed.includes(part))) continue;
    const key = `${subjectKey(cell.on)} ${cell.removed.toSorted().join(' ')}`;
    const known = texts.get(key);
    if (known === undefined) texts.set(key, [cell]);
    else known.push(cell);
  }
  return [...texts.values()];
}

// A test that seldom passes on the full text can notice nothing, so it speaks neither for a part nor against it.
function isQuietText(cells: readonly MapCell[]): boolean {
  const able = cells.filter(({ finding }) => finding !== 'too-weak');
  return able.length > 0 && able.every(({ finding }) => finding === 'quiet');
}

/** Whether both are the same spec on the same model. */
export function isSame(one: Subject, other: Subject): boolean {
  return one.spec === other.spec && one.model === other.model;
}

function subjectKey({ spec, model }: Subject): string {
  return JSON.stringify([spec, model]);
}
