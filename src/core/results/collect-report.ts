import type { Arrangement, Reading } from './arrange-results.ts';
import type { Root } from './case-id.ts';
import { numbered } from './cases-of.ts';
import { formatPrintedIn, readAnyReport, readReport } from './read-report.ts';
import type { TestReport } from './test-report.ts';

/** What an arranged run left behind. */
export type Remains = {
  readonly arrangement: Arrangement;
  /** Files in the folder of reports, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Text of the file that `results` names; null when it is not there. */
  readonly resultFile: string | null;
  readonly stdout: string;
  /** Paths of the workspace, as asked for and as resolved: taken out of ids and messages. */
  readonly root: string | Root;
};

/** Reads what a run reported; null when it left no whole report where one was due. */
export function collectReport(remains: Remains): TestReport | null {
  const { reading } = remains.arrangement;
  const root = typeof remains.root === 'string' ? [remains.root] : remains.root;
  switch (reading.kind) {
    case 'exit-code':
      return { format: 'exit-code', cases: [] };
    case 'file':
      return remains.resultFile === null ? null : readAnyReport(remains.resultFile, root);
    case 'asked':
      return readAsked(reading, remains, root);
  }
}

/** What the runners that were found reported; without any, what others may have left or printed. */
function readAsked(
  { files: asked, perProcess }: Extract<Reading, { kind: 'asked' }>,
  { files, stdout }: Remains,
  root: Root,
): TestReport | null {
  const fromFiles = asked.map(({ name, format }) => {
    const text = files.get(name);
    return text === undefined ? null : readReport(format, text, root);
  });
  const fromProcesses = perProcess.map(({ isDue, named, format }) => ({
    isDue,
    reports: textsNamed(files, named).map((text) => readReport(format, text, root)),
  }));
  const due = fromProcesses.filter(({ isDue }) => isDue);
  if (due.some(({ reports }) => reports.length === 0)) return null;
  const reports = [...fromFiles, ...due.flatMap((one) => one.reports)];
  if (reports.length > 0) return merged(reports);
  const others = fromProcesses.flatMap((one) => one.reports);
  return others.length > 0 ? merged(others) : readPrinted(stdout, root);
}

/** What the command printed, where that is a report; else nothing is known but its exit code. */
function readPrinted(stdout: string, root: Root): TestReport | null {
  const format = formatPrintedIn(stdout);
  return format === null ? { format: 'exit-code', cases: [] } : readReport(format, stdout, root);
}

/** Texts of the files with such names, in the order in which their processes began. */
function textsNamed(files: ReadonlyMap<string, string>, named: RegExp): readonly string[] {
  return [...files]
    .filter(([name]) => named.test(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, text]) => text);
}

function merged(reports: readonly (TestReport | null)[]): TestReport | null {
  const whole = reports.filter((report) => report !== null);
  const first = whole[0];
  if (first === undefined || whole.length < reports.length) return null;
  const cutShort = [...new Set(whole.flatMap((report) => report.cutShort ?? []))];
  return {
    format: first.format,
    cases: numbered(whole.flatMap(({ cases }) => cases)),
    ...(cutShort.length === 0 ? {} : { cutShort }),
  };
}
