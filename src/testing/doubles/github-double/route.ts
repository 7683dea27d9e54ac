import type { MatchedRequest } from './request-check.ts';
import type { Answer, GithubStore } from './store.ts';

/** The owner of the token. */
export type Identity = { readonly login: string; readonly kind: 'installation' | 'user' };

/** One request to a known route; its body is already valid. */
export type RouteRequest = {
  readonly matched: MatchedRequest;
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
};

/** How one route answers. */
export type AnswerOf = (store: GithubStore, request: RouteRequest) => Answer;
