/**
 * A node:test reporter that writes one JSON line for each finished leaf test into its own file. It is not part of the
 * bundle, imports nothing of ours and runs beside generated code on Node 20 and 24. core/results/formats/node-test-lines.ts
 * reads its output. The report folder is passed as `?reports=` in its own URL, because only NODE_OPTIONS is sure to
 * reach every Node process of a test command.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const messageLimit = 2000;

/** Prints nothing on its own stream: people read the reporter that runs next to it. */
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
  // Without this last line (after process.exit in a test, or a crash) the report counts as unreadable.
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

/** Counts tests of a file that began and did not end: with process.exit(0) in a test, node drops the test silently. */
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

/** Follows where the run is. Returns the line for a leaf test that ended; null for every other event. */
function follow(event, path) {
  if (event.type === 'test:start') enter(event.data, path);
  return event.type === 'test:pass' || event.type === 'test:fail' ? leafOf(event, path) : null;
}

/** `path` holds the open tests and suites, outermost first. start, pass and fail arrive in the order of declaration. */
function enter(data, path) {
  path.length = data.nesting;
  const parent = path.at(-1);
  if (parent) parent.hasChildren = true;
  path.push({ name: data.name, hasChildren: false });
}

/** The line for a finished test; null for suites, for tests with subtests and for whole files. */
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

/** The runner's entry for a whole file, which it makes when the file crashed or ran no test. */
function isFileEntry(data) {
  return data.nesting === 0 && Boolean(data.file) && resolve(data.name) === resolve(fileOf(data));
}

/** The file in which the test was written. Node 20 knows no other file, so this one is used for both versions. */
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
