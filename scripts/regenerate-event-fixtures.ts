import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import * as z from 'zod';

// Takes true payloads from @octokit/webhooks-examples and keeps the keys we could read. Those marked `changed` differ
// from the true one only as their name says; those marked `made-up` have no true one there: GitHub documents of
// `schedule` no more than that it holds the cron line. fixtures/events/README.md lists them all.

const require = createRequire(import.meta.url);
const json = z.record(z.string(), z.unknown());
const examples = z
  .array(z.object({ name: z.string(), examples: z.array(json) }))
  .parse(require('@octokit/webhooks-examples'));

function example(event: string, wanted: (payload: Payload) => boolean): Payload {
  const found = examples.find(({ name }) => name === event)?.examples.find(wanted);
  if (found === undefined) throw new Error(`no example of ${event}`);
  return found;
}

type Payload = z.output<typeof json>;

function only(value: unknown, keys: readonly string[]): Payload {
  return Object.fromEntries(Object.entries(json.parse(value)).filter(([key]) => keys.includes(key)));
}

function trimmedRepository(value: unknown): unknown {
  return value === null || value === undefined
    ? value
    : only(value, ['id', 'name', 'full_name', 'fork', 'default_branch']);
}

function trimmedAccount(value: unknown): Payload {
  return only(value, ['login', 'id', 'type']);
}

function trimmedSide(value: unknown): Payload {
  const side = only(value, ['label', 'ref', 'sha', 'user', 'repo']);
  return { ...side, user: trimmedAccount(side['user']), repo: trimmedRepository(side['repo']) };
}

function part(payload: Payload, key: string, keys: readonly string[]): Payload {
  return payload[key] === undefined ? {} : { [key]: only(payload[key], keys) };
}

function trimmedComment(payload: Payload): Payload {
  if (payload['comment'] === undefined) return {};
  const comment = only(payload['comment'], ['id', 'user', 'created_at', 'author_association', 'body']);
  return {
    ...part(payload, 'issue', ['id', 'number', 'state', 'pull_request']),
    comment: { ...comment, user: trimmedAccount(comment['user']) },
  };
}

function trimmed(payload: Payload): Payload {
  const keys = ['action', 'number', 'ref', 'inputs', 'workflow', 'before', 'after', 'deleted', 'merge_group'];
  const rest = {
    ...only(payload, keys),
    ...part(payload, 'label', ['id', 'name']),
    ...trimmedComment(payload),
    ...part(payload, 'workflow_run', ['id', 'event', 'head_sha', 'head_branch', 'conclusion']),
  };
  const repository = trimmedRepository(payload['repository']);
  const sender = trimmedAccount(payload['sender']);
  if (payload['pull_request'] === undefined) return { ...rest, repository, sender };
  const pullRequest = only(payload['pull_request'], ['number', 'state', 'draft', 'user', 'head', 'base']);
  return {
    ...rest,
    pull_request: {
      ...pullRequest,
      user: trimmedAccount(pullRequest['user']),
      head: trimmedSide(pullRequest['head']),
      base: trimmedSide(pullRequest['base']),
    },
    repository,
    sender,
  };
}

const written: string[] = [];

function write(name: string, payload: Payload, source: string): void {
  const url = new URL(`../fixtures/events/${name}.json`, import.meta.url);
  writeFileSync(url, `${JSON.stringify(payload, null, 2)}\n`);
  written.push(`| \`${name}\` | ${source} |`);
}

const isAction = (action: string) => (payload: Payload) => payload['action'] === action;

/** A true payload: an example of the package as it is, but for the keys nobody reads. */
function writeTrue(name: string, event: string, wanted: (payload: Payload) => boolean = () => true): Payload {
  const payload = trimmed(example(event, wanted));
  write(name, payload, `true \`${event}\``);
  return payload;
}

