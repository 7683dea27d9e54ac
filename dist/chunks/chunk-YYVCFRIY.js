import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  trackedAnywhere
} from "./chunk-3BO4C2BF.js";
import {
  placesOf,
  settingsOf,
  textOf,
  wholeNumber
} from "./chunk-P33PNVVQ.js";
import {
  openResultFile
} from "./chunk-FDRKQG2W.js";
import {
  UserError,
  commitsOf,
  consoleLog,
  interruptSignal,
  localOrigin,
  openReportFolder,
  openRepository,
  print,
  systemClock,
  wire
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment,
  hostVariable
} from "./chunk-FMJFPCHD.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/open-command.ts
import { resolve } from "node:path";
async function openCommand(call, refuse = async () => {
}) {
  const log = consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false });
  try {
    const { ports, request } = await openPorts(call, log, refuse);
    const close = async () => {
      var _stack = [];
      try {
        const _log = __using(_stack, log);
        const _ports = __using(_stack, ports, true);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    };
    const print2 = (text) => {
      log[Symbol.dispose]();
      print(text);
    };
    return { options: call.options, ports, request, print: print2, [Symbol.asyncDispose]: close };
  } catch (error) {
    log[Symbol.dispose]();
    throw error;
  }
}
async function openPorts({ options, nodeTestReporter }, log, refuse) {
  const { directory, records } = placesOf(options);
  const startedAt = systemClock().now();
  const opening = openRepository(directory, hostEnvironment());
  const reading = settingsOf(options);
  await Promise.allSettled([opening, reading]);
  const repository = await opening;
  const { settings, notYet: notes } = await reading;
  const head = textOf(options, "head") ?? "HEAD";
  const trigger = await commitsOf(
    { kind: "manual", base: textOf(options, "base") ?? head, head },
    repository,
    null
  );
  await refuse({ repository, settings, trigger });
  const signal = interruptSignal((line) => log.info(line));
  const ports = await wire({
    signal,
    origin: originOf(options),
    repository,
    recordsDirectory: records,
    sandbox: settings.sandbox,
    log,
    keyOf: hostVariable,
    setupVariable: hostVariable,
    nodeTestReporter
  });
  const accepted = acceptanceIn(options, trigger);
  return {
    ports,
    request: { trigger, settings, withoutSecrets: false, notes, startedAt, signal, ...accepted }
  };
}
function acceptanceIn(options, { head }) {
  const commit = textOf(options, "acceptTests");
  if (commit === null) return {};
  if (commit === head) return { acceptedTests: { by: "--accept-tests", url: null } };
  throw new UserError(
    "TESTS_NOT_ACCEPTED",
    `\`--accept-tests ${commit.slice(0, 60)}\` is not the commit that is checked (${head}).`,
    "Read how its tests are run, then give all 40 digits of that commit."
  );
}
async function openReport({ options, ports }) {
  const extra = textOf(options, "result");
  const directory = placesOf(options).report;
  const tracks = trackedAnywhere(hostEnvironment(), ports.repository);
  if (extra !== null) await openResultFile(resolve(extra), tracks);
  await openReportFolder({ directory, tracks });
}
function originOf(options) {
  const pullRequest = textOf(options, "pullRequest");
  return pullRequest === null ? localOrigin : { ...localOrigin, pullRequest: wholeNumber(options, "pullRequest", 0) };
}

export {
  openCommand,
  openReport
};
