import { join } from 'node:path';
import { writeDurably } from '../../adapters/plain-files/write-durably.ts';
import { withoutSecrets } from '../../adapters/process/secrets.ts';
import { renderComment } from '../../core/report/markdown/comment.ts';
import { commentMarker } from '../../core/report/markdown/marker.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';

/** Writes comment.md into the report folder: what a pull request would show, where nothing is posted. */
export async function writeComment(summary: PortabilitySummary, directory: string): Promise<void> {
  const options = { marker: commentMarker('local'), repositoryUrl: null, runUrl: null, reportHint: null };
  const text = withoutSecrets(`${renderComment(summary, options)}\n`);
  await writeDurably(directory, 'comment.md', Buffer.from(text));
}

/** Where page and comment are, as the last line of a command says it. */
export function whereTold(directory: string): string {
  return `The page is ${join(directory, 'index.html')}, and the comment of a pull request would be comment.md beside it.`;
}
