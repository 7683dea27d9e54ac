import { expect, test } from '@jest/globals';
import { aView } from '../../testing/builders/a-view.ts';
import { bubblewrapArguments, limitWords } from './bubblewrap-arguments.ts';
import type { Machine } from './machine.ts';

const machine: Machine = {
  systemFolders: [
    { path: '/bin', link: 'usr/bin' },
    { path: '/lib64', link: null },
  ],
  programs: ['/opt/tools/node'],
  files: [{ from: '/own/passwd', to: '/etc/passwd' }],
  hidden: ['/proc/keys'],
  variables: {},
  cores: 2,
};

const view = aView('/t/commit/tree', {
  files: '/t/cell/tree',
  home: '/t/commit/home',
  temporary: '/t/cell/tmp',
  reports: '/t/cell/reports',
  readOnly: [
    { from: '/t/cell/kept/packages/a/tests', to: '/t/commit/tree/packages/a/tests' },
    { from: '/t/commit/tree/node_modules', to: '/t/commit/tree/node_modules' },
    { from: '/t/commit/home/go', to: '/t/commit/home/go' },
  ],
  writable: ['/t/commit/tree/node_modules/.cache'],
});

/** One option with its values on a line. */
function lines(options: readonly string[]): readonly string[] {
  return options.join(' ').split(/ (?=--)/);
}

test('a test sees the system, its programs, and its tree in memory: nothing of the machine can be written', () => {
  const options = lines(bubblewrapArguments({ purpose: 'test', view, environment: { CI: 'true' } }, machine));
  expect(options).toEqual([
    '--unshare-user',
    '--unshare-all',
    '--disable-userns',
    '--die-with-parent',
    '--new-session',
    '--cap-drop ALL',
    '--uid 65534',
    '--gid 65534',
    '--hostname sandbox',
    '--clearenv',
    '--setenv CI true',
    '--perms 0111',
    '--ro-bind-data 5 /.shell',
    '--seccomp 6',
    '--symlink /t/commit/home /.home',
    '--ro-bind /usr /usr',
    '--symlink usr/bin /bin',
    '--ro-bind /lib64 /lib64',
    '--ro-bind-try /etc/alternatives /etc/alternatives',
    '--ro-bind-try /etc/ssl /etc/ssl',
    '--ro-bind-try /etc/ld.so.cache /etc/ld.so.cache',
    '--ro-bind-try /etc/localtime /etc/localtime',
    '--ro-bind-try /etc/maven/m2.conf /etc/maven/m2.conf',
    '--ro-bind-try /etc/maven/logging /etc/maven/logging',
    '--proc /proc',
    '--dev /dev',
    '--ro-bind /dev/null /proc/keys',
    '--size 67108864',
    '--tmpfs /dev/shm',
    '--remount-ro /dev',
    '--size 268435456',
    '--tmpfs /tmp',
    '--ro-bind /own/passwd /etc/passwd',
    '--ro-bind /opt/tools/node /opt/tools/node',
    '--size 67108864',
    '--tmpfs /t/cell/reports',
    '--size 1073741824',
    '--tmpfs /t/cell/tmp',
    '--size 67108864',
    '--tmpfs /t/commit/home',
    '--ro-bind /t/commit/home/go /t/commit/home/go',
    '--size 536870912',
    '--tmpfs /t/commit/tree',
    '--ro-bind /t/commit/tree/node_modules /t/commit/tree/node_modules',
    '--size 134217728',
    '--tmpfs /t/commit/tree/node_modules/.cache',
    '--size 134217728',
    '--tmpfs /t/commit/tree/packages',
    '--size 134217728',
    '--tmpfs /t/commit/tree/packages/a',
    '--ro-bind /t/cell/kept/packages/a/tests /t/commit/tree/packages/a/tests',
    '--ro-bind /t/cell/tree /.source/0',
    '--ro-bind /t/commit/tree/node_modules/.cache /.writable/0',
    '--remount-ro /',
    '--chdir /',
  ]);
  expect(options.filter((option) => /^--(?:dev-)?bind/.test(option))).toEqual([]);
});

test('a setup shares the network, and writes into its tree, its HOME and its temporary folder only', () => {
  const options = lines(bubblewrapArguments({ purpose: 'setup', view, environment: {} }, machine));
  expect(options).toContain('--share-net');
  expect(options.filter((option) => option.startsWith('--bind'))).toEqual([
    '--bind /t/cell/tree /t/commit/tree',
    '--bind /t/commit/home /t/commit/home',
    '--bind /t/cell/tmp /t/cell/tmp',
  ]);
});

test('the kernel limits processes, files, memory and time of a test', () => {
  const words = limitWords({ purpose: 'test', view: aView('/t') }, 120);
  expect(words.join(' ')).toBe('-u 256 -n 4096 -f 65536 -d 2097152 -t 120 -c 0');
});

test('an agent is kept as a test is, with room for a program that unpacks itself', () => {
  const words = limitWords({ purpose: 'agent', view: aView('/t') }, 120);
  expect(words.join(' ')).toBe('-u 256 -n 4096 -f 524288 -d 8388608 -t 120 -c 0');
  const [test, agent] = (['test', 'agent'] as const).map((purpose) =>
    bubblewrapArguments({ purpose, view, environment: {} }, machine).map((option) =>
      option === '67108864' ? 'HOME' : option === '536870912' ? 'HOME or tree' : option,
    ),
  );
  expect(agent?.filter((option, index) => option !== test?.[index])).toEqual(['HOME or tree']);
});
