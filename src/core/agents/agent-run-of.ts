import type { AgentRun } from '../generation/completion.ts';
import { leftFilesProblem } from '../generation/left-files.ts';
import { shownPath } from '../generation/path-rules.ts';
import { redact } from '../generation/redact.ts';
import type { AgentEnd } from './agent-end.ts';
import type { RefusedRequest, WireCall, WireFacts } from './wire-facts.ts';

/** The files that an agent left, and what it did, as the wire saw it. */
export function agentRunOf({
  facts,
  end,
  secrets,
}: {
  readonly facts: WireFacts;
  readonly end: AgentEnd;
  /** Removed from every word of the vendor and of the agent. */
  readonly secrets: readonly string[];
}): AgentRun {
  const problem = problemOf(end);
  const files = end.left.flatMap(({ path, kind }) => {
    const content = kind === 'file' ? end.texts.get(path) : undefined;
    return typeof content === 'string' ? [{ path, content }] : [];
  });
  return {
    files: problem === null ? files.toSorted((one, other) => (one.path < other.path ? -1 : 1)) : [],
    problem,
    limit: facts.limit ?? (end.how === 'timeout' ? 'minutes' : null),
    turns: facts.calls.map((call) => turnOf(call, secrets)),
    refused: refusedLines(facts.refused).map((line) => redact(line, secrets)),
    transcript: end.transcript,
  };
}

function turnOf(
  { usage, tools, status, servedBy }: WireCall,
  secrets: readonly string[],
): AgentRun['turns'][number] {
  const { inputTokens = 0, cachedInputTokens = 0, outputTokens = 0 } = usage ?? {};
  return {
    inputTokens,
    ...(cachedInputTokens === 0 ? {} : { cachedInputTokens }),
    outputTokens,
    ...(servedBy === null ? {} : { servedBy: redact(servedBy, secrets) }),
    tools: tools.slice(0, mostTools).map((tool) => redact(tool, secrets)),
    status,
  };
}

const mostTools = 50;

function problemOf({ left, texts, removed, problem: unknown }: AgentEnd): string | null {
  if (unknown !== undefined) return unknown;
  const [gone] = removed;
  if (gone !== undefined) return `${shownPath(gone)}: the agent removed a file that was laid for it`;
  // Which of the paths may be written is asked when the answer is read, as for any other answer.
  const problem = leftFilesProblem(left, () => true);
  if (problem !== null) return problem;
  const binary = left.find(({ path, kind }) => kind === 'file' && typeof texts.get(path) !== 'string');
  return binary === undefined ? null : `${shownPath(binary.path)}: the file is not UTF-8 text`;
}

/** A line for each kind of request that was not passed on. */
export function refusedLines(refused: readonly RefusedRequest[]): readonly string[] {
  return refused.map(
    ({ asked, why, times }) =>
      `asked for ${asked}: refused (${whyRefused[why]}${times === 1 ? '' : `, ${times} times`})`,
  );
}

const whyRefused: Readonly<Record<RefusedRequest['why'], string>> = {
  host: 'another host',
  path: 'not a path for answers',
  model: 'another model',
  'hosted-tool': 'a tool that runs at the vendor',
  source: 'a file or address that the vendor would fetch',
  stored: 'an answer stored at the vendor',
  upgrade: 'another protocol',
  unreadable: 'not a request that can be read',
  'too-large': 'too large',
};