function withHeadRepository(payload: Payload, repository: unknown): Payload {
  const pullRequest = json.parse(payload['pull_request']);
  return {
    ...payload,
    pull_request: { ...pullRequest, head: { ...json.parse(pullRequest['head']), repo: repository } },
  };
}

const forked = {
  id: 1,
  name: 'Hello-World',
  full_name: 'octocat/Hello-World',
  fork: true,
  default_branch: 'master',
};

const opened = writeTrue('pull-request-opened', 'pull_request', isAction('opened'));
for (const action of ['synchronize', 'reopened', 'ready_for_review', 'closed', 'unlabeled'])
  writeTrue(`pull-request-${action.replaceAll('_', '-')}`, 'pull_request', isAction(action));
const draft = writeTrue('pull-request-draft', 'pull_request', isAction('converted_to_draft'));
const labeled = writeTrue('pull-request-labeled', 'pull_request', isAction('labeled'));
const asked = { ...labeled, label: { ...json.parse(labeled['label']), name: 'portability' } };
const renamed = 'true `labeled`, the label called `portability`';
write('pull-request-labeled-portability-changed', asked, renamed);
write(
  'pull-request-labeled-portability-from-fork-changed',
  withHeadRepository(asked, forked),
  `${renamed}, the head in a fork`,
);
const ofFork = 'the head in a fork';
write('pull-request-from-fork-changed', withHeadRepository(opened, forked), `true \`opened\`, ${ofFork}`);
write('pull-request-draft-from-fork-changed', withHeadRepository(draft, forked), `true draft, ${ofFork}`);
write(
  'pull-request-fork-deleted-changed',
  withHeadRepository(opened, null),
  'true `opened`, the head repository gone',
);
write(
  'pull-request-dependabot-changed',
  { ...opened, sender: { login: 'dependabot[bot]', id: 49699333, type: 'Bot' } },
  'true `opened`, sent by Dependabot',
);
const comment = writeTrue('issue-comment-created', 'issue_comment', isAction('created'));
writeTrue('issue-comment-edited', 'issue_comment', isAction('edited'));
const onPullRequest = {
  ...comment,
  issue: {
    ...json.parse(comment['issue']),
    // The shape that GitHub gives an issue that is a pull request, from a true `issues` payload.
    pull_request: json.parse(
      example('issues', (payload) => json.parse(payload['issue'])['pull_request'] !== undefined)['issue'],
    )['pull_request'],
  },
};
const commanding = (body: string): Payload => ({ ...json.parse(comment['comment']), body });
write(
  'issue-comment-on-pull-request-changed',
  onPullRequest,
  'true `created`, the issue being a pull request',
);
write(
  'issue-comment-command-changed',
  { ...onPullRequest, comment: commanding('/portability') },
  'the same, saying `/portability`',
);
write(
  'issue-comment-command-on-issue-changed',
  { ...comment, comment: commanding('/portability') },
  'true `created`, saying `/portability` under a plain issue',
);
writeTrue('workflow-dispatch', 'workflow_dispatch');
writeTrue('workflow-run', 'workflow_run');
writeTrue('push', 'push');
const pushed = writeTrue('push-branch', 'push', ({ ref }) => ref === 'refs/heads/master');
writeTrue('push-deleted', 'push', ({ deleted }) => deleted === true);
writeTrue('merge-group', 'merge_group');
write(
  'schedule-made-up',
  { schedule: '17 3 * * *', repository: pushed['repository'], sender: pushed['sender'] },
  'made up: repository and sender of the true push, and a cron line',
);

writeFileSync(
  new URL('../fixtures/events/README.md', import.meta.url),
  [
    '# Event payloads',
    '',
    'Made by `node scripts/regenerate-event-fixtures.ts` from `@octokit/webhooks-examples`, cut down to the keys that',
    'could be read. True ones are as GitHub sent them; the others say how they differ.',
    '',
    '| fixture | where it comes from |',
    '|---|---|',
    ...written.toSorted(),
    '',
  ].join('\n'),
);
