import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  bytes,
  commentMarker,
  renderComment,
  renderDocument
} from "./chunk-7REDWMAH.js";
import {
  configAt,
  openReportFolder
} from "./chunk-4RUDHNNE.js";
import {
  baseToHead,
  check,
  commitsOf,
  consoleLog,
  count,
  countsLine,
  culprits,
  defaultBranchOf,
  digest,
  headLines,
  hostEnvironment,
  hostTemporaryRoot,
  interruptSignal,
  isBlocking,
  isFresh,
  logText,
  maxRecordAgeMs,
  nameModel,
  openRepository,
  plainPhrases,
  plainText,
  rate,
  readRecord,
  readRecordPath,
  readSettings,
  redact,
  runCommand,
  systemClock,
  temporaryName,
  wire,
  workflowOrigin,
  writeReport
} from "./chunk-H3NZFLZQ.js";
import {
  exitCodeOf
} from "./chunk-BYGFJMH4.js";
import {
  UserError
} from "./chunk-2DHZPQ6O.js";
import {
  archivedFolder,
  readTransferred
} from "./chunk-NOOLA2J3.js";
import {
  external_exports
} from "./chunk-XSUEZRQG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/run-action.ts
import { resolve } from "node:path";

// src/adapters/github/actions-runtime.ts
import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
function actionsRuntime(environment) {
  const underActions = environment["GITHUB_ACTIONS"] === "true";
  const load = async () => import("./core-YT4J42MC.js");
  return {
    async readInputs(names) {
      const core = await load();
      const values = names.map((name) => [name, core.getInput(name)]);
      return new Map(values.filter(([, value]) => value !== ""));
    },
    async mask(secret) {
      if (!underActions) return;
      const core = await load();
      for (const line of secret.split(/\r?\n/)) if (line.trim() !== "") core.setSecret(line);
    },
    async setOutputs(outputs) {
      if (!await isFile(environment["GITHUB_OUTPUT"])) return;
      const core = await load();
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    },
    async writeSummary(markdown) {
      if (!await isFile(environment["GITHUB_STEP_SUMMARY"])) return false;
      const core = await load();
      await core.summary.addRaw(markdown, true).write();
      return true;
    },
    async printUntrusted(text) {
      const core = await load();
      const token = randomUUID();
      if (underActions) core.info(`::stop-commands::${token}`);
      core.info(logText(text));
      if (underActions) core.info(`::${token}::`);
    },
    async readEvent() {
      const path = environment["GITHUB_EVENT_PATH"];
      return await isFile(path) && path !== void 0 ? readJson(path) : null;
    }
  };
}
async function isFile(path) {
  if (path === void 0 || path === "") return false;
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
async function readJson(path) {
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// src/adapters/github/attempt.ts
async function attempt(clock, call) {
  for (let number = 1; ; number += 1) {
    try {
      return { kind: "done", value: await call() };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      if (!refusal.isPassing || number === 3)
        return { kind: "refused", status: refusal.status, why: refusal.why };
      const waitMs = refusal.retryAfterMs ?? 1e3 * 2 ** (number - 1);
      await clock.sleep(Math.min(waitMs, 6e4), neverAborted);
    }
  }
}
var neverAborted = new AbortController().signal;
function refusalOf(error) {
  if (!(error instanceof Error)) return null;
  const message = plainText(error.message, 300);
  if (!("status" in error)) {
    const isCut = error.message === "terminated" || error.cause instanceof Error;
    return isCut ? { status: null, why: `the connection broke: ${message}`, isPassing: true, retryAfterMs: null } : null;
  }
  const status = Number(error.status);
  const retryAfterMs = retryAfterOf(error);
  const isRateLimit = status === 429 || status === 403 && (retryAfterMs !== null || /rate limit/i.test(message));
  return {
    status,
    why: `GitHub answered ${status}: ${message}`,
    isPassing: status >= 500 || isRateLimit,
    retryAfterMs
  };
}
function retryAfterOf(error) {
  const response = "response" in error ? error.response : null;
  const headers = isRecord(response) ? response["headers"] : null;
  const seconds = isRecord(headers) ? Number(headers["retry-after"] ?? Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1e3 : null;
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

// src/adapters/github/octokit.ts
async function openRemote(options) {
  const [owner = "", repo = ""] = options.repository.split("/");
  const github = await import("./github-ADDSYJOX.js");
  const octokit = github.getOctokit(options.token, { baseUrl: options.apiUrl });
  octokit.hook.before("request", (request) => {
    request.request = { ...request.request, signal: AbortSignal.timeout(3e4) };
  });
  return { octokit, owner, repo, apiUrl: options.apiUrl };
}

// src/adapters/github/own-login.ts
async function ownLogin(remote, clock) {
  const user = await attempt(
    clock,
    async () => (await remote.octokit.rest.users.getAuthenticated()).data.login
  );
  if (user.kind === "done" || !isForbidden(user.status)) return user;
  const viewer = await attempt(
    clock,
    async () => readViewer((await remote.octokit.request(viewerQuery(remote.apiUrl))).data)
  );
  if (viewer.kind === "refused" && !isForbidden(viewer.status)) return viewer;
  return { kind: "done", value: (viewer.kind === "done" ? viewer.value : null) ?? "github-actions[bot]" };
}
function isForbidden(status) {
  return status !== null && status >= 400 && status < 500;
}
function viewerQuery(apiUrl) {
  return {
    method: "POST",
    url: `${apiUrl.replace(/\/api\/v3$/, "/api")}/graphql`,
    query: "{ viewer { login } }"
  };
}
function readViewer(data) {
  const viewer = member(member(data, "data"), "viewer");
  const login = member(viewer, "login");
  return typeof login === "string" && login !== "" ? login : null;
}
function member(value, key) {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : void 0;
}

// src/adapters/github/sticky-comment.ts
async function putComment(remote, comment, warn) {
  const { octokit, owner, repo } = remote;
  const ours = await ownComments(remote, comment);
  const [oldest] = ours;
  if (oldest === void 0) {
    if (!comment.create) return { kind: "left-alone" };
    const created = await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: comment.pullRequest,
      body: comment.body
    });
    return { kind: "published", url: created.data.html_url };
  }
  if (ours.length > 1)
    warn(`${ours.length} comments carry our marker; the oldest is updated: ${oldest.html_url}`);
  const updated = await octokit.rest.issues.updateComment({
    owner,
    repo,
    comment_id: oldest.id,
    body: comment.body
  });
  return { kind: "published", url: updated.data.html_url };
}
async function ownComments(remote, comment) {
  const { octokit, owner, repo } = remote;
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: comment.pullRequest,
    per_page: 100
  });
  return all.filter(
    (candidate) => candidate.user?.login === comment.login && firstLine(candidate.body ?? "") === comment.marker
  ).toSorted((one, other) => one.id - other.id);
}
function firstLine(body) {
  return (body.split("\n", 1)[0] ?? "").trim();
}

