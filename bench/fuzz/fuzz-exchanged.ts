import { digest } from '../../src/core/digest.ts';
import { readForeign } from '../../src/core/plan/foreign-generation.ts';
import { recordFileSchema, type StoredRecord } from '../../src/core/records/record.ts';
import { readRecordsFile, recordsFileText } from '../../src/core/records/records-file.ts';
import { randomOf } from '../verdicts/random.ts';
import { drawsFrom, type Draws } from './draws.ts';
import { foreignLines, someRecords } from './exchanged-files.ts';
import { extremesOf, type Extremes } from './extremes.ts';
import { mutateReport } from './mutate-report.ts';

/** Results of reading many broken files; `wrong` has each that was read although it must not be. */
export type FuzzedFiles = Extremes & { readonly read: number; readonly wrong: readonly string[] };

const commits = { base: 'a'.repeat(40), head: 'b'.repeat(40), sandbox: 'none' } as const;

/** Changes files of `records export`: as bytes, and as a forger would, who writes every digest anew. */
export function fuzzRecordsFiles(of: { readonly count: number; readonly seed: number }): FuzzedFiles {
  const draws = drawsFrom(randomOf(of.seed, 3));
  const [plan] = someRecords;
  const whole = recordsFileText({ ...commits, plan: plan.key, records: someRecords });
  const wrong: string[] = [];
  let read = 0;
  const extremes = extremesOf(of.count, {
    make: () => (draws.chance(0.5) ? mutateReport(whole, draws) : forged(whole, draws)),
    use: (text, index) => {
      const found = readRecordsFile(new TextEncoder().encode(text));
      if (found.kind === 'refused') {
        if (!isOneLine(found.why)) wrong.push(`records file ${index}: says ${JSON.stringify(found.why)}`);
        return;
      }
      read += 1;
      // What is read is the whole file, byte for byte as we write it.
      if (recordsFileText(found.file) !== text)
        wrong.push(`records file ${index}: is read, but not as it is`);
    },
  });
  return { ...extremes, read, wrong: withPollution(wrong) };
}

// One record is another JSON value, and all digests around it are right.
function forged(whole: string, draws: Draws): string {
  const [, ...lines] = whole.trimEnd().split('\n');
  const at = draws.number(lines.length);
  const values = lines.map((line, index) => recordIn(index === at ? mutateReport(line, draws) : line));
  const records = values.flatMap((value) => (value === null ? [] : [value]));
  const [plan] = someRecords;
  return recordsFileText({ ...commits, plan: plan.key, records });
}

function recordIn(line: string): StoredRecord | null {
  try {
    const found = recordFileSchema.safeParse(JSON.parse(line));
    return found.success ? found.data.record : null;
  } catch {
    return null;
  }
}

/** Changes lines of files for `check --generations`. */
export function fuzzForeignLines(of: { readonly count: number; readonly seed: number }): FuzzedFiles {
  const draws = drawsFrom(randomOf(of.seed, 4));
  const wrong: string[] = [];
  let read = 0;
  const extremes = extremesOf(of.count, {
    make: () => mutateReport(draws.oneOf(foreignLines), draws),
    use: (line, index) => {
      const found = readForeign(line);
      if (found.kind === 'refused') {
        if (!isOneLine(found.why)) wrong.push(`generation ${index}: says ${JSON.stringify(found.why)}`);
        return;
      }
      read += 1;
      // Nothing was added, dropped or taken for something else.
      if (digest(found.generation) !== digest(JSON.parse(line)))
        wrong.push(`generation ${index}: is read, but not as it is`);
    },
  });
  return { ...extremes, read, wrong: withPollution(wrong) };
}

function isOneLine(why: string): boolean {
  return /^[ -~]{5,400}$/.test(why);
}

function withPollution(wrong: readonly string[]): readonly string[] {
  return 'polluted' in {} ? [...wrong, 'Object.prototype was changed'] : wrong;
}
