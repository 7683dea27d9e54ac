import type { TriggerEvent } from '../../core/trigger/read-event.ts';
import { paragraph, writeMarkdown } from '../../core/report/words/phrases.ts';
import { prose } from '../../core/report/words/prose.ts';
import { UserError } from '../../errors.ts';
import type { Forge, Found } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';

/** Runs what a comment asked for and shows the outcome on that comment; for other events it just runs. */
export async function withCommentAnswer<Result>(
  event: TriggerEvent,
  by: {
    readonly forge: Forge;
    readonly log: Log;
    /** This is one of many jobs and not the last one. Only the last one finishes the run. */
    readonly isPart: boolean;
  },
  run: () => Promise<Result>,
): Promise<Result> {
  if (event.kind !== 'comment') return run();
  const { forge, log } = by;
  const said = (what: string, found: Found<null>): void => {
    if (found.kind === 'failed') log.warn(`${what} could not be posted: ${found.why}`);
  };
  try {
    const result = await run();
    if (!by.isPart) said('a reaction', await forge.react(event.commentId, 'rocket'));
    return result;
  } catch (error) {
    said('a reaction', await forge.react(event.commentId, 'confused'));
    // Strangers get no answer: their comments must not make us write.
    if (error instanceof UserError && error.code === 'COMMENT_NOT_UNDERSTOOD')
      said('an answer', await forge.reply(event.number, writeMarkdown([paragraph(prose(error.message))])));
    throw error;
  }
}
