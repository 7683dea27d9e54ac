import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { aNight, drifted } from '../../../testing/builders/a-night.ts';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { mergeNights, type NightEntry } from '../../records/night-entry.ts';
import { historyFiles } from './history-files.ts';
import { historyPage } from './history-page.ts';

const portable = { portable: 0.8 };

/**
 * Made-up nights: two specs on two models. One model breaks on the twentieth night and is served as a new version on
 * the eighteenth.
 */
function madeUp(): readonly NightEntry[] {
  return Array.from({ length: 30 }, (_, index) => {
    const night = new Date(Date.UTC(2026, 9, 20 + index)).toISOString().slice(0, 10);
    return ['duration', 'invoice'].flatMap((spec) =>
      ['anthropic/claude-sonnet-5-5', 'openai/gpt-6.1-sol'].map((model): NightEntry => {
        const isBroken = model.startsWith('openai') && spec === 'duration' && index >= 19;
        return aNight({
          night,
          spec,
          model,
          series: 4,
          outcomes: isBroken ? 'fff' : index % 7 === 3 && spec === 'invoice' ? 'pfp' : 'ppp',
          servedBy: [model.startsWith('openai') && index >= 17 ? 'gpt-6.1-sol-b' : 'the-first'],
          gate: isBroken && index === 19 ? drifted : null,
        });
      }),
    );
  }).flat();
}

describe('the history page', () => {
  const page = historyPage(madeUp(), portable);

  test('says first how many models hold, then which drifted and since when', () => {
    expect(page).toContain('Portable on 1/2 models.');
    expect(page).toContain('drifted since 2026-11-08');
    expect(page).toContain('served by gpt-6.1-sol-b instead of the-first');
    expect(page).toMatch(
      /aria-label="duration on openai\/gpt-6\.1-sol: 0 % over the last 7 nights, 11 nights with a drift/,
    );
  });

  test('has no script, asks nobody for anything, and its policy forbids both', () => {
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-'.replaceAll('&#39;', "'"));
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|href=|src=/);
  });

  test('is the golden one', async () => {
    const golden = new URL('../../../../fixtures/reports/history/one-model-broke.html', import.meta.url);
    if (process.env['UPDATE_GOLDENS'] === '1') await writeFile(golden, page);
    expect(page).toBe(await readFile(golden, 'utf8'));
  });

  test('of hostile names holds their text and nothing of their markup', () => {
    const texts = [
      ...hostileText,
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onload='x",
    ];
    const history = mergeNights([
      texts.map((text) =>
        aNight({
          spec: text.slice(0, 500) || 'x',
          model: text.slice(0, 500) || 'x',
          servedBy: [text.slice(0, 200)],
        }),
      ),
    ]);
    const hostile = historyPage(history, portable);
    const tags = [...hostile.matchAll(/<(?!!)\/?([\w]+)((?:"[^"]*"|[^>"])*)>/g)];
    const known =
      'html head meta title style body main section h1 h2 h3 p span svg g rect text line path circle';
    expect(tags.map(([, name = '']) => name).filter((name) => !known.split(' ').includes(name))).toEqual([]);
    expect(
      tags.filter(([, , attributes = '']) => /\son\w+=/i.test(attributes.replaceAll(/"[^"]*"/g, '""'))),
    ).toEqual([]);
    expect(hostile).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });

  test('of a thousand series over 60 nights stays below 2 MB', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      Array.from({ length: 1000 }, (_unused, series) =>
        aNight({
          night: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
          spec: `spec-${series % 200}`,
          model: `model-${Math.floor(series / 200)}`,
          series: 1000,
        }),
      ),
    ).flat();
    expect(historyPage(many, portable).length).toBeLessThan(2_000_000);
  });

  test('of no night at all says so', () => {
    expect(historyPage([], portable)).toContain('none yet');
    expect(historyFiles([], portable).get('badge.json')).toContain('no model yet');
  });
});

describe('the badge', () => {
  test('counts models, and is red while a drift is open', () => {
    const files = historyFiles(madeUp(), portable);
    expect(JSON.parse(files.get('badge.json') ?? '')).toEqual({
      schemaVersion: 1,
      label: 'portable on',
      message: '1/2 models',
      color: 'red',
    });
    expect(files.get('badge.svg')).toContain('>1/2 models</text>');
  });

  test('is green where all hold', () => {
    const good = madeUp().filter(({ model }) => model.startsWith('anthropic'));
    expect(historyFiles(good, portable).get('badge.json')).toContain(
      '"message":"1/1 models","color":"brightgreen"',
    );
  });
});
