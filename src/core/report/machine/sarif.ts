import type { Location, Log, ReportingDescriptor, Result, Run } from 'sarif';
import { digest } from '../../digest.ts';
import type { FoundWords } from '../../blame/found-words.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { foundBehind } from '../changed-words/found-behind.ts';
import { checksOf, likely, meaningOf } from '../changed-words/found-sentences.ts';
import { encodedPath, headLines } from '../changed-words/hunk-quote.ts';
import { wordsOfPart } from '../changed-words/part-words.ts';
import { changeMapLine } from '../words/change-map-words.ts';
import { plainPhrases } from '../words/phrases.ts';
import { unprovedLine } from '../words/unproved.ts';
import { isBlocking, mostSevereFirst } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { harmInText } from '../markdown/assert-harmless.ts';
import { fileText } from './file-text.ts';
import { count } from '../words/wording.ts';
import { baseToHead } from '../words/verdict-words.ts';

/** The blamed spec lines as SARIF 2.1.0 for code scanning: one result for each verdict that is bad news. */
export function renderSarif(summary: PortabilitySummary, write: Write = sarifText): string {
  const fingerprints = fingerprintsOf(summary.verdicts);
  const results = mostSevereFirst(summary.verdicts)
    .flatMap((verdict) =>
      resultOf(summary, verdict, { write, fingerprint: fingerprints.get(verdict.question) }),
    )
    .slice(0, maxResults);
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'spec-portability', rules: [...rules] } },
        automationDetails: { id: 'spec-portability/' },
        columnKind: 'utf16CodeUnits',
        ...invocationOf(summary),
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

// What holds for all results at once.
function invocationOf(summary: PortabilitySummary): Pick<Run, 'invocations'> {
  const text = unprovedLine(summary);
  if (text === null) return {};
  return {
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: 'note', message: { text } }],
      },
    ],
  };
}

// GitHub shows 5,000 results of a run, the worst levels first, and refuses a file with over 25,000.
const maxResults = 5000;
// GitHub keeps 1,000 locations per result; readers look at far fewer.
const maxRelated = 50;

function rule(id: RuleId, short: string, full: string): ReportingDescriptor {
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: `${full} The counts behind it are in result.json of the same run.` },
    defaultConfiguration: { level: id === 'regressed' ? 'error' : 'warning' },
    properties: { tags: ['spec-portability'] },
  };
}

type Write = (text: string, max: number) => string;

type RuleId = 'regressed' | 'not-portable' | 'suspected';

const rules = [
  rule(
    'regressed',
    'The spec edit breaks a model',
    'Code that this model generates from the new text passes its tests less often than code from the old text.',
  ),
  rule(
    'not-portable',
    'The new spec does not work on a model',
    'Code that this model generates from the new spec fails its tests too often.',
  ),
  rule(
    'suspected',
    'The spec edit may break a model',
    'Code from the new text failed more often on this model; the evidence is too thin to be sure.',
  ),
] as const;

function ruleOf({ verdict }: Verdict): RuleId | null {
  return verdict === 'regressed' || verdict === 'not-portable' || verdict === 'suspected' ? verdict : null;
}

function resultOf(
  summary: PortabilitySummary,
  verdict: Verdict,
  {
    write,
    fingerprint = '',
  }: {
    readonly write: Write;
    readonly fingerprint: string | undefined;
  },
): readonly Result[] {
  const ruleId = ruleOf(verdict);
  const [first, ...others] = locationsOf(summary, verdict);
  if (ruleId === null || first === undefined) return [];
  return [
    {
      ruleId,
      level: isBlocking(summary, verdict) ? 'error' : 'warning',
      message: { text: messageOf(summary, verdict, write) },
      locations: [first],
      ...(others.length > 0
        ? { relatedLocations: others.map((place, index) => ({ id: index + 1, ...place })) }
        : {}),
      // Not primaryLocationLineHash: GitHub's upload computes that one from the file and warns about any other value.
      partialFingerprints: { 'specPortability/v1': fingerprint },
      properties: {
        verdict: verdict.verdict,
        base: verdict.base,
        head: verdict.head,
        drop: verdict.drop,
        p: verdict.p,
        unconfirmed: verdict.unconfirmed,
      },
    },
  ];
}

// The same in every run on a pull request, so it holds no commit and not the question's id. Questions that have the
// same kind, spec and model are told apart by their order.
function fingerprintsOf(verdicts: readonly Verdict[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    verdicts.map((verdict) => {
      const named = [ruleOf(verdict), verdict.asks, verdict.spec, verdict.model];
      const print = digest(named);
      const before = counts.get(print) ?? 0;
      counts.set(print, before + 1);
      return [verdict.question, before === 0 ? print : digest([...named, before])];
    }),
  );
}