// src/adapters/github/github-review.ts
function githubReview(options) {
  const { clock, markerAuthor, warn = () => {
  } } = options;
  let remote = null;
  let login = null;
  const open = () => remote ??= openRemote(options);
  return {
    async comment(request) {
      if (options.token === "") return noToken;
      const opened = await open();
      login ??= markerAuthor === void 0 ? ownLogin(opened, clock) : Promise.resolve({ kind: "done", value: markerAuthor });
      const author = await login;
      if (author.kind === "refused") return { kind: "failed", why: author.why };
      const put = (body) => attempt(clock, () => putComment(opened, { ...request, body, login: author.value }, warn));
      const whole = await put(request.body);
      const first = firstScreen(request.body);
      const isTooLong = whole.kind === "refused" && whole.status === 422 && first !== request.body;
      return publishedOf(isTooLong ? await put(first) : whole);
    },
    async checkRun(check2) {
      if (options.token === "") return noToken;
      const opened = await open();
      return publishedOf(await createCheckRun(opened, clock, check2));
    }
  };
}
var noToken = { kind: "failed", why: "there is no token (input `github-token`)" };
function publishedOf(attempted) {
  return attempted.kind === "done" ? attempted.value : { kind: "failed", why: attempted.why };
}
function firstScreen(body) {
  const folds = body.indexOf("\n<details");
  return folds === -1 ? body : body.slice(0, folds);
}
async function createCheckRun(remote, clock, check2) {
  const { octokit, owner, repo } = remote;
  const [first = [], ...rest] = batches(check2.annotations.map((annotation) => wireAnnotation(annotation)));
  const output = { title: check2.title, summary: check2.summary };
  const created = await attempt(
    clock,
    async () => octokit.rest.checks.create({
      owner,
      repo,
      name: check2.name,
      head_sha: check2.headSha,
      status: "completed",
      conclusion: check2.conclusion,
      output: { ...output, annotations: first }
    })
  );
  if (created.kind === "refused") return created;
  for (const annotations of rest) {
    const updated = await attempt(
      clock,
      async () => octokit.rest.checks.update({
        owner,
        repo,
        check_run_id: created.value.data.id,
        output: { ...output, annotations }
      })
    );
    if (updated.kind === "refused") return updated;
  }
  return { kind: "done", value: { kind: "published", url: created.value.data.html_url ?? "" } };
}
function wireAnnotation(annotation) {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message
  };
}
function batches(annotations) {
  return Array.from(
    { length: Math.ceil(annotations.length / 50) },
    (_, index) => annotations.slice(index * 50, index * 50 + 50)
  );
}

