import type { CheckRun } from '../core/report/markdown/check-run.ts';
import type { RunStamp } from '../core/report/markdown/run-stamp.ts';
import type { EarlierVerdict, Found } from './forge.ts';

/** The outcome of publishing something. A failure to publish never changes the exit code. */
export type Published =
  | { readonly kind: 'published'; readonly url: string }
  | { readonly kind: 'left-alone' }
  /** The pull request has a newer head, or a later run has written: the current text is not ours. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * A run's claim on the comment: its stamp, which the body carries too, and the text to write if its head is outdated.
 */
export type CommentTurn = {
  readonly stamp: RunStamp;
  readonly superseded: (by: string) => string;
  /** Only a progress text: not worth writing when the pull request's head is unknown. */
  readonly isPassing: boolean;
};

/** The pull request under review. */
export interface Review {
  /** Updates our comment with this marker, or creates it when `create` allows. */
  comment(request: {
    readonly pullRequest: number;
    readonly marker: string;
    readonly body: string;
    readonly create: boolean;
    /** Orders the texts of several runs, so that older news does not replace newer. Without it the last writer wins. */
    readonly turn?: CommentTurn;
  }): Promise<Published>;
  checkRun(check: CheckRun): Promise<Published>;
  /**
   * The `success` or `failure` that our own app gave for the same id on another commit; null when there is none.
   * `ownHead` is the commit of this run; null when the caller only looks, and so cannot tell that the app is our own.
   */
  findVerdict(sought: {
    readonly name: string;
    readonly head: string;
    readonly externalId: string;
    readonly ownHead: string | null;
  }): Promise<Found<EarlierVerdict | null>>;
  /** Ends a check run that was begun and got no verdict; does nothing if there is none. Never throws. */
  abandonCheckRun(): Promise<void>;
}
