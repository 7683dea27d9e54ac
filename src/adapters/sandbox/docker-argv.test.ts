import { describe, expect, test } from '@jest/globals';
import { filePattern } from '../../core/specs/file-pattern.ts';
import type { CommandRequest } from '../../ports/sandbox.ts';
import {
  createArguments,
  killArguments,
  removeArguments,
  startArguments,
  usersOf,
  type Container,
} from './docker-argv.ts';
import { defaultImage, pinnedImage } from './docker-image.ts';
import { innerProgram } from './inner-script.ts';

const container: Container = {
  name: 'spec-portability-1',
  image: defaultImage,
  user: { uid: 1001, gid: 118 },
  channel: '/tmp/channel',
  users: '/tmp/users',
  toolCache: '/opt/hostedtoolcache',
  visible: ['/action/reporter.mjs'],
};

const aTest: CommandRequest = {
  purpose: 'test',
  command: 'npm test',
  directory: '/tree/package',
  environment: { PATH: '/usr/bin', HOME: '/home/sandbox' },
  view: {
    root: '/tree',
    files: '/runner/a,"b"/cell-1',
    home: '/home/sandbox',
    temporary: '/build',
    reports: '/reports',
    bring: { directory: '/tree', files: [filePattern('junit.xml')], to: '/runner/results' },
    mostReportBytes: 1000,
    readOnly: [
      { from: '/runner/modules', to: '/tree/node_modules' },
      { from: '/runner/test.mjs', to: '/tree/test/deep/a.test.mjs' },
    ],
    writable: ['/tree/node_modules/.cache'],
  },
  timeoutMs: 60_000,
  signal: new AbortController().signal,
};

const nobody = 'uid=65534,gid=65534,mode=755';

