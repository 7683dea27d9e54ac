// Records what a real gateway answers into its file in fixtures/gateways. What has to be read from it is written by hand.
import { readFile, writeFile } from 'node:fs/promises';
import { parse, parseDocument } from 'yaml';
import { recordPortkey } from '../src/testing/gateways/record-portkey.ts';
import { startPortkey } from '../src/testing/gateways/start-portkey.ts';

const path = 'fixtures/gateways/portkey.yml';
await using gateway = await startPortkey();
const recorded = await recordPortkey(gateway.url);
const file = parseDocument(await readFile(path, 'utf8'));
const known: { readonly exchanges?: readonly { readonly what: string }[] } = parse(String(file));
const exchanges = recorded.map(({ what, answer }) => ({
  ...{ what, answer, read: null },
  ...known.exchanges?.find((each) => each.what === what),
  answer,
}));
file.set('exchanges', file.createNode(exchanges));
await writeFile(path, file.toString({ lineWidth: 0 }));
