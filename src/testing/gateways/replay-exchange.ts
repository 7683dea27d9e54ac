import { createServer, type IncomingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';
import { readSettings } from '../../config/read-settings.ts';
import { clientOf } from '../../adapters/providers.ts';
import type { Reply } from '../../core/generation/reply.ts';
import type { Model } from '../../core/settings.ts';
import { aPrompt, callOnce } from '../doubles/model-double/api-clients.ts';
import { urlOf } from '../doubles/url-of.ts';
import { configOf, type Exchange, type Gateway } from './read-gateways.ts';

/** What a replayed server was asked, and what our client read from its bytes. */
export type Replayed = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly reply: Reply;
};

/** The key that is sent in a replay. */
export const replayKey = 'sk-replay-0123456789';

/** The model of a gateway, read from its shown entry by the reader of config files. */
function modelOf(gateway: Gateway): Model {
  const text = configOf([gateway]);
  const { models } = readSettings({ file: { path: 'shown.yml', text }, inputs: {} }).settings;
  const [model] = models;
  if (model === undefined) throw new Error(`${gateway.name} has no model`);
  return model;
}

/** Sends the bytes of an exchange over loopback HTTP to our real client, in pieces that cut through its lines. */
export async function replayed(gateway: Gateway, { answer, prompt: length }: Exchange): Promise<Replayed> {
  let seen: Omit<Replayed, 'reply'> | null = null;
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      seen = { path: request.url ?? '', headers: request.headers, body };
      response.writeHead(answer.status, answer.headers);
      for (const piece of pieces(Buffer.from(answer.body))) response.write(piece);
      response.end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    const model = modelOf(gateway);
    const baseUrl = `${urlOf(server)}${new URL(model.baseUrl ?? '').pathname}`;
    const apiKey = model.apiKeyEnv === null ? null : replayKey;
    const prompt = length === 'long' ? { ...aPrompt, user: aPrompt.user.repeat(500) } : aPrompt;
    const reply = await callOnce(clientOf({ model: { ...model, baseUrl }, apiKey }), { prompt });
    if (seen === null) throw new Error(`${gateway.name} was not asked`);
    return Object.assign({}, seen, { reply });
  } finally {
    await new Promise((resolve) => void server.close(resolve));
  }
}

// No boundary of a piece is one of a line or of a character.
function pieces(bytes: Buffer): readonly Buffer[] {
  const size = 97;
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
