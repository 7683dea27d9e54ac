import type { UserError } from '../errors.ts';
import { configError, quoted } from './config-error.ts';
import { keyPathText, type Locate } from './locate.ts';
import type { ConfigFile } from './read-yaml.ts';
import type { GivenInput } from './setting-inputs.ts';

/**
 * Throws CONFIG_HOLDS_A_KEY when a line of the file or an input holds something that looks like an API key; never
 * repeats it.
 */
export function refuseKeyTexts(file: ConfigFile | null, given: readonly GivenInput[]): void {
  const lines = file === null ? [] : file.text.split(/\r\n|\r|\n/);
  const index = lines.findIndex(looksLikeKey);
  if (file !== null && index !== -1) throw holdsKey(`${file.path}:${index + 1}: the line`);
  for (const { input, value } of given) {
    if (looksLikeKey(JSON.stringify(value))) throw holdsKey(`input ${quoted(input.name)}`);
  }
}

/** Throws CONFIG_HOLDS_A_KEY when plain data has a field for an API key, or holds a key where a name belongs. */
export function refuseKeyPlaces(value: unknown, locate: Locate): void {
  const found = keyPlaceIn(value, []);
  if (found === null) return;
  throw holdsKey(`${locate(found)}: ${quoted(keyPathText(found))}`);
}

function holdsKey(place: string): UserError {
  return configError(
    'CONFIG_HOLDS_A_KEY',
    `${place} contains what looks like an API key (not shown here).`,
    'Revoke the key if it was pushed, store it as a secret, and write the name of its environment variable under `api-key-env`, or for a header as `{ env: NAME }`.',
  );
}

// Prefixes of the vendors' API keys. A bare `sk-` needs a digit, because folders may be called sk-learn-….
const keyShapes =
  /(?<![\w/.-])(?:sk-(?:ant|proj|or|svcacct|admin)-[\w-]{6,}|sk-(?=[\w-]*\d)[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|gsk_\w{20,}|xai-\w{20,}|AIza[\w-]{30,}|AQ\.[\w-]{30,}|hf_\w{20,}|AKIA[A-Z0-9]{16})/;

function looksLikeKey(text: string): boolean {
  return keyShapes.test(text);
}

const keyNames = new Set([
  'apikey',
  'xapikey',
  'apitoken',
  'token',
  'accesstoken',
  'authtoken',
  'authorization',
  'secret',
  'password',
]);

function keyPlaceIn(value: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, item] of entries) {
    const place = [...path, key];
    const isHeld = path.at(-1) === 'environment' ? setsKey(key, item) : holdsKeyItself(key, item, path);
    const inside = isHeld ? place : keyPlaceIn(item, place);
    if (inside !== null) return inside;
  }
  return null;
}

// In the environment of an agent a key is only ever the placeholder.
function setsKey(name: PropertyKey, value: unknown): boolean {
  if (typeof value !== 'string' || value.includes('{key}')) return false;
  return /(?:key|token|secret|password|authorization)$/i.test(String(name)) && value.length >= 8;
}

function holdsKeyItself(key: PropertyKey, value: unknown, path: readonly PropertyKey[]): boolean {
  if (typeof key !== 'string') return false;
  const name = key.toLowerCase().replaceAll(/[-_]/g, '');
  if (keyNames.has(name)) return !isReference(value);
  if (typeof value !== 'string') return false;
  if (path.at(-1) === 'headers' && secretHeader.test(key)) return true;
  if (path.at(-2) === 'headers' && name === 'env') return isNoVariableName(value);
  if (name === 'apikeyenv') return isNoVariableName(value);
  return name === 'baseurl' && /^[a-z]+:\/\/[^/?#]*@/i.test(value);
}

// Headers such as `cf-aig-authorization` and `x-portkey-api-key`.
const secretHeader =
  /(?:^|-)(?:api)?(?:key|token|secret|auth|authorization|password|cookie|credential|signature)s?(?:-|$)/i;

function isReference(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.entries(value);
  return fields.length === 1 && fields[0]?.[0] === 'env' && !isNoVariableName(String(fields[0][1]));
}

function isNoVariableName(value: string): boolean {
  if (/^sk-/i.test(value)) return true;
  // A secret that is only referenced in this way has not been written down.
  if (/^\$\{\{\s*(?:secrets|env|vars)\.\w+\s*\}\}$/.test(value)) return false;
  if (value.length >= 20 && !/^[A-Za-z_]\w*$/.test(value)) return true;
  const mixed = /\d/.test(value) && /[a-z]/.test(value);
  return (value.length >= 24 && mixed) || (value.length >= 32 && !value.includes('_'));
}
