import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { z } from 'zod';

// Takes true payloads from @octokit/webhooks-examples and keeps the keys we could read; those marked `changed`
// differ from the true one only as their name says.

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

function trimmed(payload: Payload): Payload {
  const keys = ['action', 'number', 'ref', 'inputs', 'workflow', 'before', 'after', 'merge_group'];
  const rest = only(payload, keys);
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

function write(name: string, payload: Payload): void {
  const url = new URL(`../fixtures/events/${name}.json`, import.meta.url);
  writeFileSync(url, `${JSON.stringify(payload, null, 2)}\n`);
}

function withHeadRepository(payload: Payload, repository: unknown): Payload {
  const pullRequest = json.parse(payload['pull_request']);
  return {
    ...payload,
    pull_request: { ...pullRequest, head: { ...json.parse(pullRequest['head']), repo: repository } },
  };
}

const opened = trimmed(example('pull_request', (payload) => payload['action'] === 'opened'));
write('pull-request-opened', opened);
write(
  'pull-request-draft',
  trimmed(example('pull_request', (payload) => payload['action'] === 'converted_to_draft')),
);
const forked = {
  id: 1,
  name: 'Hello-World',
  full_name: 'octocat/Hello-World',
  fork: true,
  default_branch: 'master',
};
write('pull-request-from-fork-changed', withHeadRepository(opened, forked));
write('pull-request-fork-deleted-changed', withHeadRepository(opened, null));
write('pull-request-dependabot-changed', {
  ...opened,
  sender: { login: 'dependabot[bot]', id: 49699333, type: 'Bot' },
});
write('workflow-dispatch', trimmed(example('workflow_dispatch', () => true)));
write('push', trimmed(example('push', () => true)));
write('merge-group', trimmed(example('merge_group', () => true)));
