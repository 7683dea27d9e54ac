import type { Hunk } from '../../specs/spec.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { renderDocument, type ReportOptions } from './document.ts';
import { plainText } from '../words/escape.ts';
import { bytes } from './fit.ts';
import { countsLine } from '../words/headline.ts';
import { culprits, headLines } from '../changed-words/hunk-quote.ts';
import { plainPhrases } from '../words/phrases.ts';
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
    annotations: culprits(summary)
      .slice(0, 50)
      .map((hunk) => annotate(summary, hunk)),
  };
}

// A model that the vendor refused may work again without any change to the text.
function repeatableId({ verdictId, models }: PortabilitySummary): string | undefined {
  return models.some(({ isMisconfigured }) => isMisconfigured) ? undefined : verdictId;
}

function annotate(summary: PortabilitySummary, hunk: Hunk): Annotation {
  const blaming = summary.verdicts.filter((verdict) =>
    verdict.culprit.some((culprit) => isSame(culprit, hunk)),
  );
  const blocking = blaming.some((verdict) => isBlocking(summary, verdict));
  const regressed = blaming.some((verdict) => verdict.verdict === 'regressed');
  const severalHunks = blaming.some((verdict) => verdict.culprit.length > 1);
  const [startLine, endLine] = headLines(hunk);
  return {
    path: hunk.file,
    startLine,
    endLine,
    level: blocking ? 'failure' : 'warning',
    title: `${regressed ? 'Regressed' : 'Suspected'} on ${count(new Set(blaming.map((verdict) => verdict.model)).size, 'model')}`,
    message: [
      severalHunks ? 'One of several changes, perhaps this one:' : 'These changed words:',
      ...blaming.slice(0, 10).map((verdict) => messageLine(summary, verdict)),
      ...(blaming.length > 10 ? [`and ${blaming.length - 10} more`] : []),
    ].join('\n'),
  };
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
