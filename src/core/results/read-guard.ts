import * as z from 'zod';
import { nodeTestFile } from './runners/node-test.ts';
import type { Guarded, Sign } from './test-report.ts';

const named = { key: z.string(), poisoned: z.boolean() };
const broken = z.array(z.string()).max(1000);
const lineSchema = z.discriminatedUnion('event', [
  z.object({ ...named, event: z.literal('began'), id: z.string() }),
  z.object({ ...named, event: z.literal('ended'), id: z.string(), broken }),
]);
const sealSchema = z.object({ ...named, end: z.literal(true), broken });

type Line = z.infer<typeof lineSchema>;
type Seal = z.infer<typeof sealSchema>;

/**
 * Reads what inside/test-guard.cjs wrote next to the reports with the key of the run, and the seals of the node:test
 * reports. `asked`: names of the files that runners were asked to write.
 */
export function readGuard(
  files: ReadonlyMap<string, string>,
  key: string,
  asked: readonly string[],
): Guarded {
  const read = [...textsNamed(files, witnessFile)].flatMap((text) => guardLines(text));
  const seals = [...textsNamed(files, nodeTestFile)].map((text) => sealOf(text));
  const lines = read.filter((line) => line?.key === key).filter((line) => line !== null);
  const sealed = seals.filter((seal) => seal?.key === key).filter((seal) => seal !== null);
  const names = [
    ...lines.flatMap((line) => (line.event === 'ended' ? line.broken : [])),
    ...sealed.flatMap((seal) => seal.broken),
  ];
  const signs: readonly (Sign | null)[] = [
    lines.length + sealed.length === 0 ? 'unguarded' : null,
    sealed.length < seals.length ? 'unsigned' : null,
    isCutShort(lines) ? 'cut-short' : null,
    names.length > 0 ? 'patched' : null,
    lines.length < read.length || hasForeignFile(files, asked) ? 'forged' : null,
  ];
  return {
    signs: signs.filter((sign) => sign !== null),
    broken: [...new Set(names)].slice(0, 5).map((name) => shownName(name)),
    poisoned: [...lines, ...sealed].some(({ poisoned }) => poisoned),
  };
}

// The name sorts after the reports: if only a limited number of files is copied out, no report is lost because of it.
const witnessFile = /^witness-[\w-]+\.jsonl$/;

// No other file belongs into that folder, and many files could keep a witness from being copied out.
function hasForeignFile(files: ReadonlyMap<string, string>, asked: readonly string[]): boolean {
  return [...files].some(([name, text]) =>
    witnessFile.test(name) ? text.trim() === '' : !nodeTestFile.test(name) && !asked.includes(name),
  );
}

function textsNamed(files: ReadonlyMap<string, string>, pattern: RegExp): readonly string[] {
  return [...files].filter(([name]) => pattern.test(name)).map(([, text]) => text);
}

function guardLines(text: string): readonly (Line | null)[] {
  // A process that crashes while it writes leaves half a line, which is not a forgery.
  return text
    .split('\n')
    .slice(0, -1)
    .slice(0, lineLimit)
    .map((line) => lineSchema.safeParse(valueOf(line)).data ?? null);
}

const lineLimit = 10_000;

/** The last line of a report; null if it has no seal or was never written. */
function sealOf(text: string): Seal | null {
  const last = text.slice(text.trimEnd().lastIndexOf('\n') + 1);
  return sealSchema.safeParse(valueOf(last)).data ?? null;
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isCutShort(lines: readonly Line[]): boolean {
  const ended = new Set(lines.filter(({ event }) => event === 'ended').map(({ id }) => id));
  return lines.some(({ id }) => !ended.has(id));
}

function shownName(name: string): string {
  return name.replaceAll(/[^\w.$ ]/g, '').slice(0, 60);
}
