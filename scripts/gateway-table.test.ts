import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readSettings } from '../src/config/read-settings.ts';
import { readGateways } from '../src/testing/gateways/read-gateways.ts';
import { gatewayDocs } from './gateway-table.ts';

const page = readFileSync(new URL('../docs/models.md', import.meta.url), 'utf8');

test('the table and the entries in docs/models.md are those of the recordings', () => {
  expect(gatewayDocs(page)).toBe(page);
});

test.each([
  ['a row', '| Ollama | none |', '| Ollama | Bearer |'],
  ['an entry', 'base-url: http://127.0.0.1:8000/v1', 'base-url: http://127.0.0.1:8000'],
])('%s that was changed by hand would be found', (_, from, to) => {
  const tampered = page.replace(from, to);

  expect(tampered).not.toBe(page);
  expect(gatewayDocs(tampered)).not.toBe(tampered);
});

test('the shown entries are accepted together, one model for each row', () => {
  const [, shown = ''] = /<!-- gateway-configs:begin -->\n```yaml\n([\s\S]*?)```/.exec(page) ?? [];

  const { models } = readSettings({ file: { path: 'shown.yml', text: shown }, inputs: {} }).settings;

  expect(models.map(({ id }) => id)).toEqual(readGateways().map(({ model }) => model.id));
});
