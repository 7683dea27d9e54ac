import type { MeasuredFigure } from '../outcome.ts';
import { blocksOf, situations } from './conclusions.ts';
import { promptfooExitCode } from './exit-rule.ts';
import { forgetRecords, lastResult, runOurs } from './ours.ts';
import type { Places } from './places.ts';
import { promptfooCounts, runPromptfoo } from './promptfoo.ts';
import { startServer } from './start-server.ts';
import { testCommands, work, type Habit } from './work.ts';

/** How often a run of two models blocks: 4,000 draws of each situation. */
export function blocksFigures(seed: number): readonly MeasuredFigure[] {
  return situations.flatMap((rates) => {
    const { strict, at80, ours, shipped } = blocksOf(rates, { runs: 4000, seed });
    const { before, now } = rates;
    const what =
      before === now
        ? `nothing changed, ${100 * before} % pass`
        : `the first of two models ${100 * before} % → ${100 * now} %`;
    const subject = `runs that block: ${what}`;
    return [
      { what: 'ours, five samples a side', share: ours },
      { what: 'ours, up to twelve a side', share: shipped },
      { what: 'promptfoo, five samples a side', share: strict },
      { what: 'promptfoo with a threshold of 80 %', share: at80 },
    ].map(({ what: who, share }) => ({ subject, what: who, figure: 100 * share, unit: '%' }));
  });
}

/** Both tools for real, on models that fail on purpose: what each ends with, and what it says. */
export async function concludeForReal(
  places: Places,
  promptfoo: string,
): Promise<{ readonly lines: readonly string[]; readonly figures: readonly MeasuredFigure[] }> {
  const dropped = await played({ places, promptfoo, habit: 'drop', samples: work.samples });
  const flaky = await played({ places, promptfoo, habit: 'flaky', samples: 5 });
  const subject = 'exit codes';
  return {
    lines: ['', 'Played for real', ...dropped.lines, ...flaky.lines],
    figures: [
      ...exits(`second model 100 % → 50 %, ${work.samples} samples a side`, dropped),
      ...exits('nothing changed, both sides pass 4 of 5', flaky),
    ].map((figure) => ({ ...figure, subject })),
  };
}

type Played = {
  readonly lines: readonly string[];
  readonly exit: Readonly<Record<'ours' | 'theirs' | 'at80', number>>;
};

function exits(what: string, { exit }: Played): readonly MeasuredFigure[] {
  return [
    { what: `${what}: ours`, figure: exit.ours, unit: '' },
    { what: `${what}: promptfoo`, figure: exit.theirs, unit: '' },
    { what: `${what}: promptfoo, threshold 80 %`, figure: exit.at80, unit: '' },
  ];
}

async function played(of: {
  readonly places: Places;
  readonly promptfoo: string;
  readonly habit: Habit;
  readonly samples: number;
}): Promise<Played> {
  const { places, promptfoo, habit, samples } = of;
  const command = testCommands.trivial;
  const run = async (env: Readonly<Record<string, string>>): Promise<number> => {
    // Each evaluation asks models that have answered nothing yet.
    await using server = await startServer(0, habit);
    const { code } = await runPromptfoo(promptfoo, places, { url: server.url, command, samples, env });
    return code ?? -1;
  };
  const theirs = await run({});
  const counts = await promptfooCounts(places);
  const at80 = await run({ PROMPTFOO_PASS_RATE_THRESHOLD: '80' });
  if (promptfooExitCode(counts) !== theirs || promptfooExitCode(counts, 80) !== at80)
    throw new Error(`promptfoo ended with ${theirs} and ${at80}: its exit rule is another one`);
  await using server = await startServer(0, habit);
  await forgetRecords(places);
  const ours = await runOurs(places, { url: server.url, command, samples, failOn: 'regressed' });
  const { verdicts } = await lastResult(places);
  const said = verdicts.map(
    ({ model, verdict, base, head }) =>
      `${model}: ${verdict}, ${base?.passed ?? 0} of ${samples} → ${head?.passed ?? 0} of ${samples}`,
  );
  return {
    exit: { ours: ours.code ?? -1, theirs, at80 },
    lines: [
      `${habit}: ours ends with ${ours.code}: ${said.join('; ')}`,
      `${habit}: promptfoo ends with ${theirs}, and with ${at80} at a threshold of 80 %: ${counts.passed} passed, ${counts.failed} failed, of both texts and both models together`,
    ],
  };
}
