import type { Clock } from '../../ports/clock.ts';
import type { DriftIssue } from '../../ports/drift-issue.ts';
import type { Published } from '../../ports/review.ts';
import { attempt } from './attempt.ts';
import { openRemote, type Remote } from './octokit.ts';
import { ownLogin } from './own-login.ts';

type IssueText = Parameters<DriftIssue['put']>[0];

/** The drift issue on GitHub. A refusal by GitHub is returned as a value. */
export function githubDriftIssue(options: {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** As GITHUB_API_URL gives it. */
  readonly apiUrl: string;
  readonly clock: Clock;
}): DriftIssue {
  return {
    async put(issue) {
      if (options.token === '') return { kind: 'failed', why: 'there is no token (input `github-token`)' };
      const remote = await openRemote(options);
      const login = await ownLogin(remote, options.clock);
      if (login.kind === 'refused') return { kind: 'failed', why: login.why };
      // Each try lists the issues again, so an issue whose creation was not acknowledged is found and none is created
      // twice.
      const put = await attempt(options.clock, () => putIssue(remote, issue, login.value));
      if (put.kind === 'done') return put.value;
      const permission = put.status === 403 || put.status === 404 ? '; the job needs `issues: write`' : '';
      return { kind: 'failed', why: `${put.why}${permission}` };
    },
  };
}

type Found = {
  readonly number: number;
  readonly body: string;
  readonly isOpen: boolean;
  readonly url: string;
};

async function putIssue(remote: Remote, issue: IssueText, login: string): Promise<Published> {
  const { octokit, owner, repo } = remote;
  const ours = await findOurs(remote, issue.marker, login);
  const found = ours.find(({ isOpen }) => isOpen) ?? ours[0];
  const { title, body } = issue;
  if (found === undefined) {
    if (issue.state === 'closed') return { kind: 'left-alone' };
    const created = await octokit.rest.issues.create({ owner, repo, title, body });
    return { kind: 'published', url: created.data.html_url };
  }
  if (!found.isOpen && (issue.state === 'closed' || wasClosedByAPerson(found, issue)))
    return { kind: 'left-alone' };
  const state =
    issue.state === 'open'
      ? { state: 'open' as const }
      : { state: 'closed' as const, state_reason: 'completed' as const };
  await octokit.rest.issues.update({ owner, repo, issue_number: found.number, title, body, ...state });
  return { kind: 'published', url: found.url };
}

// When we close the issue ourselves we rewrite its second line. If that line still says what we would say tonight, a
// person has closed it and wants no more news about it.
function wasClosedByAPerson(found: Found, issue: IssueText): boolean {
  return secondLine(found.body) === secondLine(issue.body);
}

async function findOurs(remote: Remote, marker: string, login: string): Promise<readonly Found[]> {
  const { octokit, owner, repo } = remote;
  const ours: Found[] = [];
  // While something drifts we write to our issue every night, so it is among the most recently updated.
  for (let page = 1; page <= mostPages && ours.length === 0; page += 1) {
    const { data } = await octokit.rest.issues.listForRepo({
      owner,
      repo,
      state: 'all',
      sort: 'updated',
      direction: 'desc',
      per_page: 100,
      page,
    });
    ours.push(...data.filter((one) => isOurs(one, { marker, login })).map((one) => foundOf(one)));
    if (data.length < 100) break;
  }
  return ours;
}

const mostPages = 10;

type Listed = Awaited<ReturnType<Remote['octokit']['rest']['issues']['listForRepo']>>['data'][number];

function isOurs(listed: Listed, of: { readonly marker: string; readonly login: string }): boolean {
  const isPullRequest = listed.pull_request !== undefined;
  return !isPullRequest && listed.user?.login === of.login && firstLine(listed.body ?? '') === of.marker;
}

function foundOf({ number, body, state, html_url: url }: Listed): Found {
  return { number, body: body ?? '', isOpen: state === 'open', url };
}

function firstLine(body: string): string {
  return (body.split('\n', 1)[0] ?? '').trim();
}

function secondLine(body: string): string {
  return (body.split('\n', 2)[1] ?? '').trim();
}
