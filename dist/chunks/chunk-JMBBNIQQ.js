import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planRun
} from "./chunk-3X6NL2SD.js";
import {
  permittedMode
} from "./chunk-QT7ARZC2.js";
import {
  announcePlan
} from "./chunk-WXCDMTBJ.js";
import {
  runPlan
} from "./chunk-QJ2FTIBY.js";
import {
  openEngine
} from "./chunk-CYHJZNGT.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/pipeline/check/check.ts
async function check(ports, request) {
  if (request.work.questions.length === 0) return (await conclusions()).nothingAsked(ports, request);
  if (request.mode.kind === "measure") void ports.loadClients?.(request.settings.models);
  const mode = await permittedMode(ports, request);
  switch (mode.kind) {
    case "repeat":
      return (await conclusions()).repeated(ports, request, mode.earlier);
    case "plan-only":
      return planned(ports, request, mode.why);
    case "replay":
    case "imported":
      return judgedAgain(ports, request, { kind: mode.kind });
    case "measure":
      return measured(ports, request);
  }
}
async function conclusions() {
  return import("./conclude-KYOH22QR.js");
}
async function measured(ports, request) {
  var _stack = [];
  try {
    const { settings, work } = request;
    await ports.restoreRecords();
    const plan = await planRun(ports, work, { settings, isShownOnly: false });
    await announcePlan(ports, plan, settings);
    const engine = __using(_stack, await openEngine(ports, request, { plan, allowance: { kind: "caps" } }), true);
    return await answered(engine, request, plan);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function judgedAgain(ports, request, allowance) {
  var _stack = [];
  try {
    const { settings, work } = request;
    await ports.restoreRecords();
    const plan = await planRun(ports, work, { settings, isShownOnly: true });
    const engine = __using(_stack, await openEngine(ports, request, { plan, allowance }), true);
    return await answered(engine, request, plan);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function answered(engine, request, plan) {
  const measurements = await runPlan(engine, plan);
  return (await conclusions()).answered(engine, request, { plan, measurements });
}
async function planned(ports, request, why) {
  const { settings, work } = request;
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  const notes = await announcePlan(ports, plan, settings);
  return (await conclusions()).planOnly(ports, request, { plan, notes, why });
}

export {
  check
};
