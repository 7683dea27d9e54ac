import type { Arrangement, Reading } from './arrange-results.ts';
import { isNamedBy } from '../specs/file-pattern.ts';
import type { Root } from './case-id.ts';
import {
  formatPrintedIn,
  isAnotherDocument,
  joinReports,
  readAnyRaw,
  readRaw,
  readReport,
} from './read-report.ts';
import type { ReportFile } from './report-file.ts';
import type { TestReport } from './test-report.ts';

/** The output of an arranged run. */
export type ReportSources = {
  readonly arrangement: Arrangement;
  /** Files in the report folder, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Size of the largest of all these files, before what tests printed was left out. */
  readonly largestBytes?: number;
  /** The most tests that the reports may have together; by default that of a cell. */
  readonly mostTests?: number;
  /** Files of the tree that the arrangement names and that the command wrote. */
  readonly results: readonly ReportFile[];
  readonly stdout: string;
  /** Paths of the workspace, as requested and as resolved; they are removed from ids and messages. */
  readonly root: string | Root;
};

/** Reads the report of a run; null when a required report is missing or incomplete. */
export function collectReport(sources: ReportSources): TestReport | null {
  const report = readSources(sources);
  const { largestBytes = 0 } = sources;
  return report === null || largestBytes < largeBytes ? report : { ...report, bytes: largestBytes };
}

/** Four times less is below the least limit of a cell. */
const largeBytes = 4 * 1024 * 1024;

function readSources(sources: ReportSources): TestReport | null {
  const { reading } = sources.arrangement;
  const root = typeof sources.root === 'string' ? [sources.root] : sources.root;
  switch (reading.kind) {
    case 'exit-code':
      return { format: 'exit-code', cases: [] };
    case 'files':
      return readResults(sources, root);
    case 'asked':
      return readAsked(reading, sources, root);
  }
}

/** The reports in these files. Another document among them, such as a summary of Maven, is no report. */
function readResults({ results, mostTests }: ReportSources, root: Root): TestReport | null {
  const texts = results.map(({ text }) => text);
  const reports = texts
    .filter((text) => text === null || texts.length === 1 || !isAnotherDocument(text))
    .map((text) => (text === null ? null : readAnyRaw(text)));
  return joinReports(reports, root, mostTests);
}

/** The reports of the runners that were found; if none was found, what others may have written or printed. */
function readAsked(
  { files: asked, perProcess, own }: Extract<Reading, { kind: 'asked' }>,
  { files, results, stdout, mostTests }: ReportSources,
  root: Root,
): TestReport | null {
  const fromFiles = asked.map(({ name, format }) => {
    const text = files.get(name);
    return text === undefined ? null : readRaw(format, text);
  });
  const fromProcesses = perProcess.map(({ isDue, named, format }) => ({
    isDue,
    reports: textsNamed(files, named).map((text) => readRaw(format, text)),
  }));
  const due = fromProcesses.filter(({ isDue }) => isDue);
  const isLeft = own.every((pattern) => results.some(({ path }) => isNamedBy(path, [pattern])));
  if (!isLeft || due.some(({ reports }) => reports.length === 0)) return null;
  const fromTree = results.map(({ text }) => (text === null ? null : readAnyRaw(text)));
  const reports = [...fromFiles, ...fromTree, ...due.flatMap((one) => one.reports)];
  if (reports.length > 0) return joinReports(reports, root, mostTests);
  const others = fromProcesses.flatMap((one) => one.reports);
  return others.length > 0 ? joinReports(others, root, mostTests) : readPrinted(stdout, root);
}

/** What the command printed, if it is a report; otherwise only the exit code is known. */
function readPrinted(stdout: string, root: Root): TestReport | null {
  const format = formatPrintedIn(stdout);
  return format === null ? { format: 'exit-code', cases: [] } : readReport(format, stdout, root);
}

/** Texts of the files with matching names, in the order in which their processes began. */
function textsNamed(files: ReadonlyMap<string, string>, named: RegExp): readonly string[] {
  return [...files]
    .filter(([name]) => named.test(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, text]) => text);
}
