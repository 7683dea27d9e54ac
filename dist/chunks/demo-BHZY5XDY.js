import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderComment
} from "./chunk-OD3LH32N.js";
import {
  atDesk,
  check,
  commentMarker,
  commitsOf,
  consoleLog,
  interruptSignal,
  readPrompt,
  wire,
  writeHtml,
  writeReport
} from "./chunk-QQCLGOQL.js";
import {
  writeAnswer
} from "./chunk-3BV2L3PZ.js";
import {
  hostEnvironment,
  openRepository,
  readSettings,
  wo
} from "./chunk-35JWL44K.js";
import "./chunk-BGVLAPRC.js";
import "./chunk-K23HYIQN.js";
import "./chunk-KRVARZLM.js";
import {
  external_exports
} from "./chunk-KS6BEUIK.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/demo/demo.ts
import { dirname, join } from "node:path";
import { mkdir, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/adapters/simulated/simulated-server.ts
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

// src/adapters/simulated/simulated-model.ts
function turnOf(model, asked, sample) {
  const text = answerTo(model, asked, sample);
  const input = tokensIn(asked.system) + tokensIn(asked.user);
  return {
    id: `${model.name}-${sample}`,
    model: model.name,
    pieces: piecesOf(text),
    end: "complete",
    tokens: { input, cached: sample === 0 ? 0 : tokensIn(asked.system), output: tokensIn(text) }
  };
}
function answerTo(model, asked, sample) {
  const prompt = readPrompt(asked);
  if (prompt === null) return "This prompt does not state the answer format.\n";
  return writeAnswer(model.write({ specText: prompt.specText, sample }), prompt.nonce);
}
function tokensIn(text) {
  return Math.ceil(text.length / 4);
}
function piecesOf(text) {
  const length = Math.max(48, Math.ceil(text.length / 200));
  return Array.from(
    { length: Math.ceil(text.length / length) },
    (_, index) => text.slice(index * length, (index + 1) * length)
  );
}

// src/adapters/simulated/wire.ts
function frame(data, event) {
  return `${event === void 0 ? "" : `event: ${event}
`}data: ${JSON.stringify(data)}

`;
}

// src/adapters/simulated/wire-anthropic.ts
var textBlocks = external_exports.union([external_exports.string(), external_exports.array(external_exports.object({ type: external_exports.literal("text"), text: external_exports.string() }))]);
var request = external_exports.object({
  model: external_exports.string(),
  max_tokens: external_exports.number(),
  stream: external_exports.boolean().optional(),
  system: textBlocks.optional(),
  messages: external_exports.array(external_exports.object({ role: external_exports.string(), content: textBlocks })).min(1)
});
var stopReasons = {
  complete: "end_turn",
  truncated: "max_tokens",
  refused: "refusal",
  paused: "pause_turn",
  failed: "end_turn"
};
var anthropicWire = {
  name: "anthropic",
  path: "/v1/messages",
  requestIdHeader: "request-id",
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    return {
      model: data.model,
      system: plain(data.system ?? ""),
      user: data.messages.map(({ content }) => plain(content)).join("\n"),
      isStreamed: data.stream === true
    };
  },
  frames: (turn) => [
    named({
      type: "message_start",
      message: { ...shell(turn), usage: { ...inputUsage(turn), output_tokens: 1 } }
    }),
    named({
      type: "content_block_start",
      index: 0,
      content_block: { type: "text", text: "", citations: null }
    }),
    named({ type: "ping" }),
    ...turn.pieces.map(
      (text) => named({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })
    ),
    named({ type: "content_block_stop", index: 0 }),
    named({
      type: "message_delta",
      delta: { stop_reason: stopReasons[turn.end], stop_sequence: null, stop_details: stopDetails(turn) },
      usage: { output_tokens: turn.tokens.output }
    }),
    named({ type: "message_stop" })
  ],
  whole: (turn) => ({
    ...shell(turn),
    content: [{ type: "text", text: turn.pieces.join(""), citations: null }],
    stop_reason: stopReasons[turn.end],
    stop_details: stopDetails(turn),
    usage: { ...inputUsage(turn), output_tokens: turn.tokens.output }
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error), "error")
};
function plain(content) {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
}
function named(data) {
  return frame(data, data.type);
}
function shell({ id, model }) {
  return {
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null
  };
}
function stopDetails({ end }) {
  return end === "refused" ? { type: "refusal", category: "cyber", explanation: null } : null;
}
function inputUsage({ tokens }) {
  return {
    input_tokens: tokens.input - tokens.cached,
    cache_read_input_tokens: tokens.cached,
    cache_creation_input_tokens: 0
  };
}
function errorBody({ type, message: message2 }) {
  return { type: "error", error: { type, message: message2 }, request_id: "req_simulated" };
}

