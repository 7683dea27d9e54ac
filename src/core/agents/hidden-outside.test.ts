import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedRequest, usualRequests } from '../../testing/builders/agent-requests.ts';
import type { AgentWire } from '../agent.ts';
import { checkRequest } from './request-rules.ts';

function check(wire: AgentWire, body: unknown, inPath = wire === 'gemini' ? 'm' : null) {
  return checkRequest(wire, JSON.stringify(body), { model: 'm', inPath });
}

describe('hosted tools and sources anywhere in a request', () => {
  const hidden: Readonly<Record<AgentWire, readonly object[]>> = {
    messages: [
      { type: 'web_search_20250305', name: 'web_search' },
      { type: 'image', source: { type: 'url', url: 'https://example.org' } },
      { mcp_servers: [{ url: 'https://example.org' }] },
    ],
    responses: [
      { type: 'mcp', server_label: 'a', server_url: 'https://example.org' },
      { type: 'input_file', file_url: 'https://example.org' },
      { type: 'code_interpreter', container: 'auto' },
    ],
    chat: [
      { type: 'image_url', image_url: { url: 'https://example.org', file_id: 'f' } },
      { plugins: [{ id: 'web' }] },
      { file_id: 'f' },
    ],
    gemini: [{ file_data: { file_uri: 'gs://a' } }, { cachedContent: 'c' }, { mcp_servers: [] }],
  };
  // Lists in which a request holds things that are read by the vendor, at any depth.
  const lists = (value: unknown, at: readonly string[] = []): readonly string[] => {
    if (Array.isArray(value))
      return [
        [...at, '+'].join('.'),
        ...value.flatMap((item: unknown, index) => lists(item, [...at, String(index)])),
      ];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, item]) =>
      isOfTools(name) ? [] : lists(item, [...at, name]),
    );
  };
  const isOfTools = (name: string) =>
    ['input_schema', 'parameters', 'parametersJsonSchema', 'args', 'action', 'response', 'metadata'].includes(
      name,
    );

  test.each(Object.keys(usualRequests) as AgentWire[])('%s: are refused in every list of it', (wire) => {
    const places = lists(usualRequests[wire]).filter(
      (place) => place !== 'include.+' && !/allowed_callers/.test(place),
    );
    expect(places.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...hidden[wire]),
        fc.array(fc.constantFrom('wrapped', 'extra', 'data'), { maxLength: 3 }),
        (place, thing, wraps) => {
          const value = wraps.reduce<object>((inner, name) => ({ [name]: [inner] }), thing);
          expect(check(wire, changedRequest(wire, place, wraps.length === 0 ? thing : value)).kind).toBe(
            'refused',
          );
        },
      ),
    );
  });

  test('whatever JSON is asked, what is sent on says the same as what was checked, or nothing is sent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(usualRequests) as AgentWire[])),
        fc.json(),
        (wire, json) => {
          const checked = checkRequest(wire, json, { model: 'm', inPath: null });
          if (checked.kind === 'refused') return;
          expect(JSON.parse(checked.text)).toMatchObject({ model: 'm' });
        },
      ),
    );
  });
});
