import { issueRoutes } from './issue-routes.ts';
import type { AnswerOf, Identity, RouteRequest } from './route.ts';
import { refusal, type Answer, type GithubStore, type StoredCheckRun, type StoredComment } from './store.ts';

/** Does what GitHub would do with a valid request. */
export function answerRoute(store: GithubStore, request: RouteRequest): Answer {
  return routes[request.matched.route]?.(store, request) ?? refusal(404, 'Not Found');
}

const routes: Readonly<Record<string, AnswerOf>> = {
  'GET /user': (_, { identity }) =>
    identity.kind === 'user'
      ? { status: 200, body: { login: identity.login, type: 'User' } }
      : refusal(403, 'Resource not accessible by integration'),
  'GET /repos/{owner}/{repo}': (_, { matched }) => ({
    status: 200,
    body: { full_name: `${matched.parameters['owner']}/${matched.parameters['repo']}` },
  }),
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': showPermission,
  ...issueRoutes,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': listComments,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': createComment,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': updateComment,
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': deleteComment,
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': react,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': showPullRequest,
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': listCheckRuns,
  'POST /repos/{owner}/{repo}/check-runs': createCheckRun,
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': updateCheckRun,
};

function listComments(store: GithubStore, { matched, url }: RouteRequest): Answer {
  const perPage = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
  const page = Number(url.searchParams.get('page') ?? 1);
  const all = store.comments.filter(
    (comment) => comment.issue === Number(matched.parameters['issue_number']),
  );
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return {
    status: 200,
    body: all.slice((page - 1) * perPage, page * perPage).map((comment) => shownComment(comment)),
    headers: page * perPage < all.length ? { link: `<${next.href}>; rel="next"` } : {},
  };
}

function createComment(store: GithubStore, { matched, body, identity }: RouteRequest): Answer {
  const tooLong = commentTooLong(body['body']);
  if (tooLong !== null) return tooLong;
  const comment: StoredComment = {
    id: (store.nextId += 1),
    issue: Number(matched.parameters['issue_number']),
    login: identity.login,
    body: String(body['body']),
  };
  store.comments.push(comment);
  return { status: 201, body: shownComment(comment) };
}

function updateComment(store: GithubStore, { matched, body, identity }: RouteRequest): Answer {
  const comment = store.comments.find(({ id }) => id === Number(matched.parameters['comment_id']));
  if (comment === undefined) return refusal(404, 'Not Found');
  if (comment.login !== identity.login) return refusal(403, 'Resource not accessible by integration');
  const tooLong = commentTooLong(body['body']);
  if (tooLong !== null) return tooLong;
  comment.body = String(body['body']);
  comment.isEdited = true;
  return { status: 200, body: shownComment(comment) };
}

function deleteComment(store: GithubStore, { matched, identity }: RouteRequest): Answer {
  const comment = store.comments.find(({ id }) => id === Number(matched.parameters['comment_id']));
  if (comment === undefined) return refusal(404, 'Not Found');
  if (comment.login !== identity.login) return refusal(403, 'Resource not accessible by integration');
  store.comments = store.comments.filter((each) => each !== comment);
  return { status: 204, body: null };
}

/** Answers our GraphQL queries: who we are, the head of a pull request, the text of a comment. */
export function answerGraphql(store: GithubStore, body: unknown, identity: Identity): Answer {
  const query = textAt(body, 'query');
  const variables = memberOf(body, 'variables');
  if (query.includes('viewer')) return { status: 200, body: { data: { viewer: { login: identity.login } } } };
  const head = store.heads.get(Number(memberOf(variables, 'number')));
  const asked = memberOf(variables, 'comment');
  const comment = store.comments.find(({ id }) => nodeId(id) === asked);
  return {
    status: 200,
    body: {
      data: {
        repository: { pullRequest: head === undefined ? null : { headRefOid: head } },
        ...(query.includes('node(') ? { node: comment === undefined ? null : { body: comment.body } } : {}),
      },
    },
  };
}

