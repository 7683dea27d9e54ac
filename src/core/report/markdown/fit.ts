/**
 * Markdown within a limit: the most detailed lead that fits, then sections in order until one does not fit. A pointer
 * says where the rest is.
 */
export function fit(report: {
  readonly leads: readonly (() => string)[];
  readonly sections: readonly (() => string)[];
  readonly pointer: string;
  /** Says what is not among the sections at all; null if everything is. */
  readonly leftOut: string | null;
  readonly limit: number;
  readonly size: (text: string) => number;
}): string {
  const leftOut = report.leftOut === null ? '' : `\n${report.leftOut}`;
  const room = report.limit - report.size(`${leftOut}${report.pointer}`) - 2;
  const lead = firstThatFits(report.leads, (text) => report.size(text) <= room);
  let text = lead.text;
  for (const section of report.sections) {
    const longer = `${text}\n${section()}`;
    if (report.size(longer) > room) return `${text}${leftOut}\n${report.pointer}`;
    text = longer;
  }
  return lead.isRichest ? `${text}${leftOut}` : `${text}${leftOut}\n${report.pointer}`;
}

/** Characters as GitHub counts them in a comment. */
export function characters(text: string): number {
  return text.length;
}

/** Bytes of the text in UTF-8. */
export function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function firstThatFits(
  leads: readonly (() => string)[],
  fits: (text: string) => boolean,
): { readonly text: string; readonly isRichest: boolean } {
  for (const [index, lead] of leads.entries()) {
    const text = lead();
    if (fits(text)) return { text, isRichest: index === 0 };
  }
  throw new Error('No lead fits the limit: the barest one must be bounded.');
}