function locationsOf(summary: PortabilitySummary, verdict: Verdict): readonly Location[] {
  const found = foundBehind(summary, verdict);
  if (found !== null)
    return found.parts
      .slice(0, maxRelated)
      .flatMap(({ part }) => locationOf(part.file, part.lines, part.columns));
  if (verdict.culprit.length > 0)
    return verdict.culprit.slice(0, maxRelated).flatMap((hunk) => locationOf(hunk.file, headLines(hunk)));
  const change = summary.changes.find(({ name }) => name === verdict.spec);
  const [file] = change?.head?.files ?? [];
  return file === undefined ? [] : locationOf(file.path, [1, 1]);
}

function locationOf(
  file: string,
  [startLine, endLine]: readonly [number, number],
  columns?: readonly [number, number],
): readonly Location[] {
  const uri = encodedPath(file);
  return uri === null
    ? []
    : [
        {
          physicalLocation: {
            artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
            region: {
              ...{ startLine, endLine },
              ...(columns === undefined ? {} : { startColumn: columns[0], endColumn: columns[1] }),
            },
          },
        },
      ];
}

/** The message of a SARIF result. If one of its texts gets through as more than text, all texts are left out. */
function messageOf(summary: PortabilitySummary, verdict: Verdict, write: Write): string {
  const found = foundBehind(summary, verdict);
  const map = plainPhrases(changeMapLine(ofSpec(summary, verdict)));
  const writtenBy = (by: Write): string =>
    `${written(verdict, found, by)}${map === '' ? '' : ` ${by(map, 600)}`}`;
  const message = writtenBy(write);
  return harmInMessage(message) === null ? message : writtenBy(() => '(withheld)');
}

// What tests say of the words of one spec belongs to its regressions alone.
function ofSpec(summary: PortabilitySummary, { spec, verdict }: Verdict): PortabilitySummary {
  const maps = summary.maps?.filter((map) => map.spec === spec) ?? [];
  return { ...summary, maps: verdict === 'regressed' ? maps : [] };
}

/**
 * Untrusted text of a SARIF message. Brackets would make links, braces would be filled in, and an at sign would
 * notify someone.
 */
function sarifText(text: string, max: number): string {
  return fileText(text, max)
    .replaceAll('@', '＠')
    .replaceAll(/(?<=:)\/(?=\/)/g, '⁄')
    .replaceAll(/[\\[\]]/g, (character) => `\\${character}`)
    .replaceAll(/[{}]/g, (character) => character + character);
}

/** Something in a message that only hostile text can have put there; null when it is harmless. */
export function harmInMessage(message: string): string | null {
  const plain = message.replaceAll(/\\[\\[\]]|\{\{|\}\}/g, '');
  if (/[[\]]/.test(plain)) return 'a link';
  if (/[{}]/.test(plain)) return 'a placeholder';
  if (message.includes('@')) return 'a mention';
  return message.includes('://') ? 'an address' : harmInText(message);
}

function written(verdict: Verdict, found: FoundWords | null, write: Write): string {
  const { brokenTests, unconfirmed, culprit } = verdict;
  const tests = brokenTests.slice(0, 3).map((test) => write(test, 120));
  const rest = brokenTests.length - tests.length;
  const more = rest > 0 ? ` and ${count(rest, 'more test')}` : '';
  const doubt = unconfirmed ? ' (unconfirmed)' : '';
  const failing = tests.length === 0 ? '' : ` Failing: ${tests.join('; ')}${more}${doubt}.`;
  const hunks = culprit.length > 1 ? ` One of ${culprit.length} changed hunks is the cause.` : '';
  const cause = found === null ? hunks : ` ${writtenWords(found, write)}`;
  const subject = `${write(verdict.spec, 80)} on ${write(verdict.model, 80)}`;
  return `${subject} ${verdict.verdict}: ${baseToHead(verdict)}.${failing}${cause}`;
}

function writtenWords(found: FoundWords, write: Write): string {
  const [first, ...others] = found.parts;
  if (first === undefined) return '';
  const { kind, text } = wordsOfPart(first.part);
  const quote = `${kind === 'removed' ? 'without ' : ''}“${write(text, 160)}”`;
  const rest = others.length === 0 ? '' : ` or one of ${count(others.length, 'other part')}`;
  const checks = checksOf(found);
  const measured = `${likely(first.probability)}${checks === '' ? '' : `; ${checks}`}`;
  return `The words: ${quote}${rest} (${measured}). ${plainPhrases(meaningOf(found))}`;
}
