import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { temporaryRepository, type TemporaryRepository } from '../../testing/temporary-repository.ts';
import { historyBranch, historyFile } from './history-branch.ts';

const git = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('git', [...args])).stdout;

let top: string;
let bare: string;
let checkout: TemporaryRepository;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'history-'));
  bare = join(top, 'origin.git');
  await git('init', '--quiet', '--bare', bare);
  checkout = await temporaryRepository();
  await checkout.write({ 'a.txt': 'a' });
  await checkout.commit('first');
  await checkout.git('remote', 'add', 'origin', bare);
});
afterEach(async () => {
  await checkout[Symbol.asyncDispose]();
  await rm(top, { recursive: true, force: true });
});

const environment = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' };
const clock = {
  now: () => 0,
  random: Math.random,
  sleep: async (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms / 50)),
};
const place = (of: { readonly branch?: string; readonly token?: string; readonly server?: string } = {}) => ({
  branch: 'history',
  checkout: checkout.directory,
  server: 'https://github.example',
  repository: 'octo/repo',
  token: '',
  environment,
  clock,
  ...of,
});
const noFiles = () => new Map<string, string>();

describe('a history on a branch of its own', () => {
  test('is made at the first night, grows line by line, and the checkout is never touched', async () => {
    const before = await checkout.git('status', '--porcelain=v2', '--branch');
    const refs = await checkout.git('for-each-ref');
    const history = historyBranch(place());
    expect(await history.read()).toEqual({ text: '', commit: null });

    expect(
      await history.append('one\n', (text) => new Map([['page/index.html', `<p>${text}`]])),
    ).toMatchObject({
      kind: 'appended',
    });
    await history.append('two\n', (text) => new Map([['page/index.html', `<p>${text}`]]));

    expect((await history.read()).text).toBe('one\ntwo\n');
    expect(await git('-C', bare, 'show', 'history:page/index.html')).toBe('<p>one\ntwo\n');
    expect((await git('-C', bare, 'rev-list', '--count', 'history')).trim()).toBe('2');
    expect(await checkout.git('status', '--porcelain=v2', '--branch')).toBe(before);
    expect(await checkout.git('for-each-ref')).toBe(refs);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('spec-portability-history-'))).toEqual(
      [],
    );
  });

  test('keeps the lines of all who push at the same time, and every earlier one', async () => {
    await historyBranch(place()).append('first\n', noFiles);
    const writers = ['a', 'b', 'c'].map((name) => historyBranch(place()).append(`${name}\n`, noFiles));

    expect((await Promise.all(writers)).map(({ kind }) => kind)).toEqual([
      'appended',
      'appended',
      'appended',
    ]);
    const lines = (await historyBranch(place()).read()).text.trim().split('\n');
    expect(lines[0]).toBe('first');
    expect(lines.toSorted()).toEqual(['a', 'b', 'c', 'first']);
  });

  test('on a branch that is somebody else’s is refused, and that branch is as it was', async () => {
    await checkout.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    const before = await git('-C', bare, 'rev-parse', 'main');
    const history = historyBranch(place({ branch: 'main' }));

    await expect(history.read()).rejects.toThrow(/^HISTORY_BRANCH_TAKEN/);
    await expect(history.append('x\n', noFiles)).rejects.toThrow(/^HISTORY_BRANCH_TAKEN/);
    expect(await git('-C', bare, 'rev-parse', 'main')).toBe(before);
  });

  test('that is a link on the branch is not followed', async () => {
    await checkout.git('checkout', '--quiet', '--orphan', 'forged');
    await promisify(execFile)('ln', ['-s', '/etc/passwd', join(checkout.directory, historyFile)]);
    await checkout.git('add', '-A');
    await checkout.git('commit', '--quiet', '-m', 'forged');
    await checkout.git('push', '--quiet', 'origin', 'HEAD:refs/heads/history');

    await expect(historyBranch(place()).read()).rejects.toThrow(/^HISTORY_BRANCH_TAKEN/);
  });

  test('that may not be pushed is a failure and no exception', async () => {
    await git('-C', bare, 'config', 'receive.denyNonFastForwards', 'true');
    await promisify(execFile)('sh', [
      '-c',
      `printf '#!/bin/sh\\necho no entry >&2\\nexit 1\\n' > ${bare}/hooks/pre-receive && chmod +x ${bare}/hooks/pre-receive`,
    ]);
    expect(await historyBranch(place()).append('x\n', noFiles)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('no entry'),
    });
  });

  test('is refused a name that is none before git sees it', () => {
    for (const branch of [
      '',
      '-x',
      '--upload-pack=x',
      'a..b',
      'a b',
      'refs/../x',
      'x.lock',
      'ext::sh',
      'a\nb',
      'x~1',
    ])
      expect(() => historyBranch(place({ branch }))).toThrow(/^CONFIG_INVALID/);
  });
});

describe('a history behind HTTP', () => {
  const seen: string[] = [];
  const server = createServer((request, response) => serveGit(request, response, seen));
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterAll(() => void server.close());

  test('is pushed with the token in a header, over one that the checkout left', async () => {
    await git('-C', bare, 'config', 'http.receivepack', 'true');
    await checkout.git('remote', 'set-url', 'origin', `${url}${bare}`);
    const token = 'ghs_a_token_of_the_workflow';

    const history = historyBranch(place({ token, server: url }));
    expect(await history.append('one\n', noFiles)).toEqual({ kind: 'appended', commit: expect.any(String) });

    const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    expect(new Set(seen)).toEqual(new Set([expected]));
    expect((await history.read()).text).toBe('one\n');
  });

  test('gets no token where the remote is another server', async () => {
    await git('-C', bare, 'config', 'http.receivepack', 'true');
    await checkout.git('remote', 'set-url', 'origin', `${url}${bare}`);
    seen.length = 0;
    await historyBranch(place({ token: 'ghs_x', server: 'https://github.example' })).append('x\n', noFiles);
    expect(new Set(seen)).toEqual(new Set(['']));
  });
});

// git's own server program behind a plain HTTP server, run as CGI.
function serveGit(request: IncomingMessage, response: ServerResponse, seen: string[]): void {
  seen.push((request.headers.authorization ?? '').replace(/^Basic/, 'basic'));
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const cgi = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_PROJECT_ROOT: '/',
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(cgi.stdin);
  const chunks: Buffer[] = [];
  cgi.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  cgi.on('close', () => {
    const whole = Buffer.concat(chunks);
    const end = whole.indexOf('\r\n\r\n');
    for (const line of whole.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(': ');
      if (name === 'Status') response.statusCode = Number(value.split(' ')[0]);
      else response.setHeader(name, value);
    }
    response.end(whole.subarray(end + 4));
  });
}
