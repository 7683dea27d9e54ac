import type { FoundRunner } from './find-runners.ts';

/**
 * NODE_OPTIONS that make every node:test process of a command write a report file, beside the output for the reader.
 * null where no such options fit all of its calls: node:test counts reporters and destinations over NODE_OPTIONS and
 * command line together, and refuses to start when they differ.
 */
export function nodeTestOptions(of: {
  readonly runners: readonly FoundRunner[];
  readonly reports: string;
  readonly reporter: string;
}): string | null {
  const calls = of.runners.filter(({ runner }) => runner === 'node-test');
  const [first, ...others] = calls.map(({ reporters, destinations }) => `${reporters}:${destinations}`);
  if (first !== undefined && others.some((call) => call !== first)) return null;
  const ours = `--test-reporter=${reporterUrl(of.reporter, of.reports)} ${toStdout}`;
  const call = calls[0];
  if (call === undefined || call.reporters === 0) return `--test-reporter=spec ${toStdout} ${ours}`;
  if (call.reporters === call.destinations) return ours;
  return call.reporters === 1 && call.destinations === 0 ? `${ours} ${toStdout}` : null;
}

const toStdout = '--test-reporter-destination=stdout';

/** Percent-encoded, so that no blank or quote of a path needs NODE_OPTIONS' own quoting. */
function reporterUrl(reporter: string, reports: string): string {
  const path = reporter.split('/').map((part) => encoded(part));
  return `file://${path.join('/')}?reports=${encoded(reports)}`;
}

/** The NODE_OPTION that loads the guard, which stands beside the reporter, before anything else. */
export function guardOption(reporter: string): string {
  const path = reporter.replace(/[^/]*$/, 'test-guard.cjs');
  return `--require="${path.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}
