/** A file that may hold a report; `text` is null if it is too large to be read. */
export type ReportFile = { readonly path: string; readonly bytes: number; readonly text: string | null };
