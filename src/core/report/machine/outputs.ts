import { additionalKindOf } from '../../records/asks.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { rate } from '../words/wording.ts';

/** The action's outputs; an unknown value is an empty string. */
export function outputsOf(
  summary: PortabilitySummary,
  published: { readonly reportDir: string; readonly resultFile: string; readonly commentUrl: string | null },
): Readonly<Record<string, string>> {
  const { spent, verdicts } = summary;
  const hasWork =
    summary.verdicts.length > 0 ||
    summary.skipReason !== null ||
    // A run that repeats an earlier verdict asks no model.
    (summary.repeats === undefined && summary.changes.some(({ head }) => head !== null));
  return {
    conclusion: summary.conclusion,
    regressions: String(verdicts.filter((verdict) => verdict.verdict === 'regressed').length),
    verdicts: shortVerdicts(summary),
    portability: meanPortability(summary),
    generations: String(spent.generations),
    'cached-generations': String(spent.cachedGenerations),
    'cost-usd': spent.usd === null ? '' : String(spent.usd),
    'report-dir': published.reportDir,
    'result-file': published.resultFile,
    'comment-url': published.commentUrl ?? '',
    'has-work': String(hasWork),
  };
}

function shortVerdicts(summary: PortabilitySummary): string {
  return JSON.stringify(
    summary.verdicts.map((verdict) => ({
      spec: verdict.spec,
      model: verdict.model,
      ...(additionalKindOf(verdict.asks) === undefined ? {} : { asks: verdict.asks }),
      ...(verdict.insteadOf === undefined ? {} : { insteadOf: verdict.insteadOf }),
      verdict: verdict.verdict,
      base: verdict.base === null ? null : rate(verdict.base),
      head: rate(verdict.head),
    })),
  );
}

function meanPortability(summary: PortabilitySummary): string {
  const heads = summary.portability.map((entry) => entry.head).filter((head) => head !== null);
  if (heads.length === 0) return '';
  const mean = heads.reduce((sum, head) => sum + head, 0) / heads.length;
  return String(Number(mean.toFixed(4)));
}
