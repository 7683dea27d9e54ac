import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * Whether the workflow of this run also runs when a draft is marked as ready. Only a workflow file that exists and
 * does not mention that event counts as one that does not.
 */
export async function runsWhenReady(
  workspace: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  // `owner/name/.github/workflows/file.yml@refs/…`
  const path = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+\.ya?ml)@/.exec(
    environment['GITHUB_WORKFLOW_REF'] ?? '',
  )?.[1];
  if (path === undefined) return true;
  const file = resolve(workspace, path);
  const size = (await stat(file).catch(() => null))?.size ?? null;
  if (size === null || size > 1_000_000) return true;
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null || /\bready_for_review\b/.test(text);
}
