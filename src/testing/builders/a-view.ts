import type { View } from '../../ports/sandbox.ts';

/** A view of one folder of this machine as it is. */
export function aView(root: string, more: Partial<View> = {}): View {
  return {
    root,
    files: root,
    home: root,
    temporary: root,
    reports: null,
    bring: null,
    mostReportBytes: 16 * 1024 * 1024,
    readOnly: [],
    writable: [],
    ...more,
  };
}
