/** One line of TAP output, if it means something. `level` counts steps of four blanks. */
export type TapLine =
  | {
      readonly kind: 'point';
      readonly level: number;
      readonly ok: boolean;
      readonly name: string;
      readonly skipped: boolean;
      /** For TAP of node-tap: the subtests follow in braces, after their parent. */
      readonly opens: boolean;
    }
  | { readonly kind: 'plan'; readonly level: number; readonly count: number }
  | { readonly kind: 'version'; readonly level: number }
  | { readonly kind: 'close'; readonly level: number }
  | { readonly kind: 'yaml'; readonly indent: number }
  | { readonly kind: 'bail-out' }
  | { readonly kind: 'noise' };

const lineLimit = 4000;

/** Reads one line of TAP 12, 13 or 14. Comments and the output of the tested code are ignored. */
export function readTapLine(line: string): TapLine {
  const text = line.slice(0, lineLimit).trimEnd();
  const rest = text.trimStart();
  const indent = text.length - rest.length;
  if (/^Bail out!/i.test(rest)) return { kind: 'bail-out' };
  if (rest === '---') return { kind: 'yaml', indent };
  if (indent % 4 !== 0) return { kind: 'noise' };
  return readStatement(rest, indent / 4);
}

function readStatement(text: string, level: number): TapLine {
  if (text === '}') return { kind: 'close', level };
  if (/^TAP version \d+$/i.test(text)) return { kind: 'version', level };
  const plan = /^1\.\.(\d{1,7})(?:\s|$)/.exec(text);
  if (plan !== null) return { kind: 'plan', level, count: Number(plan[1]) };
  const point = /^(not )?ok(?=\s|$)\s*\d*\s*(?:- )?(.*)$/.exec(text);
  if (point === null) return { kind: 'noise' };
  return { kind: 'point', level, ok: point[1] === undefined, ...readDescription(point[2] ?? '') };
}

/**
 * An unescaped `# SKIP` or `# TODO` ends the name, and so does a time such as `# time=12.3ms`, which differs from run
 * to run. Any other `#` is part of the name.
 */
function readDescription(text: string): { name: string; skipped: boolean; opens: boolean } {
  const opens = text.endsWith(' {');
  const whole = opens ? text.slice(0, -2) : text;
  const directive = /(?<!\\)#\s*(?:skip\w*|todo)\b/i.exec(whole);
  const before = directive === null ? whole : whole.slice(0, directive.index);
  const name = before.trimEnd().replace(timeEnding, '');
  return {
    name: `${name.trim().replaceAll(/\\([\\#])/g, '$1')}${opens ? ' {' : ''}`,
    skipped: directive !== null,
    opens,
  };
}

/** Written by node-tap and vitest, also before another directive. */
const timeEnding = /(?:^|\s)#\s*(?:time|duration(?:_ms)?)\s*[=:]?\s*[\d.,]+\s*(?:[mnuµ]?s|min)?$/i;
