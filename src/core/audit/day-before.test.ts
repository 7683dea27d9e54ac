import { expect, test } from '@jest/globals';
import { dayBefore } from './day-before.ts';

test('goes back day by day over four years as the calendar does', () => {
  let day = '2028-03-02';
  for (let back = 1; back <= 1500; back += 1) {
    day = dayBefore(day);
    expect(day).toBe(new Date(Date.UTC(2028, 2, 2 - back)).toISOString().slice(0, 10));
  }
});
