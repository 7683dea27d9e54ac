import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { Forge, Found, PullRequestNow, WrittenComment } from '../../ports/forge.ts';
import { attempt } from './attempt.ts';
import { openRemote, type Remote } from './octokit.ts';
import { whyRefused, type Permission } from './permission.ts';

/** GitHub, as far as we ask it before spending money. A refusal by GitHub is returned as a value. */
export function githubForge(options: {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** As GITHUB_API_URL gives it. */
  readonly apiUrl: string;
  readonly clock: Clock;
}): Forge {
  let remote: Promise<Remote> | null = null;
  const ask = async <Value>(
    permission: Permission,
    call: (remote: Remote) => Promise<Value>,
  ): Promise<Found<Value>> => {
    // The client would throw for an empty token.
    if (options.token === '') return { kind: 'failed', why: 'there is no token (input `github-token`)' };
    const opened = await (remote ??= openRemote(options));
    const attempted = await attempt(options.clock, () => call(opened));
    return attempted.kind === 'done'
      ? { kind: 'found', value: attempted.value }
      : { kind: 'failed', why: whyRefused(attempted, permission) };
  };
  return {
    mayWrite: (login) => ask('contents: read', (opened) => mayWrite(opened, login)),
    pullRequest: (number) => ask('pull-requests: read', (opened) => pullRequest(opened, number)),
    comments: (number) => ask('pull-requests: read', (opened) => comments(opened, number)),
    hasFailed: (of) => ask('checks: read', (opened) => hasFailed(opened, of)),
    react: (comment_id, content) =>
      ask('pull-requests: write', async ({ octokit, owner, repo }) => {
        await octokit.rest.reactions.createForIssueComment({ owner, repo, comment_id, content });
        return null;
      }),
    reply: (issue_number, body) =>
      ask('pull-requests: write', async ({ octokit, owner, repo }) => {
        await octokit.rest.issues.createComment({ owner, repo, issue_number, body });
        return null;
      }),
  };
}

async function mayWrite({ octokit, owner, repo }: Remote, username: string): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
    // The API reports the role `maintain` as `write`, and `triage` as `read`.
    return data.permission === 'admin' || data.permission === 'write';
  } catch (error) {
    // No user of that name, or not a collaborator of this repository.
    if (error instanceof Error && 'status' in error && error.status === 404) return false;
    throw error;
  }
}

async function pullRequest({ octokit, owner, repo }: Remote, pull_number: number): Promise<PullRequestNow> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
  const { base, head, state, user } = pullRequestSchema.parse(data);
  return {
    baseTip: base.sha,
    head: head.sha,
    fromFork: head.repo === null || head.repo.full_name !== base.repo.full_name,
    isOpen: state === 'open',
    dependabot: user?.login === 'dependabot[bot]',
    headPushedAt: head.repo?.pushed_at ?? null,
  };
}

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const pullRequestSchema = z.object({
  state: z.string(),
  user: z.object({ login: z.string() }).nullish(),
  base: z.object({ sha, repo: z.object({ full_name: z.string() }) }),
  head: z.object({
    sha,
    repo: z.object({ full_name: z.string(), pushed_at: z.iso.datetime().nullish() }).nullable(),
  }),
});

async function comments(
  { octokit, owner, repo }: Remote,
  issue_number: number,
): Promise<readonly WrittenComment[]> {
  const listed = await octokit.paginate(octokit.rest.issues.listComments, {
    ...{ owner, repo, issue_number, per_page: 100 },
  });
  return listed.map(({ user, body, html_url, created_at, updated_at }) => ({
    login: user?.login ?? '',
    body: body ?? '',
    url: html_url,
    isEdited: updated_at !== created_at,
  }));
}

async function hasFailed(
  { octokit, owner, repo }: Remote,
  of: { readonly name: string; readonly head: string },
): Promise<boolean> {
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: of.head,
    check_name: of.name,
    filter: 'latest',
    per_page: 100,
  });
  const newest = data.check_runs.toSorted((one, other) => other.id - one.id)[0];
  return newest?.conclusion === 'failure';
}
