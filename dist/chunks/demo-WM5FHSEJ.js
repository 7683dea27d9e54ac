import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-THUHDMLQ.js";
import {
  writeHtml
} from "./chunk-FVSSU63J.js";
import {
  writeReport
} from "./chunk-SA7LYKUL.js";
import "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-BWOT4FZX.js";
import "./chunk-KHUPEOCK.js";
import {
  trackedAnywhere
} from "./chunk-3BO4C2BF.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  allWires,
  check,
  commitsOf,
  consoleLog,
  findWork,
  interruptSignal,
  localOrigin,
  openReportFolder,
  openRepository,
  print,
  readPrompt,
  readSettings,
  systemClock,
  wire,
  wo,
  writeAnswer
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment
} from "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/demo/demo.ts
import { dirname, join, resolve } from "node:path";
import { mkdir, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/adapters/simulated/simulated-server.ts
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

// src/adapters/simulated/simulated-cache.ts
var SimulatedCache = class {
  #now;
  #untilOf = /* @__PURE__ */ new Map();
  constructor(now) {
    this.#now = now;
  }
  /** What a request finds when it arrives. */
  lookUp(asked, rules) {
    const marked = (asked.cacheable ?? []).map((prefix) => ({
      key: JSON.stringify([asked.model, asked.cacheKey ?? "", prefix.system, prefix.user]),
      tokens: tokensIn(prefix.system) + tokensIn(prefix.user)
    })).filter(({ tokens }) => rules !== void 0 && tokens >= rules.leastTokens);
    const known = marked.filter(({ key }) => this.#now() < (this.#untilOf.get(key) ?? 0));
    const cached = Math.max(0, ...known.map(({ tokens }) => tokens));
    const longest = Math.max(0, ...marked.map(({ tokens }) => tokens));
    return {
      cached,
      written: longest - cached,
      begin: () => {
        for (const { key } of marked) this.#untilOf.set(key, this.#now() + (rules?.lifetimeMs ?? 0));
      }
    };
  }
};
function tokensIn(text) {
  return Math.ceil(text.length / 4);
}

// src/adapters/simulated/simulated-model.ts
function turnOf(model, asked, { sample, cached, written }) {
  const text = answerTo(model, asked, sample);
  const input = tokensIn(asked.system) + tokensIn(asked.user);
  const reasoning = model.reasoningTokens ?? 0;
  return {
    id: `${model.name}-${sample}`,
    model: model.name,
    pieces: piecesOf(text),
    end: "complete",
    tokens: { input, cached, written, output: tokensIn(text) + reasoning, reasoning }
  };
}
function answerTo(model, asked, sample) {
  const prompt = readPrompt(asked);
  if (prompt === null) return "This prompt does not state the answer format.\n";
  return writeAnswer(model.write({ specText: prompt.specText, sample }), prompt.nonce);
}
function piecesOf(text) {
  const length = Math.max(48, Math.ceil(text.length / 200));
  return Array.from(
    { length: Math.ceil(text.length / length) },
    (_, index) => text.slice(index * length, (index + 1) * length)
  );
}

// src/adapters/simulated/simulated-server.ts
async function startSimulatedModels(models, options) {
  const state = {
    wires: options.wires,
    models: new Map(models.map((model) => [model.name, model])),
    latencyMs: options.latencyMs ?? 0,
    intercept: options.intercept ?? (async () => false),
    requests: [],
    answered: /* @__PURE__ */ new Map(),
    cache: new SimulatedCache(options.now ?? Date.now)
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve2) => void server.listen(0, "127.0.0.1", resolve2));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    callsOf: (model) => state.requests.filter((request) => request.model === model).length,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve2) => server.close(resolve2));
      server.closeAllConnections();
      await closed;
    }
  };
}
async function answer(state, request, response) {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const body = await readJson(request);
  const route = state.wires.map((one) => routeOf(one, path)).find((found2) => found2 !== null);
  if (route === void 0) return void response.writeHead(404).end();
  const { wire: wire2 } = route;
  const asked = wire2.readRequest(body, route.model);
  if (asked === null) return sendError(response, wire2, invalidRequest);
  const model = state.models.get(asked.model);
  if (model === void 0) return sendError(response, wire2, notFound(`model: ${asked.model}`));
  const found = state.cache.lookUp(asked, wire2.cache);
  const next = () => {
    found.begin();
    return turnOf(model, asked, { ...found, sample: nextSample(state, asked) });
  };
  const logged = logRequest(state, path, asked);
  const exchange = { request: logged, headers: request.headers, body, response, wire: wire2, asked, answer: next };
  if (state.latencyMs > 0) await sleep(state.latencyMs);
  if (!await state.intercept(exchange))
    sendTurn(response, wire2, { turn: next(), isStreamed: asked.isStreamed });
}
function routeOf(wire2, path) {
  const [before = "", after] = `${wire2.basePath}${wire2.path}`.split("{model}");
  if (after === void 0) return path === before ? { wire: wire2, model: null } : null;
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  const model = path.slice(before.length, path.length - after.length);
  return model === "" ? null : { wire: wire2, model: decodeURIComponent(model) };
}
function logRequest(state, path, asked) {
  const request = {
    path,
    model: asked.model,
    call: state.requests.filter((earlier) => earlier.model === asked.model).length,
    isStreamed: asked.isStreamed,
    promptLength: asked.system.length + asked.user.length
  };
  state.requests.push(request);
  return request;
}
async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
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
function notFound(message) {
  return { status: 404, type: "not_found_error", code: "model_not_found", message };
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
  if (of.reportDir !== null)
    await openReportFolder({
      directory: resolve(of.reportDir),
      tracks: trackedAnywhere(hostEnvironment())
    });
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
    say(
      "The demo: a small repository, one edit of its spec, two simulated models on this machine, asked through the vendors\u2019 real SDKs."
    );
    const report = of.reportDir ?? await mkdtemp(join(tmpdir(), "spec-portability-report-"));
    const log = __using(_stack, consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false }));
    const startedAt = systemClock().now();
    const directory = join(place, "repository");
    const event = await makeRepository(directory, scenario, hostEnvironment());
    const server = __using(_stack, await startSimulatedModels(scenario.models, { wires: await allWires() }), true);
    const repository = await openRepository(directory, hostEnvironment());
    const config = { path: "demo.yml", text: configFor(server.url) };
    const { settings } = readSettings({ file: config, inputs: {} });
    const signal = interruptSignal(say);
    const ports = __using(_stack, await wire({
      signal,
      origin: localOrigin,
      repository,
      recordsDirectory: join(place, "records"),
      sandbox: settings.sandbox,
      onNoSandbox: () => say(
        "There is no sandbox here (bubblewrap or docker), so none is used. The demo runs only code that is part of this program."
      ),
      log,
      keyOf: () => "none",
      setupVariable: () => null,
      nodeTestReporter: of.nodeTestReporter
    }), true);
    const trigger = await commitsOf(event, repository, null);
    const checked = await check(ports, {
      work: await findWork(repository, { trigger, settings }),
      mode: { kind: "measure" },
      withoutSecrets: false,
      ...{ trigger, settings, startedAt, notes: [], signal }
    });
    const { summary } = checked;
    log[Symbol.dispose]();
    print(renderTerminal(summary));
    await writeAll(checked, report);
    say(whereTold(report));
    say(`${summary.spent.generations} calls to simulated models, ${summary.spent.seconds.toFixed(1)} seconds.`);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function writeAll(checked, directory) {
  const { summary } = checked;
  await writeReport(summary, { directory, extra: null });
  await writeHtml(checked, directory, {
    repository: "the demo\u2019s own repository",
    repositoryUrl: null,
    runUrl: null
  });
  await writeComment(summary, directory);
}
function configFor(url) {
  return `version: 1
specs:
  - name: minutes
    spec: [specs/minutes/SPEC.md]
    writes: ["src/**"]
    test: node test/minutes.test.mjs
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
  const commit = async (files, message) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.add(".");
    await git.commit(message);
    return git.revparse(["HEAD"]);
  };
  const base = await commit(scenario2.base, "The spec, its code and its tests");
  const head = await commit(scenario2.head, "Say it in fewer words");
  return { kind: "manual", base, head };
}
export {
  demo
};
