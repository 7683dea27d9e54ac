import type { Audited } from '../../core/report/summary/audited.ts';
import { historyLine, readHistory } from '../../core/audit/history-lines.ts';
import { mergeNights } from '../../core/records/night-entry.ts';
import type { IssueText } from '../../core/report/markdown/audit-document.ts';
import { historyFiles } from '../../core/report/history/history-files.ts';
import type { DriftIssue } from '../../ports/drift-issue.ts';
import type { History } from '../../ports/history.ts';
import type { Log } from '../../ports/log.ts';

/**
 * Appends the night to the history branch and updates the issue. Returns the issue's address if the issue was
 * changed.
 */
export async function publishNight(
  audited: Audited,
  to: {
    readonly issue: DriftIssue;
    readonly text: IssueText;
    readonly history: History | null;
    readonly log: Log;
    readonly decide: { readonly portable: number };
    readonly isOfDefaultBranch: boolean;
  },
): Promise<string | null> {
  // Nothing was measured, so there is nothing to report: a night without keys must not close an issue.
  if (!audited.entries.some(({ outcomes }) => outcomes !== '')) return null;
  if (!to.isOfDefaultBranch) {
    to.log.info('This is not the default branch, so the issue and the history branch are not changed.');
    return null;
  }
  await appendNight(audited, to);
  const published = await to.issue.put(to.text);
  if (published.kind === 'failed') to.log.warn(`the issue could not be updated: ${published.why}`);
  return published.kind === 'published' ? published.url : null;
}

async function appendNight(
  { entries, history }: Audited,
  to: {
    readonly history: History | null;
    readonly log: Log;
    readonly decide: { readonly portable: number };
  },
): Promise<void> {
  if (to.history === null) return;
  const lines = entries.map((entry) => historyLine(entry)).join('');
  const appended = await to.history.append(lines, (text) =>
    historyFiles(mergeNights([history, readHistory(text).entries]), to.decide),
  );
  if (appended.kind === 'failed') to.log.warn(`the history branch could not be written: ${appended.why}`);
}
