import * as z from 'zod';

/** The task of the process that holds the cache's SDK; it works in its working directory. */
export type Transfer =
  | { readonly kind: 'restore'; readonly key: string; readonly restoreKeys: readonly string[] }
  | { readonly kind: 'save'; readonly key: string };

/** The outcome of a transfer. The SDK gives its reasons only to the log. */
export type Transferred =
  /** Key of the entry that was unpacked; null when there was none or it could not be fetched. */
  | { readonly kind: 'restored'; readonly key: string | null }
  | { readonly kind: 'saved'; readonly isStored: boolean }
  | { readonly kind: 'threw'; readonly reason: string };

/**
 * The one folder that goes into an archive. Its name must be the same on every machine: it is part of the entry's
 * identity.
 */
export const archivedFolder = 'records';

/** Reads a task from its JSON text; throws when it is not one. */
export function readTransfer(text: string): Transfer {
  return transferSchema.parse(JSON.parse(text));
}

/** The line in which the outcome is printed for the parent process. */
export function transferredLine(outcome: Transferred): string {
  return `${mark}${JSON.stringify(outcome)}`;
}

/** Reads the outcome from everything the process printed; null when it is not there. */
export function readTransferred(output: string): Transferred | null {
  const line = output.split('\n').findLast((one) => one.startsWith(mark));
  if (line === undefined) return null;
  try {
    return transferredSchema.parse(JSON.parse(line.slice(mark.length)));
  } catch {
    return null;
  }
}

const mark = 'spec-portability cache transfer: ';

const transferSchema: z.ZodType<Transfer> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('restore'), key: z.string(), restoreKeys: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('save'), key: z.string() }),
]);

const transferredSchema: z.ZodType<Transferred> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('restored'), key: z.string().nullable() }),
  z.strictObject({ kind: z.literal('saved'), isStored: z.boolean() }),
  z.strictObject({ kind: z.literal('threw'), reason: z.string() }),
]);
