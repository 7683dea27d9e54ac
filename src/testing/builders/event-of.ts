import { readFile } from 'node:fs/promises';

type Json = { [key: string]: Json | string | number | boolean | null };

/** A fixture of fixtures/events as an event; the given values replace its own at any depth. */
export async function eventOf(
  name: string,
  fixture: string,
  changes: object = {},
): Promise<{ readonly name: string; readonly payload: unknown }> {
  const url = new URL(`../../../fixtures/events/${fixture}.json`, import.meta.url);
  return { name, payload: over(JSON.parse(await readFile(url, 'utf8')), changes) };
}

function over(value: Json, changes: object): Json {
  const changed = Object.entries(changes).map(([key, change]) => {
    const old = value[key];
    const isDeep = typeof change === 'object' && change !== null && typeof old === 'object' && old !== null;
    return [key, isDeep ? over(old, change) : change];
  });
  return { ...value, ...Object.fromEntries(changed) };
}
