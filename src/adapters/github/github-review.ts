import type { Clock } from '../../ports/clock.ts';
import type { CheckRun } from '../../core/report/markdown/check-run.ts';
import type { Published, Review } from '../../ports/review.ts';
import { attempt, type Attempt } from './attempt.ts';
import { commentInTurn, type KnownComment } from './comment-in-turn.ts';
import { openRemote, type Remote } from './octokit.ts';
import { abandonCheckRun, ownVerdict, type BegunCheckRun } from './own-check-run.ts';
import { ownLogin } from './own-login.ts';
import { whyRefused, type Permission } from './permission.ts';
import { putComment } from './sticky-comment.ts';

/** The pull request on GitHub. A refusal by GitHub is returned as a value. */
export function githubReview(options: {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** As GITHUB_API_URL gives it. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly warn?: (line: string) => void;
}): Review {
  const { clock, warn = () => {} } = options;
  let remote: Promise<Remote> | null = null;
  let login: Promise<Attempt<string>> | null = null;
  const known: KnownComment = { found: null };
  let begun: BegunCheckRun | null = null;
  const open = (): Promise<Remote> => (remote ??= openRemote(options));

  return {
    async comment(request) {
      if (options.token === '') return noToken;
      const opened = await open();
      const author = await (login ??= ownLogin(opened, clock));
      if (author.kind === 'refused') {
        // An outage now must not stop the texts that follow.
        login = null;
        return { kind: 'failed', why: author.why };
      }
      // Each try lists the comments again, so a comment whose creation was not acknowledged is found and none is
      // created twice.
      const put = (body: string): Promise<Attempt<Published>> => {
        const comment = { ...request, body, login: author.value };
        return request.turn === undefined
          ? attempt(clock, () => putComment(opened, comment, warn))
          : commentInTurn({ remote: opened, clock, warn }, { ...comment, turn: request.turn }, known);
      };
      return publishedOf(await putWhole(request.body, put), 'pull-requests: write');
    },
    async checkRun(check) {
      if (options.token === '') return noToken;
      const put = await putCheckRun({ remote: await open(), clock, begun }, check);
      if (put.kind === 'done') begun = null;
      return publishedOf(put, 'checks: write');
    },
    async findVerdict(sought) {
      if (options.token === '') return { kind: 'failed', why: noToken.why };
      const own = await ownVerdict(await open(), clock, sought);
      begun = own.begun;
      return own.found;
    },
    abandonCheckRun: async () =>
      begun === null ? undefined : abandonCheckRun({ remote: await open(), clock, warn }, begun),
  };
}

// The client would throw for an empty token, and results that cost money would stay unpublished.
const noToken: Extract<Published, { kind: 'failed' }> = {
  kind: 'failed',
  why: 'there is no token (input `github-token`)',
};

function publishedOf(attempted: Attempt<Published>, permission: Permission): Published {
  return attempted.kind === 'done'
    ? attempted.value
    : { kind: 'failed', why: whyRefused(attempted, permission) };
}

async function putWhole(
  body: string,
  put: (body: string) => Promise<Attempt<Published>>,
): Promise<Attempt<Published>> {
  const whole = await put(body);
  const first = firstScreen(body);
  const isTooLong = whole.kind === 'refused' && whole.status === 422 && first !== body;
  return isTooLong ? put(first) : whole;
}

/** The comment without its folded parts: what remains if GitHub still finds the text too long. */
function firstScreen(body: string): string {
  const folds = body.indexOf('\n<details');
  return folds === -1 ? body : body.slice(0, folds);
}

async function putCheckRun(
  to: { readonly remote: Remote; readonly clock: Clock; readonly begun: BegunCheckRun | null },
  check: CheckRun,
): Promise<Attempt<Published>> {
  const { octokit, owner, repo } = to.remote;
  const { clock } = to;
  const [first = [], ...rest] = batches(check.annotations.map((annotation) => wireAnnotation(annotation)));
  const output = { title: check.title, summary: check.summary };
  const completed = {
    owner,
    repo,
    status: 'completed',
    conclusion: check.conclusion,
    // An update without an id would keep the id that the check run was begun with.
    external_id: check.externalId ?? '',
    output: { ...output, annotations: first },
  } as const;
  const own = to.begun?.headSha === check.headSha && to.begun.name === check.name ? to.begun.id : null;
  const created = await attempt(clock, async () =>
    own === null
      ? octokit.rest.checks.create({ ...completed, name: check.name, head_sha: check.headSha })
      : octokit.rest.checks.update({ ...completed, check_run_id: own }),
  );
  if (created.kind === 'refused') return created;
  for (const annotations of rest) {
    const updated = await attempt(clock, async () =>
      octokit.rest.checks.update({
        owner,
        repo,
        check_run_id: created.value.data.id,
        output: { ...output, annotations },
      }),
    );
    if (updated.kind === 'refused') return updated;
  }
  return { kind: 'done', value: { kind: 'published', url: created.value.data.html_url ?? '' } };
}

type WireAnnotation = {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: 'notice' | 'warning' | 'failure';
  title: string;
  message: string;
};

function wireAnnotation(annotation: CheckRun['annotations'][number]): WireAnnotation {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
  };
}

function batches(annotations: readonly WireAnnotation[]): readonly WireAnnotation[][] {
  // GitHub takes 50 annotations per request; each update appends.
  return Array.from({ length: Math.ceil(annotations.length / 50) }, (_, index) =>
    annotations.slice(index * 50, index * 50 + 50),
  );
}
