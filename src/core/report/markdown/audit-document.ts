import type { Audited } from '../summary/audited.ts';
import { portableModels } from '../../audit/series-status.ts';
import type { SeriesStatus } from '../../audit/series-status.ts';
import { digest } from '../../digest.ts';
import { harmIn } from './assert-harmless.ts';
import { commentMarker } from './marker.ts';
import { bold, bullets, folded, paragraph, table, words } from '../words/phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import type { Blocks, Phrases } from '../words/phrases.ts';
import { joinNames, nameModel, nameSpec } from '../words/naming.ts';
import { code, prose } from '../words/prose.ts';
import { shrinkTitle } from '../words/shrink-words.ts';
import { spentLine } from '../words/spent-line.ts';

/** The one issue of an audit, in the state that it should have. */
export type IssueText = {
  readonly marker: string;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
};

/** The summary page of the job after an audit. */
export function renderAudit(audited: Audited): string {
  return harmless(`**Spec portability, nightly audit of ${audited.night}**\n\n`, [
    ...lead(audited),
    ...statusTable(audited, 500),
    ...shorterTexts(audited),
    ...more(audited),
  ]);
}

/** The issue that says what drifted, or that it recovered. It is found again by its marker. */
export function auditIssue(audited: Audited, key: string): IssueText {
  const drifting = audited.statuses.filter(({ drift }) => drift !== null);
  const marker = commentMarker(`audit/${key}`);
  const state = drifting.length === 0 ? 'closed' : 'open';
  const named = drifting.map(({ spec, model }) => `${spec}\n${model}`).toSorted();
  // The second line tells a later night whether we closed the issue ourselves, and what it was about.
  const head = `${marker}\n${commentMarker(`audit-${state}/${digest(named).slice(0, 16)}`)}\n\n`;
  const models = new Set(drifting.map(({ model }) => model)).size;
  return {
    marker,
    state,
    title:
      state === 'open'
        ? `Spec portability drifted: ${counted(drifting.length, 'spec')} on ${counted(models, 'model')}`
        : 'Spec portability drifted, and recovered',
    body: harmless(head, [
      ...lead(audited),
      ...(state === 'open' ? [paragraph(words(wayOut(audited)))] : []),
      ...statusTable(audited, 100),
      ...more(audited),
    ]),
  };
}

function lead(audited: Audited): Blocks {
  const { statuses, summary } = audited;
  if (summary.skipReason !== null) return [paragraph(prose(summary.skipReason))];
  const drifting = statuses.filter(({ drift }) => drift !== null);
  const recovered = statuses.filter(({ hasRecovered }) => hasRecovered);
  const { portable, all } = portableModels(statuses);
  return [
    ...(drifting.length === 0
      ? [paragraph(words('No drift is open.'))]
      : [
          paragraph(
            bold(words(`${counted(drifting.length, 'spec')} drifted.`)),
            words(
              ' Each line held fresh samples of today against the anchor, at a false-alarm rate shared by all series.',
            ),
          ),
          bullets(drifting.slice(0, 20).map((status) => driftLine(audited, status))),
        ]),
    ...(recovered.length === 0
      ? []
      : [
          paragraph(
            words('Recovered tonight: '),
            joinNames(
              recovered.map(({ spec, model }) => [
                ...nameSpec(spec),
                ...words(' on '),
                ...nameModel(summary, model),
              ]),
              10,
            ),
            words('.'),
          ),
        ]),
    paragraph(words(`Portable on ${portable.length}/${counted(all.length, 'model')}.`)),
  ];
}

function driftLine({ summary, anchor }: Audited, { spec, model, drift }: SeriesStatus): Phrases {
  if (drift === null) return [];
  const { gate, since } = drift;
  const verdict = summary.verdicts.find((one) => one.spec === spec && one.model === model);
  const tests = (verdict?.brokenTests ?? []).slice(0, 3);
  return [
    ...nameSpec(spec),
    ...words(' on '),
    ...nameModel(summary, model),
    ...words(` since ${since}: the ${anchor === null ? 'first nights' : 'anchor'} passed `),
    ...words(`${gate.anchor.passed} of ${gate.anchor.passed + gate.anchor.failed}, `),
    ...words(`that night ${gate.fresh.passed} of ${gate.fresh.passed + gate.fresh.failed}`),
    ...(tests.length === 0
      ? []
      : [...words('; broken: '), ...joinNames(tests.map((test) => code(test, 160)))]),
  ];
}

