import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AgentRun } from '../../core/generation/completion.ts';
import { openBoxedAgents, type BoxedAgents, type ScriptedAgent } from '../../testing/boxed-agents.ts';
import { keepSecret } from '../process/secrets.ts';

let boxes: BoxedAgents;
beforeAll(async () => {
  boxes = await openBoxedAgents();
});
afterAll(async () => {
  await boxes[Symbol.asyncDispose]();
});

const prelude = `import fs from 'node:fs'; import http from 'node:http'; import { execSync, spawn } from 'node:child_process';\n`;
const laid = [
  { path: 'docs/SPEC.md', text: '# Spec\n' },
  { path: 'AGENTS.md', text: 'Be brief.\n' },
];

async function runOf(script: string, more: Partial<ScriptedAgent> = {}): Promise<AgentRun> {
  const reply = await boxes.ask({ script: prelude + script, files: laid, ...more });
  if (reply.kind === 'fault' || reply.completion.agent === undefined)
    throw new Error(`it is no answer: ${JSON.stringify(reply)}`);
  return reply.completion.agent;
}

describe('the files that an agent left are its answer', () => {
  test('new ones, at any depth, without those that were laid for it', async () => {
    const run = await runOf(`fs.mkdirSync('src/deep', { recursive: true });
      fs.writeFileSync('src/deep/a.mjs', 'a\\n'); fs.writeFileSync('.b', 'ü'); fs.readFileSync('docs/SPEC.md');`);

    expect(run).toMatchObject({
      problem: null,
      files: [
        { path: '.b', content: 'ü' },
        { path: 'src/deep/a.mjs', content: 'a\n' },
      ],
    });
  });

  test('a laid file that it changed is among them', async () => {
    const run = await runOf(`fs.appendFileSync('AGENTS.md', 'More.')`);

    expect(run.files).toEqual([{ path: 'AGENTS.md', content: 'Be brief.\nMore.' }]);
  });

  test('a laid file that it wrote again as it was is not', async () => {
    expect(await runOf(`fs.writeFileSync('AGENTS.md', 'Be brief.\\n')`)).toMatchObject({
      files: [],
      problem: null,
    });
  });

  test.each([
    ['a laid file is removed', `fs.rmSync('docs/SPEC.md')`, /SPEC\.md.*removed/],
    ['a link', `fs.symlinkSync('/etc/passwd', 'src')`, /"src": a symlink is no file/],
    [
      'a laid folder is a link now',
      `fs.renameSync('docs', 'd'); fs.symlinkSync('d', 'docs')`,
      /SPEC\.md|"docs"/,
    ],
    ['a hard link to a laid file', `fs.linkSync('AGENTS.md', 'a')`, /hard link/],
    ['a pipe', `execSync('mkfifo p')`, /a pipe is no file/],
    [
      'a socket',
      `http.createServer().listen('s').unref(); await new Promise((r) => setTimeout(r, 100)); process.kill(process.pid, 'SIGKILL')`,
      /a socket is no file/,
    ],
    ['a set-user bit', `fs.writeFileSync('a', ''); fs.chmodSync('a', 0o4755)`, /set-user/],
    ['no UTF-8', `fs.writeFileSync('a', Buffer.from([0xff]))`, /not UTF-8/],
    [
      'a laid file that it changed and dated back',
      `fs.appendFileSync('AGENTS.md', 'More.'); fs.utimesSync('AGENTS.md', 0, 0)`,
      /AGENTS\.md/,
    ],
    ['a name that is no text', `fs.writeFileSync(Buffer.from([0x61, 0xff]), 'x')`, /not UTF-8/],
    ['a huge file', `fs.writeFileSync('a', Buffer.alloc(20_000_000, 0x61))`, /bytes of files/],
    [
      'more bytes than the channel takes',
      `for (let i = 0; i < 12; i += 1) fs.writeFileSync('a' + i, Buffer.alloc(9_000_000, 0x61))`,
      /bytes of files/,
    ],
    [
      'too many files',
      `for (let i = 0; i < 600; i += 1) fs.writeFileSync('a' + i, 'x')`,
      /more than 500 files/,
    ],
    [
      'more than can be listed',
      `for (let i = 0; i < 9000; i += 1) fs.mkdirSync('a'.repeat(200) + i)`,
      /more than can be listed/,
    ],
  ])('nothing of them may be used: %s', async (_, script, problem) => {
    expect(await runOf(script)).toMatchObject({ files: [], problem: expect.stringMatching(problem) });
  });
});

