#!/usr/bin/env node
// An agent as real ones are when their vendor fails: it asks again by itself, then leaves what it makes up, and exits with 0.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

if (process.argv[2] === '--version') {
  process.stdout.write('stubborn 1.0.0\n');
  process.exit(0);
}
const [model, baseUrl, key] = process.argv.slice(2);
const text = { type: 'string' };
const tool = (name, properties) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties } },
});
const tools = [tool('read', { path: text }), tool('write', { path: text, content: text })];
const actions = {
  read: ({ path }) => readFileSync(path, 'utf8'),
  write: ({ path, content }) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return 'written';
  },
};

async function ask(messages) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ model, messages, tools }),
    });
    if (response.ok) return (await response.json()).choices[0].message;
    await response.text();
  }
  return null;
}

const messages = [{ role: 'user', content: readFileSync(0, 'utf8') }];
for (let calls = [null]; calls.length > 0;) {
  const message = await ask(messages);
  if (message === null) {
    actions.write({ path: 'src/half.mjs', content: 'export const half = () => 42;\n' });
    break;
  }
  calls = message.tool_calls ?? [];
  const results = calls.map(({ id, function: { name, arguments: words } }) => ({
    role: 'tool',
    tool_call_id: id,
    content: actions[name](JSON.parse(words)),
  }));
  messages.push(message, ...results);
}
