import type { Model } from '../settings.ts';

/**
 * How a column names a model that an agent asks: with the version of the agent, which is no part of its id, so that its
 * history goes on when the agent is updated. undefined = it is named by its id.
 */
export function agentLabel({ id, name, agent }: Model): string | undefined {
  if (agent === undefined || agent.version === null) return undefined;
  const told = `${agent.name} ${agent.version}`;
  return id === `${agent.name} + ${name}` ? `${told} + ${name}` : `${id} (${told})`;
}
