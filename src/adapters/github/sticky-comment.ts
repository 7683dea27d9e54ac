import type { Published } from '../../ports/review.ts';
import type { Remote } from './octokit.ts';

/** What our one comment on a pull request should say. */
export type StickyComment = {
  readonly pullRequest: number;
  readonly marker: string;
  readonly body: string;
  readonly create: boolean;
  /** Only comments by this author are ours: anyone can write a marker. */
  readonly login: string;
};

/** Updates our comment, or creates it when there is none; throws what the client throws. */
export async function putComment(
  remote: Remote,
  comment: StickyComment,
  warn: (line: string) => void,
): Promise<Published> {
  const { octokit, owner, repo } = remote;
  const ours = await ownComments(remote, comment);
  const [oldest] = ours;
  if (oldest === undefined) {
    if (!comment.create) return { kind: 'left-alone' };
    const created = await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: comment.pullRequest,
      body: comment.body,
    });
    return { kind: 'published', url: created.data.html_url };
  }
  if (ours.length > 1)
    warn(
      `${ours.length} comments have the marker of this action, so only the oldest is updated: ${oldest.html_url}`,
    );
  const updated = await octokit.rest.issues.updateComment({
    owner,
    repo,
    comment_id: oldest.id,
    body: comment.body,
  });
  return { kind: 'published', url: updated.data.html_url };
}

/** Our comments on a pull request, the oldest first. */
export async function ownComments(
  remote: Remote,
  comment: Pick<StickyComment, 'pullRequest' | 'login' | 'marker'>,
) {
  const { octokit, owner, repo } = remote;
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: comment.pullRequest,
    per_page: 100,
  });
  return all
    .filter(
      (candidate) =>
        candidate.user?.login === comment.login && firstLine(candidate.body ?? '') === comment.marker,
    )
    .toSorted((one, other) => one.id - other.id);
}

function firstLine(body: string): string {
  return (body.split('\n', 1)[0] ?? '').trim();
}