test('a test command gets no network, no power, no writable place of the host but the channel, and bounds on all else', () => {
  expect(createArguments(aTest, container)).toEqual([
    ...['create', '--init', '--name', 'spec-portability-1', '--pull', 'never', '--hostname', 'sandbox'],
    ...['--log-driver', 'none', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--cpus', '2', '--ulimit', 'core=0', '--ulimit', 'nofile=4096'],
    ...['--network', 'none', '--read-only', '--user', '65534:65534', '--pids-limit', '256'],
    ...['--memory', '2g', '--memory-swap', '2g', '--shm-size', '67108864'],
    ...['--ulimit', 'fsize=67108864', '--ulimit', 'data=2147483648', '--ulimit', 'cpu=120'],
    ...['--tmpfs', `/tmp:rw,exec,nosuid,nodev,size=268435456,${nobody}`],
    ...['--tmpfs', `/tree:rw,exec,nosuid,nodev,size=536870912,${nobody}`],
    ...['--tmpfs', `/home/sandbox:rw,exec,nosuid,nodev,size=67108864,${nobody}`],
    ...['--tmpfs', `/build:rw,exec,nosuid,nodev,size=1073741824,${nobody}`],
    ...['--tmpfs', `/reports:rw,exec,nosuid,nodev,size=67108864,${nobody}`],
    ...['--tmpfs', `/tree/test:rw,exec,nosuid,nodev,size=134217728,${nobody}`],
    ...['--tmpfs', `/tree/test/deep:rw,exec,nosuid,nodev,size=134217728,${nobody}`],
    ...['--mount', 'type=bind,source=/runner/modules,target=/tree/node_modules,readonly'],
    ...['--mount', 'type=bind,source=/runner/test.mjs,target=/tree/test/deep/a.test.mjs,readonly'],
    ...['--tmpfs', `/tree/node_modules/.cache:rw,exec,nosuid,nodev,size=134217728,${nobody}`],
    ...['--mount', 'type=bind,"source=/runner/a,""b""/cell-1",target=/.source/0,readonly'],
    ...['--mount', 'type=bind,source=/runner/modules/.cache,target=/.writable/0,readonly'],
    ...['--mount', 'type=bind,source=/opt/hostedtoolcache,target=/opt/hostedtoolcache,readonly'],
    ...['--mount', 'type=bind,source=/action/reporter.mjs,target=/action/reporter.mjs,readonly'],
    ...['--mount', 'type=bind,source=/tmp/users,target=/etc/passwd,readonly'],
    ...['--mount', 'type=bind,source=/tmp/channel,target=/.channel'],
    ...['--env', 'CARGO_HOME=/home/sandbox/.cargo', '--env', 'GOPATH=/home/sandbox/go'],
    ...['--env', 'XDG_CACHE_HOME=/build/cache', '--env', 'GOCACHE=/build/go-build'],
    ...['--env', 'CARGO_TARGET_DIR=/build/cargo-target', '--env', 'GRADLE_USER_HOME=/home/sandbox/.gradle'],
    ...['--env', 'GRADLE_RO_DEP_CACHE=/home/sandbox/.gradle-of-setup/caches'],
    ...['--env', 'PATH=/usr/bin', '--env', 'HOME=/home/sandbox'],
    ...['--entrypoint', '/bin/bash', defaultImage],
    ...['-c', 'exec 3>>/.channel; exec "$@"', 'sandbox', ...innerProgram(aTest, { shell: '/bin/bash' })],
  ]);
});

test('a setup runs as ourselves, with network, and writes into the tree and its HOME alone', () => {
  const { view } = aTest;
  const argv = createArguments(
    {
      ...aTest,
      purpose: 'setup',
      view: { ...view, home: '/runner/home', readOnly: [], writable: [], bring: null },
    },
    { ...container, toolCache: null, visible: [] },
  );

  expect(argv).not.toContain('--network');
  expect(argv.join(' ')).toContain('--user 1001:118');
  expect(argv.filter((word) => word.startsWith('type=bind'))).toEqual([
    'type=bind,"source=/runner/a,""b""/cell-1",target=/tree',
    'type=bind,source=/runner/home,target=/runner/home',
    'type=bind,source=/build,target=/build',
    'type=bind,source=/tmp/users,target=/etc/passwd,readonly',
    'type=bind,source=/tmp/channel,target=/.channel',
  ]);
});

test('in the list of users everybody is at home in HOME of the command, where Java looks', () => {
  expect(usersOf(aTest.view, container.user)).toBe(
    [0, 1001, 65534]
      .map((id) => `user${id}:x:${id}:${id === 1001 ? 118 : id}::/home/sandbox:/bin/sh\n`)
      .join(''),
  );
});

test('a folder that is read-only and yet written into is mounted once', () => {
  const view = { ...aTest.view, writable: ['/tree/node_modules'] };
  const targets = createArguments({ ...aTest, view }, container).filter((word) =>
    /(?:target=|^)\/tree\/node_modules[,:]/.test(word),
  );
  expect(targets).toEqual([expect.stringMatching(/^\/tree\/node_modules:rw/)]);
});

test('a container is started, killed and removed by its name', () => {
  expect(startArguments('n')).toEqual(['start', '--attach', 'n']);
  expect(killArguments('n')).toEqual(['kill', 'n']);
  expect(removeArguments('n')).toEqual(['rm', '--force', '--volumes', 'n']);
});

test('a path that docker would read as two is refused', () => {
  const view = { ...aTest.view, root: '/tree:rw' };
  expect(() => createArguments({ ...aTest, view }, container)).toThrow(/colon/);
});

describe('the image', () => {
  test('is the default, or another that is pinned by its digest', () => {
    const other = `ghcr.io/me/tests@sha256:${'a'.repeat(64)}`;
    expect(pinnedImage(null)).toBe(defaultImage);
    expect(pinnedImage(other)).toBe(other);
  });

  test.each(['node:24', 'node@sha256:12', `--privileged@sha256:${'a'.repeat(64)}`, ''])(
    'is never %j',
    (image) => {
      expect(() => pinnedImage(image)).toThrow(/SANDBOX_UNAVAILABLE.*digest.*No generated code/);
    },
  );
});