describe('an agent', () => {
  test('finds its task on standard input, its seeds in HOME and nothing around its folder', async () => {
    const run = await runOf(
      `console.log(JSON.stringify({ task: fs.readFileSync(0, 'utf8'), seed: fs.readFileSync(process.env.HOME + '/.own/a.json', 'utf8'),
        cwd: process.cwd(), home: process.env.HOME, above: fs.readdirSync('..').includes('AGENTS.md'), here: fs.readdirSync('.', { recursive: true }) }))`,
      { task: 'Write it.', start: { seeds: { '.own/a.json': '{"model":"{model}"}' } } },
    );

    expect(JSON.parse(run.transcript)).toMatchObject({
      ...{ task: 'Write it.', cwd: '/agent/project', home: '/home/agent', above: false },
      here: ['AGENTS.md', 'docs', 'docs/SPEC.md'],
    });
  });

  test('reaches its model on loopback, and nothing else', async () => {
    const run = await runOf(`
      const asked = (options) => new Promise((done) => http.get({ timeout: 2000, ...options }, (r) => { r.setEncoding('utf8'); r.on('data', done); }).on('error', (e) => done(e.code)).on('timeout', () => done('timeout')));
      const agent = new http.Agent();
      console.log(await asked({ host: '127.0.0.1', port: 8123, path: '/v1/x' }), await asked({ agent, host: '1.1.1.1', port: 80 }), await asked({ host: '127.0.0.1', port: 80 }));`);

    expect(run.transcript).toMatch(/^GET \/v1\/x false (?:ENETUNREACH|EHOSTUNREACH|timeout) ECONNREFUSED\n$/);
    expect(run.turns).toHaveLength(2);
  });

  test('that cannot be started says so', async () => {
    const reply = await boxes.ask({ script: '', start: { argv: ['no-such-agent'] } });

    expect(JSON.stringify(reply)).toContain('could not start no-such-agent: ENOENT');
  });

  test('keeps nothing alive, in whatever way it leaves it behind', async () => {
    await runOf(
      `spawn('setsid', ['sleep', '7331'], { detached: true, stdio: 'ignore' }).unref(); process.on('SIGTERM', () => {});`,
    );

    const { execSync } = await import('node:child_process');
    expect(execSync('ps -eo args', { encoding: 'utf8' })).not.toContain('sleep 7331');
  });

  test('leaves nothing on this machine', async () => {
    await runOf('');

    expect(await readdir(join(boxes.temporaryRoot, 'boxes'))).toEqual([]);
  });

  test('that floods its output is shown with start and end, and without what is secret', async () => {
    keepSecret('key-0123456789abcdef');
    const run = await runOf(`console.log('start key-0123456789abcdef');
      for (let i = 0; i < 20000; i += 1) console.log('x'.repeat(100)); console.error('the end');`);

    expect(run.transcript).toMatch(/^start \[key\]\n[\s\S]+bytes left out[\s\S]+the end\n$/);
    expect(run.transcript.length).toBeLessThan(70_000);
  });
});

describe('an agent that takes all its time', () => {
  const forever = { script: 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)', minutes: 0.02 };

  test('is run once more, alone, before it says something', async () => {
    expect(await boxes.ask(forever)).toMatchObject({ kind: 'fault', fault: { again: 'alone' } });
    expect(await boxes.ask({ ...forever, isAlone: true })).toMatchObject({
      kind: 'completed',
      completion: { agent: { limit: 'minutes', files: [] } },
    });
  });

  test('is repeated when nothing else of ours runs, and nothing begins beside it', async () => {
    const order: string[] = [];
    const sandbox = await boxes.tools.sandbox();
    const request = await aSleep();
    const other = sandbox.run(request).then(() => order.push('test ended'));
    const alone = boxes.ask({ ...forever, isAlone: true }).then(() => order.push('agent ended'));
    await Promise.all([other, alone]);

    expect(order).toEqual(['test ended', 'agent ended']);
  });

  test('ends with the run that is cancelled', async () => {
    const reply = await boxes.ask({ ...forever, minutes: 5, signal: AbortSignal.timeout(1500) });

    expect(reply).toMatchObject({
      kind: 'fault',
      fault: { detail: expect.stringContaining('ended with the run') },
    });
  });
});

test('an agent that kills what is around it is run once more, and then left nothing that may be used', async () => {
  const killing = {
    script: `process.kill(process.ppid, 'SIGKILL'); process.kill(-1, 'SIGKILL'); setTimeout(() => {}, 1000)`,
  };

  expect(await boxes.ask(killing)).toMatchObject({ kind: 'fault', fault: { again: 'alone' } });
  expect(await boxes.ask({ ...killing, isAlone: true })).toMatchObject({
    completion: { agent: { problem: expect.stringContaining('ended its box'), files: [] } },
  });
});

async function aSleep() {
  const files = join(boxes.temporaryRoot, 'nothing');
  await mkdir(files);
  const view = {
    ...{
      root: '/agent/project',
      files,
      home: '/home/agent',
      temporary: '/tmp/agent',
      reports: null,
      bring: null,
    },
    ...{ mostReportBytes: 1000, readOnly: [], writable: [] },
  };
  return {
    ...{ purpose: 'test' as const, command: 'sleep 1', directory: '/agent/project', view, timeoutMs: 60_000 },
    environment: boxes.tools.environmentOf(view),
    signal: new AbortController().signal,
  };
}
