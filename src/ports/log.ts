/** What a person may follow while the run is going. Lines are one line each and already safe to print. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  /** Counts for a live line; cells done and planned, calls made. */
  progress(state: { readonly done: number; readonly planned: number; readonly calls: number }): void;
}
