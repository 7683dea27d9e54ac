import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  safeLine
} from "./chunk-6F7OASPA.js";
import {
  count,
  dollars
} from "./chunk-ZICT4WCG.js";
import {
  plainText
} from "./chunk-RVTRFKPY.js";

// src/adapters/process/console-log.ts
import { randomUUID } from "node:crypto";

// src/core/report/live/progress-lines.ts
function progressLine({ done, planned, calls, usd }) {
  const cost = usd === null ? "cost n/a" : dollars(usd);
  return `${done} of ${count(planned, "sample")} measured, ${count(calls, "call")}, ${cost}`;
}
function verdictLine({ spec, model, done, planned, verdict }) {
  const samples = done < planned ? `${done} of ${count(planned, "sample")} measured` : count(done, "sample");
  return `${plainText(spec, 60)} on ${plainText(model, 60)}: ${worded(verdict)} after ${samples}`;
}
function progressBlock(progress, terminal) {
  const open = progress.questions.filter(({ verdict }) => verdict === null);
  const ended = progress.questions.filter(({ verdict }) => verdict !== null).toReversed();
  const all = [...open, ...ended];
  const room = Math.max(1, Math.min(mostRows, terminal.rows - 4));
  const shown = all.slice(0, room);
  const width = {
    spec: Math.min(24, Math.max(0, ...shown.map(({ spec }) => plainText(spec, 24).length))),
    model: Math.min(32, Math.max(0, ...shown.map(({ model }) => plainText(model, 32).length)))
  };
  const rest = all.length - shown.length;
  return [
    ...shown.map((question) => row(question, width)),
    ...rest === 0 ? [] : [`and ${rest} more`],
    progressLine(progress)
  ].map(
    (line) => Array.from(line).slice(0, Math.max(10, terminal.columns - 1)).join("")
  );
}
var mostRows = 12;
function row({ spec, model, done, planned, verdict, words }, width) {
  const filled = planned === 0 ? 0 : Math.min(barLength, Math.floor(barLength * done / planned));
  const bar = `${"█".repeat(filled)}${"░".repeat(barLength - filled)}`;
  const name = `${plainText(spec, 24).padEnd(width.spec)}  ${plainText(model, 32).padEnd(width.model)}`;
  const ended = verdict === null ? "" : `  ${worded(verdict)}`;
  const search = words === void 0 ? "" : `, ${count(words, "sample")} to find the words`;
  return `${name}  ${bar} ${`${done}/${planned}`.padStart(5)}${ended}${search}`;
}
var barLength = 16;
function worded(verdict) {
  return verdict === null ? "open" : verdict.replaceAll("-", " ");
}

// src/adapters/process/console-log.ts
function consoleLog(options) {
  return options.live ? terminalLog(options) : plainLog(options);
}
var drawEveryMs = 100;
function terminalLog({
  stream,
  workflow,
  now = () => performance.now()
}) {
  let block = [];
  let drawnAt = Number.NEGATIVE_INFINITY;
  let latest = null;
  const draw = (above) => {
    const up = block.length > 1 ? `\x1B[${block.length - 1}A` : "";
    if (latest !== null)
      block = progressBlock(latest, { columns: stream.columns ?? 80, rows: stream.rows ?? 24 });
    stream.write(`\r${up}\x1B[J${above}${block.join("\n")}`);
    drawnAt = now();
  };
  const print = (line) => draw(`${safeLine(line, workflow)}
`);
  return {
    info: print,
    warn: (line) => print(`warning: ${line}`),
    progress: (state) => {
      latest = state;
      if (now() - drawnAt >= drawEveryMs) draw("");
    },
    [Symbol.dispose]: () => {
      if (latest !== null) draw("");
      if (block.length > 0) stream.write("\n");
      latest = null;
      block = [];
    }
  };
}
var firstEveryMs = 5e3;
function plainLog(options) {
  const { now = () => performance.now(), newToken = randomUUID } = options;
  let [dueAt, everyMs, shown] = [Number.NEGATIVE_INFINITY, firstEveryMs, ""];
  let latest = null;
  const told = /* @__PURE__ */ new Set();
  const print = (line) => {
    options.stream.write(`${guarded(line, options.workflow, newToken)}
`);
  };
  const count2 = (state) => {
    const line = progressLine(state);
    if (line !== shown) print(line);
    shown = line;
  };
  return {
    info: print,
    warn: (line) => print(`warning: ${line}`),
    progress: (state) => {
      latest = state;
      for (const line of newVerdicts(state, told)) print(line);
      if (now() < dueAt) return;
      count2(state);
      dueAt = now() + everyMs;
      everyMs *= 1.2;
    },
    [Symbol.dispose]: () => {
      if (latest !== null) count2(latest);
      latest = null;
    }
  };
}
var mostVerdicts = 40;
function newVerdicts({ questions }, told) {
  if (told.size > mostVerdicts) return [];
  const fallen = questions.filter((question) => question.verdict !== null && !told.has(question));
  return fallen.flatMap((question) => {
    told.add(question);
    if (told.size > mostVerdicts + 1) return [];
    return told.size === mostVerdicts + 1 ? ["further verdicts are in the report"] : [verdictLine(question)];
  });
}
function guarded(line, workflow, newToken) {
  const safe = safeLine(line, workflow);
  if (!workflow || safe === safeLine(line, false)) return safe;
  const token = newToken();
  return `::stop-commands::${token}
${safe}
::${token}::`;
}

export {
  consoleLog
};
