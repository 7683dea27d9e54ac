import type { Collected } from './collected.ts';
import { pairSides } from './pair-sides.ts';
import { inspectSamples, isInspectLog, type ScoreRules } from './read-inspect.ts';
import { readJson, type OutcomeDocument, type OutcomeFile } from './read-json.ts';
import { isPlain, plainQuestions } from './read-plain.ts';
import { isPromptfoo, promptfooSides, promptsInOne } from './read-promptfoo.ts';
import { refuseUnusable } from './refuse-unusable.ts';
import { outcomesError, shownName } from './refuse-outcomes.ts';

/** The files of both sides; none on the base where one file holds both. */
export type OutcomeFiles = { readonly base: readonly OutcomeFile[]; readonly head: readonly OutcomeFile[] };

/** Reads outcomes that somebody else collected, in whichever format. Throws UserError with one line that says why not. */
export function readOutcomes(files: OutcomeFiles, rules: ScoreRules): Collected {
  const base = files.base.map((file) => readJson(file));
  const head = files.head.map((file) => readJson(file));
  const format = formatOf([...head, ...base]);
  const collected = format.collect({ base, head }, rules);
  refuseUnusable(collected);
  return collected;
}

type Documents = { readonly base: readonly OutcomeDocument[]; readonly head: readonly OutcomeDocument[] };

/** One format: how it is known, and how the questions of its files are found. */
type Format = {
  readonly name: string;
  readonly isIn: (value: unknown) => boolean;
  readonly collect: (documents: Documents, rules: ScoreRules) => Collected;
};

const formats: readonly Format[] = [
  { name: 'results of promptfoo', isIn: isPromptfoo, collect: fromPromptfoo },
  { name: 'a log of inspect_ai', isIn: isInspectLog, collect: fromInspect },
  { name: 'the plain form', isIn: isPlain, collect: fromPlain },
];

function formatOf(documents: readonly OutcomeDocument[]): Format {
  const known = documents.map((document) => ({ document, format: knownFormat(document) }));
  const [first] = known;
  if (first === undefined) throw new Error('there is no file to read');
  const other = known.find(({ format }) => format !== first.format);
  if (other === undefined) return first.format;
  throw outcomesError(
    'OUTCOMES_NOT_COMPARABLE',
    `${shownName(first.document.name)} is ${first.format.name}, and ${shownName(other.document.name)} is ${other.format.name}.`,
    'Give files of one format.',
  );
}

function knownFormat({ name, value }: OutcomeDocument): Format {
  const format = formats.find(({ isIn }) => isIn(value));
  if (format !== undefined) return format;
  throw outcomesError(
    'OUTCOMES_UNREADABLE',
    `${shownName(name)} is JSON, but it is neither ${formats.map((each) => each.name).join(' nor ')}.`,
    'The plain form is described in docs/judge.md.',
  );
}

function fromPromptfoo(documents: Documents): Collected {
  const { notes, ...sides } = promptfooFiles(documents);
  const collected = pairSides(sides);
  return { ...collected, notes: [...notes, ...collected.notes] };
}

function promptfooFiles(documents: Documents): ReturnType<typeof promptfooSides> {
  const [only, ...more] = documents.head;
  if (documents.base.length > 0) return promptfooSides(documents);
  if (only === undefined || more.length > 0) throw withoutBase();
  return promptsInOne(only);
}

function fromInspect({ base, head }: Documents, rules: ScoreRules): Collected {
  const sides = { head: inspectSamples(head, rules), base: inspectSamples(base, rules) };
  if (base.length === 0) throw withoutBase();
  return pairSides(sides);
}

function fromPlain({ base, head }: Documents): Collected {
  const [only, ...more] = head;
  if (only !== undefined && more.length === 0 && base.length === 0) return plainQuestions(only);
  throw outcomesError(
    'OUTCOMES_NOT_COMPARABLE',
    'a file in the plain form holds both sides and all questions.',
    'Give it alone, without `--base`.',
  );
}

function withoutBase(): Error {
  return outcomesError(
    'OUTCOMES_NOT_COMPARABLE',
    'these files hold one side only.',
    'Give the files from before the change with `--base`.',
  );
}
