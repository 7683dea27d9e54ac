import type { Agent } from '../../core/agent.ts';
import { isOlder, versionIn } from '../../core/agents/version-text.ts';
import { UserError } from '../../errors.ts';
import type { Bound, Sandbox } from '../../ports/sandbox.ts';
import type { AgentTools } from './agent-tools.ts';
import { layBox } from './lay-box.ts';

/**
 * What the installed program of an agent says its version is. It runs in a box without a network. Throws AGENT_UNUSABLE:
 * it is missing, too old or says nothing that can be read, or no sandbox here cuts the network.
 */
export async function askAgentVersion({ name, program, closed }: Agent, tools: AgentTools): Promise<string> {
  const { smallestVersion, packageName } = program;
  const refuse = (what: string): never => {
    const wanted = smallestVersion === null ? '' : `@${smallestVersion}`;
    throw new UserError(
      'AGENT_UNUSABLE',
      `the agent ${name} cannot be used: ${what}.`,
      packageName === null
        ? 'Install its program on PATH in a step before, or remove it from `models`.'
        : `Install it in a step before: npm install -g ${packageName}${wanted}`,
    );
  };
  const sandbox = await networklessSandbox(name, tools);
  const command = closed.argv[0] ?? '';
  const found = await tools.find(command);
  if (found.kind === 'absent') return refuse(`\`${command}\` is not on PATH`);
  if (found.kind === 'hidden') return refuse(found.why);
  const said = await saidBy([command, ...program.versionWords], { sandbox, shown: found.shown, tools });
  if (said.kind === 'silent')
    return refuse(`\`${[command, ...program.versionWords].join(' ')}\` ${said.why}`);
  const version = versionIn(said.text);
  if (version === null)
    return refuse(
      `\`${[command, ...program.versionWords].join(' ')}\` names no version: ${shown(said.text)}`,
    );
  if (smallestVersion !== null && isOlder(version, smallestVersion))
    return refuse(
      `version ${version} is installed, and the oldest that is known to work is ${smallestVersion}`,
    );
  return version;
}

/** The sandbox, if it is one in which an agent may run. Throws AGENT_UNUSABLE. */
export async function networklessSandbox(
  agent: string,
  { sandbox }: Pick<AgentTools, 'sandbox'>,
): Promise<Sandbox> {
  const opened = await sandbox();
  if (opened.level === 'bubblewrap') return opened;
  throw new UserError(
    'AGENT_UNUSABLE',
    `the agent ${agent} cannot be used: it runs only where bubblewrap cuts its network, and the sandbox here is ${opened.level}.`,
    'Set `sandbox: auto` on a Linux runner with bubblewrap, or remove the agent from `models`.',
  );
}

type Said =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'silent'; readonly why: string };

async function saidBy(
  argv: readonly string[],
  of: { readonly sandbox: Sandbox; readonly shown: readonly Bound[]; readonly tools: AgentTools },
): Promise<Said> {
  const { sandbox, shown: visible, tools } = of;
  const { versionTimeoutMs: timeoutMs = 60_000 } = tools;
  const start = { argv, seeds: {}, stdin: null };
  await using box = await layBox({ files: [], start, shown: visible }, tools.box);
  const { view, command } = box;
  const run = await sandbox.run({
    purpose: 'agent',
    ...{ command, view: { ...view, bring: null }, directory: view.root, timeoutMs },
    environment: tools.environmentOf(view),
    signal: new AbortController().signal,
  });
  if (run.end.kind === 'timed-out')
    return { kind: 'silent', why: `did not end within ${timeoutMs / 1000} s` };
  if (run.end.kind !== 'exited') return { kind: 'silent', why: 'was killed' };
  const text = [run.stdout.text, run.stderr.text].find((each) => each.trim() !== '') ?? '';
  return run.end.code === 0
    ? { kind: 'said', text: text.slice(0, 10_000) }
    : { kind: 'silent', why: `ended with code ${run.end.code}: ${shown(text)}` };
}

/** Words of a program on one line. */
function shown(text: string): string {
  // The error itself stands behind the place in the code where it was thrown.
  const error = /^(?:\w*Error|error)\b.*/m.exec(text)?.[0] ?? text;
  const line = error.trim().replaceAll(/[\p{C}\s]+/gu, ' ');
  return line === '' ? 'it said nothing' : JSON.stringify(line.slice(0, 120));
}
