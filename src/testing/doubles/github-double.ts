import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerInstead, GithubFaults, type GithubFault } from './github-double/faults.ts';
import { matchRequest } from './github-double/request-check.ts';
import type { Identity } from './github-double/route.ts';
import { answerGraphql, answerRoute } from './github-double/routes.ts';
import {
  refusal,
  type Answer,
  type GithubStore,
  type StoredCheckRun,
  type StoredComment,
  type StoredIssue,
  type StoredPullRequest,
  type StoredReaction,
} from './github-double/store.ts';
import { urlOf } from './url-of.ts';

/** A request the double received, in order. */
export type LoggedRequest = {
  readonly route: string;
  readonly url: string;
  readonly status: number | 'cut';
  readonly body: unknown;
};

/** A GitHub on loopback with memory. Request bodies are checked against GitHub's own OpenAPI description. */
export class GithubDouble implements AsyncDisposable {
  readonly requests: LoggedRequest[] = [];
  readonly #store: GithubStore = {
    comments: [],
    issues: [],
    checkRuns: [],
    pullRequests: [],
    reactions: [],
    permissions: new Map(),
    heads: new Map(),
    nextId: 1000,
  };
  readonly #faults = new GithubFaults();
  readonly #server: Server;
  readonly #identity: Identity;
  #gate: (moment: 'do' | 'answer', authorization: string) => Promise<void> = async () => {};

  private constructor(server: Server, identity: Identity) {
    this.#server = server;
    this.#identity = identity;
  }

  /** Starts on a free port. Any token stands for the identity, by default that of the workflow's own token. */
  static async start(
    identity: Identity = { login: 'github-actions[bot]', kind: 'installation' },
  ): Promise<GithubDouble> {
    const server = createServer();
    const double = new GithubDouble(server, identity);
    server.on('request', (request, response) => {
      double
        .#serve(request, response)
        .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return double;
  }

  /** What GITHUB_API_URL is set to. */
  get url(): string {
    return urlOf(this.#server);
  }

  /** Comments of an issue or pull request, oldest first. */
  comments(issue: number): readonly StoredComment[] {
    return this.#store.comments.filter((comment) => comment.issue === issue);
  }

  /** Issues and pull requests, oldest first. */
  issues(): readonly StoredIssue[] {
    return this.#store.issues;
  }

  /** Creates an issue by any author. */
  addIssue(issue: Pick<StoredIssue, 'login' | 'title' | 'body'> & Partial<StoredIssue>): void {
    const number = (this.#store.nextId += 1);
    this.#store.issues.push({ number, isPullRequest: false, state: 'open', updated: number, ...issue });
  }

  /** Closes an issue by hand, as a person would. */
  closeIssue(number: number): void {
    const issue = this.#store.issues.find((one) => one.number === number);
    if (issue !== undefined) issue.state = 'closed';
  }

  checkRuns(): readonly StoredCheckRun[] {
    return this.#store.checkRuns;
  }

  /** Creates a comment by any author. */
  addComment(
    issue: number,
    comment: { readonly login: string; readonly body: string; readonly isEdited?: boolean },
  ): void {
    this.#store.comments.push({ id: (this.#store.nextId += 1), issue, ...comment });
  }

  /** Deletes all comments, as somebody with the permission could. */
  removeComments(issue: number): void {
    this.#store.comments = this.#store.comments.filter((comment) => comment.issue !== issue);
  }

  /** Reactions in the order in which they came. */
  reactions(): readonly StoredReaction[] {
    return this.#store.reactions;
  }

  /** Adds a pull request. */
  addPullRequest(pullRequest: StoredPullRequest): void {
    this.#store.pullRequests.push(pullRequest);
  }

  /** Adds a finished check run of any app. */
  addCheckRun(check: Pick<StoredCheckRun, 'name' | 'headSha' | 'app' | 'externalId' | 'conclusion'>): void {
    const rest = { status: 'completed', title: 'put there', summary: '', annotations: [] };
    this.#store.checkRuns.push({ id: (this.#store.nextId += 1), ...check, ...rest });
  }

  /** Sets the permission of a user. */
  permit(login: string, permission: 'admin' | 'write' | 'read' | 'none'): void {
    this.#store.permissions.set(login, permission);
  }

  /** Scripts a failure of the next requests to a route. */
  fail(fault: GithubFault): void {
    this.#faults.add(fault);
  }

  /** Sets the head of a pull request, as a push does. Before that GraphQL knows no such pull request. */
  push(pullRequest: number, head: string): void {
    this.#store.heads.set(pullRequest, head);
  }

  /**
   * Holds every request twice, before it is carried out and before it is answered, until the returned promise
   * resolves.
   */
  hold(gate: (moment: 'do' | 'answer', authorization: string) => Promise<void>): void {
    this.#gate = gate;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url, route, matched, body, authorization } = await this.#receive(request);
    await this.#gate('do', authorization);
    const mishap = this.#faults.next(route);
    const answer = answerInstead(mishap) ?? this.#answer({ matched, url, body, route, authorization });
    await this.#gate('answer', authorization);
    const isCut = mishap.kind === 'cut' || mishap.kind === 'done-then-cut';
    this.requests.push({ route, url: url.href, status: isCut ? 'cut' : answer.status, body });
    if (isCut) {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      ...answer.headers,
    });
    response.end(answer.status === 204 ? '' : JSON.stringify(answer.body));
  }

  async #receive(request: IncomingMessage) {
    const url = new URL(request.url ?? '/', this.url);
    const body = await bodyOf(request);
    const method = request.method ?? 'GET';
    const matched = matchRequest({ method, url, body });
    const route = matched?.route ?? `${method} ${url.pathname}`;
    return { url, body, matched, route, authorization: request.headers.authorization ?? '' };
  }

  #answer(request: {
    readonly matched: ReturnType<typeof matchRequest>;
    readonly url: URL;
    readonly body: unknown;
    readonly route: string;
    readonly authorization: string;
  }): Answer {
    if (request.authorization === '') return refusal(401, 'Requires authentication');
    if (request.route === 'POST /graphql') return answerGraphql(this.#store, request.body, this.#identity);
    if (request.matched === null) return refusal(404, 'Not Found');
    if (request.matched.faults.length > 0)
      return refusal(422, `Validation Failed: ${request.matched.faults.join('; ')}`);
    const body = isRecord(request.body) ? request.body : {};
    return answerRoute(this.#store, {
      matched: request.matched,
      url: request.url,
      body,
      identity: this.#identity,
    });
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
