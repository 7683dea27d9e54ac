/**
 * A node:test reporter that leaves one JSON line for each finished leaf test in a file of its own.
 * It stands outside the bundle, imports nothing of ours and runs beside generated code on Node 20 and 24;
 * core/results/parse-node-test.ts reads what it writes. The folder for reports comes as `?reports=` of its own URL,
 * because NODE_OPTIONS is the only thing that surely reaches every Node process of a test command.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const messageLimit = 2000;

/** Gives its own stream nothing to show: the human reads the reporter that stands beside it. */
async function* nodeTestReporter(events) {
  const file = openReport(new URL(import.meta.url).searchParams.get('reports') ?? '.');
  const { seal } = createRequire(import.meta.url)('./test-guard.cjs');
  const write = (value) => writeSync(file, `${JSON.stringify(value)}\n`);
  write({ format: 'spec-portability-node-test', version: 1 });
  const path = [];
  const open = new Map();
  for await (const event of events) {
    count(event, open);
    const finished = follow(event, path);
    if (finished !== null) write(finished);
  }
  for (const file of cutShort(open)) write({ file, cutShort: true });
  // Without this line (process.exit in a test, a crash) the report counts as unreadable.
  write({ end: true, ...seal() });
  closeSync(file);
  yield '';
}

// node:test loads the default export of a reporter.
// oxlint-disable-next-line import/no-default-export
export { nodeTestReporter as default };

/** Each process makes its own file, so that `node --test a && node --test b` keeps both. */
function openReport(folder) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return openSync(join(folder, `node-test-${Date.now()}-${process.pid}-${attempt}.jsonl`), 'wx');
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** How many tests of a file began and did not end: process.exit(0) in a test makes node drop it without a word. */
function count({ type, data }, open) {
  const by = { 'test:dequeue': 1, 'test:pass': -1, 'test:fail': -1 }[type];
  if (by === undefined) return;
  const file = fileOf(data);
  if (!isFileEntry(data)) open.set(file, (open.get(file) ?? 0) + by);
  // A file that passes as a whole has reported no test of its own.
  else if (by < 0) open.set(file, type === 'test:pass' ? 1 : 0);
}

function cutShort(open) {
  return [...open].filter(([, left]) => left > 0).map(([file]) => file);
}

/** Keeps to where the run is, and returns what is written of a leaf that ended; null for everything else. */
function follow(event, path) {
  if (event.type === 'test:start') enter(event.data, path);
  return event.type === 'test:pass' || event.type === 'test:fail' ? leafOf(event, path) : null;
}

/** `path` is the open tests and suites, outermost first; start, pass and fail arrive in the order of declaration. */
function enter(data, path) {
  path.length = data.nesting;
  const parent = path.at(-1);
  if (parent) parent.hasChildren = true;
  path.push({ name: data.name, hasChildren: false });
}

/** What is written of a finished test; null for suites, for tests with subtests and for whole files. */
function leafOf(event, path) {
  const { data } = event;
  const parents = path.slice(0, data.nesting).map((open) => open.name);
  const hasChildren = path[data.nesting]?.hasChildren ?? false;
  path.length = Math.min(path.length, data.nesting);
  if (hasChildren || data.details?.type === 'suite' || isFileEntry(data)) return null;
  return {
    file: fileOf(data),
    names: [...parents, data.name],
    status: statusOf(event),
    message: messageOf(data),
  };
}

/** The runner's entry for a whole file, which it makes when the file died or ran no test. */
function isFileEntry(data) {
  return data.nesting === 0 && Boolean(data.file) && resolve(data.name) === resolve(fileOf(data));
}

/** Where the test was written down: Node 20 knows no other file, so both versions give this one. */
function fileOf(data) {
  const file = data.file ?? '';
  if (file.startsWith('file:')) return fileURLToPath(file);
  return file === '' || isAbsolute(file) ? file : resolve(file);
}

function statusOf({ type, data }) {
  if (data.skip !== undefined && data.skip !== false) return 'skipped';
  if (data.todo !== undefined && data.todo !== false) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

function messageOf(data) {
  const error = data.details?.error;
  if (error === undefined || error === null) return '';
  const cause = error.cause ?? error;
  return String(cause?.message ?? cause).slice(0, messageLimit);
}
