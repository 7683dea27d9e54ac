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
    const soon = { last: 301, starts: starts + 2 };
    expect(ofLast.isLater(last, soon)).toBe(true);
    expect(ofLast.isLater(301, soon)).toBe(true);
    // Started while we look.
    expect(ofLast.isLater(302, soon)).toBe(true);
    expect(ofLast.isLater(last - 1, soon)).toBe(false);
    expect(ofLast.isLater(last / 4, soon)).toBe(false);
    // The ids may have gone round.
    expect(ofLast.isLater(last - 1, { last: 301, starts: starts + last })).toBe(true);
    // Where nobody says what was started.
    expect(ofLast.isLater(last - 1, { last: 301, starts: Number.NaN })).toBe(true);
    expect(ofLast.isLater(last / 4, { last: Number.NaN, starts: starts + 2 })).toBe(true);
    expect(await ofLast.killAll()).toBe(true);
  });
});

onLinux('the variables of a process are read', () => {
  test('unless it is in the session of another command that runs', async () => {
    const last = endOfPids() - 1;
    const tag = 'the value of this command';
    const [command, other] = [new Descendants(last, tag), new Descendants(last - 1, 'another value')];
    const asked: number[] = [];
    const tagOf = (pid: number): string => {
      asked.push(pid);
      return tag;
    };
    const at = { parent: 1, group: 10, startTicks: Number.MAX_SAFE_INTEGER };
    const [ofOther, alone] = [
      { ...at, pid: 10, session: last - 1 },
      { ...at, pid: 11, session: 11 },
    ];

    expect(command.livingOf([ofOther, alone], tagOf)).toEqual([alone]);
    expect(asked).toEqual([11]);

    // Its session may be left to somebody else now.
    expect(await other.killAll()).toBe(true);
    expect(command.livingOf([ofOther, alone], tagOf)).toEqual([ofOther, alone]);
    expect(await command.killAll()).toBe(true);
  });
});