function wayOut({ anchor }: Audited): string {
  return anchor === null
    ? 'Nothing in these specs has to have changed: the model behind the name may have. This issue closes itself when the samples of later nights make up for the drift, or when the spec is edited.'
    : 'Either the spec has moved since its anchor, or the model behind the name has. Compare the anchor with HEAD by hand to tell which. This issue closes itself when the samples of later nights make up for the drift, or when the anchor moves.';
}

function statusTable({ statuses, summary }: Audited, most: number): Blocks {
  if (statuses.length === 0) return [];
  const shown = statuses.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
  const rest = statuses.length - shown.length;
  const header = ['spec', 'model', 'tonight', 'recent nights', '95 % interval', ''].map((name) =>
    words(name),
  );
  return [
    table(
      header,
      shown.map((status) => [
        nameSpec(status.spec),
        nameModel(summary, status.model),
        words(tonightText(status)),
        words(`${status.recent.passed}/${status.recent.passed + status.recent.failed}`),
        words(
          status.interval === null
            ? '–'
            : `${percent(status.interval.low)} to ${percent(status.interval.high)}`,
        ),
        words(stateText(status)),
      ]),
    ),
    ...(rest === 0 ? [] : [paragraph(words(`${rest} more, none of which drifted more than these.`))]),
  ];
}

function rank({ drift, interval }: SeriesStatus): number {
  return drift === null ? (interval?.low ?? 0) : -1;
}

function tonightText({ tonight }: SeriesStatus): string {
  const measured = tonight.passed + tonight.failed;
  const missing = tonight.unmeasured === 0 ? '' : `, ${tonight.unmeasured} unmeasured`;
  return `${tonight.passed}/${measured}${missing}`;
}

function stateText({ drift, isPortable, hasRecovered }: SeriesStatus): string {
  if (drift !== null) return `drifted since ${drift.since}`;
  if (hasRecovered) return 'recovered';
  return isPortable ? 'portable' : 'not shown to be portable';
}

function shorterTexts({ shrink }: Audited): Blocks {
  const found = (shrink?.shrunk ?? []).filter(({ offer }) => offer !== null);
  if (found.length === 0) return [];
  return [
    paragraph(
      words('Parts of these texts are missed by no model ('),
      code('shrink.patch'),
      words(' in the report folder takes them out):'),
    ),
    bullets(found.slice(0, 20).map((each) => shrinkTitle(each))),
  ];
}

function more(audited: Audited): Blocks {
  const { summary, warnings } = audited;
  const suspected = summary.verdicts.filter(({ verdict }) => verdict === 'suspected').length;
  return [
    ...(warnings.length === 0 ? [] : [bullets(warnings.slice(0, 30).map((warning) => prose(warning)))]),
    ...(suspected === 0
      ? []
      : [
          paragraph(
            words(
              `${counted(suspected, 'alarm')} tonight would count alone, but not among ${audited.entries.length} series: not a drift.`,
            ),
          ),
        ]),
    ...(summary.notes.length === 0
      ? []
      : folded('Notes', [bullets(summary.notes.slice(0, 100).map((note) => prose(note)))], { open: false })),
    paragraph(spentLine(summary)),
  ];
}

function harmless(head: string, blocks: Blocks): string {
  const markdown = head + writeMarkdown(blocks);
  const harm = harmIn(markdown, { repositoryUrl: null });
  if (harm === null && markdown.length <= 60_000) return markdown;
  const why = harm === null ? 'it is too long for GitHub' : `a name or a text in it came out as ${harm}`;
  return (
    head +
    writeMarkdown([paragraph(words(`The report is withheld: ${why}. The result file has everything.`))])
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function percent(rate: number): string {
  return `${Math.round(100 * rate)} %`;
}