// src/adapters/simulated/wire-chat.ts
var request2 = external_exports.object({
  model: external_exports.string(),
  stream: external_exports.boolean().optional(),
  messages: external_exports.array(external_exports.object({ role: external_exports.string(), content: external_exports.string() })).min(1)
});
var finishReasons = {
  complete: "stop",
  truncated: "length",
  refused: "content_filter",
  paused: "tool_calls",
  failed: "error"
};
var chatWire = {
  name: "chat",
  path: "/v1/chat/completions",
  requestIdHeader: "x-request-id",
  readRequest: (body) => {
    const { success, data } = request2.safeParse(body);
    if (!success) return null;
    const textOf = (isSystem) => data.messages.filter(({ role }) => (role === "system" || role === "developer") === isSystem).map(({ content }) => content).join("\n");
    return { model: data.model, system: textOf(true), user: textOf(false), isStreamed: data.stream === true };
  },
  frames: (turn) => [
    chunk(turn, { delta: { role: "assistant", content: "" } }),
    ...turn.pieces.map((content) => chunk(turn, { delta: { content } })),
    chunk(turn, { delta: {}, finish_reason: finishReasons[turn.end] }),
    frame({ ...shell2(turn), object: "chat.completion.chunk", choices: [], usage: usage(turn) }),
    "data: [DONE]\n\n"
  ],
  whole: (turn) => ({
    ...shell2(turn),
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: turn.pieces.join(""), refusal: null },
        logprobs: null,
        finish_reason: finishReasons[turn.end]
      }
    ],
    usage: usage(turn)
  }),
  errorBody: errorBody2,
  errorFrame: (error) => frame(errorBody2(error))
};
function shell2({ id, model }) {
  return { id: `chatcmpl-${id}`, created: 0, model };
}
function chunk(turn, choice) {
  return frame({
    ...shell2(turn),
    object: "chat.completion.chunk",
    choices: [{ index: 0, logprobs: null, finish_reason: null, ...choice }],
    usage: null
  });
}
function usage({ tokens }) {
  return {
    prompt_tokens: tokens.input,
    completion_tokens: tokens.output,
    total_tokens: tokens.input + tokens.output,
    prompt_tokens_details: { cached_tokens: tokens.cached }
  };
}
function errorBody2({ type, code: code2, message: message2 }) {
  return { error: { message: message2, type, param: null, code: code2 } };
}

