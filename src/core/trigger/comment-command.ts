import { UserError } from '../../errors.ts';
import { quoted } from './event-parts.ts';
import type { Settings } from '../settings.ts';

/** What a `/portability` comment asks for; null = as configured. */
export type CommentCommand = {
  readonly models: readonly string[] | null;
  readonly samples: number | null;
  /** The commit whose way to run its tests is accepted; missing = the comment accepts none. */
  readonly acceptTests?: string;
};

/** Reads the command line. Throws COMMENT_NOT_UNDERSTOOD for anything that it does not know. */
export function readCommand(line: string): CommentCommand {
  // `models: a, b` means `models=a,b`.
  const plain = line.replaceAll(/\b(models|samples)\s*[=:]\s*/g, '$1=').replaceAll(/\s*,\s*/g, ',');
  const [, ...words] = plain.split(/\s+/);
  if (words[0] === 'accept-tests') return accepting(words.slice(1));
  const options = words.map((word) => /^(models|samples)=(.+)$/.exec(word) ?? refuse(word));
  const valueOf = (name: string): string | null => {
    const values = options.filter(([, option]) => option === name).map(([, , value = '']) => value);
    if (values.length > 1) throw notUnderstood(`\`${name}=\` is given twice`);
    return values[0] ?? null;
  };
  const models =
    valueOf('models')
      ?.split(',')
      .filter((id) => id !== '') ?? null;
  if (models?.length === 0) throw notUnderstood('`models=` names no model');
  return { models, samples: sampleCount(valueOf('samples')) };
}

function accepting(words: readonly string[]): CommentCommand {
  const [commit = '', ...others] = words;
  if (!/^[0-9a-f]{40}$/.test(commit) || others.length > 0)
    throw notUnderstood('`accept-tests` takes the 40 digits of a commit and nothing else');
  return { models: null, samples: null, acceptTests: commit };
}

/**
 * The settings that a command asks for. It can only narrow what the base branch configures: models from its list, and
 * looks up to a number of samples.
 */
export function narrowed(settings: Settings, command: CommentCommand | null): Settings {
  if (!isNarrow(command)) return settings;
  const { models, samples } = command;
  const known = settings.models.map(({ id }) => id);
  const unknown = (models ?? []).find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw notUnderstood(
      `there is no model ${quoted(unknown)}; configured models: ${known.slice(0, 20).join(', ')}`,
    );
  const { looks } = settings.samples;
  const kept = looks.filter((look) => look <= (samples ?? look));
  if (kept.length === 0)
    throw notUnderstood(
      `\`samples=${samples}\` is less than ${looks[0]}, the first number in \`samples.looks\``,
    );
  return {
    ...settings,
    models: settings.models.filter(({ id }) => models === null || models.includes(id)),
    samples: { ...settings.samples, looks: kept },
  };
}

/** Whether the command asks for less than the configuration: such a verdict does not count as the whole check. */
export function isNarrow(command: CommentCommand | null): command is CommentCommand {
  return command !== null && (command.models !== null || command.samples !== null);
}

function sampleCount(text: string | null): number | null {
  if (text === null) return null;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw notUnderstood(`\`samples=\` takes a whole number, not ${quoted(text)}`);
}

function refuse(word: string): never {
  throw notUnderstood(`${quoted(word)} is not an option`);
}

function notUnderstood(why: string): UserError {
  return new UserError(
    'COMMENT_NOT_UNDERSTOOD',
    `the comment has a mistake: ${why}.`,
    'Write `/portability` alone. To ask for less than the configuration does, add `models=ID,ID` or `samples=N`. To accept how the tests of a commit are run, write `/portability accept-tests SHA`.',
  );
}
