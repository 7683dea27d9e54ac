import { expect, test } from '@jest/globals';
import { CleanUp } from './clean-up.ts';

test('the latest is undone first, and everything is, also where something throws', async () => {
  const done: string[] = [];
  const step = (name: string) => async (): Promise<void> => {
    done.push(name);
    if (name === 'second') throw new Error('cannot be undone');
  };
  const all = async (): Promise<void> => {
    await using cleanUp = new CleanUp();
    cleanUp.defer(step('first'));
    cleanUp.use({ [Symbol.asyncDispose]: step('second') });
    cleanUp.defer(step('third'));
  };

  await expect(all()).rejects.toThrow('cannot be undone');
  expect(done).toEqual(['third', 'second', 'first']);
});
