import * as z from 'zod';
import { casesOf, hasTooManyValues, reportSizeLimit } from './found-case.ts';
import { caseFile } from './case-id.ts';
import type { Root } from './case-id.ts';
import type { TestReport } from './test-report.ts';

const headSchema = z.object({ format: z.literal('spec-portability-node-test'), version: z.literal(1) });

const caseSchema = z.object({
  file: z.string(),
  names: z.array(z.string()).min(1),
  status: z.enum(['passed', 'failed', 'skipped']),
  message: z.string(),
});

const cutShortSchema = z.strictObject({ file: z.string(), cutShort: z.literal(true) });

// Its seal is for read-guard.ts.
const endSchema = z.object({ end: z.literal(true) });

/** Reads what entry/node-test-reporter.mjs writes; null without its last line, which a process that died never wrote. */
export function parseNodeTest(text: string, root: Root): TestReport | null {
  if (text.length > reportSizeLimit || hasTooManyValues(text)) return null;
  const lines = linesOf(text);
  if (lines === null || lines.length < 2) return null;
  if (!headSchema.safeParse(lines[0]).success || !endSchema.safeParse(lines.at(-1)).success) return null;
  const found = z.array(z.union([caseSchema, cutShortSchema])).safeParse(lines.slice(1, -1));
  if (!found.success) return null;
  const cases = casesOf(
    found.data.filter((line) => 'names' in line),
    root,
  );
  const cutShort = found.data.flatMap((line) => ('cutShort' in line ? [caseFile(line.file, root)] : []));
  return cases === null
    ? null
    : { format: 'node-test', cases, ...(cutShort.length === 0 ? {} : { cutShort }) };
}

function linesOf(text: string): readonly unknown[] | null {
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}
