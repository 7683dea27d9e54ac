/** A comment as GitHub returns it, as far as our code reads it. */
export type StoredComment = {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
  /** Its text was changed after it was written. */
  isEdited?: boolean;
};

/** An issue as GitHub stores it, as far as our code reads it. */
export type StoredIssue = {
  readonly number: number;
  readonly login: string;
  /** Whether it is a pull request: GitHub lists both. */
  readonly isPullRequest: boolean;
  title: string;
  body: string;
  state: 'open' | 'closed';
  /** Increases with every change; `sort=updated` sorts by it. */
  updated: number;
};

/** A check run as GitHub stores it; the annotations of updates are appended. */
export type StoredCheckRun = {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  /** Id of the app that made it. */
  readonly app: number;
  externalId: string;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  readonly annotations: Record<string, unknown>[];
};

/** A pull request, as far as our code reads it. */
export type StoredPullRequest = {
  readonly number: number;
  readonly base: string;
  readonly head: string;
  readonly fromFork?: boolean;
  readonly state?: 'open' | 'closed';
  /** Time of the last push to the repository of the head. */
  readonly pushedAt?: string;
};

/** A reaction to a comment. */
export type StoredReaction = { readonly comment: number; readonly content: string };

/** The memory of the double. */
export type GithubStore = {
  comments: StoredComment[];
  readonly issues: StoredIssue[];
  readonly checkRuns: StoredCheckRun[];
  /** Heads of pull requests, by number. */
  readonly heads: Map<number, string>;
  readonly pullRequests: StoredPullRequest[];
  readonly reactions: StoredReaction[];
  /** Permission of a user, by login; users that are missing may write. */
  readonly permissions: Map<string, string>;
  nextId: number;
};

/** An answer of the double. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** GitHub's way of refusing. */
export function refusal(status: number, message: string): Answer {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}
