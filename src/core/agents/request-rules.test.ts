import { describe, expect, test } from '@jest/globals';
import { changedRequest, usualRequests } from '../../testing/builders/agent-requests.ts';
import type { AgentWire } from '../agent.ts';
import { checkRequest } from './request-rules.ts';
import type { RefusedRequest } from './wire-facts.ts';

function check(wire: AgentWire, body: unknown, inPath = wire === 'gemini' ? 'm' : null) {
  return checkRequest(wire, JSON.stringify(body), { model: 'm', inPath });
}

describe('what an agent may ask', () => {
  test.each(Object.entries(usualRequests) as [AgentWire, object][])(
    '%s: a usual request passes whole',
    (wire, body) => {
      const checked = check(wire, body);
      expect(checked).toMatchObject({ kind: 'checked', isStreamed: wire !== 'gemini' });
      expect(checked.kind === 'checked' && JSON.parse(checked.text)).toEqual(body);
    },
  );

  test('responses are never stored, also where the agent does not say so', () => {
    const checked = checkRequest('responses', '{"model":"m","input":"Hello"}', { model: 'm', inPath: null });
    expect(checked).toMatchObject({ text: '{"model":"m","input":"Hello","store":false}' });
  });

  type Case = readonly [AgentWire, string, unknown, RefusedRequest['why']];
  const url = { type: 'url', url: 'https://example.org/a.png' };
  const cases: readonly Case[] = [
    ['messages', 'tools.+', { type: 'web_search_20250305', name: 'web_search' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: 'web_fetch_20250910', name: 'web_fetch' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: 'code_execution_20250825', name: 'code' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: 'computer_20250124', name: 'computer' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: 'mcp_toolset', mcp_server_name: 'm' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: 'bash_code_execution', name: 'bash' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: 'of_next_year_20270101', name: 'new' }, 'hosted-tool'],
    ['messages', 'tools.+', { type: ['custom'], name: 'a' }, 'hosted-tool'],
    ['messages', 'tools', { type: 'web_search_20250305', name: 'web_search' }, 'hosted-tool'],
    ['messages', 'tools.0.allowed_callers', ['code_execution_20250825'], 'hosted-tool'],
    ['messages', 'mcp_servers', [{ type: 'url', url: 'https://example.org', name: 'a' }], 'hosted-tool'],
    ['messages', 'container', { skills: [] }, 'hosted-tool'],
    ['messages', 'messages.0.content', [{ type: 'image', source: url }], 'source'],
    [
      'messages',
      'messages.0.content',
      [{ type: 'document', source: { type: 'file', file_id: 'f' } }],
      'source',
    ],
    ['messages', 'messages.2.content.0.content.+', { type: 'image', source: url }, 'source'],
    [
      'messages',
      'messages.2.content.0.content.+',
      { type: 'document', source: { type: 'content', content: [{ type: 'image', source: url }] } },
      'source',
    ],
    ['messages', 'messages.0.content', [{ type: 'container_upload', file_id: 'f' }], 'source'],
    [
      'messages',
      'messages.0.content',
      [{ type: 'server_tool_use', name: 'web_search', input: {} }],
      'hosted-tool',
    ],
    [
      'messages',
      'messages.0.content',
      [{ type: 'tool_addition', tool: { type: 'mcp_toolset', mcp_server_name: 'a' } }],
      'hosted-tool',
    ],
    ['messages', 'model', 'other', 'model'],
    ['messages', 'fallbacks', [{ model: 'other' }], 'model'],
    ['messages', 'service_tier', 'priority', 'model'],
    ['messages', 'speed', 'fast', 'model'],
    ['messages', 'inference_geo', 'us', 'model'],
    ['messages', 'thread', { id: 't' }, 'stored'],
    ['messages', 'Tools', [{ type: 'web_search_20250305' }], 'hosted-tool'],
    ['messages', 'tools.2.Type', 'web_search_20250305', 'unreadable'],
    ['responses', 'tools.+', { type: 'web_search' }, 'hosted-tool'],
    ['responses', 'tools.+', { type: 'file_search', vector_store_ids: ['v'] }, 'hosted-tool'],
    ['responses', 'tools.+', { type: 'code_interpreter', container: { type: 'auto' } }, 'hosted-tool'],
    ['responses', 'tools.+', { type: 'image_generation' }, 'hosted-tool'],
    [
      'responses',
      'tools.+',
      { type: 'mcp', server_label: 'a', server_url: 'https://example.org' },
      'hosted-tool',
    ],
    ['responses', 'tools.+', { type: 'computer_use_preview' }, 'hosted-tool'],
    ['responses', 'tools.+', { type: 'shell', environment: { type: 'container_auto' } }, 'hosted-tool'],
    ['responses', 'tools.+', { type: 'tool_search' }, 'hosted-tool'],
    ['responses', 'tools.4.tools.+', { type: 'web_search' }, 'hosted-tool'],
    ['responses', 'input.0.tools.+', { type: 'web_search' }, 'hosted-tool'],
    ['responses', 'input.0.tools.0.tools.+', { type: 'mcp', connector_id: 'c' }, 'hosted-tool'],
    ['responses', 'tool_choice', { type: 'image_generation' }, 'hosted-tool'],
    ['responses', 'input.1.content.+', { type: 'input_image', image_url: 'https://example.org/a' }, 'source'],
    ['responses', 'input.1.content.+', { type: 'input_image', file_id: 'f' }, 'source'],
    ['responses', 'input.1.content.+', { type: 'input_file', file_url: 'https://example.org' }, 'source'],
    ['responses', 'input.1.content.+', { type: 'input_file', file_data: 'x', file_id: 'f' }, 'source'],
    ['responses', 'input.7.output.+', { type: 'input_file', file_id: 'f' }, 'source'],
    ['responses', 'input.+', { type: 'item_reference', id: 'i' }, 'stored'],
    ['responses', 'input.+', { id: 'i' }, 'stored'],
    ['responses', 'input.+', { type: 'mcp_approval_response', approve: true }, 'hosted-tool'],
    ['responses', 'store', true, 'stored'],
    ['responses', 'background', true, 'stored'],
    ['responses', 'previous_response_id', 'resp_1', 'stored'],
    ['responses', 'conversation', 'conv_1', 'stored'],
    ['responses', 'prompt', { id: 'pmpt_1' }, 'stored'],
    ['responses', 'service_tier', 'flex', 'model'],
    ['chat', 'tools.+', { type: 'web_search' }, 'hosted-tool'],
    ['chat', 'tools.+', { type: 'openrouter:web_search' }, 'hosted-tool'],
    ['chat', 'web_search_options', {}, 'hosted-tool'],
    ['chat', 'plugins', [{ id: 'web' }], 'hosted-tool'],
    ['chat', 'enable_search', true, 'hosted-tool'],
    ['chat', 'models', ['m', 'other'], 'model'],
    ['chat', 'route', 'fallback', 'model'],
    ['chat', 'provider', { order: ['a'] }, 'model'],
    ['chat', 'n', 2, 'model'],
    ['chat', 'store', true, 'stored'],
    [
      'chat',
      'messages.1.content.+',
      { type: 'image_url', image_url: { url: 'https://example.org' } },
      'source',
    ],
    ['chat', 'messages.1.content.+', { type: 'image_url', image_url: 'https://example.org' }, 'source'],
    ['chat', 'messages.1.content.+', { type: 'file', file: { file_id: 'f' } }, 'source'],
    ['chat', 'messages.1.content.+', { type: 'video_url', video_url: { url: 'data:,' } }, 'source'],
    ['gemini', 'tools.+', { googleSearch: {} }, 'hosted-tool'],
    ['gemini', 'tools.+', { google_search: {} }, 'hosted-tool'],
    ['gemini', 'tools.+', { codeExecution: {} }, 'hosted-tool'],
    ['gemini', 'tools.+', { urlContext: {} }, 'hosted-tool'],
    ['gemini', 'tools.0.googleSearch', {}, 'hosted-tool'],
    ['gemini', 'toolConfig.retrievalConfig', {}, 'hosted-tool'],
    ['gemini', 'contents.0.parts.+', { fileData: { fileUri: 'https://example.org' } }, 'source'],
    ['gemini', 'contents.0.parts.+', { file_data: { file_uri: 'gs://a' } }, 'source'],
    ['gemini', 'contents.2.parts.0.functionResponse.parts', [{ fileData: { fileUri: 'x' } }], 'source'],
    ['gemini', 'contents.0.parts.+', { executableCode: { code: '1' } }, 'hosted-tool'],
    ['gemini', 'cachedContent', 'cachedContents/1', 'stored'],
    ['gemini', 'generationConfig.candidateCount', 8, 'model'],
    ['gemini', 'serviceTier', 'priority', 'model'],
  ];

  test.each(cases)('%s: %s with %j is refused', (...[wire, place, value, why]) => {
    expect(check(wire, changedRequest(wire, place, value))).toMatchObject({ kind: 'refused', why });
  });

  test('another model in the path is refused', () => {
    expect(check('gemini', usualRequests.gemini, 'other')).toMatchObject({ kind: 'refused', why: 'model' });
  });

  test.each(['', 'nonsense', '[]', 'null', '"text"', '{"model":', `${'['.repeat(100_000)}`])(
    'a body that is no object of JSON is refused: %.20s',
    (body) => {
      const checked = checkRequest('chat', body, { model: 'm', inPath: null });
      expect(checked).toMatchObject({ kind: 'refused', why: 'unreadable' });
    },
  );

  test('a body of more levels than any request has is refused, and does not end the program', () => {
    const deep = `{"model":"m","messages":${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}}`;
    const checked = checkRequest('chat', deep, { model: 'm', inPath: null });
    expect(checked).toMatchObject({ kind: 'refused', why: 'unreadable' });
  });
});
