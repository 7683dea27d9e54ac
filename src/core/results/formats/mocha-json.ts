import * as z from 'zod';
import { hasTooManyValues, valueOf } from './json-text.ts';
import type { FoundCase, FoundReport, ReportFormat } from './report-format.ts';

const testSchema = z.object({
  title: z.string(),
  fullTitle: z.string(),
  file: z.string().nullish(),
  err: z.object({ message: z.string().nullish(), stack: z.string().nullish() }).nullish(),
});

const reportSchema = z.object({
  stats: z.object({ tests: z.number() }),
  tests: z.array(testSchema),
  pending: z.array(testSchema),
  failures: z.array(testSchema),
});

type Test = z.infer<typeof testSchema>;

/** What mocha's JSON reporter writes. It joins the titles of nested suites with a blank. */
export const mochaJson = {
  name: 'mocha-json',
  mayBe: (text) => text.trimStart().startsWith('{'),
  isPrintedIn: null,
  read: readMochaJson,
} as const satisfies ReportFormat;

function readMochaJson(text: string): FoundReport | null {
  if (hasTooManyValues(text)) return null;
  const parsed = reportSchema.safeParse(valueOf(text));
  if (!parsed.success) return null;
  const { tests, pending, failures } = parsed.data;
  const [skipped, failed] = [new Set(pending.map(keyOf)), new Set(failures.map(keyOf))];
  const known = new Set(tests.map(keyOf));
  // A hook that failed is among the failures alone.
  const hooks = failures.filter((each) => !known.has(keyOf(each)));
  return {
    cases: [...tests, ...hooks].map((each) => {
      const key = keyOf(each);
      if (skipped.has(key)) return foundCase(each, 'skipped');
      return foundCase(each, failed.has(key) ? 'failed' : 'passed');
    }),
  };
}

function foundCase({ title, fullTitle, file, err }: Test, status: FoundCase['status']): FoundCase {
  const suite = fullTitle.endsWith(` ${title}`) ? fullTitle.slice(0, -title.length - 1) : '';
  return {
    file: file ?? '',
    names: suite === '' ? [title] : [suite, title],
    status,
    message: err?.message ?? err?.stack ?? '',
  };
}

function keyOf({ file, fullTitle }: Test): string {
  return `${file ?? ''}\0${fullTitle}`;
}
