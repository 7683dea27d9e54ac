import { chmod } from 'node:fs/promises';
import type { AgentEnd } from '../../core/agents/agent-end.ts';
import { fillStart, type FilledStart } from '../../core/agents/fill-start.ts';
import { outcomeOfRun } from '../../core/agents/outcome-of-run.ts';
import type { WireFacts } from '../../core/agents/wire-facts.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import type { Reply } from '../../core/generation/reply.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { AgentModel } from '../../core/settings.ts';
import type { TextFile } from '../../core/specs/spec.ts';
import type { AgentProxyOptions } from '../../ports/agent-proxy.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import type { AgentTools } from './agent-tools.ts';
import { networklessSandbox } from './agent-version.ts';
import { layBox, type LaidBox } from './lay-box.ts';
import { readLeft } from './read-left.ts';
import { lastErrorOf, transcriptOf } from './transcript.ts';

/** An agent around a model, and what its proxy puts on: the key of the model's vendor, and values of its headers. */
export type AgentAccount = Pick<AgentProxyOptions, 'model' | 'apiKey' | 'variables'>;

/** Asks an agent: each request is one run in a box of its own. */
export function agentClient(account: AgentAccount, tools: AgentTools): ModelClient {
  return {
    complete: async ({ isAlone = false, ...request }) => askedOnce(account, tools, { ...request, isAlone }),
  };
}

type Asking = Omit<Parameters<ModelClient['complete']>[0], 'isAlone'> & { readonly isAlone: boolean };

async function askedOnce(account: AgentAccount, tools: AgentTools, asking: Asking): Promise<Reply> {
  const { model, apiKey, variables = new Map<string, string>() } = account;
  await networklessSandbox(model.agent.name, tools);
  const { files, start } = contentOf(model, asking.prompt);
  const found = await tools.find(start.argv[0] ?? '');
  const shown = found.kind === 'found' ? found.shown : [];
  await using box = await layBox({ files, start, shown }, tools.box);
  const { facts, run } = await runWithProxy(account, tools, { ...asking, box, start });
  const end = await endOf(run, { box, files, isAlone: asking.isAlone });
  return outcomeOfRun({
    facts,
    end,
    model,
    secrets: [...(apiKey === null ? [] : [apiKey]), ...variables.values()],
  });
}

type Content = { readonly files: readonly TextFile[]; readonly start: FilledStart };

function contentOf({ agent, name }: AgentModel, { user, folder }: Prompt): Content {
  const { files, isOpen } = folder ?? { files: [], isOpen: false };
  return { files, start: fillStart(isOpen ? agent.open : agent.closed, { agent, model: name, task: user }) };
}

/** The facts are those of the proxy when it is closed: then no call is going on any more. */
async function runWithProxy(
  account: AgentAccount,
  tools: AgentTools,
  of: Asking & { readonly box: LaidBox; readonly start: FilledStart },
): Promise<{ readonly facts: WireFacts; readonly run: CommandRun }> {
  const { signal, onFirstEvent, isAlone, box, start } = of;
  const { limits } = account.model.agent;
  const proxy = await tools.openProxy({ ...account, socketPath: box.socket, signal, onFirstEvent });
  let run: CommandRun;
  {
    await using _proxy = proxy;
    // Its folder lets in nobody but the user of the box.
    await chmod(box.socket, 0o777);
    const sandbox = await (isAlone ? tools.sandboxAlone() : tools.sandbox());
    const { view, command } = box;
    run = await sandbox.run({
      purpose: 'agent',
      ...{ command, view, directory: view.root, signal },
      environment: { ...tools.environmentOf(view), ...start.environment },
      timeoutMs: limits.minutes * 60_000,
    });
  }
  return { facts: proxy.facts(), run };
}

async function endOf(
  run: CommandRun,
  {
    box,
    files,
    isAlone,
  }: { readonly box: LaidBox; readonly files: readonly TextFile[]; readonly isAlone: boolean },
): Promise<AgentEnd> {
  const { kind } = run.end;
  const said = { isAlone, transcript: transcriptOf(run), lastError: lastErrorOf(run) };
  const nothing = { left: [], texts: new Map<string, string>(), removed: [], ...said };
  if (kind === 'cancelled') return { how: 'cancelled', ...nothing };
  if (kind === 'timed-out') return { how: 'timeout', ...nothing };
  const left = await readLeft(box, files);
  if (left === 'too-many') return { how: 'exited', ...nothing, problem: 'it left more than can be listed' };
  if (left === 'unknown') return { how: 'killed', ...nothing, problem: whyKilled(run) };
  return { how: 'exited', ...left, ...said };
}

function whyKilled({ end }: CommandRun): string {
  return end.kind === 'over-limit'
    ? `it used more ${end.limit} than a box may hold`
    : 'what it did ended its box before its end';
}
