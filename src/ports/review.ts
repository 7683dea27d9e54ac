import type { CheckRun } from '../core/report/markdown/check-run.ts';
import type { RunStamp } from '../core/report/markdown/run-stamp.ts';
import type { EarlierVerdict, Found } from './forge.ts';

/** What became of something we tried to publish. Failing to publish never changes the exit code. */
export type Published =
  | { readonly kind: 'published'; readonly url: string }
  | { readonly kind: 'left-alone' }
  /** The pull request has another head by now, or a later run has written: what stands there is not ours. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly why: string };

/** A run's claim on the comment: its stamp, which the body carries too, and what to write should its head be old. */
export type CommentTurn = {
  readonly stamp: RunStamp;
  readonly superseded: (by: string) => string;
  /** A passing word, not worth writing where nobody can say what the pull request's head is. */
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
    /** Whose text it is, where older news must not replace newer; without it whoever writes last wins. */
    readonly turn?: CommentTurn;
  }): Promise<Published>;
  checkRun(check: CheckRun): Promise<Published>;
  /**
   * The `success` or `failure` that our own app gave for the same id on another commit; null where there is none.
   * `ownHead` is the commit of this run; null where it only looks, and so cannot tell that the app is our own.
   */
  findVerdict(sought: {
    readonly name: string;
    readonly head: string;
    readonly externalId: string;
    readonly ownHead: string | null;
  }): Promise<Found<EarlierVerdict | null>>;
  /** Ends a check run that was begun and got no verdict; does nothing where there is none. Never throws. */
  giveUp(): Promise<void>;
}
