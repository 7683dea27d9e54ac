import { checkedFiles, unusable } from './checked-files.ts';
import type { AgentRun, Answer, NoCode } from './completion.ts';

/**
 * What an agent left, read as an answer. A limit that it reached comes first: what lies there then is not what it would
 * have left.
 */
export function readAgentRun(
  { files, problem, limit }: AgentRun,
  mayWrite: (path: string) => boolean,
): Answer {
  if (limit !== null) return unusable(limitReasons[limit].why, limitReasons[limit].detail);
  if (problem !== null) return unusable('unsafe-path', problem);
  if (files.length === 0) return unusable('unreadable', 'the agent left no file');
  return checkedFiles(files, mayWrite);
}

const limitReasons: Readonly<Record<NonNullable<AgentRun['limit']>, { why: NoCode; detail: string }>> = {
  turns: { why: 'turn-limit', detail: 'the agent took all the turns of a sample before it was done' },
  tokens: { why: 'token-limit', detail: 'the agent used all the tokens of a sample before it was done' },
  usd: { why: 'money-limit', detail: 'the agent used all the money of a sample before it was done' },
  minutes: { why: 'time-limit', detail: 'the agent took all the time of a sample, twice' },
};
