import type { Played } from './play-case.ts';
import type { Count, Expectation } from './wild-case.ts';

/** What differs from the expectation, one line each; of several expectations one is enough. */
export function problemsOf(played: Played, expectations: readonly Expectation[]): readonly string[] {
  const problems = expectations.map((expected) => problemsWith(played, expected));
  return problems.find(({ length }) => length === 0) ?? problems[0] ?? ['nothing is expected'];
}

function problemsWith(played: Played, expected: Expectation): readonly string[] {
  return [
    ...differences(played.exit, expected.exit, 'exit code'),
    ...callProblems(played.calls, expected.calls),
    ...differences(played.result, byModel(expected), 'result.json'),
    ...differences(played.result, expected.result ?? {}, 'result.json'),
    ...saidProblems(played, expected),
    ...(expected.sentMegabytes !== undefined && played.sentMegabytes > expected.sentMegabytes
      ? [
          `${played.sentMegabytes.toFixed(0)} MB were read of an endless stream, at most ${expected.sentMegabytes} should be`,
        ]
      : []),
  ];
}

function callProblems(calls: Played['calls'], expected: Expectation['calls']): readonly string[] {
  const total = Object.values(calls).reduce((sum, each) => sum + each, 0);
  if (isCount(expected)) return countProblems(total, expected, 'calls');
  return Object.entries(expected).flatMap(([model, each]) =>
    countProblems(calls[model] ?? 0, each, `calls of ${model}`),
  );
}

function isCount(expected: Expectation['calls']): expected is Count {
  return typeof expected === 'number' || 'least' in expected;
}

function countProblems(actual: number, expected: Count, what: string): readonly string[] {
  const { least, most } = typeof expected === 'number' ? { least: expected, most: expected } : expected;
  if (actual >= least && actual <= most) return [];
  return [`${what}: ${actual}, should be ${least === most ? least : `${least} to ${most}`}`];
}

/** What is expected of each model, in the form of result.json. */
function byModel({ conclusion, verdicts, requirements, broken }: Expectation): unknown {
  const models = [...new Set([verdicts, requirements, broken].flatMap((each) => Object.keys(each ?? {})))];
  const expected = models.map((model) => ({
    model,
    ...(verdicts?.[model] === undefined ? {} : { verdict: verdicts[model] }),
    ...(requirements?.[model] === undefined ? {} : { requirements: requirementsOf(requirements[model]) }),
    ...(broken?.[model] === undefined ? {} : { brokenTests: broken[model] }),
  }));
  return {
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(expected.length === 0 ? {} : { verdicts: expected }),
  };
}

function requirementsOf(verdict: string | null): unknown {
  return verdict === null ? null : { verdict };
}

/** Where a value differs from the expected one: objects may contain more, lists may not; `/…/` is a pattern. */
function differences(actual: unknown, expected: unknown, at: string): readonly string[] {
  if (Array.isArray(expected)) return listDifferences(actual, expected, at);
  if (isFields(expected)) {
    if (Object.keys(expected).length === 0) return [];
    if (!isFields(actual)) return [differs(actual, expected, at)];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(actual[key], value, `${at}.${key}`),
    );
  }
  if (typeof expected === 'string' && (typeof actual === 'string' || typeof actual === 'number'))
    return isValue(String(actual), expected) ? [] : [differs(actual, expected, at)];
  return actual === expected ? [] : [differs(actual, expected, at)];
}

function listDifferences(actual: unknown, expected: readonly unknown[], at: string): readonly string[] {
  if (!Array.isArray(actual)) return [differs(actual, expected, at)];
  // Entries that have a name are found by it, whatever their order.
  const named = expected.every((each) => isFields(each) && typeof each['model'] === 'string');
  if (!named && actual.length !== expected.length) return [differs(actual, expected, at)];
  return expected.flatMap((each, index) => {
    const found: unknown = named ? actual.find((other) => isNamedAs(other, each)) : actual[index];
    return differences(
      found,
      each,
      `${at}[${isFields(each) && typeof each['model'] === 'string' ? each['model'] : index}]`,
    );
  });
}

function isNamedAs(other: unknown, expected: unknown): boolean {
  return isFields(other) && isFields(expected) && other['model'] === expected['model'];
}

function saidProblems(played: Played, expected: Expectation): readonly string[] {
  const [screen = ''] = played.comment.split('<details>', 1);
  const places = [
    ['first screen of the comment', screen, expected.screen],
    ['comment', played.comment, expected.comment],
    ['log', played.log, expected.log],
  ] as const;
  const lacking = places.flatMap(([place, text, parts = []]) =>
    parts.filter((part) => !holds(text, part)).map((part) => `the ${place} does not say: ${part}`),
  );
  const everything = [played.comment, played.log, JSON.stringify(played.result)].join('\n');
  const wrong = (expected.never ?? []).filter((part) => holds(everything, part));
  return [...lacking, ...wrong.map((part) => `it is said, and should not be: ${part}`)];
}

/** Whether a text contains a part; all white space is equal, because comments are wrapped when they are shown. */
function holds(text: string, part: string): boolean {
  return patternOf(part)?.test(text) ?? oneLine(text).includes(oneLine(part));
}

/** Whether a value is the one that is wanted. */
function isValue(actual: string, wanted: string): boolean {
  return patternOf(wanted)?.test(actual) ?? actual === wanted;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function patternOf(part: string): RegExp | null {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(part) ?? [];
  return source === undefined ? null : new RegExp(source, flags);
}

function differs(actual: unknown, expected: unknown, at: string): string {
  return `${at} is ${shown(actual)}, should be ${shown(expected)}`;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'not there' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
