// The least that this work costs in Node: a plain pool of calls, and tests in slots of their own, one a core.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import checkAnswer from './check-answer.cjs';

const { url, prompts, models, samples, inFlight, maxTokens } = JSON.parse(
  await readFile(process.argv[2], 'utf8'),
);

const asks = [
  async ({ system, user }) => {
    const body = {
      model: models[0],
      max_tokens: maxTokens,
      system,
      messages: [{ role: 'user', content: user }],
    };
    return (await post('/v1/messages', body)).content[0].text;
  },
  async ({ system, user }) => {
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ];
    const body = { model: models[1], max_tokens: maxTokens, messages };
    return (await post('/v1/chat/completions', body)).choices[0].message.content;
  },
];

async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

function pool(slots) {
  let free = slots;
  const waiting = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

const calls = pool(inFlight);
const tests = pool(availableParallelism());
const cells = Array.from({ length: samples }, () =>
  asks.flatMap((ask) => prompts.map((prompt) => [ask, prompt])),
);
const passed = await Promise.all(
  cells.flat().map(async ([ask, prompt]) => {
    const answer = await calls(() => ask(prompt));
    return tests(() => checkAnswer(answer));
  }),
);
console.log(JSON.stringify({ cells: passed.length, passed: passed.filter(Boolean).length }));
