import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  refuseUnpriced
} from "./chunk-RFFIZIPQ.js";
import {
  headLines,
  warnings
} from "./chunk-II2UII7V.js";
import {
  plainPhrases
} from "./chunk-QXAAWC6M.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";

// src/core/report/words/tampered-counts.ts
function tamperedCounts({ tamperedIn = [] }, verdict) {
  const found = tamperedIn.find(({ question }) => question === verdict.question);
  return { base: found?.base ?? 0, head: found?.head ?? 0 };
}

// src/core/report/machine/result-file.ts
function resultFile(summary) {
  return {
    schema: 1,
    conclusion: summary.conclusion,
    withheld: summary.skipReason,
    trigger: triggerOf(summary),
    ...summary.repeats === void 0 ? {} : { repeats: summary.repeats },
    models: summary.models.map((model) => ({ ...model, servedBy: [...model.servedBy] })),
    changes: summary.changes.map((change) => ({ spec: change.name, class: change.class })),
    ...judgesOf(summary),
    verdicts: summary.verdicts.map((verdict) => verdictOf(summary, verdict)),
    matrix: summary.matrix.map((row) => matrixRow(row)),
    portability: summary.portability.map((entry) => ({ ...entry, portableOn: [...entry.portableOn] })),
    tampered: summary.tampered ?? 0,
    spent: spentOf(summary),
    settings: { ...summary.settings, looks: [...summary.settings.looks] },
    notes: [
      ...summary.skipReason === null ? [] : [summary.skipReason],
      ...warnings(summary).map((warning) => plainPhrases(warning)),
      ...summary.notes
    ]
  };
}
function judgesOf({ alteredJudges = [] }) {
  return alteredJudges.length === 0 ? {} : { alteredJudges: alteredJudges.map((judge) => judgeOf(judge)) };
}
function judgeOf(judge) {
  const { specs, altered, by, accepted } = judge;
  return {
    specs: [...specs],
    altered: [...altered],
    by,
    accepted: accepted === null ? null : { by: accepted.by, url: accepted.url }
  };
}
function spentOf({ spent }) {
  return {
    generations: spent.generations,
    cachedGenerations: spent.cachedGenerations,
    lostCalls: spent.lostCalls,
    estimatedCalls: spent.estimatedCalls,
    inputTokens: spent.inputTokens,
    outputTokens: spent.outputTokens,
    usd: spent.usd,
    unpriced: [...spent.unpriced],
    priceTableDate: spent.priceTableDate,
    ranOut: [...spent.exhaustedCaps],
    notReached: spent.notReached.map((entry) => ({ ...entry })),
    seconds: spent.seconds
  };
}
function triggerOf(summary) {
  const { trigger } = summary;
  switch (trigger.kind) {
    case "pull-request":
      return {
        kind: trigger.kind,
        number: trigger.number,
        base: trigger.base,
        head: trigger.head,
        fromFork: trigger.fromFork
      };
    case "merge-group": {
      const { kind, number, base, head } = trigger;
      return { kind, number, base, head };
    }
    case "manual":
      return { kind: trigger.kind, base: trigger.base, head: trigger.head };
    case "audit":
      return { kind: trigger.kind, head: trigger.head };
  }
}
function verdictOf(summary, verdict) {
  const { base, head, drop, p, excludes, brokenTests, culprit, why, requirements, compared } = verdict;
  return {
    spec: verdict.spec,
    model: verdict.model,
    asks: verdict.asks,
    ...verdict.insteadOf === void 0 ? {} : { insteadOf: verdict.insteadOf },
    verdict: verdict.verdict,
    base: base === null ? null : tallyOf(base),
    head: tallyOf(head),
    drop: drop === null ? null : { estimate: drop.estimate, low: drop.low, high: drop.high },
    p,
    excludes,
    brokenTests: [...brokenTests],
    unconfirmed: verdict.unconfirmed,
    withoutResult: verdict.withoutResult.map((each) => ({ ...each })),
    culprit: culprit.map((hunk) => culpritOf(hunk)),
    why,
    requirements: requirements === null ? null : { ...requirements, tests: [...requirements.tests] },
    compared,
    tampered: tamperedCounts(summary, verdict)
  };
}
function tallyOf(tally) {
  return { passed: tally.passed, failed: tally.failed, unmeasured: tally.unmeasured };
}
function culpritOf(hunk) {
  const [start, end] = headLines(hunk);
  return { file: hunk.file, lines: [start, end], probability: null };
}
function matrixRow(row) {
  const asks = row.asks === void 0 ? {} : { asks: row.asks };
  const byModel = [...row.byQuestion.values()].map(
    ({ model, base, head }) => [model, { base, head }]
  );
  return { spec: row.spec, ...asks, test: row.test, on: row.on, byModel: Object.fromEntries(byModel) };
}

