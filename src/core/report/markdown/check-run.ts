import type { BlamedPart } from '../../blame/found-words.ts';
import type { Hunk } from '../../specs/spec.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { renderDocument, type ReportOptions } from './document.ts';
import { plainText } from '../words/escape.ts';
import { bytes } from './fit.ts';
import { countsLine } from '../words/headline.ts';
import { wordsBehind, type WordsBehind } from '../changed-words/found-behind.ts';
import { checksOf, likely, meaningOf } from '../changed-words/found-sentences.ts';
import { culprits, guessedAt, headLines } from '../changed-words/hunk-quote.ts';
import { quoteWords, wordsOfPart } from '../changed-words/part-words.ts';
import { markedPhrases, plainPhrases } from '../words/phrases.ts';
import { nameModel } from '../words/naming.ts';
import { isBlocking } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { count } from '../words/wording.ts';
import { baseToHead } from '../words/verdict-words.ts';

/** A remark on lines of a spec file. */
export type Annotation = {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
};

/** A check run as GitHub takes it; lengths already fit its limits. */
export type CheckRun = {
  readonly name: string;
  readonly headSha: string;
  /** Digest of everything that the verdict follows from; undefined if the verdict must not be repeated elsewhere. */
  readonly externalId?: string | undefined;
  readonly conclusion: PortabilitySummary['conclusion'];
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
};

/** The check run of the head commit: the report, and remarks on the changed lines that verdicts point at. */
export function renderCheckRun(
  summary: PortabilitySummary,
  options: ReportOptions & { readonly name: string },
): CheckRun {
  return {
    name: options.name,
    headSha: summary.trigger.head,
    externalId: repeatableId(summary),
    conclusion: summary.conclusion,
    title: countsLine(summary),
    // GitHub's limit is 65,535. We count bytes to be on the safe side.
    summary: renderDocument(summary, options, {
      head: '',
      rows: 60,
      mostRows: 200,
      open: false,
      limit: 65_000,
      size: bytes,
    }),
    // GitHub takes 50 annotations per request, and hardly shows more.
    annotations: [
      ...wordsBehind(summary).flatMap((group) =>
        group.parts.map((part) => annotateWords(summary, group, part)),
      ),
      ...culprits(summary).map((hunk) => annotate(summary, hunk)),
    ].slice(0, 50),
  };
}

// A model that the vendor refused may work again without any change to the text.
function repeatableId({ verdictId, models }: PortabilitySummary): string | undefined {
  return models.some(({ isMisconfigured }) => isMisconfigured) ? undefined : verdictId;
}

function annotateWords(
  summary: PortabilitySummary,
  { cells, parts }: WordsBehind,
  { part }: BlamedPart,
): Annotation {
  const [startLine, endLine] = part.lines;
  const quote = markedPhrases(quoteWords(wordsOfPart(part)));
  const isOne = parts.length === 1;
  return {
    path: part.file,
    startLine,
    endLine,
    ...headOf(
      summary,
      cells.map(({ verdict }) => verdict),
    ),
    message: [
      isOne ? quote : `One of ${parts.length} parts, perhaps this one: ${quote}`,
      ...cells.slice(0, 10).flatMap(({ verdict, found }) => {
        const share = found.parts.find((each) => each.part.id === part.id);
        const checks = isOne || share === found.parts[0] ? checksOf(found) : '';
        return [
          messageLine(summary, verdict),
          [
            ...(share === undefined || found.end === 'one-part' ? [] : [likely(share.probability)]),
            ...(checks === '' ? [] : [checks]),
            plainPhrases(meaningOf(found)),
          ].join('. '),
        ];
      }),
      ...more(cells.length - 10),
    ].join('\n'),
  };
}

function annotate(summary: PortabilitySummary, hunk: Hunk): Annotation {
  const blaming = guessedAt(summary).filter((verdict) =>
    verdict.culprit.some((culprit) => isSame(culprit, hunk)),
  );
  const severalHunks = blaming.some((verdict) => verdict.culprit.length > 1);
  const [startLine, endLine] = headLines(hunk);
  return {
    path: hunk.file,
    startLine,
    endLine,
    ...headOf(summary, blaming),
    message: [
      severalHunks ? 'One of several changes, perhaps this one:' : 'These changed words:',
      ...blaming.slice(0, 10).map((verdict) => messageLine(summary, verdict)),
      ...more(blaming.length - 10),
    ].join('\n'),
  };
}

function headOf(
  summary: PortabilitySummary,
  blaming: readonly Verdict[],
): Pick<Annotation, 'level' | 'title'> {
  const regressed = blaming.some((verdict) => verdict.verdict === 'regressed');
  const models = new Set(blaming.map((verdict) => verdict.model)).size;
  return {
    level: blaming.some((verdict) => isBlocking(summary, verdict)) ? 'failure' : 'warning',
    title: `${regressed ? 'Regressed' : 'Suspected'} on ${count(models, 'model')}`,
  };
}

function more(rest: number): readonly string[] {
  return rest > 0 ? [`and ${rest} more`] : [];
}

function messageLine(summary: PortabilitySummary, verdict: Verdict): string {
  const tests = verdict.brokenTests.slice(0, 3).map((test) => plainText(test, 120));
  const failing =
    tests.length === 0 ? '' : `, e.g. ${tests.join('; ')}${verdict.unconfirmed ? ' (unconfirmed)' : ''}`;
  return `${plainPhrases(nameModel(summary, verdict.model))} ${verdict.verdict}: ${baseToHead(verdict)}${failing}`;
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.file === other.file && one.headStart === other.headStart && one.baseStart === other.baseStart;
}
