import { harmIn } from '../markdown/assert-harmless.ts';
import { heading, paragraph, table, words } from '../words/phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import type { Blocks, Phrases } from '../words/phrases.ts';
import { nameSpec } from '../words/naming.ts';
import type { Progress, QuestionProgress } from './progress.ts';
import { code } from '../words/prose.ts';
import { withStamp } from '../markdown/run-stamp.ts';
import type { RunStamp } from '../markdown/run-stamp.ts';
import { count, dollars } from '../words/wording.ts';

/** What the comment of a run says while there is no verdict, or none that counts. */
export type LiveState =
  | { readonly kind: 'queued'; readonly progress: Progress }
  | { readonly kind: 'running'; readonly progress: Progress }
  /** The run failed before it had a verdict. */
  | { readonly kind: 'ended'; readonly progress: Progress }
  /** `by` is the current head of the pull request. */
  | { readonly kind: 'superseded'; readonly by: string };

/**
 * The comment of a run that has no verdict to show. It names its head, so that the text stays true even if the run
 * dies.
 */
export function renderLiveComment(
  state: LiveState,
  of: { readonly marker: string; readonly stamp: Omit<RunStamp, 'state'> },
): string {
  const all = blocks(state, of.stamp.head);
  const isHarmless = harmIn(writeMarkdown(all), { repositoryUrl: null }) === null;
  // If a name is rendered as anything but text, the table is left out.
  const markdown = writeMarkdown(isHarmless ? all : all.slice(0, 2));
  return withStamp(`${of.marker}\n\n${markdown}`, { ...of.stamp, state: state.kind });
}

function blocks(state: LiveState, head: string): Blocks {
  const at = code(head, 40);
  switch (state.kind) {
    case 'queued':
      return [
        titled('⏳ running'),
        paragraph(
          words(
            `${count(state.progress.questions.length, 'comparison')} of spec and model, no model asked yet. Commit `,
          ),
          at,
          words('.'),
        ),
        ...tableOf(state.progress),
        untilThen,
      ];
    case 'running':
      return [
        titled('⏳ running'),
        paragraph(words(`${soFar(state.progress)}. Commit `), at, words('.')),
        ...tableOf(state.progress),
        untilThen,
      ];
    case 'ended':
      return [
        titled('⚪ no verdict'),
        paragraph(words('The run failed; the log of its job says why. Commit '), at, words('.')),
        paragraph(words(`It had come to ${soFar(state.progress)}.`)),
      ];
    case 'superseded':
      return [
        titled('⏭️ superseded'),
        paragraph(
          words('A newer commit was pushed: '),
          code(state.by, 40),
          words('. This run was about '),
          at,
          words(', which is no longer the head of the pull request.'),
        ),
      ];
  }
}

function titled(state: string): Blocks[number] {
  return heading(`Spec portability · ${state}`);
}

const untilThen = paragraph(
  words('The verdict will stand here. If the run was cancelled or killed, this is how far it came.'),
);

function soFar({ done, planned, calls, usd }: Progress): string {
  const cost = usd === null ? 'cost n/a (a price is unknown)' : dollars(usd);
  return `${done} of the ${count(planned, 'sample')} planned so far, ${count(calls, 'model call')}, ${cost}`;
}

function tableOf({ questions }: Progress): Blocks {
  const shown = questions.slice(0, mostRows).map((question) => row(question));
  const rest = questions.length - shown.length;
  if (shown.length === 0) return [];
  return [
    table([words('Spec'), words('Model'), words('Samples so far')], shown),
    ...(rest === 0 ? [] : [paragraph(words(`and ${rest} more`))]),
  ];
}

const mostRows = 30;

function row(question: QuestionProgress): readonly Phrases[] {
  return [nameSpec(question.spec), code(question.model, 80), words(samplesOf(question))];
}

function samplesOf({ done, planned, verdict, words: forWords }: QuestionProgress): string {
  if (planned === 0) return 'waiting';
  const ended = verdict === null ? '' : ', done';
  return `${done} of ${planned}${ended}${forWords === undefined ? '' : `; ${forWords} to find the words`}`;
}