// src/adapters/simulated/wire-responses.ts
var inputText = external_exports.object({ type: external_exports.literal("input_text"), text: external_exports.string() });
var request3 = external_exports.object({
  model: external_exports.string(),
  stream: external_exports.boolean().optional(),
  instructions: external_exports.string().nullish(),
  input: external_exports.union([
    external_exports.string(),
    external_exports.array(external_exports.object({ role: external_exports.string(), content: external_exports.union([external_exports.string(), external_exports.array(inputText)]) }))
  ])
});
var statuses = {
  complete: "completed",
  truncated: "incomplete",
  // A refusal is a completed response whose only part says so.
  refused: "completed",
  paused: "in_progress",
  failed: "failed"
};
var responsesWire = {
  name: "responses",
  path: "/v1/responses",
  requestIdHeader: "x-request-id",
  readRequest: (body) => {
    const { success, data } = request3.safeParse(body);
    if (!success) return null;
    return {
      model: data.model,
      system: data.instructions ?? "",
      user: plain2(data.input),
      isStreamed: data.stream === true
    };
  },
  frames: (turn) => {
    const events = [
      { type: "response.created", response: shell3(turn) },
      { type: "response.output_item.added", output_index: 0, item: { ...message(turn), content: [] } },
      ...deltas(turn),
      { type: "response.output_item.done", output_index: 0, item: message(turn) },
      { type: `response.${statuses[turn.end]}`, response: whole(turn) }
    ];
    return events.map((event, sequence_number) => frame({ ...event, sequence_number }, event.type));
  },
  whole,
  errorBody: ({ type, code: code2, message: text }) => ({ error: { message: text, type, param: null, code: code2 } }),
  errorFrame: ({ code: code2, type, message: text }) => frame({ type: "error", code: code2 ?? type, message: text, param: null, sequence_number: 0 }, "error")
};
function plain2(input) {
  if (typeof input === "string") return input;
  return input.map(
    ({ content }) => typeof content === "string" ? content : content.map(({ text }) => text).join("\n")
  ).join("\n");
}
function shell3({ id, model }) {
  return {
    id: `resp_${id}`,
    object: "response",
    created_at: 0,
    model,
    status: "in_progress",
    output: [],
    error: null
  };
}
function deltas(turn) {
  const place = { item_id: `item_${turn.id}`, output_index: 0, content_index: 0 };
  if (turn.end === "refused") return [{ type: "response.refusal.delta", ...place, delta: refusalText }];
  return turn.pieces.map((delta) => ({ type: "response.output_text.delta", ...place, delta, logprobs: [] }));
}
var refusalText = "I cannot help with that.";
function message(turn) {
  const content = turn.end === "refused" ? { type: "refusal", refusal: refusalText } : { type: "output_text", text: turn.pieces.join(""), annotations: [], logprobs: [] };
  return {
    id: `item_${turn.id}`,
    type: "message",
    role: "assistant",
    status: "completed",
    content: [content]
  };
}
function whole(turn) {
  const { input, cached, output } = turn.tokens;
  return {
    ...shell3(turn),
    status: statuses[turn.end],
    output: turn.end === "failed" ? [] : [message(turn)],
    error: turn.end === "failed" ? { code: "server_error", message: "The server had an error." } : null,
    incomplete_details: turn.end === "truncated" ? { reason: "max_output_tokens" } : null,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output
    }
  };
}