// src/adapters/sandbox/set-up-sandbox.ts
async function setUpSandbox(request) {
  if (!request.enabled || !isHostedLinux(request.environment)) return "not-ours";
  const run = request.run ?? runStep;
  for (const { argv, why } of setUpSteps) {
    const { end, stderr } = await run(argv);
    if (end.kind === "exited" && end.code === 0) continue;
    const said = stderr.text.trim().split("\n").at(-1) ?? "";
    request.log.warn(`sandbox-setup could not ${why}: ${said || end.kind}`);
    return "failed";
  }
  request.log.info("sandbox-setup installed bubblewrap and its AppArmor profile");
  return "done";
}
function isHostedLinux(environment) {
  return environment["GITHUB_ACTIONS"] === "true" && environment["RUNNER_ENVIRONMENT"] === "github-hosted" && environment["RUNNER_OS"] === "Linux";
}
var appArmorProfile = `abi <abi/4.0>,
include <tunables/global>
profile bwrap /usr/bin/bwrap flags=(unconfined) {
  userns,
  include if exists <local/bwrap>
}
`;
var setUpSteps = [
  {
    why: "install bubblewrap",
    argv: [
      ...["sudo", "-n", "sh", "-c"],
      "command -v bwrap || { apt-get install -y --no-install-recommends bubblewrap || { apt-get update -q && apt-get install -y --no-install-recommends bubblewrap; }; }"
    ]
  },
  {
    why: "load the AppArmor profile of bubblewrap",
    argv: [
      ...["sudo", "-n", "sh", "-c"],
      '[ -d /sys/kernel/security/apparmor ] || exit 0; printf %s "$1" > /etc/apparmor.d/bwrap && apparmor_parser -r /etc/apparmor.d/bwrap',
      ...["sh", appArmorProfile]
    ]
  }
];
var stepTimeoutMs = 18e4;
async function runStep(argv) {
  return runCommand({
    argv,
    directory: "/",
    environment: {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      DEBIAN_FRONTEND: "noninteractive"
    },
    timeoutMs: stepTimeoutMs,
    signal: new AbortController().signal
  });
}

// src/config/input-names.ts
var inputNames = [
  "mode",
  "config",
  "specs",
  "models",
  "writes",
  "context",
  "setup-command",
  "test-command",
  "results",
  "base",
  "head",
  "anthropic-api-key",
  "openai-api-key",
  "github-token",
  "max-usd",
  "max-generations",
  "fail-on",
  "comment",
  "comment-key",
  "check-run",
  "sandbox",
  "cache",
  "history-branch",
  "sandbox-setup",
  "records",
  "report-dir",
  "shard",
  "dry-run",
  "working-directory"
];

