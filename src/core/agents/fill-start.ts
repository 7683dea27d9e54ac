import type { Agent, AgentStart } from '../agent.ts';
import { boxBaseUrl, boxEnvironment, boxPlaces, placeholderKey } from './box-places.ts';

/** A start in which nothing stands for something else. */
export type FilledStart = AgentStart & {
  /** The text that it gets on its standard input; null where an argument is the task. */
  readonly stdin: string | null;
};

/** Fills what words, values and texts of a start leave open. What a value says is never read again as a placeholder. */
export function fillStart(
  start: AgentStart,
  { agent, model, task }: { readonly agent: Agent; readonly model: string; readonly task: string },
): FilledStart {
  const values: Readonly<Record<string, string>> = {
    model,
    task,
    'base-url': boxBaseUrl(agent.wire),
    key: placeholderKey,
    home: boxPlaces.home,
    turns: String(agent.limits.turns),
    // Agents refuse a limit of nothing.
    usd: String(agent.limits.usd ?? 1_000_000),
  };
  const filled = (text: string): string =>
    text.replaceAll(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole);
  const inAll = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text)]));
  const isArgument = start.argv.some((word) => word.includes('{task}'));
  return {
    argv: start.argv.map(filled),
    environment: { ...boxEnvironment, ...inAll(start.environment) },
    seeds: inAll(start.seeds),
    stdin: isArgument ? null : task,
  };
}
