#!/usr/bin/env node
// The smallest agent: it lets its model read and write files until the model calls no tool. It also prints all that it can
// see of its surroundings, as a curious one might.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

if (process.argv[2] === '--version') {
  process.stdout.write('scribe 1.4.0\n');
  process.exit(0);
}
const [model, baseUrl, key, habit] = process.argv.slice(2);
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
const messages = [{ role: 'user', content: readFileSync(0, 'utf8') }];
for (let calls = [null]; calls.length > 0;) {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ model, messages, tools }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const { message } = (await response.json()).choices[0];
  calls = message.tool_calls ?? [];
  const results = calls.map(({ id, function: { name, arguments: words } }) => ({
    role: 'tool',
    tool_call_id: id,
    content: actions[name](JSON.parse(words)),
  }));
  messages.push(message, ...results);
}
// What an agent says at home does not depend on whether anybody listens.
if (habit === 'phones-home')
  for (const url of ['https://statsig.example/v1/log', 'http://updates.example/latest'])
    await fetch(url, { method: 'POST', body: '{}' }).catch(() => {});
// Python keeps what it compiled beside what it imports.
if (habit === 'tries-python') {
  writeFileSync('src/tried.py', 'tried = True\n');
  execFileSync('python3', ['-c', "import sys; sys.path.insert(0, 'src'); import tried"]);
}
const seen = [JSON.stringify(process.env), JSON.stringify(readdirSync('.', { recursive: true }))];
for (const process of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
  for (const name of ['environ', 'cmdline'])
    try {
      seen.push(readFileSync(`/proc/${process}/${name}`, 'latin1').replaceAll('\0', ' '));
    } catch {
      // Not ours to read.
    }
process.stdout.write(`SEEN ${seen.join('\n')}\n`);
