// Runs the cases as the current user: all of them, with --root-only those that matter for root, and of these where words are
// given those whose name holds one of them.
import { availableParallelism, userInfo } from 'node:os';
import PQueue from 'p-queue';
import { agentCases } from './cases/agents.ts';
import { answerCases } from './cases/answers.ts';
import { fileCases } from './cases/files.ts';
import { isolationCases } from './cases/isolation.ts';
import { networkCases } from './cases/network.ts';
import { processCases } from './cases/processes.ts';
import { reportCases } from './cases/reports.ts';
import { resourceCases } from './cases/resources.ts';
import { secretCases } from './cases/secrets.ts';
import { exitCodePasses } from './cases/passes/exit-code.ts';
import { goPasses } from './cases/passes/go.ts';
import { jestPasses } from './cases/passes/jest.ts';
import { mochaPasses } from './cases/passes/mocha.ts';
import { nodeTestPasses } from './cases/passes/node-test.ts';
import { pytestPasses } from './cases/passes/pytest.ts';
import { vitestPasses } from './cases/passes/vitest.ts';
import type { Held, HostileCase, World } from './hostile-case.ts';
import { makeWorld } from './world.ts';

/** A case that takes far longer than the longest timeout of its commands counts as a hang. */
const caseTimeoutMs = 180_000;

const everyCase: readonly HostileCase[] = [
  ...secretCases,
  ...networkCases,
  ...fileCases,
  ...answerCases,
  ...processCases,
  ...resourceCases,
  ...agentCases,
  ...isolationCases,
  ...nodeTestPasses,
  ...jestPasses,
  ...vitestPasses,
  ...mochaPasses,
  ...pytestPasses,
  ...goPasses,
  ...exitCodePasses,
  ...reportCases,
];

const [mode = '', ...others] = process.argv.slice(2);
const canary = process.env['HOSTILE_CANARY'] ?? 'canary-of-nobody';
if (mode === '--sleep') await sleepInside(others[0] ?? '');
else if (mode === '--root-only') await runCases(named(others).filter(({ asRootToo }) => asRootToo));
else await runCases(named(process.argv.slice(2)));

function named(words: readonly string[]): readonly HostileCase[] {
  return everyCase.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
}

async function runCases(cases: readonly HostileCase[]): Promise<void> {
  const program = process.argv[1] ?? '';
  await using world = await makeWorld({ program, canary });
  const { level, version, probes } = world.sandbox.isolation;
  const who = userInfo();
  console.log(
    `isolation: ${level} ${version}, ${probes?.passed}/${probes?.total} probes; as ${who.username} (uid ${who.uid})\n`,
  );
  const run = async (each: HostileCase): Promise<Result> => {
    const result = resultOf(each, await attacked(each, world));
    console.log(result.text);
    return result;
  };
  const results: Result[] = [];
  for (const each of cases.filter(({ besideOthers }) => !besideOthers)) results.push(await run(each));
  const beside = new PQueue({ concurrency: availableParallelism() });
  const others = cases.filter(({ besideOthers }) => besideOthers).map((each) => () => run(each));
  results.push(...(await beside.addAll(others)));
  const count = (wanted: Result['kind']): number => results.filter(({ kind }) => kind === wanted).length;
  console.log(
    `\n${cases.length} cases as ${who.username}: ${count('held')} held, ${count('known')} known and documented, ${count('through')} through`,
  );
  if (count('through') > 0) process.exitCode = 1;
}

type Result = { readonly kind: 'held' | 'known' | 'through'; readonly text: string };

function resultOf({ name, tried }: HostileCase, { isBlocked, happened, known }: Held): Result {
  const kind = isBlocked ? 'held' : known === undefined ? 'through' : 'known';
  const lines = [
    `${(isBlocked ? kind : kind.toUpperCase()).padEnd(8)}${name}`,
    `        tried: ${oneLine(tried)}`,
    `        then:  ${oneLine(happened)}`,
    ...(kind === 'known' ? [`        known: ${known}`] : []),
  ];
  return { kind, text: lines.join('\n') };
}

async function attacked(each: HostileCase, world: World): Promise<Held> {
  const timer = new AbortController();
  const hang = new Promise<Held>((resolve) => {
    const handle = setTimeout(() => resolve({ isBlocked: false, happened: 'HANGS' }), caseTimeoutMs);
    timer.signal.addEventListener('abort', () => clearTimeout(handle));
  });
  try {
    return await Promise.race([each.attack(world), hang]);
  } catch (error) {
    return { isBlocked: false, happened: `the suite broke: ${String(error)}` };
  } finally {
    timer.abort();
  }
}

/** Stays in a sandbox until somebody kills us. */
async function sleepInside(tag: string): Promise<void> {
  await using world = await makeWorld({ program: process.argv[1] ?? '', canary });
  await world.command(`(setsid sleep ${tag} &); sleep ${tag}`, 60_000);
}

function oneLine(text: string): string {
  return JSON.stringify(text.slice(0, 200)).slice(1, -1).replaceAll('\\"', '"');
}
