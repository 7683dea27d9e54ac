import type { Clock } from '../../ports/clock.ts';
import { attempt, type Attempt } from './attempt.ts';
import type { Remote } from './octokit.ts';

/** The login whose comments are ours: the token's user, the app behind the token, or the bot of the workflow. */
export async function ownLogin(remote: Remote, clock: Clock): Promise<Attempt<string>> {
  const user = await attempt(
    clock,
    async () => (await remote.octokit.rest.users.getAuthenticated()).data.login,
  );
  if (user.kind === 'done' || !isForbidden(user.status)) return user;
  // Installation tokens may not read /user, but GraphQL tells them who they are.
  const viewer = await attempt(clock, async () =>
    readViewer((await remote.octokit.request(viewerQuery(remote.apiUrl))).data),
  );
  if (viewer.kind === 'refused' && !isForbidden(viewer.status)) return viewer;
  return { kind: 'done', value: (viewer.kind === 'done' ? viewer.value : null) ?? 'github-actions[bot]' };
}

function isForbidden(status: number | null): boolean {
  return status !== null && status >= 400 && status < 500;
}

/** Address of GitHub's GraphQL API. On GitHub Enterprise Server the REST address ends in /api/v3. */
export function graphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`;
}

function viewerQuery(apiUrl: string): { method: 'POST'; url: string; query: string } {
  return { method: 'POST', url: graphqlUrl(apiUrl), query: '{ viewer { login } }' };
}

function readViewer(data: unknown): string | null {
  const viewer = member(member(data, 'data'), 'viewer');
  const login = member(viewer, 'login');
  return typeof login === 'string' && login !== '' ? login : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
