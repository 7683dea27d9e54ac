import type { AnswerOf } from './route.ts';
import { refusal, type StoredIssue } from './store.ts';

/** How GitHub treats issues, as far as our code uses them. */
export const issueRoutes: Readonly<Record<string, AnswerOf>> = {
  'GET /repos/{owner}/{repo}/issues': (store, { url }) => {
    const perPage = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
    const page = Number(url.searchParams.get('page') ?? 1);
    const state = url.searchParams.get('state') ?? 'open';
    const listed = store.issues
      .filter((issue) => state === 'all' || issue.state === state)
      .toSorted((one, other) => other.updated - one.updated);
    return { status: 200, body: listed.slice((page - 1) * perPage, page * perPage).map(shownIssue) };
  },
  'POST /repos/{owner}/{repo}/issues': (store, { body, identity }) => {
    const number = (store.nextId += 1);
    const issue: StoredIssue = {
      number,
      login: identity.login,
      isPullRequest: false,
      title: String(body['title']),
      body: typeof body['body'] === 'string' ? body['body'] : '',
      state: 'open',
      updated: number,
    };
    if (issue.body.length > 65_536) return refusal(422, 'Validation Failed: body is too long');
    store.issues.push(issue);
    return { status: 201, body: shownIssue(issue) };
  },
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': (store, { matched, body }) => {
    const issue = store.issues.find(({ number }) => number === Number(matched.parameters['issue_number']));
    if (issue === undefined) return refusal(404, 'Not Found');
    if (typeof body['title'] === 'string') issue.title = body['title'];
    if (typeof body['body'] === 'string') issue.body = body['body'];
    if (body['state'] === 'open' || body['state'] === 'closed') issue.state = body['state'];
    issue.updated = store.nextId += 1;
    return { status: 200, body: shownIssue(issue) };
  },
};

function shownIssue(issue: StoredIssue): unknown {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    user: { login: issue.login, type: issue.login.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.example/octo/repo/issues/${issue.number}`,
    ...(issue.isPullRequest ? { pull_request: { url: 'https://github.example/pull' } } : {}),
  };
}
