import { allWires } from '../../src/adapters/providers.ts';
import { startSimulatedModels } from '../../src/adapters/simulated/simulated-server.ts';
import { temporaryRepository, type TemporaryRepository } from '../../src/testing/temporary-repository.ts';
import { checkCommits } from '../check-commits.ts';
import { behaviours, codesOf, sidesOf } from './history.ts';
import type { Behaviour, Direction, Files, History, Side } from './history.ts';

/** What the program said of one pull request and one model. */
export type Said = {
  readonly verdict: string;
  readonly requirements: string | null;
  readonly conclusion: string;
  readonly why: string | null;
  readonly calls: number;
};

/** How a simulated model writes: which code on which side. */
export type Writes = (
  sides: { readonly base: Side; readonly head: Side },
  behaviour: Behaviour,
) => { readonly base: Files; readonly head: Files };

/** Plays one pull request through the whole engine, once for each behaviour, with models on loopback. */
export async function playHistory(
  history: History,
  direction: Direction,
  writes: Writes = codesOf,
): Promise<ReadonlyMap<Behaviour, Said>> {
  const sides = sidesOf(history, direction);
  await using source = await temporaryRepository(filesOf(sides.base));
  const base = await source.commit('base');
  const before = Object.keys(filesOf(sides.base));
  await source.remove(before.filter((path) => !(path in filesOf(sides.head))));
  await source.write(filesOf(sides.head));
  const head = await source.commit('head');
  const models = behaviours.map((behaviour) => {
    const codes = writes(sides, behaviour);
    return {
      name: `simulated-${behaviour}`,
      write: ({ specText }: { readonly specText: string }) =>
        asList(specText.trim() === sides.base.spec.trim() ? codes.base : codes.head),
    };
  });
  await using server = await startSimulatedModels(models, { wires: await allWires(), latencyMs: 0 });
  const said = new Map<Behaviour, Said>();
  // One after another, because a run has one conclusion; the second finds the trees of the first on record.
  for (const behaviour of behaviours)
    said.set(
      behaviour,
      await playOne({ history, source, url: server.url, behaviour, commits: { base, head } }),
    );
  return said;
}

type Playing = {
  readonly history: History;
  readonly source: TemporaryRepository;
  readonly url: string;
  readonly behaviour: Behaviour;
  readonly commits: { readonly base: string; readonly head: string };
};

async function playOne({ history, source, url, behaviour, commits }: Playing): Promise<Said> {
  const { summary } = await checkCommits({
    directory: source.directory,
    commits,
    config: configFor(history, { url, behaviour }),
  });
  const [verdict] = summary.verdicts;
  if (verdict === undefined) throw new Error(`${history.name}: nothing was judged`);
  return {
    verdict: verdict.verdict,
    requirements: verdict.requirements?.verdict ?? null,
    conclusion: summary.conclusion,
    why: verdict.why,
    calls: summary.spent.generations,
  };
}

function filesOf({ spec, tests, code }: Side): Files {
  return { 'SPEC.md': spec, ...tests, ...code };
}

function asList(files: Files) {
  return Object.entries(files).map(([path, content]) => ({ path, content }));
}

/** JSON is YAML. */
function configFor(
  { writes, test }: History,
  { url, behaviour }: { readonly url: string; readonly behaviour: Behaviour },
): string {
  return JSON.stringify({
    version: 1,
    specs: [{ name: 'spec', spec: ['SPEC.md'], writes, test }],
    models: [
      {
        id: behaviour,
        provider: 'openai',
        model: `simulated-${behaviour}`,
        'base-url': `${url}/v1`,
        'api-key-env': 'none',
        price: { input: 0, output: 0 },
      },
    ],
    budget: { tokens: 'none' },
    bisect: 'never',
    sandbox: 'none',
  });
}
