// Runs the cases as the current user: all of them, or with --root-only those that matter for root.
import { userInfo } from 'node:os';
import { answerCases } from './cases/answers.ts';
import { fileCases } from './cases/files.ts';
import { isolationCases } from './cases/isolation.ts';
import { networkCases } from './cases/network.ts';
import { processCases } from './cases/processes.ts';
import { reportCases } from './cases/reports.ts';
import { resourceCases } from './cases/resources.ts';
import { secretCases } from './cases/secrets.ts';
import { verdictCases } from './cases/verdicts.ts';
import type { Held, HostileCase, World } from './hostile-case.ts';
import { makeWorld } from './world.ts';

/** A case that takes far longer than the longest timeout of its commands counts as a hang. */
const caseTimeoutMs = 60_000;

const everyCase: readonly HostileCase[] = [
  ...secretCases,
  ...networkCases,
  ...fileCases,
  ...answerCases,
  ...processCases,
  ...resourceCases,
  ...isolationCases,
  ...verdictCases,
  ...reportCases,
];

const [mode, argument = ''] = process.argv.slice(2);
const canary = process.env['HOSTILE_CANARY'] ?? 'canary-of-nobody';
if (mode === '--sleep') await sleepInside(argument);
else await runCases(mode === '--root-only' ? everyCase.filter(({ asRootToo }) => asRootToo) : everyCase);

async function runCases(cases: readonly HostileCase[]): Promise<void> {
  const program = process.argv[1] ?? '';
  await using world = await makeWorld({ program, canary });
  const { level, version, probes } = world.sandbox.isolation;
  const who = userInfo();
  console.log(
    `isolation: ${level} ${version}, ${probes?.passed}/${probes?.total} probes; as ${who.username} (uid ${who.uid})\n`,
  );
  const results: Result[] = [];
  for (const each of cases) {
    const result = resultOf(each, await attacked(each, world));
    console.log(result.text);
    results.push(result);
  }
  const count = (wanted: Result['kind']): number => results.filter(({ kind }) => kind === wanted).length;
  console.log(
    `\n${cases.length} cases as ${who.username}: ${count('held')} held, ${count('known')} known and documented, ${count('through')} through`,
  );
  if (count('through') > 0) process.exitCode = 1;
}

type Result = { readonly kind: 'held' | 'known' | 'through'; readonly text: string };

function resultOf({ name, tried, residual }: HostileCase, { isBlocked, happened }: Held): Result {
  const kind = isBlocked ? 'held' : residual === undefined ? 'through' : 'known';
  const lines = [
    `${(isBlocked ? kind : kind.toUpperCase()).padEnd(8)}${name}`,
    `        tried: ${oneLine(tried)}`,
    `        then:  ${oneLine(happened)}`,
    ...(kind === 'known' ? [`        known: ${residual}`] : []),
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
