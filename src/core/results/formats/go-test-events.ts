import * as z from 'zod';
import { hasTooManyValues, valueOf } from './json-text.ts';
import type { FoundCase, FoundReport, ReportFormat } from './report-format.ts';

const eventSchema = z.object({
  Action: z.string(),
  Package: z.string().optional(),
  Test: z.string().optional(),
  Output: z.string().optional(),
});

type Event = z.infer<typeof eventSchema>;

/**
 * The output of `go test -json`. It is no report when no package finished, or one began and did not finish. Lines
 * that are not JSON are skipped: the go command says in plain text, and often first, that a package does not build.
 */
export const goTestEvents = {
  name: 'go-test',
  mayBe: (text) => !text.trimStart().startsWith('<'),
  isPrintedIn: null,
  read: readGoTestEvents,
} as const satisfies ReportFormat;

function readGoTestEvents(text: string): FoundReport | null {
  if (hasTooManyValues(text)) return null;
  const events = eventsOf(text.trimStart());
  return events === null || !everyPackageEnded(events) ? null : { cases: casesIn(events) };
}

function eventsOf(text: string): readonly Event[] | null {
  const events: Event[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('{')) continue;
    const read = eventSchema.safeParse(valueOf(line));
    if (!read.success) return null;
    events.push(read.data);
  }
  return events;
}

const endings: Readonly<Record<string, FoundCase['status']>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
};

function everyPackageEnded(events: readonly Event[]): boolean {
  const begun = new Set(events.flatMap(({ Package }) => Package ?? []));
  const ended = new Set(
    events.flatMap(({ Action, Package, Test }) =>
      Package !== undefined && Test === undefined && Object.hasOwn(endings, Action) ? [Package] : [],
    ),
  );
  return begun.size > 0 && [...begun].every((name) => ended.has(name));
}

type Ended = { readonly package: string; readonly test: string; readonly status: FoundCase['status'] };

function casesIn(events: readonly Event[]): readonly FoundCase[] {
  const ended = events.flatMap(({ Action, Package, Test }): readonly Ended[] => {
    const status = Object.hasOwn(endings, Action) ? endings[Action] : undefined;
    return status === undefined || Package === undefined || Test === undefined || isNoTest(Test)
      ? []
      : [{ package: Package, test: Test, status }];
  });
  const { parents, failedWithin } = parentsAmong(ended);
  const messages = messagesOf(events);
  return ended
    .filter((one) => {
      const key = keyOf(one.package, one.test);
      // A test with subtests is a suite, unless it failed by itself.
      return !parents.has(key) || (one.status === 'failed' && !failedWithin.has(key));
    })
    .map((one) => ({
      file: one.package,
      names: one.test.split('/'),
      status: one.status,
      message: messages.get(keyOf(one.package, one.test)) ?? '',
    }));
}

// Benchmarks only measure.
function isNoTest(name: string): boolean {
  return name === '' || name.startsWith('Benchmark');
}

function parentsAmong(ended: readonly Ended[]): {
  readonly parents: ReadonlySet<string>;
  readonly failedWithin: ReadonlySet<string>;
} {
  const parents = new Set<string>();
  const failedWithin = new Set<string>();
  for (const one of ended) {
    for (let at = one.test.indexOf('/'); at !== -1; at = one.test.indexOf('/', at + 1)) {
      const key = keyOf(one.package, one.test.slice(0, at));
      parents.add(key);
      if (one.status === 'failed') failedWithin.add(key);
    }
  }
  return { parents, failedWithin };
}

const messageLimit = 4000;

function messagesOf(events: readonly Event[]): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const { Action, Package = '', Test, Output = '' } of events) {
    if (Action !== 'output' || Test === undefined || /^\s*(?:===|---) /.test(Output)) continue;
    const key = keyOf(Package, Test);
    const said = messages.get(key) ?? '';
    if (said.length < messageLimit) messages.set(key, `${said}${Output}`.slice(0, messageLimit));
  }
  return new Map([...messages].map(([key, text]) => [key, text.trim()]));
}

function keyOf(name: string, test: string): string {
  return `${name}\0${test}`;
}
