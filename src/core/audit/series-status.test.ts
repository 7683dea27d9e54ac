import { describe, expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { aNight, drifted, nights } from '../../testing/builders/a-night.ts';
import { floatingAliases, servedChanges } from './model-warnings.ts';
import { portableModels, seriesStatuses } from './series-status.ts';

const portable = { portable: 0.8 };
const good = Array.from({ length: 10 }, () => 'ppp');

describe('how a series stands', () => {
  test('is portable once the lower end of its interval is high enough', () => {
    expect(seriesStatuses(nights(['ppp']), portable)[0]?.isPortable).toBe(false);
    expect(seriesStatuses(nights(good), portable)[0]).toMatchObject({
      isPortable: true,
      recent: { passed: 30, failed: 0 },
    });
  });

  test('is not portable while a drift is open, whatever it passed before', () => {
    const history = nights([...good, 'fff']).map((entry, index) =>
      index === 10 ? { ...entry, gate: drifted } : entry,
    );
    expect(seriesStatuses(history, portable)[0]).toMatchObject({
      isPortable: false,
      drift: { since: '2026-11-11' },
    });
  });

  test('of a series that is gone is not told', () => {
    const history = [...nights(['ppp'], { spec: 'old' }), aNight({ night: '2026-11-02' })];
    expect(seriesStatuses(history, portable).map(({ spec }) => spec)).toEqual(['duration']);
  });

  test('makes a model portable only where all of its specs are', () => {
    const history = [
      ...nights(good),
      ...nights(
        good.map(() => 'pff'),
        { spec: 'invoice' },
      ),
    ];
    expect(portableModels(seriesStatuses(history, portable))).toEqual({
      portable: [],
      all: ['openai/gpt-6.1-sol'],
    });
  });
});

describe('warnings about models', () => {
  test('a vendor that serves another model under the same name is told once', () => {
    const history = ['a', 'a', 'b', 'b'].flatMap((served, index) =>
      nights(['ppp'], {}).map((entry) => ({ ...entry, night: `2026-11-0${index + 1}`, servedBy: [served] })),
    );
    expect(servedChanges(history)).toEqual([
      { night: '2026-11-03', model: 'openai/gpt-6.1-sol', from: ['a'], to: ['b'] },
    ]);
  });

  test('a night without an answer is no change', () => {
    const history = [
      aNight(),
      aNight({ night: '2026-11-02', servedBy: [] }),
      aNight({ night: '2026-11-03' }),
    ];
    expect(servedChanges(history)).toEqual([]);
  });

  test('a floating alias is one that is served under another id', () => {
    const model = aModel({ id: 'openai/gpt-6.1-sol', name: 'gpt-6.1-sol' });
    expect(floatingAliases([model], [aNight()])).toEqual([]);
    expect(floatingAliases([model], [aNight({ servedBy: ['gpt-6.1-sol-20261001'] })])[0]).toContain(
      'floating alias',
    );
  });
});
