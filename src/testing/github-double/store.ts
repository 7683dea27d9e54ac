/** A comment as GitHub returns it, as far as anyone here reads it. */
export type StoredComment = {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
};

/** An issue as GitHub keeps it, as far as anyone here reads it. */
export type StoredIssue = {
  readonly number: number;
  readonly login: string;
  /** Whether it is a pull request: GitHub lists both. */
  readonly isPullRequest: boolean;
  title: string;
  body: string;
  state: 'open' | 'closed';
  /** Counts up with every change: what `sort=updated` sorts by. */
  updated: number;
};

/** A check run as GitHub keeps it; annotations of updates are appended. */
export type StoredCheckRun = {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  readonly annotations: Record<string, unknown>[];
};

/** What the double remembers. */
export type GithubStore = {
  readonly comments: StoredComment[];
  readonly issues: StoredIssue[];
  readonly checkRuns: StoredCheckRun[];
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
