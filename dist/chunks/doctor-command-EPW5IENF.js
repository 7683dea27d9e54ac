import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  readSpecs
} from "./chunk-U52LZZYK.js";
import {
  inputsOf,
  placesOf,
  textOf,
  workingTreeConfig
} from "./chunk-HLBFWSJT.js";
import {
  planRun,
  questionsOf
} from "./chunk-CSZIQBKX.js";
import {
  announcePlan
} from "./chunk-WXLGVXIB.js";
import {
  unchangedSpec
} from "./chunk-JGXUTWR6.js";
import {
  consoleLog,
  effectiveCaps,
  findRunners,
  interruptSignal,
  localOrigin,
  refuseUnpriced,
  wire
} from "./chunk-VESUE4UJ.js";
import "./chunk-KNM2RNIF.js";
import {
  sharedWrites
} from "./chunk-BATYQILO.js";
import "./chunk-XNFXFQWI.js";
import {
  hostEnvironment,
  hostVariable,
  openRepository,
  quietGit,
  readSettings,
  scriptsOf
} from "./chunk-GYM7SQOO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-TW6MWD2I.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-6YGDI4PO.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/git/history-depth.ts
async function isShallowCheckout(directory, environment) {
  const said = await quietGit({ directory, environment }).raw(["rev-parse", "--is-shallow-repository"]);
  return said.trim() === "true";
}

