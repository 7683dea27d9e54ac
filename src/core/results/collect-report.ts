import type { Arrangement, ExpectedFile } from './arrange-results.ts';
import type { Root } from './case-id.ts';
import { numbered } from './found-case.ts';
import { parseGoTest } from './parse-go-test.ts';
import { parseJestJson } from './parse-jest-json.ts';
import { parseJunit } from './parse-junit.ts';
import { parseNodeTest } from './parse-node-test.ts';
import { parseTap } from './parse-tap.ts';
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
      return remains.resultFile === null ? null : parseResultFile(remains.resultFile, root);
    case 'asked': {
      const nodeTests = nodeTestReports(remains.files, root);
      const asked = reading.files.map((file) => readAsked(file, remains.files, root));
      const due = [...asked, ...(reading.nodeTest === 'expected' ? nodeTests : [])];
      if (reading.nodeTest === 'expected' && nodeTests.length === 0) return null;
      return due.length > 0 ? merged(due) : unasked(nodeTests, remains.stdout, root);
    }
  }
}

/** Reads a report in any of the formats that `results` may name, by how it begins. */
export function parseResultFile(text: string, root: Root): TestReport | null {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return parseJunit(start, root);
  if (start.startsWith('{')) {
    return parseJestJson(start, root) ?? parseNodeTest(start, root) ?? parseGoTest(start, root);
  }
  // The go command says in plain text, and often first, that a package does not build.
  return parseTap(text, root) ?? parseGoTest(start, root);
}

/** node:test through an unknown command, then TAP, then nothing but the exit code. */
function unasked(nodeTests: readonly (TestReport | null)[], stdout: string, root: Root): TestReport | null {
  if (nodeTests.length > 0) return merged(nodeTests);
  if (/^(?:TAP version \d+|1\.\.\d+)\s*$/m.test(stdout)) return parseTap(stdout, root);
  return { format: 'exit-code', cases: [] };
}

/** One report for each process that used node:test, in the order in which they began. */
function nodeTestReports(files: ReadonlyMap<string, string>, root: Root): readonly (TestReport | null)[] {
  return [...files]
    .filter(([name]) => /^node-test-[\d-]+\.jsonl$/.test(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, text]) => parseNodeTest(text, root));
}

function readAsked(file: ExpectedFile, files: ReadonlyMap<string, string>, root: Root): TestReport | null {
  const text = files.get(file.name);
  if (text === undefined) return null;
  switch (file.format) {
    case 'junit':
      return parseJunit(text, root);
    case 'jest-json':
      return parseJestJson(text, root);
    case 'go-test':
      return parseGoTest(text, root);
  }
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
