import type { Verdict } from '../../verdict/verdict.ts';
import { additionalKindOf } from '../../records/asks.ts';
import { rowsBehind } from '../words/rows-behind.ts';
import { isBlocking } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { tamperedCounts } from '../summary/tampered-counts.ts';
import { rate, testRate } from '../words/wording.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';
import { baseToHead } from '../words/verdict-words.ts';

/** Writes a text from outside. `place` says what the text stands for, without using any of it. */
export type Name = (place: string, text: string) => string;

type Note = { readonly '@message': string; readonly '@type'?: string; readonly '#text'?: string };

type Case = {
  readonly '@name': string;
  readonly '@classname': string;
  readonly '@time': 0;
  readonly failure?: Note;
  readonly skipped?: Note;
  readonly 'system-out'?: string;
};

/** One spec on one model. The keys are those of the XML builder. */
export type Suite = {
  readonly '@name': string;
  readonly '@tests': number;
  readonly '@failures': number;
  readonly '@errors': 0;
  readonly '@skipped': number;
  readonly '@time': 0;
  readonly properties: {
    readonly property: readonly { readonly '@name': string; readonly '@value': string }[];
  };
  readonly testcase: readonly Case[];
};

/** A verdict as a suite. It is red exactly if the verdict makes the gate fail, at the tests that the verdict names. */
export function suiteOf(
  summary: PortabilitySummary,
  verdict: Verdict,
  as: { readonly index: number; readonly name: Name },
): Suite {
  const place = `comparison ${as.index + 1}`;
  const suite = as.name(place, `${verdict.spec} on ${verdict.model}${besides(verdict)}`);
  const rows = rowsBehind(summary, verdict);
  const cases = [
    { '@name': '(verdict)', '@classname': suite, ...untimed, ...verdictResult(summary, verdict, as.name) },
    ...rows.map((row, index) => ({
      '@name': as.name(`test ${index + 1}`, row.test),
      '@classname': suite,
      ...untimed,
      ...testResult(row, verdict, isBlocking(summary, verdict)),
    })),
  ];
  return {
    '@name': suite,
    '@tests': cases.length,
    '@failures': cases.filter((each) => 'failure' in each).length,
    '@errors': 0,
    '@skipped': cases.filter((each) => 'skipped' in each).length,
    ...untimed,
    properties: { property: propertiesOf(summary, verdict, as.name) },
    testcase: cases,
  };
}

// Two suites of one name would be one to a dashboard.
function besides({ asks, insteadOf }: Verdict): string {
  if (insteadOf !== undefined) return ` instead of ${insteadOf}`;
  return additionalKindOf(asks) === undefined ? '' : ` (${asks})`;
}

// A case stands for many runs, so none of their times is its own. Dashboards show a missing time as "not a number".
const untimed = { '@time': 0 } as const;

type Result = Pick<Case, 'failure' | 'skipped' | 'system-out'>;

function verdictResult(summary: PortabilitySummary, verdict: Verdict, name: Name): Result {
  const told = `${verdict.verdict}: ${baseToHead(verdict)}`;
  const why = verdict.why === null ? '' : `; ${name('the reason is in result.json', verdict.why)}`;
  if (isBlocking(summary, verdict)) return failed(verdict, `${told}${why}`);
  if (verdict.verdict === 'inconclusive' || verdict.verdict === 'base-too-weak')
    return { skipped: { '@message': `${told}${why}` } };
  return { 'system-out': told };
}

function testResult(row: MatrixRow, verdict: Verdict, blocks: boolean): Result {
  const { base, head } = row.byQuestion.get(verdict.question) ?? { base: null, head: null };
  const before = testRate(base);
  if (head === null || head.passed + head.failed === 0) {
    const why = row.on === 'base-only' ? 'the test is gone on head' : 'it did not run on head';
    return { skipped: { '@message': `${why}; base ${before}` } };
  }
  const told = `${before} → ${rate(head)}`;
  if (!blocks || !verdict.brokenTests.includes(row.test)) return { 'system-out': told };
  return failed(verdict, `${told}${verdict.unconfirmed ? ' (unconfirmed)' : ''}`);
}

function failed(verdict: Verdict, message: string): Result {
  // Some readers show the attribute, others the text.
  return { failure: { '@message': message, '@type': verdict.verdict, '#text': message } };
}

function propertiesOf(
  summary: PortabilitySummary,
  verdict: Verdict,
  name: Name,
): Suite['properties']['property'] {
  const tampered = tamperedCounts(summary, verdict);
  const properties = {
    spec: name('spec', verdict.spec),
    model: name('model', verdict.model),
    asks: verdict.asks,
    ...(verdict.insteadOf === undefined ? {} : { 'instead-of': name('model', verdict.insteadOf) }),
    verdict: verdict.verdict,
    base: verdict.base === null ? '' : rate(verdict.base),
    head: rate(verdict.head),
    unmeasured: String((verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured),
    drop: verdict.drop === null ? '' : String(verdict.drop.estimate),
    p: verdict.p === null ? '' : String(verdict.p),
    excludes: verdict.excludes === null ? '' : String(verdict.excludes),
    tampered: String(tampered.base + tampered.head),
    ...(summary.trigger.kind === 'audit' ? {} : { 'base-commit': name('commit', summary.trigger.base) }),
    'head-commit': name('commit', summary.trigger.head),
    ...trustOf(summary),
  };
  return Object.entries(properties).map(([key, value]) => ({ '@name': key, '@value': value }));
}

/** How far the samples can be trusted: how their code was kept apart, and that no pass was proved. */
function trustOf({ settings }: PortabilitySummary): Readonly<Record<string, string>> {
  const sandbox = settings.isolation ?? settings.sandbox;
  return settings.controls === undefined ? { sandbox } : { sandbox, controls: settings.controls };
}
