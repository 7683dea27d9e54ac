import type { Agent, AgentStart } from '../agent.ts';
import type { AgentPreset } from './presets/preset.ts';

/** The starts of a preset: `closed` with all that keeps it from reading instruction files by itself. */
export function startsOf(
  { start, offSwitches, effort: words }: AgentPreset,
  effort: string | null,
): Pick<Agent, 'closed' | 'open'> {
  const open = effort === null || words === null ? start : joined(start, withEffort(words, effort));
  return { open, closed: joined(open, offSwitches) };
}

/** A start with `{effort}` replaced everywhere. */
export function withEffort({ argv, environment, seeds }: AgentStart, effort: string): AgentStart {
  const filled = (text: string): string => text.replaceAll('{effort}', effort);
  const inAll = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text)]));
  return { argv: argv.map(filled), environment: inAll(environment), seeds: inAll(seeds) };
}

/** Whether a start says anywhere where the effort belongs. */
export function namesEffort({ argv, environment }: Omit<AgentStart, 'seeds'>): boolean {
  return [...argv, ...Object.values(environment)].some((text) => text.includes('{effort}'));
}

function joined(start: AgentStart, more: AgentStart): AgentStart {
  return {
    argv: [...start.argv, ...more.argv],
    environment: { ...start.environment, ...more.environment },
    seeds: { ...start.seeds, ...more.seeds },
  };
}
