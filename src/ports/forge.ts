/** GitHub's answer to a question, or why there is none. */
export type Found<Value> =
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'failed'; readonly why: string };

/** A pull request in its state at the time of asking. */
export type PullRequestNow = {
  readonly baseTip: string;
  readonly head: string;
  readonly fromFork: boolean;
  readonly isOpen: boolean;
  /** Opened by Dependabot. */
  readonly dependabot: boolean;
  /** UTC time of the last push to the repository of the head, as ISO text; null when that repository is gone. */
  readonly headPushedAt: string | null;
};

/** A verdict that one of our check runs gave earlier. */
export type EarlierVerdict = {
  readonly conclusion: 'success' | 'failure';
  readonly title: string;
  readonly url: string;
};

/** A comment under a pull request, as it is now. */
export type WrittenComment = {
  readonly login: string;
  readonly body: string;
  readonly url: string;
  /** Its text was changed after it was written. */
  readonly isEdited: boolean;
};

/** Our answer to a comment, as a reaction. */
export type Reaction = 'eyes' | 'rocket' | 'confused';

/** What we ask GitHub before spending money. Publishing is a port of its own. */
export interface Forge {
  /** Whether somebody may write to the repository. */
  mayWrite(login: string): Promise<Found<boolean>>;
  pullRequest(number: number): Promise<Found<PullRequestNow>>;
  /** All comments under a pull request, the oldest first. */
  comments(pullRequest: number): Promise<Found<readonly WrittenComment[]>>;
  /** Whether the newest check run of this name on a commit failed, whichever app made it. */
  hasFailed(of: { readonly name: string; readonly head: string }): Promise<Found<boolean>>;
  react(commentId: number, reaction: Reaction): Promise<Found<null>>;
  /** Writes a separate comment on a pull request. */
  reply(pullRequest: number, body: string): Promise<Found<null>>;
}
