import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { atOnce } from './at-once.ts';

describe('atOnce', () => {
  test('values come in the order of the items, whichever ends first', async () => {
    expect(await atOnce([20, 0, 10], async (ms) => sleep(ms, ms))).toEqual([20, 0, 10]);
  });

  test('nothing that a slow loser uses is disposed of before it has ended', async () => {
    const events: string[] = [];
    const play = async (): Promise<void> => {
      await using _folder = { [Symbol.asyncDispose]: async () => void events.push('disposed of') };
      await atOnce(['fails', 'slow'], async (name) => {
        if (name === 'fails') throw new Error('no such command');
        await sleep(30);
        events.push('the slow one has ended');
      });
    };

    await expect(play()).rejects.toThrow('no such command');
    expect(events).toEqual(['the slow one has ended', 'disposed of']);
  });

  test('where one throws, the others are told to stop, and its error is the one that is thrown', async () => {
    const play = atOnce(['fails', 'waits'], async (name, stop) => {
      if (name === 'fails') throw new Error('no such command');
      await sleep(60_000, null, { signal: stop });
    });

    await expect(play).rejects.toThrow('no such command');
  });

  test('nobody is told to stop where all end well', async () => {
    const told = await atOnce([0, 5], async (ms, stop) => {
      await sleep(ms);
      return stop.aborted;
    });

    expect(told).toEqual([false, false]);
  });
});
