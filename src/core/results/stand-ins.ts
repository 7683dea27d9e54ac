/**
 * Text that is a syntax error wherever it is loaded: a lone closing bracket after an opening that PHP needs to see any
 * code at all, quotes without their ends, and a control character and an open list for the formats of data.
 */
export const unloadableText = `<?php )]}'"\u0001\n: [{\n`;

/** A file that can be loaded and has nothing in it. Go wants to know the package of even such a file. */
export function hollowText(path: string, committed: string): string {
  if (!path.endsWith('.go')) return '';
  const [clause = ''] = /^package\s+\w+/m.exec(committed) ?? [];
  return `${clause}\n`;
}
