import { invisible } from '../../core/report/words/escape.ts';
import { withoutSecrets } from './secrets.ts';

/**
 * One line of bounded length that moves no cursor and hides no text; where a runner reads it, it is not a command
 * either. No secret of ours is in it, also where only removing a hidden character would have joined it.
 */
export function safeLine(line: string, workflow: boolean): string {
  const plain = withoutSecrets(line)
    // Long enough for every notice of ours. Cut first, so that a huge line costs no time below.
    .slice(0, 4 * mostCharacters)
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)/g, '')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replaceAll(invisible, '');
  const known = withoutSecrets(plain);
  const clipped =
    known.length <= mostCharacters ? known : `${Array.from(known).slice(0, mostCharacters).join('')}…`;
  // The runner recognizes `::` at the start of a line and the old `##[` anywhere in it (actions/runner,
  // ActionCommand.cs).
  return workflow ? clipped.replaceAll(/:(?=:)/g, ':\u200B').replaceAll(/##(?=\[)/g, '##\u200B') : clipped;
}

const mostCharacters = 2000;