// src/adapters/simulated/simulated-server.ts
async function startSimulatedModels(models, options = {}) {
  const state = {
    models: new Map(models.map((model) => [model.name, model])),
    latencyMs: options.latencyMs ?? 0,
    intercept: options.intercept ?? (async () => false),
    requests: [],
    answered: /* @__PURE__ */ new Map()
  };
  const server = createServer((request4, response) => {
    answer(state, request4, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    callsOf: (model) => state.requests.filter((request4) => request4.model === model).length,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    }
  };
}
var wires = new Map(
  [anthropicWire, responsesWire, chatWire].map((wire2) => [wire2.path, wire2])
);
async function answer(state, request4, response) {
  const [path = "/"] = (request4.url ?? "/").split("?", 1);
  const body = await readJson(request4);
  const wire2 = wires.get(path);
  if (wire2 === void 0) return sendError(response, anthropicWire, notFound(`no such path: ${path}`));
  const asked = wire2.readRequest(body);
  if (asked === null) return sendError(response, wire2, invalidRequest);
  const model = state.models.get(asked.model);
  if (model === void 0) return sendError(response, wire2, notFound(`model: ${asked.model}`));
  const next = () => turnOf(model, asked, nextSample(state, asked));
  const logged = logRequest(state, path, asked);
  const exchange = { request: logged, headers: request4.headers, body, response, wire: wire2, asked, answer: next };
  if (state.latencyMs > 0) await sleep(state.latencyMs);
  if (!await state.intercept(exchange))
    sendTurn(response, wire2, { turn: next(), isStreamed: asked.isStreamed });
}
function logRequest(state, path, asked) {
  const request4 = {
    path,
    model: asked.model,
    call: state.requests.filter((earlier) => earlier.model === asked.model).length,
    isStreamed: asked.isStreamed,
    promptLength: asked.system.length + asked.user.length
  };
  state.requests.push(request4);
  return request4;
}
async function readJson(request4) {
  const chunks = [];
  for await (const chunk2 of request4) chunks.push(chunk2);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}
function nextSample(state, asked) {
  const key = JSON.stringify([asked.model, asked.system, asked.user]);
  const sample = state.answered.get(key) ?? 0;
  state.answered.set(key, sample + 1);
  return sample;
}
function notFound(message2) {
  return { status: 404, type: "not_found_error", code: "model_not_found", message: message2 };
}
var invalidRequest = {
  status: 400,
  type: "invalid_request_error",
  code: null,
  message: "the body is no request of this format"
};
function sendError(response, wire2, error) {
  response.writeHead(error.status, {
    "content-type": "application/json",
    [wire2.requestIdHeader]: "req_simulated"
  });
  response.end(JSON.stringify(wire2.errorBody(error)));
}
function sendTurn(response, wire2, { turn, isStreamed }) {
  const contentType = isStreamed ? "text/event-stream" : "application/json";
  response.writeHead(200, { "content-type": contentType, [wire2.requestIdHeader]: `req_${turn.id}` });
  if (!isStreamed) return void response.end(JSON.stringify(wire2.whole(turn)));
  for (const piece of wire2.frames(turn)) response.write(piece);
  response.end();
}

// src/entry/demo/scenario.ts
var specBefore = `# Whole minutes

\`src/minutes.mjs\` exports one function, \`minutes(seconds)\`.

## Result

- The result is a whole number of minutes.
- Round half up: 90 seconds are 2 minutes, 30 seconds are 1 minute.

## Errors

- A negative or fractional number of seconds throws a \`RangeError\`.
`;
var specAfter = specBefore.replace(
  "- Round half up: 90 seconds are 2 minutes, 30 seconds are 1 minute.",
  "- Halves are rounded to the nearest minute: 90 seconds are 2 minutes."
);
var tests = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutes } from '../src/minutes.mjs';

test('whole minutes stay as they are', () => {
  assert.equal(minutes(0), 0);
  assert.equal(minutes(120), 2);
});

test('rounds to the nearest minute', () => {
  assert.equal(minutes(100), 2);
  assert.equal(minutes(80), 1);
});

test('rounds half up', () => {
  assert.equal(minutes(90), 2);
  assert.equal(minutes(30), 1);
  assert.equal(minutes(150), 3);
});

test('rejects a negative number of seconds', () => {
  assert.throws(() => minutes(-1), RangeError);
});
`;
var halfUp = code("  return Math.floor((seconds + 30) / 60);");
var halfToEven = code(`  const whole = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (rest === 30) return whole + (whole % 2);
  return rest > 30 ? whole + 1 : whole;`);
function answer2(text, sample) {
  return {
    path: "src/minutes.mjs",
    content: `// Whole minutes, reading ${sample + 1} of the spec.
