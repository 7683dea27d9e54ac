import type { BlamedPart, FoundWords } from '../../blame/found-words.ts';
import type { Hunk } from '../../specs/spec.ts';
import type { AlteredJudge } from '../../verdict/altered-judges.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { searchBehind } from '../changed-words/found-behind.ts';
import { headLines } from '../changed-words/hunk-quote.ts';
import { tamperedCounts } from '../summary/tampered-counts.ts';
import { plainPhrases } from '../words/phrases.ts';
import { changeMapResult } from './change-map-result.ts';
import type { ResultFile } from './result-schema.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { warnings } from '../words/warnings.ts';
import type { MatrixRow } from '../../verdict/matrix.ts';

/** The machine-readable result of a run, schema 1. */
export function resultFile(summary: PortabilitySummary): ResultFile {
  return {
    schema: 1,
    conclusion: summary.conclusion,
    withheld: summary.skipReason,
    trigger: triggerOf(summary),
    ...(summary.repeats === undefined ? {} : { repeats: summary.repeats }),
    models: summary.models.map((model) => ({ ...model, servedBy: [...model.servedBy] })),
    changes: summary.changes.map((change) => ({ spec: change.name, class: change.class })),
    ...judgesOf(summary),
    verdicts: summary.verdicts.map((verdict) => verdictOf(summary, verdict)),
    matrix: summary.matrix.map((row) => matrixRow(row)),
    ...mapsOf(summary),
    portability: summary.portability.map((entry) => ({ ...entry, portableOn: [...entry.portableOn] })),
    tampered: summary.tampered ?? 0,
    spent: spentOf(summary),
    settings: { ...summary.settings, looks: [...summary.settings.looks] },
    notes: [
      ...(summary.skipReason === null ? [] : [summary.skipReason]),
      ...warnings(summary).map((warning) => plainPhrases(warning)),
      ...summary.notes,
    ],
  };
}

function mapsOf({ maps = [] }: PortabilitySummary): Pick<ResultFile, 'maps'> {
  return maps.length === 0 ? {} : { maps: maps.map((map) => changeMapResult(map)) };
}

function judgesOf({ alteredJudges = [] }: PortabilitySummary): Pick<ResultFile, 'alteredJudges'> {
  return alteredJudges.length === 0 ? {} : { alteredJudges: alteredJudges.map((judge) => judgeOf(judge)) };
}

function judgeOf(judge: AlteredJudge): NonNullable<ResultFile['alteredJudges']>[number] {
  const { specs, altered, by, accepted } = judge;
  return {
    specs: [...specs],
    altered: [...altered],
    by,
    accepted: accepted === null ? null : { by: accepted.by, url: accepted.url },
  };
}

// Key by key, so that the order in the file does not depend on how the summary was built.
function spentOf({ spent }: PortabilitySummary): ResultFile['spent'] {
  return {
    generations: spent.generations,
    cachedGenerations: spent.cachedGenerations,
    lostCalls: spent.lostCalls,
    estimatedCalls: spent.estimatedCalls,
    ...(spent.setAside === undefined ? {} : { setAside: { ...spent.setAside } }),
    inputTokens: spent.inputTokens,
    outputTokens: spent.outputTokens,
    cacheReadTokens: spent.cacheReadTokens,
    cacheWriteTokens: spent.cacheWriteTokens,
    reasoningTokens: spent.reasoningTokens,
    usd: spent.usd,
    savedUsd: spent.savedUsd,
    unpriced: [...spent.unpriced],
    priceTableDate: spent.priceTableDate,
    ranOut: [...spent.exhaustedCaps],
    notReached: spent.notReached.map((entry) => ({ ...entry })),
    seconds: spent.seconds,
  };
}

function triggerOf(summary: PortabilitySummary): ResultFile['trigger'] {
  const { trigger } = summary;
  switch (trigger.kind) {
    case 'pull-request':
      return {
        kind: trigger.kind,
        number: trigger.number,
        base: trigger.base,
        head: trigger.head,
        fromFork: trigger.fromFork,
      };
    case 'merge-group': {
      const { kind, number, base, head } = trigger;
      return { kind, number, base, head };
    }
    case 'manual':
    case 'outcomes':
      return { kind: trigger.kind, base: trigger.base, head: trigger.head };
    case 'audit':
      return { kind: trigger.kind, head: trigger.head };
  }
}

function verdictOf(summary: PortabilitySummary, verdict: Verdict): ResultFile['verdicts'][number] {
  const { base, head, drop, p, excludes, brokenTests, culprit, why, requirements, compared } = verdict;
  return {
    spec: verdict.spec,
    model: verdict.model,
    asks: verdict.asks,
    ...(verdict.insteadOf === undefined ? {} : { insteadOf: verdict.insteadOf }),
    verdict: verdict.verdict,
    base: base === null ? null : tallyOf(base),
    head: tallyOf(head),
    drop: drop === null ? null : { estimate: drop.estimate, low: drop.low, high: drop.high },
    p,
    excludes,
    brokenTests: [...brokenTests],
    unconfirmed: verdict.unconfirmed,
    withoutResult: verdict.withoutResult.map((each) => ({ ...each })),
    ...causeOf(searchBehind(summary, verdict), culprit),
    why,
    requirements: requirements === null ? null : { ...requirements, tests: [...requirements.tests] },
    compared,
    tampered: tamperedCounts(summary, verdict),
  };
}

function tallyOf(tally: Verdict['head']): ResultFile['verdicts'][number]['head'] {
  return { passed: tally.passed, failed: tally.failed, unmeasured: tally.unmeasured };
}

type Cause = Pick<ResultFile['verdicts'][number], 'culprit' | 'search'>;

function causeOf(found: FoundWords | null, hunks: readonly Hunk[]): Cause {
  const guess: Cause['culprit'] = hunks.map((hunk) => {
    return { file: hunk.file, lines: [...headLines(hunk)], probability: null };
  });
  if (found === null) return { culprit: guess };
  const { among, end, check, generations, parts } = found;
  return {
    culprit: parts.length === 0 ? guess : parts.map((blamed) => culpritOf(blamed)),
    search: { among, end, check, generations: { ...generations } },
  };
}

function culpritOf({ part, probability, alone, without }: BlamedPart): Cause['culprit'][number] {
  const isRemoved = part.present.trim() === '';
  return {
    file: part.file,
    lines: [...part.lines],
    ...(part.columns === undefined ? {} : { columns: [...part.columns] }),
    probability,
    text: isRemoved ? part.absent : part.present,
    ...(isRemoved ? { removed: true } : {}),
    alone,
    without,
  };
}

function matrixRow(row: MatrixRow): ResultFile['matrix'][number] {
  const asks = row.asks === undefined ? {} : { asks: row.asks };
  const byModel = [...row.byQuestion.values()].map(
    ({ model, base, head }) => [model, { base, head }] as const,
  );
  return { spec: row.spec, ...asks, test: row.test, on: row.on, byModel: Object.fromEntries(byModel) };
}
