import { caseFile, type Root } from './case-id.ts';
import { casesOf } from './cases-of.ts';
import { formats, type Format } from './formats/formats.ts';
import type { TestReport } from './test-report.ts';

const sizeLimit = 16 * 1024 * 1024;

/** Reads a report of this format; null when it is incomplete, or larger than any real one. */
export function readReport(format: Format, text: string, root: Root): TestReport | null {
  if (text.length > sizeLimit) return null;
  const found = format.read(text);
  const cases = found === null ? null : casesOf(found.cases, root);
  if (found === null || cases === null) return null;
  const cutShort = (found.cutShort ?? []).map((file) => caseFile(file, root));
  return { format: format.name, cases, ...(cutShort.length === 0 ? {} : { cutShort }) };
}

/** Reads a report of any format; null when it is not a complete report of any. */
export function readAnyReport(text: string, root: Root): TestReport | null {
  const whole = text.replace(/^\uFEFF/, '');
  for (const format of formats) {
    const report = format.mayBe(whole) ? readReport(format, whole, root) : null;
    if (report !== null) return report;
  }
  return null;
}

/** The format of a report in a command's output; null if there is none. */
export function formatPrintedIn(output: string): Format | null {
  return formats.find(({ isPrintedIn }) => isPrintedIn?.(output) ?? false) ?? null;
}