// src/core/report/machine/result-text.ts
function resultText(summary) {
  return jsonText(resultFile(summary));
}
function jsonText(value) {
  const text = JSON.stringify(value, null, 2);
  const harmless = text.replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) => escaped(character)).replaceAll("##[", "#\\u0023[");
  return `${harmless}
`;
}
function escaped(character) {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

// src/pipeline/trigger/commits.ts
async function commitsOf(event, repository, workflow) {
  switch (event.kind) {
    case "pull-request": {
      const { number, fromFork, askedBy } = event;
      const onDemand = askedBy === null ? {} : { onDemand: askedBy.by };
      return { kind: "pull-request", number, ...await sides(event, repository), fromFork, ...onDemand };
    }
    case "merge-group": {
      const { fromFork, pullRequest } = event;
      return { kind: "merge-group", ...await sides(event, repository), fromFork, number: pullRequest };
    }
    case "manual": {
      const head = await repository.resolve(event.head);
      const baseTip = await repository.resolve(event.base);
      const base = await repository.mergeBase(baseTip, head);
      if (base === head && baseTip !== head) refuseSwapped(event);
      const fork = workflow === null ? {} : { fromFork: !await repository.isOnBranch(head, workflow.running) };
      return { kind: "manual", base, head, baseTip, ...fork };
    }
    case "audit":
      return { kind: "audit", head: await repository.resolve(event.head) };
  }
}
function refuseSwapped({ base, head }) {
  throw new UserError(
    "COMMITS_SWAPPED",
    `\`${head}\` (head) is an ancestor of \`${base}\` (base), so it changes nothing.`,
    "Give the older commit as the base and the newer one as the head."
  );
}
async function sides(event, repository) {
  const baseTip = await repository.resolve(event.baseTip);
  const head = await repository.resolve(event.head);
  return { base: await repository.mergeBase(baseTip, head), head, baseTip };
}

// src/core/trigger/rights.ts
function rightsOf(trigger, of) {
  const isForks = isFromFork(trigger);
  const hasSecrets = trigger.kind !== "pull-request" || isByComment(trigger) || !isForks && !of.isDependabots;
  return { hasSecrets, readsHeadConfig: !isForks, seesSetupEnv: hasSecrets && !isForks };
}
function needsSandbox(trigger) {
  return isFromFork(trigger) || isByComment(trigger);
}
function isFromFork(trigger) {
  switch (trigger.kind) {
    case "pull-request":
    case "merge-group":
      return trigger.fromFork;
    case "manual":
      return trigger.fromFork ?? false;
    case "audit":
      return false;
  }
}
function isByComment(trigger) {
  return trigger.kind === "pull-request" && trigger.onDemand === "comment";
}

// src/pipeline/check/skip-reason.ts
async function findSkipReason(ports, request) {
  const { settings, trigger } = request;
  if (lacksKeys(ports, request)) return secretsWithheld;
  const unpriced = refuseUnpriced(settings.models, settings.budget);
  if (unpriced !== null) throw unpriced;
  const { level } = await ports.sandbox();
  if (level !== "none" || !needsSandbox(trigger)) return null;
  return isFromFork(trigger) ? forkUnsandboxed : commentUnsandboxed;
}
function lacksKeys(ports, { settings, withoutSecrets }) {
  const keyless = settings.models.filter((model) => !ports.hasKey(model));
  if (keyless.length > 0 && !withoutSecrets) {
    throw missingKeys(keyless);
  }
  return keyless.length > 0;
}
var secretsWithheld = "GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.";
var forkUnsandboxed = "Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.";
var commentUnsandboxed = "A run that a comment asks for holds the keys of this repository, so it runs no generated code without a sandbox, and `sandbox` is `none`: no model was asked. Nothing is known about this change.";
function missingKeys(keyless) {
  const names = [...new Set(keyless.map(({ apiKeyEnv }) => apiKeyEnv))].map((name) => {
    const models = keyless.filter(({ apiKeyEnv }) => apiKeyEnv === name).map(({ id }) => id);
    return `${name} (for ${models.join(", ")})`;
  });
  return new UserError(
    "KEY_MISSING",
    `a spec changed and has to be checked, but these environment variables are not set: ${names.join(", ")}.`,
    "Set them in the environment of the command (in a workflow under `env:` of the step, from the secrets of the repository), or remove the model from `models`."
  );
}

export {
  tamperedCounts,
  resultText,
  jsonText,
  rightsOf,
  findSkipReason,
  commitsOf
};