function textAt(value: unknown, key: string): string {
  const found = memberOf(value, key);
  return typeof found === 'string' ? found : '';
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function nodeId(id: number): string {
  return `IC_${id}`;
}

function commentTooLong(body: unknown): Answer | null {
  // GitHub's limit, not in its OpenAPI description.
  return String(body).length > 65_536
    ? refusal(422, 'Validation Failed: body is too long (maximum is 65536 characters)')
    : null;
}

function shownComment(comment: StoredComment): unknown {
  return {
    id: comment.id,
    node_id: nodeId(comment.id),
    body: comment.body,
    user: { login: comment.login, type: comment.login.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.example/octo/repo/pull/${comment.issue}#issuecomment-${comment.id}`,
    created_at: '2026-11-22T10:00:00Z',
    updated_at: comment.isEdited === true ? '2026-11-22T10:05:00Z' : '2026-11-22T10:00:00Z',
  };
}

function createCheckRun(store: GithubStore, { body }: RouteRequest): Answer {
  const check: StoredCheckRun = {
    id: (store.nextId += 1),
    name: String(body['name']),
    headSha: String(body['head_sha']),
    app: ownApp,
    externalId: '',
    status: 'queued',
    conclusion: null,
    title: null,
    summary: null,
    annotations: [],
  };
  store.checkRuns.push(check);
  return { status: 201, body: applied(check, body) };
}

function updateCheckRun(store: GithubStore, { matched, body }: RouteRequest): Answer {
  const check = store.checkRuns.find(({ id }) => id === Number(matched.parameters['check_run_id']));
  return check === undefined ? refusal(404, 'Not Found') : { status: 200, body: applied(check, body) };
}

function applied(check: StoredCheckRun, body: Readonly<Record<string, unknown>>): unknown {
  const { status, conclusion, external_id } = body;
  if (typeof external_id === 'string') check.externalId = external_id;
  if (typeof status === 'string') check.status = status;
  if (typeof conclusion === 'string') check.conclusion = conclusion;
  const output: { title?: string; summary?: string; annotations?: Record<string, unknown>[] } =
    body['output'] ?? {};
  check.title = output.title ?? check.title;
  check.summary = output.summary ?? check.summary;
  check.annotations.push(...(output.annotations ?? []));
  return shownCheckRun(check);
}

/** The app of the workflow's own token, with its real id. */
export const ownApp = 15368;

function shownCheckRun(check: StoredCheckRun): unknown {
  return {
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    external_id: check.externalId,
    html_url: `https://github.example/octo/repo/runs/${check.id}`,
    status: check.status,
    conclusion: check.conclusion,
    app: { id: check.app, slug: check.app === ownApp ? 'github-actions' : 'some-app' },
    output: { title: check.title, summary: check.summary, annotations_count: check.annotations.length },
  };
}

function listCheckRuns(store: GithubStore, { matched, url }: RouteRequest): Answer {
  const query = (name: string): string | null => url.searchParams.get(name);
  const found = store.checkRuns.filter(
    (check) =>
      check.headSha === matched.parameters['ref'] &&
      (query('check_name') === null || check.name === query('check_name')) &&
      (query('status') === null || check.status === query('status')),
  );
  const newestFirst = found.toReversed();
  const shown = query('filter') === 'all' ? newestFirst : newestFirst.slice(0, 1);
  return {
    status: 200,
    body: { total_count: shown.length, check_runs: shown.map((check) => shownCheckRun(check)) },
  };
}

function showPermission(store: GithubStore, { matched }: RouteRequest): Answer {
  const login = matched.parameters['username'] ?? '';
  const permission = store.permissions.get(login) ?? 'write';
  return { status: 200, body: { permission, role_name: permission, user: { login } } };
}

function showPullRequest(store: GithubStore, { matched }: RouteRequest): Answer {
  const { owner, repo, pull_number } = matched.parameters;
  const found = store.pullRequests.find(({ number }) => number === Number(pull_number));
  if (found === undefined) return refusal(404, 'Not Found');
  const own = `${owner}/${repo}`;
  const { fromFork = false, state = 'open', pushedAt = '2019-05-15T15:19:25Z' } = found;
  return {
    status: 200,
    body: {
      number: found.number,
      state,
      user: { login: 'somebody' },
      base: { sha: found.base, repo: { full_name: own } },
      head: {
        sha: found.head,
        repo: { full_name: fromFork ? `octocat/${repo}` : own, pushed_at: pushedAt },
      },
    },
  };
}

function react(store: GithubStore, { matched, body }: RouteRequest): Answer {
  const reaction = { comment: Number(matched.parameters['comment_id']), content: String(body['content']) };
  store.reactions.push(reaction);
  return { status: 201, body: { id: (store.nextId += 1), content: reaction.content } };
}
