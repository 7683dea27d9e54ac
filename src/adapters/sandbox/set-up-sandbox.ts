import { runCommand } from '../process/run-command.ts';
import type { CommandRun } from '../../core/results/test-report.ts';

/** One program that runs with the rights of the job; none of its arguments are generated. */
export type SetUpStep = {
  readonly argv: readonly [string, ...string[]];
  readonly why: string;
  /** The sandbox works without it. */
  readonly isOptional?: true;
};

/** What is needed to prepare the machine for the sandbox. */
export type SetUpRequest = {
  /** Input `sandbox-setup`. */
  readonly enabled: boolean;
  /** The runner's variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: { info(line: string): void; warn(line: string): void };
  /** Runs one step; default: really runs it. */
  readonly run?: (argv: readonly [string, ...string[]]) => Promise<CommandRun>;
};

/**
 * Installs bubblewrap and allows it to create user namespaces, only on GitHub's own Linux runners, which are deleted
 * after the job. A user's own machine is never changed. A failure is logged; the probes decide whether it matters.
 */
export async function setUpSandbox(request: SetUpRequest): Promise<'not-ours' | 'done' | 'failed'> {
  if (!request.enabled || !isHostedLinux(request.environment)) return 'not-ours';
  const run = request.run ?? runStep;
  for (const { argv, why, isOptional } of setUpSteps) {
    const { end, stderr } = await run(argv);
    if (end.kind === 'exited' && end.code === 0) continue;
    const said = stderr.text.trim().split('\n').at(-1) ?? '';
    request.log.warn(`sandbox-setup: could not ${why}: ${said || end.kind}`);
    if (isOptional !== true) return 'failed';
  }
  request.log.info('sandbox-setup: bubblewrap and its AppArmor profile are installed');
  return 'done';
}

/** Whether this is a runner that GitHub creates for one job and then deletes. */
export function isHostedLinux(environment: Readonly<Record<string, string | undefined>>): boolean {
  return (
    environment['GITHUB_ACTIONS'] === 'true' &&
    environment['RUNNER_ENVIRONMENT'] === 'github-hosted' &&
    environment['RUNNER_OS'] === 'Linux'
  );
}

/**
 * Allows bubblewrap, and no other program, what Ubuntu 24.04 forbids all programs without a profile
 * (kernel.apparmor_restrict_unprivileged_userns). One statement per line.
 */
export const appArmorProfile = `abi <abi/4.0>,
include <tunables/global>
profile bwrap /usr/bin/bwrap flags=(unconfined) {
  userns,
  include if exists <local/bwrap>
}
`;

/** In this order. The profile is loaded only if the kernel has AppArmor. */
const setUpSteps: readonly SetUpStep[] = [
  {
    why: 'install bubblewrap',
    argv: [...(['sudo', '-n', 'sh', '-c'] as const), installs({ program: 'bwrap', name: 'bubblewrap' })],
  },
  {
    why: 'load the AppArmor profile of bubblewrap',
    argv: [
      ...(['sudo', '-n', 'sh', '-c'] as const),
      '[ -d /sys/kernel/security/apparmor ] || exit 0; printf %s "$1" > /etc/apparmor.d/bwrap && apparmor_parser -r /etc/apparmor.d/bwrap',
      ...(['sh', appArmorProfile] as const),
    ],
  },
  {
    why: 'install slirp4netns, which keeps setup from the services of this machine',
    isOptional: true,
    argv: [
      ...(['sudo', '-n', 'sh', '-c'] as const),
      installs({ program: 'slirp4netns', name: 'slirp4netns' }),
    ],
  },
];

function installs({ program, name }: { readonly program: string; readonly name: string }): string {
  const install = `apt-get install -y --no-install-recommends ${name}`;
  return `command -v ${program} || { ${install} || { apt-get update -q && ${install}; }; }`;
}

const stepTimeoutMs = 180_000;

async function runStep(argv: readonly [string, ...string[]]): Promise<CommandRun> {
  return runCommand({
    argv,
    directory: '/',
    environment: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      DEBIAN_FRONTEND: 'noninteractive',
    },
    timeoutMs: stepTimeoutMs,
    signal: new AbortController().signal,
  });
}
