import { nodeTestLines } from '../formats/node-test-lines.ts';
import {
  nothingAsked,
  type Addition,
  type AroundCalls,
  type Asked,
  type Runner,
  type RunnerCall,
} from './runner.ts';
import { shellQuoted, unquoted } from './shell-words.ts';

/** Names of the files that our reporter makes, one for each node:test process; the reporter seals them. */
export const nodeTestFile = /^node-test-[\d-]+\.jsonl$/;

/**
 * node:test gets our reporter through NODE_OPTIONS, in addition to the one for people. The options reach every Node
 * process of a command, even if we see no call of node:test: there may still be one.
 */
export const nodeTest: Runner = {
  name: 'node-test',
  askedBy: 'variable',
  namedAt(words) {
    const plain = words.map((word) => unquoted(word));
    return plain.some((word) => /(?:^|\/)(?:node|nodejs|tsx)$/.test(word)) ? plain.indexOf('--test') : -1;
  },
  ask(calls, around) {
    if (around.sets('NODE_OPTIONS')) return askedByWords(calls, around);
    const options = nodeOptions(calls, around);
    const isDue = options !== null && calls.length > 0;
    return {
      ...nothingAsked,
      environment: options === null ? {} : { NODE_OPTIONS: options },
      perProcess: [{ named: nodeTestFile, format: nodeTestLines, isDue }],
    };
  },
};

/**
 * Where the command sets NODE_OPTIONS itself, its own calls are asked by words behind `--test`. Node reads no options
 * behind the arguments of a script.
 */
function askedByWords(calls: readonly RunnerCall[], around: AroundCalls): Asked {
  const additions = calls.flatMap((call): readonly Addition[] => {
    const { place } = call;
    const options = nodeOptions([call], around);
    if (place === null || options === null || !around.line.slice(0, place.at).endsWith('--test')) return [];
    const words = options.split(' ').map((word) => shellQuoted(word));
    return [{ at: place.at, text: ` ${words.join(' ')}`, file: null }];
  });
  const isDue = additions.length > 0;
  return { ...nothingAsked, additions, perProcess: [{ named: nodeTestFile, format: nodeTestLines, isDue }] };
}

/**
 * null if no options fit all calls: node:test counts reporters and destinations in NODE_OPTIONS and command line
 * together, and refuses to start when the numbers differ.
 */
function nodeOptions(
  calls: readonly RunnerCall[],
  { reports, reporter }: Pick<AroundCalls, 'reports' | 'reporter'>,
): string | null {
  const [first, ...others] = calls.map(({ words }) => reportersIn(words));
  if (first !== undefined && others.some((call) => !isSame(call, first))) return null;
  const ours = `--test-reporter=${reporterUrl(reporter, reports)} ${toStdout}`;
  if (first === undefined || first.reporters === 0) return `--test-reporter=spec ${toStdout} ${ours}`;
  if (first.reporters === first.destinations) return ours;
  return first.reporters === 1 && first.destinations === 0 ? `${ours} ${toStdout}` : null;
}

/** How many reporters and destinations a call of node:test names itself. */
type OwnReporters = { readonly reporters: number; readonly destinations: number };

function reportersIn(words: readonly string[]): OwnReporters {
  return {
    reporters: words.filter((word) => /^--test-reporter(?:=|$)/.test(word)).length,
    destinations: words.filter((word) => /^--test-reporter-destination(?:=|$)/.test(word)).length,
  };
}

function isSame(one: OwnReporters, other: OwnReporters): boolean {
  return one.reporters === other.reporters && one.destinations === other.destinations;
}

const toStdout = '--test-reporter-destination=stdout';

/** Percent-encoded, so that blanks and quotes in a path need no quoting in NODE_OPTIONS. */
function reporterUrl(reporter: string, reports: string): string {
  const path = reporter.split('/').map((part) => encoded(part));
  return `file://${path.join('/')}?reports=${encoded(reports)}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}
