import { decideTurn } from '../../core/report/live/comment-turn.ts';
import { readStamp } from '../../core/report/markdown/run-stamp.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CommentTurn, Published } from '../../ports/review.ts';
import { attempt, isRefusal, type Attempt } from './attempt.ts';
import type { Remote } from './octokit.ts';
import { readSnapshot } from './read-snapshot.ts';
import { ownComments, putComment, type StickyComment } from './sticky-comment.ts';

/** A comment that is only written if this run is the one whose turn it is. */
export type TurnComment = StickyComment & { readonly turn: CommentTurn };

/** Which comment is ours, once we know; shared by all texts that a run writes. */
export type KnownComment = {
  found: { readonly id: number; readonly node: string; readonly url: string } | null;
};

/** The outcome of one look at the comment and of the write that it may have led to. */
export type TurnStep =
  | { readonly kind: 'settled'; readonly published: Published }
  | { readonly kind: 'wrote'; readonly url: string }
  /** The comment was deleted between the look and the write. */
  | { readonly kind: 'lost' };

/** Looks and writes until a look finds nothing to correct, so the last look comes after the last write. */
export async function commentInTurn(
  of: { readonly remote: Remote; readonly clock: Clock; readonly warn: (line: string) => void },
  comment: TurnComment,
  known: KnownComment,
): Promise<Attempt<Published>> {
  let written: string | null = null;
  for (let round = 0; round < mostRounds; round += 1) {
    // Each retry looks again: during a long wait the comment may have changed.
    const step = await attempt(of.clock, () => stepInTurn(of, comment, known));
    if (step.kind === 'refused') {
      if (written === null) return step;
      of.warn(`the comment was written, but could not be read again: ${step.why}`);
      break;
    }
    if (step.value.kind === 'settled') return { kind: 'done', value: step.value.published };
    if (step.value.kind === 'wrote') written = step.value.url;
  }
  return {
    kind: 'done',
    value: written === null ? { kind: 'superseded' } : { kind: 'published', url: written },
  };
}

// Another run corrects us at most once for each of its texts that crossed one of ours.
const mostRounds = 6;

/** One look, and at most one write. */
export async function stepInTurn(
  of: { readonly remote: Remote; readonly warn: (line: string) => void },
  comment: TurnComment,
  known: KnownComment,
): Promise<TurnStep> {
  const { remote } = of;
  const snapshot = await look(remote, comment, known);
  if (snapshot === 'lost') return { kind: 'lost' };
  if (snapshot === 'blind') return withoutTurnCheck(of, comment);
  const stamp = snapshot.body === null ? null : readStamp(snapshot.body);
  const turn = decideTurn({ mine: comment.turn.stamp, current: stamp, head: snapshot.head });
  switch (turn.kind) {
    case 'leave':
      return { kind: 'settled', published: { kind: 'superseded' } };
    case 'written':
      return { kind: 'settled', published: { kind: 'published', url: known.found?.url ?? '' } };
    case 'supersede':
      return write(remote, { ...comment, body: comment.turn.superseded(snapshot.head) }, known);
    case 'write':
      return write(remote, comment, known);
  }
}

type Look = { readonly head: string; readonly body: string | null };

async function look(
  remote: Remote,
  comment: TurnComment,
  known: KnownComment,
): Promise<Look | 'lost' | 'blind'> {
  if (known.found !== null) {
    const read = await readSnapshot(remote, { pullRequest: comment.pullRequest, comment: known.found.node });
    if (read === null) return 'blind';
    if (read.body !== null) return read;
    known.found = null;
    return 'lost';
  }
  const [oldest, ...doubles] = await ownComments(remote, comment);
  for (const double of doubles) await remove(remote, double.id);
  known.found = oldest === undefined ? null : { id: oldest.id, node: oldest.node_id, url: oldest.html_url };
  const read = await readSnapshot(remote, { pullRequest: comment.pullRequest, comment: null });
  return read === null ? 'blind' : { head: read.head, body: oldest?.body ?? null };
}

// Two runs that find no comment create one each. All runs keep the oldest, so that no comment with old news is left.
async function remove(remote: Remote, id: number): Promise<void> {
  const { octokit, owner, repo } = remote;
  await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
  });
}

async function write(remote: Remote, comment: TurnComment, known: KnownComment): Promise<TurnStep> {
  const { octokit, owner, repo } = remote;
  const { body } = comment;
  if (known.found === null) {
    if (!comment.create) return { kind: 'settled', published: { kind: 'left-alone' } };
    const created = await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: comment.pullRequest,
      body,
    });
    // The next look lists the comments again and finds one that another run may have created at the same time.
    return { kind: 'wrote', url: created.data.html_url };
  }
  try {
    const updated = await octokit.rest.issues.updateComment({
      owner,
      repo,
      comment_id: known.found.id,
      body,
    });
    return { kind: 'wrote', url: updated.data.html_url };
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 404)) throw error;
    known.found = null;
    return { kind: 'lost' };
  }
}

// A token may be allowed to write comments but not to read pull requests. Then we write without the turn check: a
// verdict in the wrong order is better than none.
async function withoutTurnCheck(
  of: { readonly remote: Remote; readonly warn: (line: string) => void },
  comment: TurnComment,
): Promise<TurnStep> {
  const published: Published = comment.turn.isPassing
    ? { kind: 'left-alone' }
    : await putComment(of.remote, comment, of.warn);
  return { kind: 'settled', published };
}