// src/core/plan/read-event.ts
function readEvent(event) {
  switch (event.name) {
    case "pull_request":
      return readPullRequest(event.payload);
    case "workflow_dispatch":
      return readDispatch(event);
    case "push":
    case "schedule":
    case "merge_group":
      throw unsupported(`event \`${event.name}\` is not in this version.`);
    case "pull_request_target":
      throw unsupported(
        "event `pull_request_target` is refused: it would run the code of a fork with your secrets."
      );
    default:
      throw unsupported(`event ${quoted(event.name)} carries no two commits to compare.`);
  }
}
var sha = external_exports.string().regex(/^[0-9a-f]{40}$/);
var account = external_exports.object({ login: external_exports.string() }).nullish();
var repository = external_exports.object({ full_name: external_exports.string() });
var pullRequestPayload = external_exports.object({
  pull_request: external_exports.object({
    number: external_exports.number().int().positive(),
    draft: external_exports.boolean().nullish(),
    user: account,
    base: external_exports.object({ sha, repo: repository }),
    // A fork that was deleted leaves no repository behind.
    head: external_exports.object({ sha, repo: repository.nullable() })
  }),
  sender: account
});
function readPullRequest(payload) {
  const read = pullRequestPayload.safeParse(payload);
  if (!read.success) {
    const path = read.error.issues[0]?.path.map(String).join(".") || "payload";
    throw unsupported(`event \`pull_request\` came without a readable pull request (at \`${path}\`).`);
  }
  const { pull_request: pullRequest, sender } = read.data;
  const { base, head } = pullRequest;
  return {
    kind: "pull-request",
    number: pullRequest.number,
    baseTip: base.sha,
    head: head.sha,
    fromFork: head.repo === null || head.repo.full_name !== base.repo.full_name,
    dependabot: [pullRequest.user, sender].some((one) => one?.login === "dependabot[bot]"),
    draft: pullRequest.draft ?? false
  };
}
var dispatchInputs = external_exports.object({
  inputs: external_exports.object({ base: external_exports.string().nullish(), head: external_exports.string().nullish() }).nullish()
});
function readDispatch(event) {
  const read = dispatchInputs.safeParse(event.payload);
  const typed = read.success ? read.data.inputs : null;
  const base = firstGiven([event.inputs.base, typed?.base]);
  const head = firstGiven([event.inputs.head, typed?.head, event.sha]);
  if (base === null) {
    throw new UserError(
      "EVENT_UNSUPPORTED",
      "event `workflow_dispatch` has no base to compare with; the audit of unchanged specs is not in this version.",
      "Give the input `base` a branch, tag or commit."
    );
  }
  if (head === null) throw unsupported("event `workflow_dispatch` says neither `head` nor a commit.");
  return { kind: "manual", base: gitRef(base, "base"), head: gitRef(head, "head") };
}
function firstGiven(texts) {
  return texts.find((text) => text !== null && text !== void 0 && text !== "") ?? null;
}
function gitRef(text, input) {
  if (text.length <= 250 && /^[^-\s\p{C}:?*[\\][^\s\p{C}:?*[\\]*$/u.test(text) && !text.includes(".."))
    return text;
  throw new UserError(
    "REF_NOT_FOUND",
    `${quoted(text)} cannot be a git ref (input \`${input}\`).`,
    "Give a branch, a tag or a full commit sha."
  );
}
function unsupported(what) {
  return new UserError(
    "EVENT_UNSUPPORTED",
    what,
    "Run on `pull_request`, or on `workflow_dispatch` with the input `base`."
  );
}
function quoted(text) {
  return `\`${text.slice(0, 60).replaceAll(/[^\x20-\x5f\x61-\x7e]/g, "?")}\``;
}

// src/core/report/job-summary.ts
function renderJobSummary(summary, options) {
  return renderDocument(summary, options, {
    head: "**Spec portability**\n\n",
    rows: 200,
    open: true,
    // GitHub drops a step's summary over 1 MiB; a step may hold other text besides ours.
    limit: 1e6,
    size: bytes
  });
}

// src/core/report/outputs.ts
function outputsOf(summary, published) {
  const { spent, verdicts } = summary;
  const hasWork = summary.changes.some((change) => change.head !== null);
  return {
    conclusion: summary.conclusion,
    regressions: String(verdicts.filter((verdict) => verdict.verdict === "regressed").length),
    verdicts: shortVerdicts(summary),
    portability: meanPortability(summary),
    generations: String(spent.generations),
    "cached-generations": String(spent.cachedGenerations),
    "cost-usd": spent.usd === null ? "" : String(spent.usd),
    "report-dir": published.reportDir,
    "result-file": published.resultFile,
    "comment-url": published.commentUrl ?? "",
    "has-work": String(hasWork)
  };
}
function shortVerdicts(summary) {
  return JSON.stringify(
    summary.verdicts.map((verdict) => ({
      spec: verdict.spec,
      model: verdict.model,
      verdict: verdict.verdict,
      base: verdict.base === null ? null : rate(verdict.base),
      head: rate(verdict.head)
    }))
  );
}
function meanPortability(summary) {
  const heads = summary.portability.map((entry) => entry.head).filter((head) => head !== null);
  if (heads.length === 0) return "";
  const mean = heads.reduce((sum, head) => sum + head, 0) / heads.length;
  return String(Number(mean.toFixed(4)));
}

// src/core/report/check-run.ts
function renderCheckRun(summary, options) {
  return {
    name: options.name,
    headSha: summary.trigger.head,
    conclusion: summary.conclusion,
    title: countsLine(summary),
    // GitHub's limit is 65,535; counted in bytes to be on the careful side.
    summary: renderDocument(summary, options, {
      head: "",
      rows: 60,
      open: false,
      limit: 65e3,
      size: bytes
    }),
    // GitHub takes 50 annotations a request, and shows hardly more.
    annotations: culprits(summary).slice(0, 50).map((hunk) => annotate(summary, hunk))
  };
}
function annotate(summary, hunk) {
  const blaming = summary.verdicts.filter(
    (verdict) => verdict.culprit.some((culprit) => isSame(culprit, hunk))
  );
  const blocking = blaming.some((verdict) => isBlocking(summary, verdict));
  const regressed = blaming.some((verdict) => verdict.verdict === "regressed");
  const severalHunks = blaming.some((verdict) => verdict.culprit.length > 1);
  const [startLine, endLine] = headLines(hunk);
  return {
    path: hunk.file,
    startLine,
    endLine,
    level: blocking ? "failure" : "warning",
    title: `${regressed ? "Regressed" : "Suspected"} on ${count(new Set(blaming.map((verdict) => verdict.model)).size, "model")}`,
    message: [
      severalHunks ? "One of the changed hunks, perhaps this one:" : "These changed words:",
      ...blaming.slice(0, 10).map((verdict) => messageLine(summary, verdict)),
      ...blaming.length > 10 ? [`and ${blaming.length - 10} more`] : []
    ].join("\n")
  };
}
function messageLine(summary, verdict) {
  const tests = verdict.brokenTests.slice(0, 3).map((test) => plainText(test, 120));
  const failing = tests.length === 0 ? "" : `, e.g. ${tests.join("; ")}${verdict.unconfirmed ? " (unconfirmed)" : ""}`;
  return `${plainPhrases(nameModel(summary, verdict.model))} ${verdict.verdict}: ${baseToHead(verdict)}${failing}`;
}
function isSame(one, other) {
  return one.file === other.file && one.headStart === other.headStart && one.baseStart === other.baseStart;
}

// src/pipeline/publish.ts
async function publish(summary, to) {
  await publishCheckRun(summary, to);
  if (summary.trigger.kind !== "pull-request" || to.comment === "never")
    return { commentUrl: null, fallback: null };
  const body = renderComment(summary, { ...to.options, marker: to.marker });
  const published = await to.review.comment({
    pullRequest: summary.trigger.number,
    marker: to.marker,
    body,
    create: to.comment === "always" || summary.changes.length > 0
  });
  warnIfFailed(published, "comment", to.log);
  return {
    commentUrl: published.kind === "published" ? published.url : null,
    fallback: published.kind === "failed" ? body : null
  };
}
async function publishCheckRun(summary, to) {
  if (to.checkRun === "never" || summary.changes.length === 0) return;
  const published = await to.review.checkRun(renderCheckRun(summary, { ...to.options, name: to.checkName }));
  warnIfFailed(published, "check run", to.log);
}
function warnIfFailed(published, what, log) {
  if (published.kind === "failed") log.warn(`the ${what} could not be published: ${published.why}`);
}

// src/entry/action-options.ts
function actionOptions(inputs, environment) {
  oneOf(inputs, "mode", ["auto", "check"]);
  const keyOf2 = keyReader(inputs, environment);
  const input = orElse(inputs);
  const variable = orElse(environment);
  const repository2 = variable("GITHUB_REPOSITORY", "");
  const token = input("github-token", "");
  return {
    inputs,
    eventName: variable("GITHUB_EVENT_NAME", ""),
    sha: environment["GITHUB_SHA"] ?? null,
    workspace: variable("GITHUB_WORKSPACE", "."),
    records: input("records", ".spec-portability/records"),
    reportDir: input("report-dir", ".spec-portability/report"),
    cache: oneOf(inputs, "cache", ["auto", "off"]),
    ref: environment["GITHUB_REF"] ?? null,
    run: environment["GITHUB_RUN_ID"] ?? null,
    attempt: variable("GITHUB_RUN_ATTEMPT", "1"),
    sandboxSetup: oneOf(inputs, "sandbox-setup", ["true", "false"]) === "true",
    dryRun: oneOf(inputs, "dry-run", ["false", "true"]) === "true",
    comment: oneOf(inputs, "comment", ["auto", "always", "never"]),
    checkRun: oneOf(inputs, "check-run", ["auto", "never"]),
    commentKey: input("comment-key", defaultKey(inputs, environment)),
    repositoryUrl: repository2 === "" ? null : `${variable("GITHUB_SERVER_URL", "https://github.com")}/${repository2}`,
    reportHint: null,
    github: { token, repository: repository2, apiUrl: variable("GITHUB_API_URL", "https://api.github.com") },
    keyOf: keyOf2,
    secrets: [token, keyOf2("ANTHROPIC_API_KEY") ?? "", keyOf2("OPENAI_API_KEY") ?? ""].filter(
      (secret) => secret !== ""
    )
  };
}
function orElse(values) {
  return (name, fallback) => values[name] ?? fallback;
}
function keyReader(inputs, environment) {
  const given = /* @__PURE__ */ new Map([
    ["ANTHROPIC_API_KEY", inputs["anthropic-api-key"]],
    ["OPENAI_API_KEY", inputs["openai-api-key"]]
  ]);
  return (variable) => {
    const value = given.get(variable) ?? environment[variable] ?? "";
    return value === "" ? null : value;
  };
}
function defaultKey(inputs, environment) {
  const place = [inputs["config"] ?? "default", environment["GITHUB_WORKFLOW"], environment["GITHUB_JOB"]];
  return place.map((part) => part ?? "").join("/");
}
function oneOf(inputs, name, allowed) {
  const value = inputs[name] ?? allowed[0];
  const found = allowed.find((word) => word === value);
  if (found !== void 0) return found;
  throw new UserError(
    name === "mode" && laterModes.has(value) ? "NOT_IN_THIS_VERSION" : "CONFIG_INVALID",
    `input \`${name}\` is \`${value.slice(0, 60)}\`.`,
    `Allowed: ${allowed.join(", ")}.`
  );
}
var laterModes = /* @__PURE__ */ new Set(["audit", "plan", "shard", "report"]);

// src/adapters/actions-cache/actions-cache.ts
import { mkdir as mkdir2, mkdtemp, rm } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/adapters/actions-cache/client-process.ts
import { join } from "node:path";
var inherited = /^(?:PATH|HOME|LANG|GITHUB_SERVER_URL|ACTIONS_(?:RESULTS_URL|CACHE_URL|RUNTIME_TOKEN|CACHE_SERVICE_V2|CACHE_MODE)|NODE_EXTRA_CA_CERTS|(?:https?|no)_proxy|(?:HTTPS?|NO)_PROXY)$/;
var guardedTar = "--exclude=/* --exclude=*..* --transform=s|.*|removed|Rsh";
async function runClient(request) {
  const { client, transfer, place, timeoutMs } = request;
  const stage = join(place, "stage");
  const run = await runCommand({
    argv: [client.node, client.script, JSON.stringify(transfer)],
    directory: stage,
    environment: {
      ...Object.fromEntries(Object.entries(request.environment).filter(([name]) => inherited.test(name))),
      GITHUB_WORKSPACE: stage,
      RUNNER_TEMP: join(place, "temporary"),
      ...transfer.kind === "restore" ? { TAR_OPTIONS: guardedTar } : {}
    },
    timeoutMs,
    signal: request.signal
  });
  switch (run.end.kind) {
    case "timed-out":
      return { kind: "failed", reason: `no answer within ${timeoutMs / 1e3} s` };
    case "cancelled":
      return { kind: "failed", reason: "the run was cancelled" };
    case "killed":
      return { kind: "failed", reason: `the client was killed by ${run.end.signal}` };
    case "exited":
      return readEnd(run.stdout.text, run.stderr.text);
  }
}
function readEnd(stdout, stderr) {
  const outcome = readTransferred(stdout);
  const said = reasonIn(stdout);
  if (outcome === null)
    return { kind: "failed", reason: said ?? stderr.trim().split("\n").at(-1) ?? "the client crashed" };
  const isFailure = outcome.kind === "saved" ? !outcome.isStored : outcome.kind === "restored" && outcome.key === null && said !== null;
  return isFailure ? { kind: "failed", reason: said ?? "the service gave no reason" } : outcome;
}
function reasonIn(stdout) {
  const said = stdout.split("\n").flatMap((line) => {
    const reason = /^(?:::(?:warning|error)[^:]*::)?(?:Failed to (?:save|restore): )(.+)$/.exec(line)?.[1];
    return reason ?? /^::(?:warning|error)[^:]*::(.+)$/.exec(line)?.[1] ?? [];
  });
  return said.at(-1) ?? null;
}

// src/adapters/actions-cache/staged-records.ts
import { constants } from "node:fs";
import { copyFile, lstat, mkdir, readdir } from "node:fs/promises";
import { dirname, join as join2, relative } from "node:path";
var entriesAtMost = 5e5;
async function snapshotOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = /* @__PURE__ */ new Map();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = relative(folder, join2(entry.parentPath, entry.name));
    if (readRecordPath(path) === null) continue;
    const status = await lstat(join2(folder, path)).catch(() => null);
    if (status !== null) found.set(path, `${status.size}:${status.mtimeMs}`);
  }
  return found;
}
async function whyNotRecords(stage, folder) {
  const entries = await readdir(stage, { withFileTypes: true, recursive: true });
  if (entries.length > entriesAtMost) return `the entry holds more than ${entriesAtMost} files`;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join2(entry.parentPath, entry.name);
    if (!entry.isFile() || readRecordPath(relative(join2(stage, folder), path)) === null)
      return "the entry holds something that is no record";
    if ((await lstat(path)).nlink !== 1) return "the entry holds a link";
  }
  return null;
}
async function copyRecords(paths, from, to) {
  for (const path of paths) {
    const target = join2(to, path);
    await mkdir(dirname(target), { recursive: true });
    if (await lstat(target).catch(() => null) !== null) continue;
    await copyFile(join2(from, path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

// src/adapters/actions-cache/actions-cache.ts
function actionsCache(options) {
  const { environment, log } = options;
  const mode = (environment["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
  let restored = /* @__PURE__ */ new Map();
  const warn = oneWarning(options);
  const restore = async (folder) => {
    if (mode === "none" || mode === "write-only") {
      log.info("No records are restored: `cache-mode` of the workflow forbids it.");
      return;
    }
    const why = await inPlace(options, async (place) => {
      const end = await runClient({ ...requestOf(options, place), transfer: restoring(options) });
      return adopt(end, join3(place, "stage"), folder);
    });
    if (why !== null)
      warn(
        `Records of earlier runs could not be restored from the Actions cache (${why}); nothing is reused.`
      );
    restored = await snapshotOf(folder);
  };
  const save = async (folder) => {
    const records = await snapshotOf(folder);
    if (![...records].some(([path, print]) => restored.get(path) !== print)) return;
    if (mode === "none" || mode === "read") {
      log.info("Records are not saved: `cache-mode` of the workflow forbids it.");
      return;
    }
    const why = await inPlace(options, async (place) => {
      await copyRecords(records.keys(), folder, join3(place, "stage", archivedFolder));
      const request = { ...requestOf(options, place), signal: new AbortController().signal };
      const end = await runClient({ ...request, transfer: { kind: "save", key: keyOf(options) } });
      return whyFailed(end);
    });
    if (why === null) restored = records;
    else
      warn(`Records could not be saved to the Actions cache (${why}); a re-run will ask the models again.`);
  };
  if (options.mode === "off") return { restore: async () => void 0, save: async () => void 0 };
  const missing = missingFrom(environment);
  if (missing === null || mode === "none") return { restore, save };
  const sayMissing = async () => warn(`There is no Actions cache here (${missing} is not set), so records do not outlive this run.`);
  return { restore: sayMissing, save: sayMissing };
}
function missingFrom(environment) {
  const isSet = (name) => (environment[name] ?? "") !== "";
  if (!isSet("ACTIONS_RUNTIME_TOKEN")) return "ACTIONS_RUNTIME_TOKEN";
  return isSet("ACTIONS_RESULTS_URL") || isSet("ACTIONS_CACHE_URL") ? null : "ACTIONS_RESULTS_URL";
}
function keyOf({ configuration, run, attempt: attempt2 }) {
  return `spec-portability-v1-${configuration}-${run}-${attempt2}`;
}
function restoring(options) {
  const all = `spec-portability-v1-${options.configuration}-`;
  return { kind: "restore", key: keyOf(options), restoreKeys: [`${all}${options.run}-`, all] };
}
function requestOf(options, place) {
  const { client, environment, signal, timeoutMs = 12e4 } = options;
  return { client, environment, signal, timeoutMs, place };
}
async function adopt(end, stage, folder) {
  if (end.kind !== "restored") return whyFailed(end);
  if (end.key === null) return null;
  const whyNot = await whyNotRecords(stage, archivedFolder);
  if (whyNot !== null) return whyNot;
  const from = join3(stage, archivedFolder);
  await copyRecords((await snapshotOf(from)).keys(), from, folder);
  return null;
}
function whyFailed(end) {
  return end.kind === "failed" || end.kind === "threw" ? end.reason : null;
}
async function inPlace({ temporaryRoot }, work) {
  try {
    const place = await mkdtemp(join3(temporaryRoot, "spec-portability-cache-"));
    try {
      for (const name of ["stage", "temporary"]) await mkdir2(join3(place, name));
      return await work(place);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  } catch (error) {
    return String(error);
  }
}
function oneWarning({ log, environment }) {
  const token = environment["ACTIONS_RUNTIME_TOKEN"] ?? "";
  let isSaid = false;
  return (line) => {
    const safe = logText(redact(line.replaceAll(/\?\S+/g, ""), [token]));
    if (isSaid) log.info(safe);
    else log.warn(safe);
    isSaid = true;
  };
}

// src/adapters/disk/prune-records.ts
import { readdir as readdir2, unlink } from "node:fs/promises";
import { join as join4, relative as relative2 } from "node:path";
async function pruneRecords(folder, pruning) {
  let kept = 0;
  let removed = 0;
  const entries = await readdir2(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join4(entry.parentPath, entry.name);
    const stays = await worthKeeping(folder, relative2(folder, path), pruning);
    if (stays === null) continue;
    if (stays) kept += 1;
    else {
      await unlink(path);
      removed += 1;
    }
  }
  return { kept, removed };
}
async function worthKeeping(folder, path, pruning) {
  const parts = path.split("/");
  const name = readRecordPath(path);
  if (name === null) return parts.length === 3 && temporaryName.test(parts[2] ?? "") ? false : null;
  const found = await readRecord(folder, name);
  return found.kind === "record" && (isFresh(found.record, pruning) || pruning.keep(found.record));
}

// src/entry/carry-records.ts
function carriedRecords(of) {
  const { options, settings, directory, environment, log, signal } = of;
  const { run } = options;
  const cache = actionsCache({
    mode: options.cache,
    // The nightly and every pull request share what they know of the same specs and models.
    configuration: digest({ specs: settings.specs, models: settings.models }).slice(0, 16),
    run: run ?? "local",
    attempt: options.attempt,
    log,
    environment,
    client: { node: process.execPath, script: of.cacheClient },
    temporaryRoot: hostTemporaryRoot(),
    signal
  });
  return {
    restore: () => cache.restore(directory),
    save: async (usedKeys) => {
      if (usedKeys.size === 0) return;
      const keep = (record) => usedKeys.has(record.key) || run !== null && record.origin.run === run;
      await pruneRecords(directory, { now: Date.now(), maxAgeMs: maxRecordAgeMs, keep });
      await cache.save(directory);
    }
  };
}

// src/config/head-models.ts
function headModels(base, head) {
  const trusted = new Set(base.map(placeOf));
  const isTrusted = (model) => trusted.has(placeOf(model)) || isVendorsOwn(model);
  const known = new Set(base.map(identityOf));
  const added = head.filter((model) => isTrusted(model) && !known.has(identityOf(model)));
  const taken = new Set([...base, ...added].map(({ id }) => id));
  const inBase = new Set(base.map(({ id }) => id));
  const replaced = [];
  const named = added.map((model) => {
    if (!inBase.has(model.id)) return model;
    const askedAs = freeName(`${model.id}-head`, taken);
    replaced.push({ id: model.id, askedAs });
    return { ...model, id: askedAs };
  });
  const kept = new Set(head.map(identityOf));
  const replacedIds = new Set(replaced.map(({ id }) => id));
  return {
    models: [...base, ...named],
    refused: head.filter((model) => !isTrusted(model)),
    removed: base.filter((model) => !kept.has(identityOf(model)) && !replacedIds.has(model.id)).map(({ id }) => id),
    replaced
  };
}
function placeOf({ provider, apiKeyEnv, baseUrl }) {
  return JSON.stringify([provider, apiKeyEnv, baseUrl]);
}
function identityOf({ provider, name, baseUrl, effort, maxOutputTokens, params }) {
  return JSON.stringify([provider, name, baseUrl, effort, maxOutputTokens, params]);
}
function freeName(wanted, taken) {
  const name = taken.has(wanted) ? freeName(`${wanted}-head`, taken) : wanted;
  taken.add(name);
  return name;
}
function isVendorsOwn({ provider, apiKeyEnv, baseUrl }) {
  if (baseUrl !== null) return false;
  return provider === "anthropic" && apiKeyEnv === "ANTHROPIC_API_KEY" || provider === "openai" && apiKeyEnv === "OPENAI_API_KEY";
}

// src/entry/read-configuration.ts
async function readConfiguration(of) {
  const { inputs } = of;
  const { file, headFile } = await configFiles(of.repository, of.trigger, inputs["config"] ?? null);
  if (file === null && headFile !== null && !isWhole(inputs)) return firstAdoption(headFile, inputs);
  const { settings, notYet } = readSettings({ file, inputs });
  if (file === null || headFile === null || file.text === headFile.text) {
    return { settings, notes: notYet, planOnly: null };
  }
  return withHeadModels({ settings, notes: notYet, planOnly: null }, headFile, inputs);
}
async function configFiles(repository2, trigger, path) {
  const trusted = trigger.baseTip ?? trigger.base;
  const isFork = trigger.kind === "pull-request" && trigger.fromFork;
  const file = await configAt(repository2, trusted, path);
  const headFile = isFork ? null : await configAt(repository2, trigger.head, path);
  if (path !== null && file === null && headFile === null)
    throw new UserError(
      "CONFIG_NOT_FOUND",
      `\`${path}\` (input \`config\`) is not in the base commit ${trusted.slice(0, 12)}.`,
      "Check the path, which is relative to the repository, or commit the file."
    );
  return { file, headFile };
}
function isWhole(inputs) {
  try {
    readSettings({ file: null, inputs });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.code === "CONFIG_NOT_FOUND") return false;
    throw error;
  }
}
function firstAdoption(file, inputs) {
  const { settings, notYet } = readSettings({ file, inputs });
  return {
    settings,
    notes: notYet,
    planOnly: "The base branch has no config file yet, so no model was asked: the checks begin once this one is merged."
  };
}
function withHeadModels(configuration, headFile, inputs) {
  const head = readSettings({ file: headFile, inputs });
  const asked = headModels(configuration.settings.models, head.settings.models);
  return {
    ...configuration,
    settings: { ...configuration.settings, models: asked.models },
    notes: [...configuration.notes, ...modelNotes(asked)]
  };
}
function modelNotes({ refused, removed, replaced }) {
  return [
    ...removed.map(
      (id) => `Model ${id} is taken out of the config here: it was asked all the same, and is not asked any more once this is merged.`
    ),
    ...replaced.map(
      ({ id, askedAs }) => `Model ${id} is made another model here: the one of the base was asked as ${id}, the new one as ${askedAs}.`
    ),
    ...refused.map(
      ({ id }) => `Model ${id} was left out: its key name or address is not in the config of the base branch.`
    )
  ];
}

// src/entry/run-action.ts
async function runAction(programs) {
  var _stack = [];
  try {
    const environment = hostEnvironment();
    const runtime = actionsRuntime(environment);
    const options = actionOptions(Object.fromEntries(await runtime.readInputs(inputNames)), environment);
    for (const secret of options.secrets) await runtime.mask(secret);
    const log = __using(_stack, consoleLog({ stream: process.stdout, live: false, workflow: true }));
    const payload = await runtime.readEvent();
    const event = readEvent({
      name: options.eventName,
      payload,
      sha: options.sha,
      inputs: { base: options.inputs["base"] ?? "", head: options.inputs["head"] ?? "" }
    });
    const defaultBranch = defaultBranchOf(payload);
    const origin = workflowOrigin(event, { ...options, defaultBranch });
    const summary = await runCheck({ event, options, environment, log, runtime, origin, programs });
    await report(summary, { options, runtime, log });
    return exitCodeOf(summary);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function runCheck(of) {
  var _stack = [];
  try {
    const { event, options, log, environment } = of;
    const repository2 = await openRepository(options.workspace, of.environment);
    await openReportFolder({
      directory: resolve(options.workspace, options.reportDir),
      tracks: (path) => repository2.tracks(path)
    });
    const trigger = await commitsOf(event, repository2);
    const configuration = await readConfiguration({ repository: repository2, trigger, inputs: options.inputs });
    const { settings } = configuration;
    for (const { apiKeyEnv } of settings.models) {
      if (apiKeyEnv !== null) await of.runtime.mask(options.keyOf(apiKeyEnv) ?? "");
    }
    for (const name of settings.specs.flatMap(({ setupEnv }) => setupEnv)) {
      await of.runtime.mask(options.keyOf(name) ?? "");
    }
    const withoutSecrets = event.kind === "pull-request" && (event.fromFork || event.dependabot);
    const signal = interruptSignal((line) => log.info(line));
    const directory = resolve(options.workspace, options.records);
    const carried = carriedRecords({ ...of.programs, options, settings, directory, environment, log, signal });
    const ports = __using(_stack, await wire({
      signal,
      repository: repository2,
      origin: of.origin,
      recordsDirectory: directory,
      restoreRecords: carried.restore,
      sandbox: settings.sandbox,
      setUpSandbox: () => setUpSandbox({ enabled: options.sandboxSetup, environment, log }),
      log,
      keyOf: options.keyOf,
      setupVariable: withoutSecrets ? () => null : options.keyOf,
      nodeTestReporter: of.programs.nodeTestReporter
    }), true);
    const _ = __using(_stack, { [Symbol.asyncDispose]: () => carried.save(ports.usedKeys) }, true);
    return await check(ports, {
      ...configuration,
      trigger,
      withoutSecrets,
      planOnly: options.dryRun ? "Dry run: no model was asked." : configuration.planOnly,
      signal
    });
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function report(summary, to) {
  const { options, runtime, log } = to;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(summary, { directory, extra: null });
  const shown = { repositoryUrl: options.repositoryUrl, reportHint: options.reportHint };
  const { commentUrl, fallback } = await publish(summary, {
    review: githubReview({ ...options.github, clock: systemClock(), warn: (line) => log.warn(line) }),
    log,
    marker: commentMarker(options.commentKey),
    comment: options.comment,
    checkRun: options.checkRun,
    checkName: "spec portability",
    options: shown
  });
  const hasPage = await runtime.writeSummary(renderJobSummary(summary, shown));
  if (fallback !== null || !hasPage)
    await runtime.printUntrusted(fallback ?? renderJobSummary(summary, shown));
  await runtime.setOutputs(outputsOf(summary, { reportDir: directory, resultFile, commentUrl }));
}
export {
  runAction
};
