import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';
import { rangeOf, runCli, startCli } from '../src/testing/runs/run-cli.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode, type Ended } from '../src/testing/runs/run-node.ts';
import { smallDisk, whyNoSmallDisk } from '../src/testing/small-disk.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { until } from '../src/testing/until.ts';

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

describe('a command that is stopped while the committed code is tested', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('says so after %s, blames no test, and ends with code %i', async (signal, code) => {
    await using folder = await temporaryFolder();
    const begun = join(folder.path, 'begun');
    await using world = await actionWorld(bundle.action, {
      config: (url) => halvesConfig(url, { spec: { test: `touch ${begun} && sleep 600` } }),
    });
    const running = startCli(bundle.cli, { world, argv: ['check', ...rangeOf(world)] });
    await until(() => exists(begun));

    running.child.kill(signal);
    const ended = await running.ended;

    expect(ended.code).toBe(code);
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toMatch(/^INTERRUPTED: .*Start it again/);
    expect(ended.stderr).not.toMatch(/BASE_IS_RED|are red|the test command was cancelled/);
    expect(world.models.requests).toEqual([]);
  });
});

describe('a command whose output cannot be written', () => {
  const lost = async (redirection: string, ...argv: readonly string[]): Promise<Ended> =>
    startNode(['-c', `exec "$0" "$@" ${redirection}`, process.execPath, bundle.cli, ...argv], {
      cwd: '/',
      env: { PATH: runnerPath, HOME: '/nonexistent' },
      node: 'sh',
    }).ended;

  test('says so in one line and ends with code 2, which is no verdict', async () => {
    const { code, stderr } = await lost('>/dev/full', '--help');

    expect(stderr).toMatch(/^The output could not be written \(ENOSPC.*\)\.\n$/);
    expect(code).toBe(2);
  });

  test('says it on the other stream where the log is lost', async () => {
    const { code, stdout } = await lost('2>/dev/full', 'chekc');

    expect(stdout).toMatch(/^The log could not be written \(ENOSPC.*\)\.\n$/);
    expect(code).toBe(2);
  });

  test('ends with code 2 where no word can be written', async () => {
    expect(await lost('>/dev/full 2>/dev/full', '--help')).toMatchObject({ code: 2, stdout: '', stderr: '' });
  });
});

const why = whyNoSmallDisk();

const whereMounted = why === null ? describe : describe.skip;

whereMounted(`a check whose disk is full${why === null ? '' : `: skipped, ${why}`}`, () => {
  test.each([
    ['--records', 64],
    ['--report-dir', 32],
  ])('is no verdict and no bug of ours: %s', async (option, kilobytes) => {
    using disk = smallDisk(kilobytes);
    await using world = await actionWorld(bundle.action);

    const { code, stderr } = await runCli(bundle.cli, {
      world,
      argv: ['check', ...rangeOf(world), option, `${disk.path}/folder`],
    });

    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^DISK_NOT_WRITABLE: .*small-disk.* could not be written: its disk has no space left \(ENOSPC\)\. Free space/,
    );
    expect(code).toBe(2);
    const left = await readdir(disk.path, { recursive: true });
    expect(left.filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });
});
