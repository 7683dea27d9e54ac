import { caseFile, type Root } from './case-id.ts';
import { casesOf } from './cases-of.ts';
import { formats, type Format } from './formats/formats.ts';
import type { FoundReport } from './formats/report-format.ts';
import { cellLimits } from './report-limits.ts';
import type { TestReport } from './test-report.ts';

/** One report as a runner wrote it: its tests have no ids yet. */
export type RawReport = FoundReport & { readonly format: Format['name'] };

/** Reads a report of this format; null when it is incomplete. */
export function readRaw(format: Format, text: string): RawReport | null {
  const found = format.read(text);
  return found === null ? null : { ...found, format: format.name };
}

/** Reads a report of any format; null when it is not a complete report of any. */
export function readAnyRaw(text: string): RawReport | null {
  const whole = text.replace(/^\uFEFF/, '');
  for (const format of formats) {
    const report = format.mayBe(whole) ? readRaw(format, whole) : null;
    if (report !== null) return report;
  }
  return null;
}

/** Whether a text is a whole XML document of another kind; what is cut off or garbled is none. */
export function isAnotherDocument(text: string): boolean {
  const [, root] = /^\uFEFF?\s*(?:<(?:\?|!)[^>]*>\s*)*<([\w:.-]+)/.exec(text) ?? [];
  return root !== undefined && !['testsuite', 'testsuites'].includes(root) && text.trimEnd().endsWith('>');
}

/** One report of all that the runners of a command wrote; null when one of them is missing, or all have too much. */
export function joinReports(
  reports: readonly (RawReport | null)[],
  root: Root,
  mostTests = cellLimits(null).tests,
): TestReport | null {
  const whole = reports.filter((report) => report !== null);
  const [first] = whole;
  if (first === undefined || whole.length < reports.length) return null;
  const cases = casesOf(
    whole.flatMap((report) => report.cases),
    root,
    mostTests,
  );
  if (cases === null) return null;
  const cutShort = new Set(whole.flatMap((report) => report.cutShort ?? []));
  const files = [...cutShort].map((file) => caseFile(file, root));
  return { format: first.format, cases, ...(files.length === 0 ? {} : { cutShort: files }) };
}

/** The only report of a run, in this format. */
export function readReport(format: Format, text: string, root: Root): TestReport | null {
  return joinReports([readRaw(format, text)], root);
}

/** The only report of a run, in any format. */
export function readAnyReport(text: string, root: Root): TestReport | null {
  return joinReports([readAnyRaw(text)], root);
}

/** The format of a report in a command's output; null if there is none. */
export function formatPrintedIn(output: string): Format | null {
  return formats.find(({ isPrintedIn }) => isPrintedIn?.(output) ?? false) ?? null;
}
