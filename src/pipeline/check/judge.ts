import type { LostCalls } from '../../core/budget/lost-calls.ts';
import type { StoppedModel } from '../../core/generation/completion.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { compareSides } from '../../core/specs/change-class.ts';
import { agentLabel } from '../../core/agents/agent-label.ts';
import type { Model, Settings } from '../../core/settings.ts';
import { isBehindPortability, portabilityOf } from '../../core/report/summary/portability.ts';
import { spentOf } from '../../core/report/summary/spent.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { measured, tallyOf } from '../../core/statistics/tally.ts';
import { unaskedNote } from '../../core/blame/unasked-note.ts';
import { askedBeside } from '../../core/blame/asked-beside.ts';
import { answeredOf } from '../../core/verdict/answered-of.ts';
import { conclude } from '../../core/verdict/conclude.ts';
import { decide } from '../../core/verdict/decide.ts';
import { belowMinPortability } from '../../core/verdict/below-min-portability.ts';
import type { MeasuredPortability } from '../../core/verdict/below-min-portability.ts';
import { samplesOf } from '../../core/verdict/samples-of.ts';
import { tamperedCells } from '../../core/verdict/tamper-notes.ts';
import { tamperedIn } from '../../core/verdict/tampered-in.ts';
import { matrixOf } from '../../core/verdict/matrix.ts';
import { alteredJudges } from '../../core/verdict/altered-judges.ts';
import { brokenByHead } from '../../core/verdict/broken-by-head.ts';
import { redBases } from '../../core/verdict/red-bases.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { asRefused } from '../../core/verdict/why-inconclusive.ts';
import type { WordsFound } from '../blame/find-words.ts';

/** Everything that a summary is made of. Judging again from the same measurements gives the same summary. */
export type Judged = {
  readonly trigger: PortabilitySummary['trigger'];
  /** Without `controls`: somebody else judged the samples. */
  readonly settings: Pick<Settings, 'models' | 'samples' | 'decide' | 'gate'> &
    Partial<Pick<Settings, 'controls'>>;
  readonly plan: Plan;
  readonly measurements: Measurements;
  readonly sandbox: PortabilitySummary['settings']['sandbox'];
  /** What the self-attack has shown about the sandbox; null = nothing. */
  readonly isolation: string | null;
  /** Why a model was not asked any more, by model id. */
  readonly stopped: ReadonlyMap<string, StoppedModel>;
  readonly notes: readonly string[];
  /** Why nothing was asked although a spec changed; null if the work was done or there was none. */
  readonly skipReason: string | null;
  /** Caps that ended sampling early. */
  readonly exhaustedCaps: PortabilitySummary['spent']['exhaustedCaps'];
  /** Answered calls that gave no answer, by model. */
  readonly lost: readonly LostCalls[];
  /** The words behind regressions, and what was measured to find them; missing = none were looked for. */
  readonly words?: WordsFound;
  /** A job of a fanned-out run did not finish: the gate fails until it has been run again. */
  readonly lacksShards?: boolean;
  readonly seconds: number;
};

/** From what was measured to the summary: verdicts, matrix, cost, conclusion. */
export function judge(of: Judged): PortabilitySummary {
  const { plan, measurements, settings } = of;
  const answers = plan.questions.map((question) => answeredOf(question, measurements));
  const verdicts = decide(answers, settings, plan.comparisonCount).map((verdict) =>
    explained(verdict, of.stopped),
  );
  const portability = portabilityOf(plan.changes, verdicts);
  const fullyMeasured = fullyMeasuredPortability(plan, measurements, portability);
  const words = wordsOf(of.words, verdicts);
  const belowMinimum = belowMinPortability(settings.gate, { verdicts, fullyMeasured });
  return {
    trigger: of.trigger,
    conclusion: conclude({
      verdicts,
      failOn: settings.gate.failOn,
      alpha: settings.decide.alpha,
      modelStopped:
        of.lacksShards === true || [...of.stopped.values()].some(({ isMisconfigured }) => isMisconfigured),
      leftUndone: of.skipReason !== null,
      fallsShort: belowMinimum.length > 0,
    }),
    skipReason: of.skipReason,
    ...seenWithoutSamples(measurements),
    changes: plan.changes.map((change) => compareSides(change)),
    models: modelsOf(of),
    verdicts,
    ...words.shown,
    matrix: matrixOf(plan, measurements),
    portability,
    tampered: tamperedCells(measurements).length,
    tamperedIn: tamperedIn(plan.questions, measurements),
    spent: {
      ...spentOf({ cells: answeredCells(of), lost: of.lost }, settings.models),
      exhaustedCaps: of.exhaustedCaps,
      seconds: of.seconds,
    },
    settings: settingsOf(of),
    belowMinimum,
    notes: [...belowMinimum, ...words.notes, ...of.notes],
  };
}

