import { resolve } from 'node:path';
import { findImport } from '../../adapters/records/import-folder.ts';
import { importedRecords } from '../../adapters/records/imported-records.ts';
import { readPlainFile } from '../../adapters/plain-files/read-plain-file.ts';
import { hostVariable } from '../../adapters/process/environment.ts';
import { textDigest } from '../../core/digest.ts';
import { foreignFileCapBytes, foreignSamples } from '../../core/plan/foreign-samples.ts';
import { planKey } from '../../core/plan/plan-key.ts';
import type { StoredRecord } from '../../core/records/record.ts';
import { UserError } from '../../errors.ts';
import type { Mode } from '../../pipeline/check/check-request.ts';
import type { Work } from '../../pipeline/specs/find-work.ts';
import type { Wired } from '../wiring/wire.ts';
import { placesOf, textOf, type Options } from './command-options.ts';
import type { OpenCommand } from './open-command.ts';

/** A check as it goes on: on what this machine recorded, or on answers that came from elsewhere. */
export type ImportedRun = {
  readonly ports: Wired;
  readonly mode: Mode;
  readonly notes: readonly string[];
};

/**
 * The run of these questions. Where answers to them were imported, it judges those and asks no model: paying for what
 * the user has already, or mixing it with answers of today, is never meant.
 */
export async function importedRun(command: OpenCommand, work: Work, mode: Mode): Promise<ImportedRun> {
  const { ports, options, request } = command;
  const answers = (await fromGenerations(options, work)) ?? (await fromImport(command, work));
  if (answers === null) return { ports, mode, notes: [] };
  refuseInWorkflow();
  const runsTests = mode.kind === 'measure';
  if (runsTests && request.settings.sandbox === 'none' && options['sandbox'] === undefined)
    throw unsandboxed();
  ports.log.info(answers.said);
  const { id, records } = answers;
  return {
    ports: {
      ...ports,
      records: importedRecords({ own: ports.records, records, id }),
      reader: { ...ports.reader, import: id },
    },
    mode: runsTests ? { kind: 'imported' } : mode,
    notes: answers.notes,
  };
}

/** Throws RECORDS_NOT_IMPORTED where a workflow runs: its verdicts block people. */
export function refuseInWorkflow(): void {
  if (hostVariable('GITHUB_ACTIONS') !== 'true') return;
  throw new UserError(
    'RECORDS_NOT_IMPORTED',
    'this is a workflow (GITHUB_ACTIONS is `true`), and answers that came from elsewhere decide nothing there.',
    'Use them on your own machine. A job that is run again finds its own records in the Actions cache.',
  );
}

type Answers = {
  readonly id: string;
  readonly records: readonly StoredRecord[];
  /** A line for the log. */
  readonly said: string;
  /** Sentences for the report. */
  readonly notes: readonly string[];
};

async function fromImport({ options, request }: OpenCommand, work: Work): Promise<Answers | null> {
  if (work.questions.length === 0) return null;
  const found = await findImport(placesOf(options).records, planKey(work.questions, request.settings));
  if (found === null) return null;
  const { id, records } = found.file;
  const said = `These answers were imported (${id}), so no model is asked. To ask, remove ${found.path}`;
  return { id, records, said, notes: [] };
}

async function fromGenerations(options: Options, work: Work): Promise<Answers | null> {
  const path = textOf(options, 'generations');
  if (path === null) return null;
  const text = await textIn(resolve(path));
  const id = textDigest(text).slice(0, 16);
  const { records, empty } = foreignSamples(text, work.questions, { id });
  const count = records.length === 1 ? '1 answer' : `${records.length} answers`;
  const left =
    empty === 0 ? '' : ` ${empty} empty ones are unmeasured, because a failed call often leaves one.`;
  const note = `The samples are ${count} from a file (${id}): nobody here saw a model give them.${left}`;
  return { id, records, said: note, notes: [note] };
}

async function textIn(path: string): Promise<string> {
  const found = await readPlainFile(path, foreignFileCapBytes);
  const why = found.kind === 'read' ? null : found.kind === 'absent' ? 'is not there' : found.why;
  const text = found.kind === 'read' ? decoded(found.bytes) : null;
  if (text !== null) return text;
  throw new UserError(
    'RECORDS_NOT_IMPORTED',
    `${path} (\`--generations\`) ${why ?? 'is no UTF-8 text'}.`,
    'Check the path.',
  );
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// Whoever wrote `none` into the config thought of the models named there, not of everybody who sends a file.
function unsandboxed(): UserError {
  return new UserError(
    'RECORDS_NOT_IMPORTED',
    'the imported answers are code of somebody else, and the config says `sandbox: none`.',
    'Type `--sandbox auto`, or `--sandbox none` if you have read that code and trust it.',
  );
}
