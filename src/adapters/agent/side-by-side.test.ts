import { expect, test } from '@jest/globals';
import { SideBySide } from './side-by-side.ts';

/** A task that ends when it is told to, and says what it does. */
function tasks() {
  const said: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => async (): Promise<string> => {
    said.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    said.push(`${name} ends`);
    return name;
  };
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { said, task, settle, end: (name: string) => ends.get(name)?.() };
}

test('tasks run beside each other', async () => {
  const { said, task, settle, end } = tasks();
  const place = new SideBySide();
  const both = [place.beside(task('one')), place.beside(task('other'))];
  await settle();

  expect(said).toEqual(['one begins', 'other begins']);
  end('other');
  end('one');
  expect(await Promise.all(both)).toEqual(['one', 'other']);
});

test('one that runs alone waits for those that run, and nobody begins before it has ended', async () => {
  const { said, task, settle, end } = tasks();
  const place = new SideBySide();
  const all = [place.beside(task('one')), place.alone(task('alone')), place.beside(task('later'))];
  for (const name of ['one', 'alone', 'later']) {
    await settle();
    end(name);
  }
  await Promise.all(all);

  expect(said).toEqual([
    'one begins',
    'one ends',
    'alone begins',
    'alone ends',
    'later begins',
    'later ends',
  ]);
});

test('a task that fails stands in nobody’s way', async () => {
  const place = new SideBySide();
  const failing = async (): Promise<never> => {
    throw new Error('failed');
  };

  await expect(place.beside(failing)).rejects.toThrow('failed');
  await expect(place.alone(failing)).rejects.toThrow('failed');
  expect(await place.alone(async () => 'next')).toBe('next');
});
