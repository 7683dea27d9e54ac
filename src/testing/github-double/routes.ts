import type { MatchedRequest } from './request-check.ts';
import { issueRoutes } from './issue-routes.ts';
import { refusal, type Answer, type GithubStore, type StoredCheckRun, type StoredComment } from './store.ts';

/** Who the token belongs to. */
export type Identity = { readonly login: string; readonly kind: 'installation' | 'user' };

/** One request to a known route, its body already valid. */
export type RouteRequest = {
  readonly matched: MatchedRequest;
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
};

/** How one route answers. */
export type AnswerOf = (store: GithubStore, request: RouteRequest) => Answer;

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
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': () => ({
    status: 200,
    body: { permission: 'write', role_name: 'write' },
  }),
  ...issueRoutes,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': listComments,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': createComment,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': updateComment,
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
  return { status: 200, body: shownComment(comment) };
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
    body: comment.body,
    user: { login: comment.login, type: comment.login.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.example/octo/repo/pull/${comment.issue}#issuecomment-${comment.id}`,
  };
}

function createCheckRun(store: GithubStore, { body }: RouteRequest): Answer {
  const check: StoredCheckRun = {
    id: (store.nextId += 1),
    name: String(body['name']),
    headSha: String(body['head_sha']),
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
  const { status, conclusion } = body;
  if (typeof status === 'string') check.status = status;
  if (typeof conclusion === 'string') check.conclusion = conclusion;
  const output: { title?: string; summary?: string; annotations?: Record<string, unknown>[] } =
    body['output'] ?? {};
  check.title = output.title ?? check.title;
  check.summary = output.summary ?? check.summary;
  check.annotations.push(...(output.annotations ?? []));
  return {
    id: check.id,
    html_url: `https://github.example/octo/repo/runs/${check.id}`,
    status: check.status,
    conclusion: check.conclusion,
    output: { title: check.title, summary: check.summary, annotations_count: check.annotations.length },
  };
}
