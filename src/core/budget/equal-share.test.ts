import { expect, test } from '@jest/globals';
import { equalShare } from './caps.ts';

const nothing = { usd: 0, generations: 0, tokens: 0, minutes: 0 };

test('each text has an equal share, and what one leaves is shared by those after it', () => {
  const limits = { usd: 3, generations: 200, tokens: 9000, minutes: 45 };

  expect(equalShare(limits, nothing, 3)).toEqual({ usd: 1, generations: 66, tokens: 3000, minutes: 15 });
  expect(equalShare(limits, { usd: 0.2, generations: 20, tokens: 1000, minutes: 5 }, 2)).toEqual({
    ...{ usd: 1.4, generations: 90, tokens: 4000, minutes: 20 },
  });
  expect(equalShare(limits, { usd: 2, generations: 150, tokens: 9000, minutes: 30 }, 1)).toEqual({
    ...{ usd: 1, generations: 50, tokens: 0, minutes: 15 },
  });
});

test('a limit that was overstepped leaves nothing, and one that is not set stays so', () => {
  expect(
    equalShare(
      { usd: null, generations: 10, tokens: null, minutes: 45 },
      { ...nothing, generations: 12, minutes: 46 },
      2,
    ),
  ).toEqual({
    ...{ usd: null, generations: 0, tokens: null, minutes: 0 },
  });
});
