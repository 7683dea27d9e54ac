import { paragraph } from '../../core/report/words/phrases.ts';
import { prose } from '../../core/report/words/prose.ts';
import { isPart, type JobMode } from '../../core/trigger/job-mode.ts';
import type { TriggerEvent } from '../../core/trigger/read-event.ts';
import { UserError } from '../../errors.ts';
import type { Forge, Found } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';

type By = { readonly forge: Forge; readonly log: Log };

/** Shows on the comment that asked for a run that the run is done. */
export async function answerDone(event: TriggerEvent, mode: JobMode, { forge, log }: By): Promise<void> {
  // A run with many jobs is done when its last job is.
  if (event.kind !== 'comment' || isPart(mode)) return;
  warnIfFailed('a reaction', await forge.react(event.commentId, 'rocket'), log);
}

/** Shows on the comment that asked for a run that there will be none. */
export async function answerFailed(event: TriggerEvent, error: unknown, { forge, log }: By): Promise<void> {
  if (event.kind !== 'comment') return;
  warnIfFailed('a reaction', await forge.react(event.commentId, 'confused'), log);
  // Strangers get no answer: their comments must not make us write.
  if (!(error instanceof UserError) || !answeredCodes.has(error.code)) return;
  // Loaded where there is an answer: what writes Markdown takes long to load.
  const { writeMarkdown } = await import('../../core/write-markdown.ts');
  const answer = writeMarkdown([paragraph(prose(error.message))]);
  warnIfFailed('an answer', await forge.reply(event.number, answer), log);
}

const answeredCodes: ReadonlySet<string> = new Set(['COMMENT_NOT_UNDERSTOOD', 'TESTS_NOT_ACCEPTED']);

function warnIfFailed(what: string, found: Found<null>, log: Log): void {
  if (found.kind === 'failed') log.warn(`${what} could not be posted: ${found.why}`);
}