${text}`
  };
}
function code(body) {
  return `export function minutes(seconds) {
  if (!Number.isInteger(seconds) || seconds < 0) throw new RangeError(\`not a number of seconds: \${seconds}\`);
${body}
}
`;
}
var scenario = {
  base: {
    "specs/minutes/SPEC.md": specBefore,
    "src/minutes.mjs": halfUp,
    "test/minutes.test.mjs": tests,
    "package.json": '{ "name": "minutes", "private": true, "type": "module" }\n'
  },
  head: { "specs/minutes/SPEC.md": specAfter },
  models: [
    { name: "simulated-literal", write: ({ sample }) => [answer2(halfUp, sample)] },
    {
      name: "simulated-banker",
      write: ({ specText, sample }) => {
        const isTold = specText.includes("half up");
        return [answer2(isTold || sample % 5 === 1 ? halfUp : halfToEven, sample)];
      }
    }
  ]
};

// src/entry/demo/demo.ts
async function demo(of) {
  const place = await mkdtemp(join(tmpdir(), "spec-portability-demo-"));
  try {
    await runDemo(place, of);
    return 0;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
async function runDemo(place, of) {
  var _stack = [];
  try {
    const say = (line) => void process.stderr.write(`${line}
`);
    say("A small repository, one edit of its spec, two simulated models on loopback, both vendors’ real SDKs.");
    const log = __using(_stack, consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false }));
    const directory = join(place, "repository");
    const event = await makeRepository(directory, scenario, hostEnvironment());
    const server = __using(_stack, await startSimulatedModels(scenario.models), true);
    const repository = await openRepository(directory, hostEnvironment());
    const config = { path: "demo.yml", text: configFor(server.url) };
    const { settings } = readSettings({ file: config, inputs: {} });
    const signal = interruptSignal(say);
    const ports = __using(_stack, await wire({
      signal,
      origin: atDesk,
      repository,
      recordsDirectory: join(place, "records"),
      sandbox: settings.sandbox,
      onNoSandbox: () => say(
        "No sandbox here (bubblewrap, docker), so none is used: the code that is run is this program’s own text."
      ),
      log,
      keyOf: () => "simulated",
      setupVariable: () => null,
      nodeTestReporter: of.nodeTestReporter
    }), true);
    const checked = await check(ports, {
      trigger: await commitsOf(event, repository),
      settings,
      withoutSecrets: false,
      planOnly: null,
      notes: [],
      signal
    });
    const { summary } = checked;
    if (of.reportDir !== null) {
      await writeReport(summary, { directory: of.reportDir, extra: null });
      await writeHtml(checked, of.reportDir);
      say(`The report to look into: ${join(of.reportDir, "index.html")}`);
    }
    const options = { marker: commentMarker("demo"), repositoryUrl: null, reportHint: null };
    process.stdout.write(`${renderComment(summary, options)}
`);
    say(`${summary.spent.generations} calls to simulated models, ${summary.spent.seconds.toFixed(1)} seconds.`);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function configFor(url) {
  return `version: 1
specs:
  - name: minutes
    spec: [specs/minutes/SPEC.md]
    writes: ["src/**"]
    test: node --test
models:
  - id: anthropic/simulated-literal
    provider: anthropic
    model: simulated-literal
    base-url: ${url}
    price: { input: 0, output: 0 }
  - id: openai/simulated-banker
    provider: openai
    model: simulated-banker
    base-url: ${url}/v1
    price: { input: 0, output: 0 }
sandbox: auto
`;
}
async function makeRepository(directory, scenario2, environment) {
  await mkdir(directory, { recursive: true });
  const git = wo({ baseDir: directory }).env({ PATH: environment["PATH"] ?? "", HOME: directory });
  await git.init(["--initial-branch=main"]);
  await git.addConfig("user.name", "Demo");
  await git.addConfig("user.email", "demo@example.invalid");
  const commit = async (files, message2) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.add(".");
    await git.commit(message2);
    return git.revparse(["HEAD"]);
  };
  const base = await commit(scenario2.base, "The spec, its code and its tests");
  const head = await commit(scenario2.head, "Say it in fewer words");
  return { kind: "manual", base, head };
}
export {
  demo
};
