#!/usr/bin/env node
// An agent that asks its model once. It writes the code that it is given, or never ends where it is told to wait.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

if (process.argv[2] === '--version') {
  process.stdout.write('waiter 1.0.0\n');
  process.exit(0);
}
const [model, baseUrl, key] = process.argv.slice(2);
const response = await fetch(`${baseUrl}/chat/completions`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  body: JSON.stringify({ model, messages: [{ role: 'user', content: readFileSync(0, 'utf8') }] }),
});
const { content } = (await response.json()).choices[0].message;
mkdirSync('src', { recursive: true });
writeFileSync('src/half.mjs', content);
if (content.includes('wait')) setInterval(() => {}, 1000);