// A part of a run may have looked for words that the whole run has no use for.
function wordsOf(
  words: Judged['words'],
  verdicts: readonly Verdict[],
): { readonly shown: Pick<PortabilitySummary, 'words' | 'maps'>; readonly notes: readonly string[] } {
  const regressed = new Map(
    verdicts.flatMap((each) => (each.verdict === 'regressed' ? [[each.question, each] as const] : [])),
  );
  const { found = [], beside = [], maps = [] } = words ?? {};
  const specs = new Set(verdicts.flatMap(({ spec, question }) => (regressed.has(question) ? [spec] : [])));
  const mapped = maps.filter(({ spec }) => specs.has(spec));
  const shown = found.filter(({ question }) => regressed.has(question));
  return {
    shown: {
      ...(shown.length === 0 ? {} : { words: shown }),
      ...(mapped.length === 0 ? {} : { maps: mapped }),
    },
    notes: [
      ...beside.flatMap(({ question, note }) => (regressed.has(question) ? [note] : [])),
      ...shown.flatMap((each) => {
        const verdict = regressed.get(each.question);
        return verdict === undefined ? [] : (unaskedNote(each, verdict) ?? []);
      }),
    ],
  };
}

function answeredCells({ measurements, words }: Judged): Measurements['cells'] {
  return [...measurements.cells, ...askedBeside(measurements, words?.cells ?? [])];
}

function settingsOf({ settings, sandbox, isolation }: Judged): PortabilitySummary['settings'] {
  const { alpha, drop, beta } = settings.decide;
  return {
    alpha,
    drop,
    beta,
    looks: settings.samples.looks,
    protocol: 1,
    sandbox,
    ...(isolation === null ? {} : { isolation }),
    ...(settings.controls === 'off' && sandbox !== 'unused' ? { controls: 'off' } : {}),
    failOn: settings.gate.failOn,
  };
}

function seenWithoutSamples(
  measurements: Measurements,
): Pick<PortabilitySummary, 'red' | 'alteredJudges' | 'brokenByHead'> {
  return {
    red: redBases(measurements),
    alteredJudges: alteredJudges(measurements),
    brokenByHead: brokenByHead(measurements),
  };
}

function modelsOf({ settings, measurements, stopped }: Judged): PortabilitySummary['models'] {
  return settings.models.map((model) => ({
    id: model.id,
    ...labelOf(model),
    servedBy: servedBy(model.id, measurements),
    effort: model.effort,
    simulated: model.name.startsWith('simulated-'),
    stopped: stopped.get(model.id)?.why ?? null,
    isMisconfigured: stopped.get(model.id)?.isMisconfigured ?? false,
    ...mendOf(stopped.get(model.id)),
  }));
}

function labelOf(model: Model): Pick<PortabilitySummary['models'][number], 'label'> {
  const label = agentLabel(model);
  return label === undefined ? {} : { label };
}

function mendOf(stop: StoppedModel | undefined): Pick<StoppedModel, 'mend'> {
  return stop?.mend === undefined ? {} : { mend: stop.mend };
}

function explained(verdict: Verdict, stopped: Judged['stopped']): Verdict {
  return verdict.why !== null && stopped.get(verdict.model)?.isMisconfigured === true
    ? { ...verdict, why: asRefused(verdict.why) }
    : verdict;
}

// A rate is judged only if no more samples were planned and each of them is evidence.
function fullyMeasuredPortability(
  plan: Plan,
  measurements: Measurements,
  portability: PortabilitySummary['portability'],
): MeasuredPortability[] {
  return portability.flatMap(({ spec, head }) => {
    const isChanged = plan.changes.some(({ name }) => name === spec);
    const own = plan.questions.filter(
      ({ change, asks }) => change.name === spec && isBehindPortability(asks, isChanged),
    );
    const isSettled = own.every(
      (question) => measured(tallyOf(samplesOf(question, measurements).head)) === question.looks.at(-1)?.head,
    );
    return isSettled && head !== null ? [{ spec, head }] : [];
  });
}

function servedBy(model: string, measurements: Measurements): string[] {
  const served = measurements.cells.flatMap(({ arm, generation }) =>
    arm.model.id === model && generation?.result.kind === 'completed'
      ? [generation.result.completion.servedBy]
      : [],
  );
  return [...new Set(served)].toSorted();
}
