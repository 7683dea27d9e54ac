/** What GitHub answered to a question, or why it did not. */
export type Found<Value> =
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'failed'; readonly why: string };

/** A pull request as it stands at the moment of asking. */
export type PullRequestNow = {
  readonly baseTip: string;
  readonly head: string;
  readonly fromFork: boolean;
  readonly isOpen: boolean;
  /** Opened by Dependabot. */
  readonly dependabot: boolean;
  /** UTC time of the last push to the repository that the head comes from, as ISO text; null where it is gone. */
  readonly headPushedAt: string | null;
};

/** A verdict that a check run of ours gave before. */
export type EarlierVerdict = {
  readonly conclusion: 'success' | 'failure';
  readonly title: string;
  readonly url: string;
};

/** How we answer a comment without a word. */
export type Reaction = 'eyes' | 'rocket' | 'confused';

/** What we ask GitHub before we spend anything, besides publishing. */
export interface Forge {
  /** Whether somebody may write to the repository. */
  mayWrite(login: string): Promise<Found<boolean>>;
  pullRequest(number: number): Promise<Found<PullRequestNow>>;
  /** Whether the newest check run of this name on a commit failed; whose it is does not matter. */
  hasFailed(of: { readonly name: string; readonly head: string }): Promise<Found<boolean>>;
  react(commentId: number, reaction: Reaction): Promise<Found<null>>;
  /** A comment of its own under a pull request. */
  reply(pullRequest: number, body: string): Promise<Found<null>>;
}
