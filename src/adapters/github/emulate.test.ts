import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEmulator, type Emulator } from 'emulate';
import { githubForge } from './github-forge.ts';
import { githubReview } from './github-review.ts';

// An emulation of GitHub written by others: it may reveal what our own double gets wrong.
let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: await freePort(),
    seed: {
      tokens: { token: { login: 'octo', scopes: ['repo'] } },
      github: {
        users: [{ login: 'octo' }, { login: 'stranger' }],
        repos: [{ owner: 'octo', name: 'repo', auto_init: true }],
      },
    },
  });
});

afterAll(async () => emulator.close());

test('one comment and one check run come to stand on an independent emulation of GitHub', async () => {
  const pullRequest = await openIssue();
  const marker = '<!-- spec-portability:v1:key -->';
  const comment = (body: string) => ({ pullRequest, marker, body: `${marker}\n\n${body}`, create: true });

  const first = await aReview().comment(comment('one'));
  const second = await aReview().comment(comment('two'));
  const check = await aReview().checkRun({
    name: 'spec portability',
    headSha: await headSha(),
    conclusion: 'failure',
    title: 'title',
    summary: 'summary',
    annotations: [
      { path: 'README.md', startLine: 1, endLine: 1, level: 'failure', title: 'Regressed', message: 'here' },
    ],
  });

  expect([first.kind, second.kind, check.kind]).toEqual(['published', 'published', 'published']);
  expect(await get(`/issues/${pullRequest}/comments`)).toEqual([
    expect.objectContaining({ body: `${marker}\n\ntwo` }),
  ]);
});

test('the owner may spend and a stranger may not', async () => {
  const forge = githubForge(place());

  expect(await forge.mayWrite('octo')).toEqual({ kind: 'found', value: true });
  expect(await forge.mayWrite('stranger')).toEqual({ kind: 'found', value: false });
  expect(await forge.mayWrite('nobody-of-that-name')).toEqual({ kind: 'found', value: false });
});

test('a failure is seen on its commit, and repeated on another one only by its id', async () => {
  const name = 'spec portability';
  const head = await headSha();
  const externalId = 'e'.repeat(64);
  const rest = { title: 'title', summary: 'summary', annotations: [] };
  await aReview().checkRun({ name, headSha: head, externalId, conclusion: 'failure', ...rest });
  const sought = { name, head, ownHead: head };

  expect(await githubForge(place()).hasFailed({ name, head })).toEqual({ kind: 'found', value: true });
  expect(await aReview().findVerdict({ ...sought, externalId: 'f'.repeat(64) })).toEqual({
    kind: 'found',
    value: null,
  });
  expect(await aReview().findVerdict({ ...sought, externalId })).toMatchObject({ kind: 'found' });
});

function aReview() {
  return githubReview(place());
}

function place() {
  const clock = { now: () => 0, random: () => 0, sleep: async () => {} };
  return { token: 'token', repository: 'octo/repo', apiUrl: emulator.url, clock };
}

test('where no GraphQL tells the head of a pull request, a verdict is published and passing words are not', async () => {
  const pullRequest = await openIssue();
  const marker = '<!-- spec-portability:v1:live -->';
  const stamp = { head: 'a'.repeat(40), run: 1, attempt: 1, state: 'done', text: 1 } as const;
  const text = (isPassing: boolean) =>
    aReview().comment({
      pullRequest,
      marker,
      body: `${marker}\n\n${isPassing ? 'passing' : 'verdict'}`,
      create: true,
      turn: { stamp, isPassing, superseded: () => 'superseded' },
    });

  expect((await text(true)).kind).toBe('left-alone');
  expect((await text(false)).kind).toBe('published');
  expect(await get(`/issues/${pullRequest}/comments`)).toEqual([
    expect.objectContaining({ body: `${marker}\n\nverdict` }),
  ]);
});

async function openIssue(): Promise<number> {
  const issue: { number: number } = await call('/issues', {
    method: 'POST',
    body: JSON.stringify({ title: 'stand-in for a pull request' }),
  });
  return issue.number;
}

async function headSha(): Promise<string> {
  const commits: { sha: string }[] = await get('/commits');
  return commits[0]?.sha ?? 'c'.repeat(40);
}

async function get<Shape>(path: string): Promise<Shape> {
  return call(path, { method: 'GET' });
}

async function call<Shape>(path: string, init: RequestInit): Promise<Shape> {
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const response = await fetch(`${emulator.url}/repos/octo/repo${path}`, { ...init, headers });
  const read: Shape = JSON.parse(await response.text());
  return read;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
