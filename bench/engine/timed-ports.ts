import type { Ports } from '../../src/pipeline/engine/engine.ts';
import type { PreparedTree, Workspace } from '../../src/ports/workspace.ts';
import type { Stopwatch } from './stopwatch.ts';

/** The same ports, with every call that a cell makes through them timed by its stage. */
export function timedPorts(ports: Ports, watch: Stopwatch): Ports {
  const { records, workspaces } = ports;
  return {
    ...ports,
    clientOf: (model) => {
      const client = ports.clientOf(model);
      return { complete: (request) => watch.time('ask', () => client.complete(request)) };
    },
    records: {
      ...records,
      usedKeys: records.usedKeys,
      readGeneration: (key) => watch.time('look up records', () => records.readGeneration(key)),
      readTestRun: (key) => watch.time('look up records', () => records.readTestRun(key)),
      write: (record) => watch.time(`record the ${record.kind}`, () => records.write(record)),
    },
    workspaces: {
      prepare: async (version, signal) => timedTree(await workspaces.prepare(version, signal), watch),
    },
    sandbox: async () => {
      const sandbox = await ports.sandbox();
      return { ...sandbox, run: (request) => watch.time('spawn and test', () => sandbox.run(request)) };
    },
  };
}

function timedTree(tree: PreparedTree, watch: Stopwatch): PreparedTree {
  return {
    notes: tree.notes,
    open: async (content, changed) => {
      const workspace = await watch.time('open workspace', () => tree.open(content, changed));
      return timedWorkspace(workspace, watch);
    },
  };
}

function timedWorkspace(workspace: Workspace, watch: Stopwatch): Workspace {
  return {
    ...workspace,
    isJudgeChanged: () => watch.time('read protected files', () => workspace.isJudgeChanged()),
    view: (wanted) => watch.time('open workspace', () => workspace.view(wanted)),
    readReports: (most) => watch.time('read results', () => workspace.readReports(most)),
    readResults: (wanted) => watch.time('read results', () => workspace.readResults(wanted)),
    [Symbol.asyncDispose]: () => watch.time('remove workspace', () => workspace[Symbol.asyncDispose]()),
  };
}
