import { describe, expect, test } from '@jest/globals';
import { keptBetas } from './rules-of-messages.ts';

describe('the header that switches on what is new at Anthropic', () => {
  test('keeps what changes only the form of requests and answers', () => {
    expect(
      keptBetas('claude-code-20250219, interleaved-thinking-2025-05-14,context-management-2025-06-27'),
    ).toBe('claude-code-20250219,interleaved-thinking-2025-05-14,context-management-2025-06-27');
  });

  test.each([
    'mcp-client-2025-11-20',
    'code-execution-2025-05-22',
    'files-api-2025-04-14',
    'skills-2025-10-02',
    'context-1m-2025-08-07',
    'fast-mode-2026-02-01',
    'server-side-fallback-2026-06-01',
    'advisor-tool-2026-03-01',
    'of-next-year-2027-01-01',
    'interleaved-thinking-2025-05-14\r\nx: y',
  ])('drops %s', (value) => {
    expect(keptBetas(`interleaved-thinking-2025-05-14,${value}`)).toBe('interleaved-thinking-2025-05-14');
  });
});
