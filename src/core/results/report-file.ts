/** A file that may hold a report; of one that is too large only the size is known. */
export type ReportFile = { readonly path: string } & ({ readonly text: string } | { readonly bytes: number });
