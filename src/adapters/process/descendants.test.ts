import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Descendants } from './descendants.ts';
import { endOfPids, startsOfMachine } from './process-table.ts';

const onLinux = existsSync('/proc/stat') ? describe : describe.skip;

onLinux('a process is looked at', () => {
  test('if its id may have been given out since, also after ids began anew', async () => {
    const last = endOfPids() - 1;
    const starts = startsOfMachine();
    const ofLast = new Descendants(last, 'no process has this value');
    expect(ofLast.isLater(last, starts)).toBe(true);
    expect(ofLast.isLater(301, starts)).toBe(true);
    expect(ofLast.isLater(last - 1, starts + 10)).toBe(false);
    expect(ofLast.isLater(last - 1, starts + last)).toBe(true);
    // Where nobody says how many were started.
    expect(ofLast.isLater(last - 1, Number.NaN)).toBe(true);
    expect(await ofLast.killAll()).toBe(true);
  });
});
