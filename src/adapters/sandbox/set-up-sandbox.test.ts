import { expect, test } from '@jest/globals';
import type { CommandRun } from '../../core/results/test-report.ts';
import { appArmorProfile, isHostedLinux, setUpSandbox } from './set-up-sandbox.ts';

const hosted = { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' };

test('on a hosted Linux runner bubblewrap is installed and its profile loaded, and slirp4netns installed, by these three calls', async () => {
  const { calls, lines, request } = recording({ environment: hosted });

  expect(await setUpSandbox(request)).toBe('done');

  expect(calls).toEqual([
    [
      ...['sudo', '-n', 'sh', '-c'],
      'command -v bwrap || { apt-get install -y --no-install-recommends bubblewrap || { apt-get update -q && apt-get install -y --no-install-recommends bubblewrap; }; }',
    ],
    [
      ...['sudo', '-n', 'sh', '-c'],
      '[ -d /sys/kernel/security/apparmor ] || exit 0; printf %s "$1" > /etc/apparmor.d/bwrap && apparmor_parser -r /etc/apparmor.d/bwrap',
      ...['sh', appArmorProfile],
    ],
    [
      ...['sudo', '-n', 'sh', '-c'],
      'command -v slirp4netns || { apt-get install -y --no-install-recommends slirp4netns || { apt-get update -q && apt-get install -y --no-install-recommends slirp4netns; }; }',
    ],
  ]);
  expect(lines).toEqual(['sandbox-setup: bubblewrap and its AppArmor profile are installed']);
});

test('the profile allows bubblewrap user namespaces and nothing else is said in it', () => {
  expect(appArmorProfile.split('\n')).toEqual([
    'abi <abi/4.0>,',
    'include <tunables/global>',
    'profile bwrap /usr/bin/bwrap flags=(unconfined) {',
    '  userns,',
    '  include if exists <local/bwrap>',
    '}',
    '',
  ]);
});

test.each([
  ['a self-hosted runner', { ...hosted, RUNNER_ENVIRONMENT: 'self-hosted' }],
  ['a runner that does not say whose it is', { GITHUB_ACTIONS: 'true', RUNNER_OS: 'Linux' }],
  ['macOS', { ...hosted, RUNNER_OS: 'macOS' }],
  ['a machine outside Actions', { RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' }],
])('%s is never changed', async (_, environment) => {
  const { calls, request } = recording({ environment });
  expect(isHostedLinux(environment)).toBe(false);
  expect(await setUpSandbox(request)).toBe('not-ours');
  expect(calls).toEqual([]);
});

test('`sandbox-setup: false` changes nothing', async () => {
  const { calls, request } = recording({ environment: hosted, enabled: false });
  expect(await setUpSandbox(request)).toBe('not-ours');
  expect(calls).toEqual([]);
});

test('what fails is said in one line, and nothing after it is tried', async () => {
  const { calls, lines, request } = recording({ environment: hosted, code: 100 });
  expect(await setUpSandbox(request)).toBe('failed');
  expect(calls).toHaveLength(1);
  expect(lines).toEqual(['sandbox-setup: could not install bubblewrap: E: no network']);
});

test('without slirp4netns the sandbox works, and the line says what it would be for', async () => {
  const { lines, request } = recording({ environment: hosted, code: 100, failing: 'slirp4netns' });
  expect(await setUpSandbox(request)).toBe('done');
  expect(lines[0]).toBe(
    'sandbox-setup: could not install slirp4netns, which keeps setup from the services of this machine: E: no network',
  );
});

function recording(of: {
  readonly environment: Readonly<Record<string, string>>;
  readonly enabled?: boolean;
  readonly code?: number;
  /** Only calls with this word fail. */
  readonly failing?: string;
}) {
  const calls: string[][] = [];
  const lines: string[] = [];
  const run = async (argv: readonly string[]): Promise<CommandRun> => {
    calls.push([...argv]);
    const nothing = { text: '', droppedBytes: 0 };
    const code = argv.join(' ').includes(of.failing ?? '') ? (of.code ?? 0) : 0;
    return {
      end: { kind: 'exited', code },
      stdout: nothing,
      stderr: { text: code === 0 ? '' : 'warning\nE: no network\n', droppedBytes: 0 },
      durationMs: 1,
    };
  };
  const log = {
    info: (line: string) => void lines.push(line),
    warn: (line: string) => void lines.push(line),
  };
  return { calls, lines, request: { enabled: of.enabled ?? true, environment: of.environment, log, run } };
}