// src/core/results/results-note.ts
function resultsNote(spec, packageJson) {
  switch (spec.results.kind) {
    case "file":
      return null;
    case "exit-code":
      return "results: exit-code, which generated code can fake: name a report under `results` if the tests write one.";
    case "auto": {
      const calls = findRunners(spec.test, scriptsOf(packageJson));
      const isAsked = calls.some(({ runner, place }) => runner.askedBy === "variable" || place !== null);
      return isAsked ? null : `no runner is seen in \`${shown(spec.test)}\`, so its exit code may be all that is known: give the runner’s own command, or name a report under \`results\`.`;
    }
  }
}
function shown(command) {
  return command.replaceAll(/[`\s\p{C}]+/gu, " ").slice(0, 60);
}

// src/pipeline/check/diagnose.ts
async function diagnose(ports, settings) {
  return [
    ...settings.models.map((model) => keyOf(ports, model)),
    ...moneyOf(settings),
    await orWrong(() => sandboxOf(ports)),
    ...await specsOf(ports, settings)
  ].flat();
}
function diagnoseConfig({ specs, models }, notYet) {
  return [
    { kind: "fine", text: `config: valid, ${specs.length} under specs, ${models.length} under models.` },
    ...notYet.map((text) => ({ kind: "note", text: `config: ${text}` }))
  ];
}
function keyOf(ports, model) {
  const { id, apiKeyEnv } = model;
  if (apiKeyEnv === null) return { kind: "fine", text: `key: ${id} needs none.` };
  return ports.hasKey(model) ? { kind: "fine", text: `key: ${apiKeyEnv} is set (for ${id}).` } : {
    kind: "wrong",
    text: `key: ${apiKeyEnv} is not set (for ${id}). Give it as an environment variable from a secret.`
  };
}
function moneyOf({ models, budget }) {
  const refused = refuseUnpriced(models, budget);
  if (refused !== null) return [wrong(refused)];
  const { note, usd } = effectiveCaps(models, budget);
  if (note !== null) return [{ kind: "note", text: `cost: ${note}` }];
  return usd === null ? [] : [{ kind: "fine", text: `cost: a run ends at ${usd} USD at the latest.` }];
}
async function sandboxOf(ports) {
  const { level, version, probes } = (await ports.sandbox()).isolation;
  if (probes === null)
    return [
      {
        kind: "note",
        text: "sandbox: none. Generated code runs with all rights of the job: set `sandbox: auto`."
      }
    ];
  const attack = `${probes.passed}/${probes.total} probes of the self-attack held`;
  return [{ kind: "fine", text: `sandbox: ${level} ${version ?? ""}, ${attack}.` }];
}
async function specsOf(ports, settings) {
  return orWrong(async () => {
    const head = await ports.repository.resolve("HEAD");
    const versions = await readSpecs(ports.repository, settings.specs, head);
    const changes = versions.map((version) => unchangedSpec(version));
    const shared = sharedWrites(changes).map(({ specs, files }) => ({
      kind: "note",
      text: `writes: ${specs.join(" and ")} empty the same ${counted(files.length, "file")} (${some(files)}): put \`{name}\` into \`writes\`.`
    }));
    const each = await Promise.all(versions.map((version) => specOf(ports, version)));
    return [...each.flat(), ...shared, ...await costOf(ports, settings, changes)];
  });
}
async function specOf(ports, version) {
  const { spec, emptied, commit } = version;
  const where = spec.directory === "." ? "package.json" : `${spec.directory}/package.json`;
  const manifest = (await ports.repository.listFiles(commit)).find(({ path }) => path === where);
  const packageJson = manifest === void 0 ? null : new TextDecoder().decode(await ports.repository.readBlob(manifest.oid));
  const note = resultsNote(spec, packageJson);
  return [
    {
      kind: "fine",
      text: `spec ${spec.name}: ${spec.files.join(", ")}; ${counted(emptied.length, "committed file")} emptied before each generation${emptied.length === 0 ? "" : `: ${some(emptied)}`}.`
    },
    ...note === null ? [] : [{ kind: "note", text: `spec ${spec.name}: ${note}` }]
  ];
}
async function costOf(ports, settings, changes) {
  const [longest] = changes.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const plans = [
    ...longest === void 0 ? [] : [{ what: `if ${longest.name} changes`, changes: [longest] }],
    ...changes.length > 1 ? [{ what: `if all ${changes.length} specs change`, changes }] : []
  ];
  const found = [];
  for (const plan of plans) {
    found.push([...await orWrong(() => projected(ports, settings, plan))]);
  }
  return found.flat();
}
async function projected(ports, settings, of) {
  const { changes } = of;
  const questions = questionsOf({ changes, unchanged: [], switches: [], settings });
  const plan = await planRun(ports, { changes, questions }, { settings, isShownOnly: true });
  const silent = { info: () => {
  }, warn: () => {
  }, progress: () => {
  } };
  const said = await announcePlan({ ...ports, log: silent }, plan, settings);
  return said.map((line) => ({ kind: "fine", text: `${of.what}: ${line}` }));
}
function lengthOf({ head }) {
  const files = head === null ? [] : [...head.files, ...head.instructions, ...head.context];
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
async function orWrong(find) {
  try {
    return await find();
  } catch (error) {
    if (error instanceof UserError) return [wrong(error)];
    throw error;
  }
}
function wrong(error) {
  return { kind: "wrong", text: error.message };
}
function counted(count, thing) {
  return `${count} ${thing}${count === 1 ? " is" : "s are"}`;
}
var shownAtMost = 8;
function some(paths) {
  return `${paths.slice(0, shownAtMost).join(", ")}${paths.length > shownAtMost ? `, and ${paths.length - shownAtMost} more` : ""}`;
}

// src/pipeline/check/diagnose-places.ts
async function diagnosePlaces(repository, of) {
  const tracked = [];
  for (const [input, folder] of Object.entries(of.folders)) {
    if (!await repository.tracks(folder)) continue;
    tracked.push({
      kind: "wrong",
      text: `${folder} is tracked by git, so others could fill it: point \`${input}\` at a folder that git ignores.`
    });
  }
  return [depthOf(of.isShallow), ...tracked];
}
function depthOf(isShallow) {
  return isShallow ? {
    kind: "note",
    text: "git: this checkout is shallow, so the base has to be fetched: `fetch-depth: 0` in actions/checkout, or `git fetch --unshallow`."
  } : { kind: "fine", text: "git: the whole history is here." };
}

// src/entry/commands/doctor-command.ts
async function doctorCommand(call) {
  const { options } = call;
  const { directory } = placesOf(options);
  let isWell = true;
  const tell = ({ kind, text }) => {
    process.stdout.write(`${labels[kind]} ${text.replaceAll(/[\p{C}\s]+/gu, " ")}
`);
    isWell &&= kind !== "wrong";
  };
  const repository = await openRepository(directory, hostEnvironment());
  const places = await diagnosePlaces(repository, {
    isShallow: await isShallowCheckout(directory, hostEnvironment()),
    folders: {
      records: textOf(options, "records") ?? ".spec-portability/records",
      "report-dir": textOf(options, "reportDir") ?? ".spec-portability/report"
    }
  });
  for (const finding of places) tell(finding);
  await mistakesTold(() => examine(call, repository, tell), tell);
  process.stdout.write(
    isWell ? "All is well: a check would run.\n" : "A check would end with exit code 2.\n"
  );
  return isWell ? 0 : 2;
}
var labels = { fine: "ok   ", note: "note ", wrong: "WRONG" };
async function examine({ options, nodeTestReporter }, repository, tell) {
  var _stack = [];
  try {
    const log = __using(_stack, consoleLog({ stream: process.stderr, live: false, workflow: false }));
    const file = await workingTreeConfig(options);
    const { settings, notYet } = readSettings({ file, inputs: inputsOf(options) });
    for (const finding of diagnoseConfig(settings, notYet)) tell(finding);
    const ports = __using(_stack, await wire({
      signal: interruptSignal((line) => log.info(line)),
      origin: localOrigin,
      repository,
      recordsDirectory: placesOf(options).records,
      sandbox: settings.sandbox,
      log,
      keyOf: hostVariable,
      setupVariable: () => null,
      nodeTestReporter
    }), true);
    for (const finding of await diagnose(ports, settings)) tell(finding);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function mistakesTold(search, tell) {
  try {
    await search();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell({ kind: "wrong", text: error.message });
  }
}
export {
  doctorCommand
};
