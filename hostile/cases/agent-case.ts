import type { AgentWire } from '../../src/core/agent.ts';
import { aRequest, wires } from '../../src/testing/doubles/open-test-proxy.ts';
import type { BoxedRun } from '../boxed-agent.ts';
import type { Held, HostileCase, World } from '../hostile-case.ts';

const prelude = `
import fs from 'node:fs'; import net from 'node:net'; import http from 'node:http'; import { spawn, spawnSync } from 'node:child_process';
const asked = (path, body, headers = {}, method = 'POST') => new Promise((done) => {
  const request = http.request({ host: '127.0.0.1', port: 8123, path, method, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
    let text = ''; response.setEncoding('utf8').on('data', (chunk) => (text += chunk)).on('end', () => done({ status: response.statusCode, text, headers: response.headers }));
  });
  request.on('error', (error) => done({ status: 0, text: error.code })); request.setTimeout(5000, () => request.destroy());
  request.end(body === null ? undefined : JSON.stringify(body));
});
const chat = () => asked(FIRST.path, FIRST.body);
const hunted = (text) => { if (/canary-[0-9a-f]{32}/.test(text)) console.log('ESCAPED the key was seen'); return text; };
const first = await chat(); console.log(hunted(JSON.stringify(first)));
`;

/** An attack in JavaScript, run as a coding agent that first asks its model for one answer. */
export function agentCase(
  name: string,
  tried: string,
  of: {
    readonly script: string;
    readonly minutes?: number;
    readonly asRootToo?: true;
    /** The interface that it speaks; OpenAI's chat unless said. */
    readonly wire?: AgentWire;
    /** What came through besides; null = nothing. */
    readonly check?: (run: BoxedRun) => string | null;
  },
): HostileCase {
  return {
    name,
    tried,
    ...(of.asRootToo === true ? { asRootToo: true } : {}),
    attack: async (world) => {
      const { script, wire = 'chat', minutes, check } = of;
      return heldBy(world, await world.agent(filled(script, world, wire), { wire, minutes }), check);
    },
  };
}

function filled(script: string, { port, socket, abstract }: World, wire: AgentWire): string {
  const words = { PORT: port, SOCKET: socket, ABSTRACT: abstract, FIRST: firstRequest(wire) };
  const known = Object.entries(words).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  return `${known.join('\n')}${prelude}${script}\n`;
}

function firstRequest(wire: AgentWire): { readonly path: string; readonly body: object } {
  if (wire === 'gemini') return { path: '/v1beta/models/the-model:generateContent', body: aRequest(wire) };
  return { path: wires[wire].path, body: aRequest(wire, { model: 'the-model', stream: false }) };
}

function heldBy(
  { canary }: World,
  boxed: BoxedRun,
  check: (run: BoxedRun) => string | null = () => null,
): Held {
  const { run, stored, asked } = boxed;
  const escaped = /ESCAPED[^\\]*/.exec(run?.transcript ?? '')?.[0];
  const isMade = asked.some(({ key }) => key?.endsWith(canary) === true);
  const through =
    escaped ??
    (stored.includes(canary) ? 'the key is in what is stored' : null) ??
    (isMade ? check(boxed) : 'the attack was not made');
  return through === null
    ? { isBlocked: true, happened: wordsOf(run) }
    : { isBlocked: false, happened: `${through}: ${stored.slice(0, 300)}` };
}

function wordsOf(run: BoxedRun['run']): string {
  return run?.problem ?? run?.limit ?? 'refused';
}
