import type { Attempt } from './attempt.ts';

/** A permission, as it is written in a workflow. */
export type Permission =
  | 'checks: write'
  | 'checks: read'
  | 'pull-requests: write'
  | 'pull-requests: read'
  | 'contents: read';

/** Why GitHub refused. Names the permission that the workflow lacks if that may be the reason. */
export function whyRefused(
  { status, why }: Extract<Attempt<unknown>, { kind: 'refused' }>,
  permission: Permission,
): string {
  if (status === 401) return `${why} The token is not valid: check the input \`github-token\`.`;
  // GitHub answers 404 for what a token may not see.
  if (status !== 403 && status !== 404) return why;
  return `${why} Add \`${permission}\` to the \`permissions\` of the job. On pull requests from forks the token can only read.`;
}
