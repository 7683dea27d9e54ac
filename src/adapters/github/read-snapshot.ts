import { isRefusal } from './attempt.ts';
import type { Remote } from './octokit.ts';
import { graphqlUrl } from './own-login.ts';

/** The state of a pull request on GitHub at one moment. */
export type Snapshot = {
  /** Head commit of the pull request. */
  readonly head: string;
  /** Text of the requested comment; null when it is gone or none was requested. */
  readonly body: string | null;
};

/** Reads a pull request's head and the text of a comment in one call; null when the token may not read them. */
export async function readSnapshot(
  remote: Remote,
  of: { readonly pullRequest: number; readonly comment: string | null },
): Promise<Snapshot | null> {
  const answer = await ask(remote, of).catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
  refuseLimited(answer);
  const data = member(answer, 'data');
  const sha = member(member(member(data, 'repository'), 'pullRequest'), 'headRefOid');
  if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) return null;
  const body = member(member(data, 'node'), 'body');
  return { head: sha, body: typeof body === 'string' ? body : null };
}

async function ask(
  remote: Remote,
  of: { readonly pullRequest: number; readonly comment: string | null },
): Promise<unknown> {
  const { octokit, owner, repo, apiUrl } = remote;
  const variables = { owner, repo, number: of.pullRequest };
  const question =
    of.comment === null
      ? { query: `query${parameters}) { ${head} }`, variables }
      : {
          query: `query${parameters}, $comment: ID!) { ${head} ${text} }`,
          variables: { ...variables, comment: of.comment },
        };
  const answer = await octokit.request({ method: 'POST', url: graphqlUrl(apiUrl), ...question });
  return answer.data;
}

// GraphQL reports a rate limit with status 200.
function refuseLimited(answer: unknown): void {
  const errors = member(answer, 'errors');
  const isLimited = Array.isArray(errors) && errors.some((error) => member(error, 'type') === 'RATE_LIMITED');
  if (isLimited) throw Object.assign(new Error('API rate limit exceeded'), { status: 429 });
}

const parameters = '($owner: String!, $repo: String!, $number: Int!';
const head = 'repository(owner: $owner, name: $repo) { pullRequest(number: $number) { headRefOid } }';
const text = 'node(id: $comment) { ... on IssueComment { body } }';

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
