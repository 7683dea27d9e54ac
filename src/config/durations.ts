/** How a duration is written: a number and its unit. */
export const durationPattern = /^\d{1,9}(\.\d{1,3})?(ms|s|m|h)$/;

/** The longest duration that is allowed; the runtime's timers overflow at 24.8 days. */
export const longestDurationMs = 86_400_000;

/** Milliseconds of a text such as `5m`, `90s`, `2h` or `1500ms`; null when it is not a duration. */
export function durationMs(text: string): number | null {
  const found = durationPattern.exec(text);
  if (found === null) return null;
  const unitMs = unitsMs[found[2] ?? ''];
  return unitMs === undefined ? null : Math.round(Number.parseFloat(text) * unitMs);
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
