import { expect, test } from '@jest/globals';
import { equalShare } from './caps.ts';

const nothing = { usd: 0, generations: 0, tokens: 0 };

test('each text has an equal share, and what one leaves is shared by those after it', () => {
  const limits = { usd: 3, generations: 200, tokens: 9000 };

  expect(equalShare(limits, nothing, 3)).toEqual({ usd: 1, generations: 66, tokens: 3000 });
  expect(equalShare(limits, { usd: 0.2, generations: 20, tokens: 1000 }, 2)).toEqual({
    ...{ usd: 1.4, generations: 90, tokens: 4000 },
  });
  expect(equalShare(limits, { usd: 2, generations: 150, tokens: 9000 }, 1)).toEqual({
    ...{ usd: 1, generations: 50, tokens: 0 },
  });
});

test('a limit that was overstepped leaves nothing, and one that is not set stays so', () => {
  expect(
    equalShare({ usd: null, generations: 10, tokens: null }, { ...nothing, generations: 12 }, 2),
  ).toEqual({
    ...{ usd: null, generations: 0, tokens: null },
  });
});
