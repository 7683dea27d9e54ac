import { atOnce } from '../../core/at-once.ts';
import { seriesKey } from '../../core/records/night-entry.ts';
import type { Series } from '../../core/audit/series.ts';
import type { BaseSample } from '../../core/plan/choose-base.ts';
import { digest } from '../../core/digest.ts';
import {
  anchorSamples,
  driftDraw,
  freshForDrift,
  nightNumbers,
  samplesPerNight,
} from '../../core/plan/night-draw.ts';
import type { Arm } from '../../core/plan/arm.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ask } from '../../core/plan/question.ts';
import type { Asked, Question } from '../../core/plan/question.ts';
import type { Settings } from '../../core/settings.ts';
import { maxRecordAgeMs } from '../../core/records/trust.ts';
import type { Ports } from '../engine/engine.ts';
import { fixQuestion } from '../check/fix-plan.ts';
import { sampleNumbersToSearch, storedSamples } from '../check/stored-samples.ts';
import { measuringQuestion } from './series-at.ts';

/** The samples of one series tonight, and what it would be compared with. */
export type SeriesNight = {
  readonly series: Series;
  readonly question: Question;
  /** Stored samples of the anchor, drawn on earlier nights. */
  readonly anchor: readonly number[];
  /** Numbers that are new for this series, for a comparison that an alarm may need. */
  readonly fresh: readonly number[];
};

/** Everything about a night that is known before its first call. */
export type NightPlan = { readonly plan: Plan; readonly nights: ReadonlyMap<string, SeriesNight> };

type Night = { readonly night: string; readonly settings: Settings };

/**
 * Fixes which samples a night draws and records them. Called again on the same night it takes the same samples, so
 * that a repeated job replays.
 */
export async function planNight(ports: Ports, all: readonly Series[], of: Night): Promise<NightPlan> {
  const nights: SeriesNight[] = [];
  // One after another: a thousand series have more records than a process may hold open.
  for (const series of all) nights.push(await planSeries(ports, series, of));
  const byKey = new Map(nights.map((each) => [seriesKey(seriesName(each.series)), each]));
  const questions = nights.map(({ question }) => question);
  for (const each of nights) questions.push(...(await fillAnchor(ports, each, of)));
  return { plan: { changes: [], questions }, nights: byKey };
}

/** The comparisons that alarms ask for; alpha is shared by all series. */
export async function planDrifts(
  ports: Ports,
  alarmed: readonly SeriesNight[],
  of: Night & { readonly series: number },
): Promise<Plan> {
  const questions = await atOnce(alarmed, (each) => driftQuestion(ports, each, of));
  return { changes: [], questions, comparisonCount: of.series };
}

/** The name of a series in a history. */
export function seriesName(series: Series): { readonly spec: string; readonly model: string } {
  return { spec: series.spec, model: series.model.id };
}

async function planSeries(ports: Ports, series: Series, of: Night): Promise<SeriesNight> {
  const { target, stored, ofAnchor } = await readStored(ports, series, of);
  const question = await drawn(ports, measuringQuestion(series, series.head), {
    ...of,
    stored,
    kept: ofAnchor,
  });
  const tonight = new Set(question.headSamples);
  // A repeated run on the same night finds its own samples on record; they must not become its anchor.
  const anchor = ofAnchor.filter((sample) => !isSameText(series) || !tonight.has(sample)).slice(0, target);
  await keep(ports, series.anchor, anchor);
  const fresh = numbersFor(ports, {
    stored: [...stored, ...[...tonight].map((sample) => drawnNow(ports, sample))],
    kept: isSameText(series) ? anchor : [],
    count: freshForDrift(of.settings.samples.looks),
  });
  return { series, question, anchor, fresh };
}

async function readStored(ports: Ports, series: Series, { settings }: Night) {
  const target = settings.samples.base;
  const stored = await storedOf(ports, series.head);
  const ofAnchorText = isSameText(series) ? stored : await storedOf(ports, series.anchor);
  return { target, stored, ofAnchor: anchorSamples(ofAnchorText, target) };
}

// The anchor's text is no longer sampled every night, so its samples are drawn in addition until there are enough.
async function fillAnchor(ports: Ports, { series, anchor }: SeriesNight, of: Night): Promise<Question[]> {
  const target = of.settings.samples.base;
  if (isSameText(series) || anchor.length >= target) return [];
  const stored = await storedOf(ports, series.anchor);
  return [await drawn(ports, measuringQuestion(series, series.anchor), { ...of, stored, kept: anchor })];
}

async function drawn(
  ports: Ports,
  asked: Asked,
  of: Night & { readonly stored: readonly BaseSample[]; readonly kept: readonly number[] },
): Promise<Question> {
  const looks = [{ base: samplesPerNight, head: samplesPerNight }];
  const headSamples = numbersFor(ports, { stored: of.stored, kept: of.kept, count: samplesPerNight });
  return fixQuestion(ports, {
    key: digest({ kind: 'plan', night: of.night, prompt: asked.head.keyOf(0) }),
    drawn: { ...asked, looks, ...noBase, headSamples, headNotBefore: oldest(ports) },
  });
}

const noBase = { baseSamples: [], reused: [], confirming: [], endsFutile: false };

async function driftQuestion(
  ports: Ports,
  { series, anchor, fresh }: SeriesNight,
  { night, settings }: Night,
): Promise<Question> {
  const { change, head, anchor: base } = series;
  const { looks } = settings.samples;
  const prompts = [base.keyOf(0), head.keyOf(0)];
  return fixQuestion(ports, {
    key: digest({ kind: 'plan', night, asks: 'drift', prompts, looks }),
    drawn: {
      ...ask({ asks: 'drift', change, base, head }),
      ...driftDraw({ looks, anchor, fresh }),
      headNotBefore: oldest(ports),
    },
  });
}

async function storedOf(ports: Ports, arm: Arm): Promise<readonly BaseSample[]> {
  const [stored = []] = await storedSamples(ports, [arm]);
  return stored;
}

// Records that are read one by one are kept beyond a week. Without the anchor's records a drift of the model could
// not be told from the anchor's text.
async function keep(ports: Ports, arm: Arm, samples: readonly number[]): Promise<void> {
  for (const sample of samples) await ports.records.readGeneration(arm.keyOf(sample));
}

function numbersFor(
  ports: Ports,
  of: { readonly stored: readonly BaseSample[]; readonly kept: readonly number[]; readonly count: number },
): readonly number[] {
  const age = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs };
  return nightNumbers({
    ...age,
    available: of.stored,
    kept: of.kept,
    count: of.count,
    within: sampleNumbersToSearch,
  });
}

function drawnNow(ports: Ports, sample: number): BaseSample {
  return { sample, origin: { at: ports.clock.now(), event: 'local' }, servedBy: null };
}

function oldest(ports: Ports): number {
  return ports.clock.now() - maxRecordAgeMs;
}

function isSameText({ texts }: Series): boolean {
  return texts.head === texts.anchor;
}
