import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { withBody, type HeldBytes } from './read-body.ts';

const megabyte = 1024 * 1024;

/** What becomes of a body of this size where so many bytes are held already. */
async function bodyOf(bytes: number, total: HeldBytes): Promise<string> {
  const server = createServer((request, response) => {
    void withBody(request, total, async (body) => {
      response.end(typeof body === 'string' ? `${body.length} read` : body.tooMuch);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x'.repeat(bytes) });
  const text = await answer.text();
  await new Promise((resolve) => void server.close(resolve));
  return text;
}

test.each([
  { what: 'is kept', bytes: 1000, held: 0, says: '1000 read' },
  { what: 'is kept where much is held', bytes: 1000, held: 127 * megabyte, says: '1000 read' },
  { what: 'is too large by itself', bytes: 33 * megabyte, held: 0, says: 'a request of more than 32 MB' },
  {
    ...{ what: 'comes while too much is held', bytes: 1000, held: 129 * megabyte },
    says: 'a request while others of more than 128 MB together are open',
  },
])('a body that $what is told so, and nothing of it stays held', async ({ bytes, held, says }) => {
  const total = { held };

  expect(await bodyOf(bytes, total)).toBe(says);
  expect(total).toEqual({ held });
});
