import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { arch } from 'node:os';
import { mkdir, readdir, readFile, writeFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filePattern } from '../../core/specs/file-pattern.ts';
import { aView } from '../../testing/builders/a-view.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/open-test-sandbox.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { Turn, View } from '../../ports/sandbox.ts';
import { SandboxError } from '../../errors.ts';
import { cleanEnvironment, hostPath, setVariable } from '../process/environment.ts';
import { callAttempts } from './call-attempts.ts';
import { limits } from './limits.ts';
import { refusedCallNumbers } from './seccomp-filters.ts';

let opened: TestSandbox;
beforeAll(async () => {
  opened = await openTestSandbox();
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

let made = 0;

/** A cell with one protected folder, one protected file, one dependency and one file of its own. */
async function aCell(): Promise<View> {
  made += 1;
  const cell = join(opened.temporaryRoot, `cell-${made}`);
  const root = join(opened.temporaryRoot, 'commit/tree');
  for (const name of ['files/src', 'kept/tests', 'kept/src', 'modules/dep/.cache', 'reports'])
    await mkdir(join(cell, name), { recursive: true });
  await writeFile(join(cell, 'files/src/own.txt'), 'own');
  await writeFile(join(cell, 'kept/tests/kept.txt'), 'kept');
  await writeFile(join(cell, 'kept/src/own.test.txt'), 'kept');
  await writeFile(join(cell, 'modules/dep/.cache/old'), 'old');
  return aView(root, {
    files: join(cell, 'files'),
    home: join(cell, 'home'),
    temporary: join(cell, 'tmp'),
    reports: join(cell, 'reports'),
    bring: { directory: root, files: [filePattern('out/*.xml')], to: join(cell, 'result') },
    mostReportBytes: 16 * 1024 * 1024,
    readOnly: [
      { from: join(cell, 'kept/tests'), to: join(root, 'tests') },
      { from: join(cell, 'kept/src/own.test.txt'), to: join(root, 'src/own.test.txt') },
      { from: join(cell, 'modules'), to: join(root, 'node_modules') },
    ],
    writable: [join(root, 'node_modules/dep/.cache')],
  });
}

/** Runs a command as the tests of a cell are run: the sandbox is set up before its turn. */
async function inside(
  view: View,
  command: string,
  { timeoutMs = 20_000, turn = (task) => task() }: { readonly timeoutMs?: number; readonly turn?: Turn } = {},
): Promise<CommandRun> {
  return opened.sandbox.run({
    purpose: 'test',
    command,
    directory: view.root,
    environment: cleanEnvironment({ home: view.home, path: hostPath(), temporary: view.temporary }),
    view,
    timeoutMs,
    signal: new AbortController().signal,
    turn,
  });
}

describe('a sandbox that is set up before its turn', () => {
  test('runs its command only then, without any input', async () => {
    let begun = 0;
    const run = await inside(await aCell(), 'date +%s%3N; cat; readlink /proc/self/fd/0', {
      turn: async (task) => {
        await sleep(200);
        begun = Date.now();
        return task();
      },
    });
    const [time, input] = run.stdout.text.split('\n');
    expect(Number(time)).toBeGreaterThanOrEqual(begun);
    expect(input).toBe('/dev/null');
  });

  test('is no test run where it could not be set up', async () => {
    const view = await aCell();
    await expect(inside({ ...view, files: join(view.files, 'gone') }, 'true')).rejects.toThrow(SandboxError);
  });
});

test('bubblewrap withstands its self-attack', () => {
  const { level, version, probes } = opened.sandbox.isolation;
  expect(level).toBe('bubblewrap');
  expect(version).toMatch(/^0\.\d+/);
  expect(probes?.passed).toBe(probes?.total);
  // One more where a setup has a network of its own.
  expect([20, 21]).toContain(probes?.total);
});

describe('the tree', () => {
  test('is a copy: what a command writes is gone, and files outside stay as they were', async () => {
    const view = await aCell();
    const run = await inside(
      view,
      'cat src/own.txt; echo new > src/own.txt; echo x > src/more; cat src/own.txt',
    );
    expect(run.stdout.text).toBe('ownnew\n');
    expect(await readFile(join(view.files, 'src/own.txt'), 'utf8')).toBe('own');
    expect(await readdir(join(view.files, 'src'))).toEqual(['own.txt']);
  });

  test.each([
    'echo x > tests/kept.txt',
    'echo x > tests/conftest.py',
    'mv tests away',
    'rm -rf tests',
    'echo x > src/own.test.txt',
    'mv src away',
    'rm -f src/own.test.txt',
    'chmod 777 tests/kept.txt',
    'ln tests/kept.txt src/hard && echo x > src/hard',
    'echo x > node_modules/dep/index.js',
    'mv node_modules away',
    'cp -r node_modules/dep other && mv other node_modules/dep',
    'echo x > /usr/planted',
    'echo x > /planted',
    'touch /proc/sys/kernel/core_pattern && echo x > /proc/sys/kernel/core_pattern',
  ])('does not let a command do `%s`', async (command) => {
    const run = await inside(await aCell(), command);
    expect(run.end).toMatchObject({ kind: 'exited', code: expect.any(Number) });
    expect(run.end).not.toEqual({ kind: 'exited', code: 0 });
  });

  test('shows nothing of what a command writes outside the tree, wherever the checkout lies', async () => {
    const planted = join(process.cwd(), 'planted');

    await inside(await aCell(), `mkdir -p ${process.cwd()}; echo x > ${planted}`);

    expect(existsSync(planted)).toBe(false);
  });

  test('has writable folders among its dependencies, each cell with a copy of its own', async () => {
    const view = await aCell();
    const command =
      'cat node_modules/dep/.cache/old; ls node_modules/dep/.cache; echo new > node_modules/dep/.cache/new';
    expect((await inside(view, command)).stdout.text).toBe('oldold\n');
    expect((await inside(view, command)).stdout.text).toBe('oldold\n');
  });
});

describe('what comes out', () => {
  test('is regular files of the reports folder, and the file that was asked for', async () => {
    const view = await aCell();
    const run = await inside(
      view,
      `cd ${view.reports}; echo one > one.xml; ln -s /etc/passwd link; mkfifo pipe; mkdir folder; echo x > 'a b';
      mkdir ${view.root}/out; echo result > ${view.root}/out/result.xml; exit 3`,
    );
    expect(run.end).toEqual({ kind: 'exited', code: 3 });
    expect(await readdir(view.reports ?? '')).toEqual(['one.xml']);
    expect(await readFile(join(view.bring?.to ?? '', 'out/result.xml'), 'utf8')).toBe('result\n');
  });

  test('of the tree is what the command wrote, not what was there, and of a large file its size', async () => {
    const view = { ...(await aCell()), mostReportBytes: 1000 };
    await mkdir(join(view.files, 'out/deep'), { recursive: true });
    await writeFile(join(view.files, 'out/old.xml'), 'old');
    await writeFile(join(view.files, 'out/again.xml'), 'old');
    await inside(
      view,
      `cd ${view.root}/out; echo new > again.xml; head -c 5000 /dev/zero > large.xml; echo x > deep/far.xml;
      echo x > "a b.xml"; ln -s /etc/passwd link.xml`,
    );
    const to = join(view.bring?.to ?? '', 'out');
    expect((await readdir(to)).toSorted()).toEqual(['a b.xml', 'again.xml', 'large.xml']);
    expect(await readFile(join(to, 'again.xml'), 'utf8')).toBe('new\n');
    expect((await stat(join(to, 'large.xml'))).size).toBe(5000);
  });

  test('is not more than the caps', async () => {
    const view = await aCell();
    await inside(
      view,
      `cd ${view.reports}; for i in $(seq 600); do echo x > f$i; done; head -c 17000000 /dev/zero > a-large`,
    );
    const names = await readdir(view.reports ?? '');
    expect(names.length).toBeLessThanOrEqual(limits.outputFiles);
    // Only its size came out.
    expect(await stat(join(view.reports ?? '', 'a-large'))).toMatchObject({ size: 17_000_000, blocks: 0 });
  });

  test('cannot be changed by a process that the command left behind', async () => {
    const view = await aCell();
    const forger = `(setsid sh -c 'sleep 0.01; while :; do echo forged > ${view.reports}/one.xml; done' &)`;
    await inside(view, `${forger}; echo one > ${view.reports}/one.xml; exit 0`);
    expect((await readFile(join(view.reports ?? '', 'one.xml'), 'utf8')).trim()).toMatch(/^(?:one|forged)$/);
    expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(
      `${view.reports}/one.xml`,
    );
  });
});

test('no variable of ours and no descriptor is handed in', async () => {
  using _ = setVariable('SECRET_CANARY', 'leaked-canary');
  const run = await inside(await aCell(), 'env; cat /proc/*/environ; echo; ls /proc/self/fd | wc -l');
  expect(run.stdout.text).not.toContain('leaked-canary');
  expect(run.stdout.text.trim().split('\n').at(-1)).toBe('4');
});

test('every call of the filter is refused, by the kernel of this machine', async () => {
  const program = callAttempts(refusedCallNumbers[arch()] ?? {});
  const run = await inside(await aCell(), `perl -e '${program.replaceAll("'", String.raw`'\''`)}'`);
  expect([run.stdout.text, run.stderr.text]).toEqual(['end', '']);
  // Outside some of them work, so the attempts are real ones.
  expect(execFileSync('perl', ['-e', program], { encoding: 'utf8' })).toContain('keyctl');
});

test('no key of the session is to be seen', async () => {
  const { end, stdout } = await inside(await aCell(), 'cat /proc/keys /proc/key-users');
  expect([end, stdout.text]).toEqual([{ kind: 'exited', code: 1 }, '']);
});

test('a fork bomb ends with its timeout and leaves nothing', async () => {
  const run = await inside(await aCell(), 'bomb() { bomb | bomb & }; bomb; sleep 99999.25', {
    timeoutMs: 1000,
  });
  expect(run.end.kind).toMatch(/timed-out|exited/);
  expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain('sleep 99999.25');
});

test.each([
  ['memory', `node -e "const a=[];for(;;)a.push(Buffer.alloc(1e7,1))"`],
  ['/tmp', 'head -c 400000000 /dev/zero > /tmp/full'],
  ['/dev/shm', 'head -c 400000000 /dev/zero > /dev/shm/full'],
  ['one file', 'head -c 100000000 /dev/zero > large'],
])('%s is limited', async (_, command) => {
  const { end } = await inside(await aCell(), command);
  expect(end).not.toEqual({ kind: 'exited', code: 0 });
  expect(end.kind).toBe('exited');
});

test('loopback works, so that tests may start servers', async () => {
  const run = await inside(
    await aCell(),
    `node -e "const s=require('http').createServer((q,r)=>r.end('yes')).listen(0,'localhost',()=>fetch('http://localhost:'+s.address().port).then(r=>r.text()).then(t=>{console.log(t);s.close()}))"`,
  );
  expect(run.stdout.text).toBe('yes\n');
});

describe('the channel of the reports', () => {
  test.each([
    ['is not to be seen in /proc', 'ls /proc/2/fd'],
    [
      'cannot be written through /proc',
      'for p in /proc/[0-9]*; do echo forged >> $p/fd/3 && exit 0; done; exit 1',
    ],
    ['cannot be cut through /proc', 'for p in /proc/[0-9]*; do : > $p/fd/3 && exit 0; done; exit 1'],
    ['is held by a shell that nobody can read', 'cat /.shell'],
    ['is held by a shell that nobody can make readable', 'chmod 755 /.shell'],
  ])('%s', async (_, command) => {
    const { end } = await inside(await aCell(), command);
    expect(end).toMatchObject({ kind: 'exited', code: expect.any(Number) });
    expect(end).not.toEqual({ kind: 'exited', code: 0 });
  });

  test('says that nobody knows how a command ended that killed what is around it', async () => {
    const view = await aCell();
    const { end } = await inside(view, `echo '{}' > ${view.reports}/forged.json; kill -9 2; sleep 9`);
    expect(end).toEqual({ kind: 'killed', signal: 'SIGKILL' });
    expect(await readdir(view.reports ?? '')).toEqual([]);
  });

  test('tells a command that ended with 125 from one that never began', async () => {
    expect((await inside(await aCell(), 'exit 125')).end).toEqual({ kind: 'exited', code: 1 });
    const view = await aCell();
    await expect(inside({ ...view, files: '/nowhere' }, 'true')).rejects.toThrow('could not be set up');
  });
});

describe('all processes of a command together', () => {
  test('may use so much memory, wherever it lies', async () => {
    const { end } = await inside(
      await aCell(),
      `for i in 1 2 3 4; do perl -e '$x = "x" x 700_000_000; sleep 60' & done
      for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do head -c 60000000 /dev/zero > $TMPDIR/f$i; done
      for i in 1 2 3 4; do perl -e '$x = "x" x 700_000_000; sleep 60' & done; wait`,
      { timeoutMs: 60_000 },
    );
    expect(end).toEqual({ kind: 'over-limit', limit: 'memory' });
  });

  test('share what they share: a page that many have counts once', async () => {
    const { end, stdout } = await inside(
      await aCell(),
      `perl -e '$x = "x" x 300_000_000; for (1..20) { if (fork() == 0) { sleep 2; exit 0 } } 1 while wait() > 0; print "done"'`,
      { timeoutMs: 60_000 },
    );
    expect([end, stdout.text]).toEqual([{ kind: 'exited', code: 0 }, 'done']);
  });

  test('may make so many files', async () => {
    const { end } = await inside(
      await aCell(),
      `perl -e 'for my $d ("/tmp", $ENV{TMPDIR}) { for (1..220_000) { open(my $f, ">", "$d/f$_") } } sleep 60'`,
      { timeoutMs: 60_000 },
    );
    expect(end).toEqual({ kind: 'over-limit', limit: 'files' });
  });
});
