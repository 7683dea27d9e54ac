import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  advance,
  audit,
  auditIssue,
  historyLine,
  lifecycles,
  openNight,
  portableModels,
  readHistory,
  renderAudit,
  seriesStatuses,
  servedChanges
} from "./chunk-G4U7A2HB.js";
import {
  writeShrink
} from "./chunk-ZXNC6EFW.js";
import "./chunk-EWOYOFKF.js";
import {
  k,
  line,
  linear,
  point,
  z
} from "./chunk-VEV4HG7H.js";
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-UCPT4QHR.js";
import "./chunk-EFZ3QLNS.js";
import {
  configFiles
} from "./chunk-HDHNNS7B.js";
import {
  bytes,
  renderComment,
  renderDocument,
  writeHtml
} from "./chunk-7VH6TDYB.js";
import {
  commentMarker,
  harmIn,
  readStamp,
  withStamp,
  writeReport
} from "./chunk-6ZHX6C36.js";
import "./chunk-PGP4XQSS.js";
import "./chunk-ZOYPKQ2B.js";
import {
  baseToHead,
  checksOf,
  countsLine,
  exitCodeOf,
  likely,
  meaningOf,
  quoteWords,
  wordsOfPart
} from "./chunk-LU2DKLCQ.js";
import {
  culprits,
  guessedAt,
  headLines,
  isBlocking,
  wordsBehind
} from "./chunk-PXSNCVPH.js";
import "./chunk-IF5ZEEKF.js";
import {
  altersJudge,
  check,
  findWork,
  withAcceptance
} from "./chunk-2OT7HWWI.js";
import "./chunk-JALJVFD7.js";
import "./chunk-NOZUJG5Q.js";
import "./chunk-I4YEOAW5.js";
import "./chunk-2UBQFCXM.js";
import "./chunk-QEMCEV5Z.js";
import {
  commitsOf,
  rightsOf
} from "./chunk-HDW7QO5A.js";
import {
  askedWith,
  consoleLog,
  groupBySeries,
  mergeNights,
  passesOf,
  readRecord,
  readRecordPath,
  retrying,
  runCommand,
  secretVariables,
  seriesKey,
  wire,
  workflowOrigin
} from "./chunk-UZUOIVVL.js";
import "./chunk-EGKPV6DK.js";
import "./chunk-W3HZG3AN.js";
import "./chunk-7GNTRCD7.js";
import "./chunk-ZIOOADNY.js";
import "./chunk-RKT7KPRD.js";
import "./chunk-CMRPWUYX.js";
import "./chunk-GATZEXGM.js";
import {
  isFresh,
  maxRecordAgeMs,
  mayUse,
  openReportFolder,
  systemClock,
  temporaryName,
  utcDay
} from "./chunk-RBCLCPT3.js";
import {
  dryRun,
  fetchingGit,
  measureUnless,
  openRepository,
  quietGit,
  readSettings,
  repeating
} from "./chunk-XA34GEMA.js";
import "./chunk-65VCMTRE.js";
import {
  inside
} from "./chunk-U573HUWY.js";
import {
  hostEnvironment,
  hostTemporaryRoot
} from "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-MG3O4P5L.js";
import "./chunk-2OLZIXYZ.js";
import "./chunk-3ZAH5GXN.js";
import "./chunk-7BZWKOQR.js";
import {
  besideOf,
  code,
  count,
  dollars,
  heading,
  markedPhrases,
  nameModel,
  nameSpec,
  overLimitWords,
  paragraph,
  plainPhrases,
  prose,
  rate,
  table,
  words,
  writeMarkdown
} from "./chunk-OO6UO2EE.js";
import "./chunk-T3L56XLQ.js";
import {
  logText,
  plainText
} from "./chunk-RVTRFKPY.js";
import {
  digest,
  sourceHash
} from "./chunk-RD7I5CWG.js";
import {
  redact,
  retryAfterOf
} from "./chunk-DMEI3E3J.js";
import "./chunk-U7WEBYU2.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-XOTWT6AN.js";
import {
  interruptSignal
} from "./chunk-GAFRLJQO.js";
import {
  providerNames,
  providers
} from "./chunk-SD2MCWGB.js";
import "./chunk-BLVKCUNK.js";
import {
  keepSecret,
  textWithoutSecrets,
  withoutSecrets
} from "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import {
  archivedFolder,
  readTransferred
} from "./chunk-H3UXSIZY.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import {
  external_exports
} from "./chunk-3PQERWFJ.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/git/find-checkout.ts
import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
async function findCheckout(of) {
  const { workspace, workingDirectory } = of;
  const itself = { directory: workspace, workingDirectory };
  if (await isInRepository(workspace, of.environment)) return itself;
  const found = await checkoutsBelow(workspace, deepest);
  if (found.length === 0) return itself;
  const directory = await theOneOf(found, of);
  return { directory, workingDirectory: await within(directory, of) };
}
var deepest = 2;
async function checkoutsBelow(folder, depth) {
  if (depth === 0) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = [];
  for (const entry of entries.toSorted((one, other) => one.name < other.name ? -1 : 1)) {
    if (!entry.isDirectory() || entry.name === "node_modules") continue;
    const place = join(folder, entry.name);
    if (await isThere(join(place, ".git"))) found.push(place);
    else found.push(...await checkoutsBelow(place, depth - 1));
  }
  return found;
}
async function theOneOf(found, of) {
  const [only] = found;
  if (found.length === 1 && only !== void 0) return only;
  const asked = resolve(of.workspace, of.workingDirectory);
  const named = of.workingDirectory === "" ? [] : found.filter((place) => inside(resolve(place), asked) !== null);
  const [wanted, ...others] = named.length > 0 ? named : await ofRepository(found, of);
  if (wanted !== void 0 && others.length === 0) return wanted;
  const places = found.map((place) => `\`${relative(of.workspace, place)}\``).join(", ");
  throw new UserError(
    "CHECKOUT_UNCLEAR",
    `the workspace holds several checkouts (${places}), and it is not clear which one is meant.`,
    "Name its folder as `working-directory`."
  );
}
async function ofRepository(found, of) {
  const wanted = of.repository.toLowerCase();
  const own = [];
  for (const directory of found) {
    const origin = await quietGit({ directory, environment: of.environment }).raw(["config", "--get", "remote.origin.url"]).catch(() => "");
    const name = /[/:]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(origin.trim())?.[1];
    if (wanted !== "" && name?.toLowerCase() === wanted) own.push(directory);
  }
  return own;
}
async function within(directory, of) {
  const { workspace, workingDirectory } = of;
  if (workingDirectory === "" || await isThere(join(directory, workingDirectory))) return workingDirectory;
  const asked = resolve(workspace, workingDirectory);
  const way = inside(resolve(directory), asked);
  return way === null ? workingDirectory : way || ".";
}
async function isInRepository(directory, environment) {
  return quietGit({ directory, environment }).raw(["rev-parse", "--show-toplevel"]).then(
    () => true,
    () => false
  );
}
async function isThere(path) {
  return stat(path).then(
    () => true,
    () => false
  );
}

// src/adapters/github/actions-runtime.ts
import { randomUUID } from "node:crypto";
import { readFile, stat as stat2 } from "node:fs/promises";
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
      keepSecret(secret);
      if (!underActions) return;
      const core = await load();
      for (const line2 of secret.split(/\r?\n/)) if (line2.trim() !== "") core.setSecret(line2);
    },
    async setOutputs(outputs) {
      if (!await isFile(environment["GITHUB_OUTPUT"])) return;
      const core = await load();
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, withoutSecrets(value));
    },
    async writeSummary(markdown) {
      if (!await isFile(environment["GITHUB_STEP_SUMMARY"])) return false;
      const core = await load();
      await core.summary.addRaw(withoutSecrets(markdown), true).write();
      return true;
    },
    async printUntrusted(text2) {
      const core = await load();
      const token = randomUUID();
      if (underActions) core.info(`::stop-commands::${token}`);
      core.info(withoutSecrets(logText(text2)));
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
  return (await stat2(path).catch(() => null))?.isFile() ?? false;
}
async function readJson(path) {
  const text2 = await readFile(path, "utf8");
  try {
    return JSON.parse(text2);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// src/adapters/github/attempt.ts
async function attempt(clock, call) {
  const once = async (number) => {
    try {
      return { kind: "last", value: { kind: "done", value: await call() } };
    } catch (error) {
      const refusal = refusalOf(error, clock.now());
      if (refusal === null) throw error;
      const { isPassing, retryAfterMs, ...refused } = refusal;
      if (!isPassing || number === 3) return { kind: "last", value: { kind: "refused", ...refused } };
      return { kind: "again", afterMs: Math.min(retryAfterMs ?? 1e3 * 2 ** (number - 1), 6e4) };
    }
  };
  return retrying(once, (ms) => clock.sleep(ms, neverAborted));
}
function isRefusal(error) {
  return refusalOf(error, 0)?.isPassing === false;
}
var neverAborted = new AbortController().signal;
function refusalOf(error, now) {
  if (!(error instanceof Error)) return null;
  const message = plainText(error.message, 300);
  if (!("status" in error)) {
    const isCut = error.message === "terminated" || error.cause instanceof Error;
    return isCut ? { status: null, why: `the connection broke: ${message}`, isPassing: true, retryAfterMs: null } : null;
  }
  const status = Number(error.status);
  const retryAfterMs = retryAfterOf(headersOf(error), now);
  const isRateLimit = status === 429 || status === 403 && (retryAfterMs !== null || /rate limit/i.test(message));
  return {
    status,
    why: `GitHub answered ${status}: ${message}`,
    isPassing: status >= 500 || isRateLimit,
    retryAfterMs
  };
}
function headersOf(error) {
  const response = "response" in error ? error.response : null;
  const given = isRecord(response) && isRecord(response["headers"]) ? response["headers"] : {};
  const names = ["retry-after", "retry-after-ms"].filter((name) => given[name] !== void 0);
  return new Headers(names.map((name) => [name, String(given[name])]));
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
    for (const name of written)
      if (name in request) request[name] = JSON.parse(JSON.stringify(request[name]), textWithoutSecrets);
  });
  return { octokit, owner, repo, apiUrl: options.apiUrl };
}
var written = ["title", "body", "output"];

// src/adapters/github/permission.ts
function whyRefused({ status, why }, permission) {
  if (status === 401) return `${why} The token is not valid: check the input \`github-token\`.`;
  if (status !== 403 && status !== 404) return why;
  return `${why} Add \`${permission}\` to the \`permissions\` of the job. On pull requests from forks the token can only read.`;
}

// src/adapters/github/github-forge.ts
function githubForge(options) {
  let remote = null;
  const ask2 = async (permission, call) => {
    if (options.token === "") return { kind: "failed", why: "there is no token (input `github-token`)" };
    const opened = await (remote ??= openRemote(options));
    const attempted = await attempt(options.clock, () => call(opened));
    return attempted.kind === "done" ? { kind: "found", value: attempted.value } : { kind: "failed", why: whyRefused(attempted, permission) };
  };
  return {
    mayWrite: (login2) => ask2("contents: read", (opened) => mayWrite(opened, login2)),
    pullRequest: (number) => ask2("pull-requests: read", (opened) => pullRequest(opened, number)),
    comments: (number) => ask2("pull-requests: read", (opened) => comments(opened, number)),
    hasFailed: (of) => ask2("checks: read", (opened) => hasFailed(opened, of)),
    react: (comment_id, content) => ask2("pull-requests: write", async ({ octokit, owner, repo }) => {
      await octokit.rest.reactions.createForIssueComment({ owner, repo, comment_id, content });
      return null;
    }),
    reply: (issue_number, body) => ask2("pull-requests: write", async ({ octokit, owner, repo }) => {
      await octokit.rest.issues.createComment({ owner, repo, issue_number, body });
      return null;
    })
  };
}
async function mayWrite({ octokit, owner, repo }, username) {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
    return data.permission === "admin" || data.permission === "write";
  } catch (error) {
    if (error instanceof Error && "status" in error && error.status === 404) return false;
    throw error;
  }
}
async function pullRequest({ octokit, owner, repo }, pull_number) {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
  const { base, head: head2, state, user } = pullRequestSchema.parse(data);
  return {
    baseTip: base.sha,
    head: head2.sha,
    fromFork: head2.repo === null || head2.repo.full_name !== base.repo.full_name,
    isOpen: state === "open",
    dependabot: user?.login === "dependabot[bot]",
    headPushedAt: head2.repo?.pushed_at ?? null
  };
}
var sha = external_exports.string().regex(/^[0-9a-f]{40}$/);
var pullRequestSchema = external_exports.object({
  state: external_exports.string(),
  user: external_exports.object({ login: external_exports.string() }).nullish(),
  base: external_exports.object({ sha, repo: external_exports.object({ full_name: external_exports.string() }) }),
  head: external_exports.object({
    sha,
    repo: external_exports.object({ full_name: external_exports.string(), pushed_at: external_exports.iso.datetime().nullish() }).nullable()
  })
});
async function comments({ octokit, owner, repo }, issue_number) {
  const listed = await octokit.paginate(octokit.rest.issues.listComments, {
    ...{ owner, repo, issue_number, per_page: 100 }
  });
  return listed.map(({ user, body, html_url, created_at, updated_at }) => ({
    login: user?.login ?? "",
    body: body ?? "",
    url: html_url,
    isEdited: updated_at !== created_at
  }));
}
async function hasFailed({ octokit, owner, repo }, of) {
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: of.head,
    check_name: of.name,
    filter: "latest",
    per_page: 100
  });
  const newest = data.check_runs.toSorted((one, other) => other.id - one.id)[0];
  return newest?.conclusion === "failure";
}

// src/adapters/github/runs-when-ready.ts
import { readFile as readFile2, stat as stat3 } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";
async function runsWhenReady(workspace, environment) {
  const path = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+\.ya?ml)@/.exec(
    environment["GITHUB_WORKFLOW_REF"] ?? ""
  )?.[1];
  if (path === void 0) return true;
  const file = resolve2(workspace, path);
  const size = (await stat3(file).catch(() => null))?.size ?? null;
  if (size === null || size > 1e6) return true;
  const text2 = await readFile2(file, "utf8").catch(() => null);
  return text2 === null || /\bready_for_review\b/.test(text2);
}

// src/config/input-names.ts
var keyInputs = providerNames.flatMap((name) => providers[name].keyInput ?? []);
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
  ...keyInputs,
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

// src/core/trigger/default-branch.ts
function defaultBranchOf(payload) {
  const read = defaultBranchSchema.safeParse(payload);
  return read.success ? read.data.repository.default_branch : null;
}
var defaultBranchSchema = external_exports.object({ repository: external_exports.object({ default_branch: external_exports.string() }) });

// src/core/trigger/job-mode.ts
var jobModes = ["auto", "check", "audit", "plan", "shard", "report"];
function isPart(mode) {
  return mode === "plan" || mode === "shard";
}
function modeEvent(mode, event) {
  if (mode === "auto" || event.kind === "nothing") return event;
  if (mode === "audit" && event.kind === "manual") return { kind: "audit", head: event.head };
  if (mode === "audit" === (event.kind === "audit")) return event;
  const what = mode === "audit" ? "names two commits to compare" : "has no base to compare with";
  throw new UserError(
    "EVENT_UNSUPPORTED",
    `input \`mode\` is \`${mode}\`, but this event ${what}.`,
    "Remove `mode`: then `schedule`, `push` and `workflow_dispatch` without a base run an audit, and other events run a check."
  );
}

// src/core/trigger/event-parts.ts
var sha2 = external_exports.string().regex(/^[0-9a-f]{40}$/);
var issueNumber = external_exports.number().int().positive().max(2147483647);
var login = external_exports.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?(?:\[bot\])?$/);
function unreadable(event, sought, error) {
  const path = error.issues[0]?.path.map(String).join(".") || "payload";
  return unsupported(`event \`${event}\` has no valid ${sought} (at \`${path}\`).`);
}
function unsupported(what) {
  return new UserError(
    "EVENT_UNSUPPORTED",
    what,
    "Run on `pull_request`, `merge_group` or `issue_comment`, or on `workflow_dispatch` with the input `base`."
  );
}
function quoted(text2) {
  return `\`${text2.slice(0, 60).replaceAll(/[^\x20-\x5f\x61-\x7e]/g, "?")}\``;
}

// src/core/trigger/audit-event.ts
function readPush(payload) {
  const read = pushPayload.safeParse(payload);
  if (!read.success) throw unreadable("push", "commit", read.error);
  const { after, deleted } = read.data;
  if (deleted === true || /^0{40}$/.test(after))
    return { kind: "nothing", why: "the branch was deleted", head: null };
  return { kind: "audit", head: after };
}
function readRunningCommit({ name, sha: running }) {
  const read = sha2.safeParse(running);
  if (!read.success) throw unsupported(`event \`${name}\` has no commit (GITHUB_SHA).`);
  return { kind: "audit", head: read.data };
}
var pushPayload = external_exports.object({ after: sha2, deleted: external_exports.boolean().nullish() });

// src/core/trigger/comment-event.ts
function readComment(payload) {
  const read = commentPayload.safeParse(payload);
  if (!read.success) throw unreadable("issue_comment", "comment", read.error);
  const { action, issue, comment } = read.data;
  const command = commandLine(comment.body ?? "");
  if (command === null)
    return { kind: "nothing", why: "the comment is not a `/portability` command", head: null };
  if (action !== "created")
    return { kind: "nothing", why: "only a new comment asks for a check", head: null };
  if (issue.pull_request === null || issue.pull_request === void 0)
    throw unsupported("`/portability` was written under an issue, which has no commits to compare.");
  const author = external_exports.object({ comment: external_exports.object({ user: external_exports.object({ login }) }) }).safeParse(payload);
  if (!author.success) throw unreadable("issue_comment", "author", author.error);
  return {
    kind: "comment",
    number: issue.number,
    commentId: comment.id,
    login: author.data.comment.user.login,
    at: comment.created_at,
    command
  };
}
function commandLine(body) {
  const [line2 = ""] = body.slice(0, 2e3).trimStart().split(/\r?\n/, 1);
  return /^\/portability(?=\s|$)/.test(line2) ? line2.trim().slice(0, 500) : null;
}
var commentPayload = external_exports.object({
  action: external_exports.string(),
  issue: external_exports.object({ number: issueNumber, pull_request: external_exports.looseObject({}).nullish() }),
  comment: external_exports.object({
    id: external_exports.number().int().positive(),
    created_at: external_exports.iso.datetime(),
    body: external_exports.string().nullish()
  })
});

// src/core/trigger/dispatch-event.ts
function readDispatch(event) {
  const read = dispatchInputs.safeParse(event.payload);
  const typed = read.success ? read.data.inputs : null;
  const base = firstGiven([event.inputs.base, typed?.base]);
  const typedHead = firstGiven([event.inputs.head, typed?.head]);
  if (base === null && typedHead === null) return readRunningCommit(event);
  if (base === null)
    throw new UserError(
      "EVENT_UNSUPPORTED",
      "event `workflow_dispatch` has the input `head`, but no input `base` to compare it with.",
      "Set `base` to a branch, tag or commit, or leave out both for an audit."
    );
  const head2 = typedHead ?? event.sha;
  if (head2 === null)
    throw unsupported("event `workflow_dispatch` has neither the input `head` nor a commit (GITHUB_SHA).");
  return { kind: "manual", base: gitRef(base, "base"), head: gitRef(head2, "head") };
}
var dispatchInputs = external_exports.object({
  inputs: external_exports.object({ base: external_exports.string().nullish(), head: external_exports.string().nullish() }).nullish()
});
function firstGiven(texts) {
  return texts.find((text2) => text2 !== null && text2 !== void 0 && text2 !== "") ?? null;
}
function gitRef(text2, input) {
  if (text2.length <= 250 && /^[^-\s\p{C}:?*[\\][^\s\p{C}:?*[\\]*$/u.test(text2) && !text2.includes(".."))
    return text2;
  throw new UserError(
    "REF_NOT_FOUND",
    `${quoted(text2)} (input \`${input}\`) is not a valid git ref.`,
    "Give a branch, a tag or a full commit SHA."
  );
}

// src/core/trigger/merge-group-event.ts
function readMergeGroup(payload) {
  const read = mergeGroupPayload.safeParse(payload);
  if (!read.success) throw unreadable("merge_group", "merge group", read.error);
  const { base_sha, head_sha, head_ref } = read.data.merge_group;
  const number = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,8})-[0-9a-f]{40}$/.exec(head_ref)?.[1];
  return {
    kind: "merge-group",
    baseTip: base_sha,
    head: head_sha,
    pullRequest: number === void 0 ? null : Number(number)
  };
}
var mergeGroupPayload = external_exports.object({
  merge_group: external_exports.object({ base_sha: sha2, head_sha: sha2, head_ref: external_exports.string().max(1e3) })
});

// src/core/trigger/pull-request-event.ts
function readPullRequest(payload) {
  const read = pullRequestPayload.safeParse(payload);
  if (!read.success) throw unreadable("pull_request", "pull request", read.error);
  const { action, pull_request: pullRequest2, sender } = read.data;
  const { base, head: head2 } = pullRequest2;
  if (action === "closed") return { kind: "nothing", why: "the pull request was closed", head: null };
  const isLabel = action === "labeled" || action === "unlabeled";
  if (isLabel && !asksByLabel(read.data))
    return { kind: "nothing", why: `only the label \`${askingLabel}\` asks for a check`, head: head2.sha };
  return {
    kind: "pull-request",
    number: pullRequest2.number,
    baseTip: base.sha,
    head: head2.sha,
    fromFork: head2.repo === null || head2.repo.full_name !== base.repo.full_name,
    dependabot: isDependabot(pullRequest2.user) || isDependabot(sender),
    draft: pullRequest2.draft ?? false,
    askedBy: isLabel ? { by: "label", login: labeller(payload) } : null
  };
}
var askingLabel = "portability";
var account = external_exports.object({ login: external_exports.string() }).nullish();
var repository = external_exports.object({ full_name: external_exports.string() });
var pullRequestPayload = external_exports.object({
  action: external_exports.string().nullish(),
  label: external_exports.object({ name: external_exports.string() }).nullish(),
  pull_request: external_exports.object({
    number: issueNumber,
    draft: external_exports.boolean().nullish(),
    user: account,
    base: external_exports.object({ sha: sha2, repo: repository }),
    // A deleted fork leaves no repository.
    head: external_exports.object({ sha: sha2, repo: repository.nullable() })
  }),
  sender: account
});
function asksByLabel({ action, label }) {
  return action === "labeled" && label?.name.toLowerCase() === askingLabel;
}
function isDependabot(one) {
  return one?.login === "dependabot[bot]";
}
function labeller(payload) {
  const read = external_exports.object({ sender: external_exports.object({ login }) }).safeParse(payload);
  if (!read.success) throw unreadable("pull_request", "sender of the label", read.error);
  return read.data.sender.login;
}

// src/core/trigger/read-event.ts
function readEvent(event) {
  switch (event.name) {
    case "pull_request":
      return readPullRequest(event.payload);
    case "merge_group":
      return readMergeGroup(event.payload);
    case "issue_comment":
      return readComment(event.payload);
    case "workflow_dispatch":
      return readDispatch(event);
    case "push":
      return readPush(event.payload);
    case "schedule":
      return readRunningCommit(event);
    case "pull_request_target":
    case "workflow_run":
      throw unsupported(
        `event \`${event.name}\` is refused: it would run code from a fork with your secrets, without anybody's approval.`
      );
    default:
      throw unsupported(`event ${quoted(event.name)} does not name two commits to compare.`);
  }
}

// src/core/trigger/comment-command.ts
function readCommand(line2) {
  const plain = line2.replaceAll(/\b(models|samples)\s*[=:]\s*/g, "$1=").replaceAll(/\s*,\s*/g, ",");
  const [, ...words2] = plain.split(/\s+/);
  if (words2[0] === "accept-tests") return accepting(words2.slice(1));
  const options = words2.map((word) => /^(models|samples)=(.+)$/.exec(word) ?? refuse(word));
  const valueOf = (name) => {
    const values = options.filter(([, option]) => option === name).map(([, , value = ""]) => value);
    if (values.length > 1) throw notUnderstood(`\`${name}=\` is given twice`);
    return values[0] ?? null;
  };
  const models = valueOf("models")?.split(",").filter((id) => id !== "") ?? null;
  if (models?.length === 0) throw notUnderstood("`models=` names no model");
  return { models, samples: sampleCount(valueOf("samples")) };
}
function accepting(words2) {
  const [commit = "", ...others] = words2;
  if (!/^[0-9a-f]{40}$/.test(commit) || others.length > 0)
    throw notUnderstood("`accept-tests` takes the 40 digits of a commit and nothing else");
  return { models: null, samples: null, acceptTests: commit };
}
function narrowed(settings, command) {
  if (!isNarrow(command)) return settings;
  const { models, samples } = command;
  const known = settings.models.map(({ id }) => id);
  const unknown = (models ?? []).find((id) => !known.includes(id));
  if (unknown !== void 0)
    throw notUnderstood(
      `there is no model ${quoted(unknown)}; configured models: ${known.slice(0, 20).join(", ")}`
    );
  const { looks } = settings.samples;
  const kept = looks.filter((look2) => look2 <= (samples ?? look2));
  if (kept.length === 0)
    throw notUnderstood(
      `\`samples=${samples}\` is less than ${looks[0]}, the first number in \`samples.looks\``
    );
  return {
    ...settings,
    models: settings.models.filter(({ id }) => models === null || models.includes(id)),
    samples: { ...settings.samples, looks: kept }
  };
}
function isNarrow(command) {
  return command !== null && (command.models !== null || command.samples !== null);
}
function sampleCount(text2) {
  if (text2 === null) return null;
  if (/^[1-9]\d{0,3}$/.test(text2)) return Number(text2);
  throw notUnderstood(`\`samples=\` takes a whole number, not ${quoted(text2)}`);
}
function refuse(word) {
  throw notUnderstood(`${quoted(word)} is not an option`);
}
function notUnderstood(why) {
  return new UserError(
    "COMMENT_NOT_UNDERSTOOD",
    `the comment has a mistake: ${why}.`,
    "Write `/portability` alone. To ask for less than the configuration does, add `models=ID,ID` or `samples=N`. To accept how the tests of a commit are run, write `/portability accept-tests SHA`."
  );
}

// src/pipeline/trigger/admit.ts
async function admit(event, by) {
  switch (event.kind) {
    case "nothing":
      return { kind: "skip", why: event.why, head: event.head };
    case "manual":
      return { kind: "compare", event, command: null };
    case "merge-group":
      return { kind: "compare", event: await queued(event, by), command: null };
    case "comment":
      return commented(event, by.forge);
    case "pull-request":
      return pulled(event, by);
  }
}
async function pulled(event, by) {
  if (event.askedBy !== null) {
    await refuseStrangers(event.askedBy, by.forge);
  } else if (event.draft) {
    if (await by.runsWhenReady()) return { kind: "skip", why: draftSkipped, head: event.head };
    by.log.warn(
      "the pull request is a draft but is checked now, because this workflow does not run on `ready_for_review`: a skipped draft would never be checked."
    );
  }
  return { kind: "compare", event, command: null };
}
var draftSkipped = "the pull request is a draft. It is checked when it is marked as ready for review, or now if you set the label `portability`";
async function commented(event, forge) {
  await refuseStrangers({ by: "comment", login: event.login }, forge);
  await forge.react(event.commentId, "eyes");
  const command = readCommand(event.command);
  const found = await forge.pullRequest(event.number);
  if (found.kind === "failed")
    throw unreadable2(
      `pull request ${event.number} could not be read: ${withoutFullStop(found.why)}.`,
      "When this is fixed, comment again."
    );
  refuseStale(found.value, event);
  const { head: head2, baseTip, fromFork, dependabot } = found.value;
  refuseOutdated(command, head2);
  const askedBy = { by: "comment", login: event.login };
  const { number } = event;
  return {
    kind: "compare",
    command,
    event: { kind: "pull-request", number, baseTip, head: head2, fromFork, dependabot, draft: false, askedBy }
  };
}
async function refuseStrangers({ by, login: login2 }, forge) {
  const permitted = await forge.mayWrite(login2);
  if (permitted.kind === "found" && permitted.value) return;
  const what = permitted.kind === "found" ? `${login2} asked for a check by a ${by}, but may not write to this repository` : `${login2} asked for a check by a ${by}, but GitHub did not tell whether ${login2} may write to this repository (${withoutFullStop(permitted.why)})`;
  throw new UserError(
    "ACTOR_NOT_PERMITTED",
    `${what}. No model was asked.`,
    "Ask somebody with write access to do it."
  );
}
function refuseStale({ isOpen, fromFork, headPushedAt }, event) {
  if (!isOpen) throw unreadable2(`pull request ${event.number} is closed.`, "Reopen it first.");
  if (!fromFork || headPushedAt !== null && headPushedAt < event.at) return;
  throw unreadable2(
    `the fork of pull request ${event.number} got new commits after the comment, or was deleted. No model was asked.`,
    "Review what the pull request contains now, then comment again."
  );
}
function refuseOutdated({ acceptTests }, head2) {
  if (acceptTests === void 0 || acceptTests === head2) return;
  throw new UserError(
    "TESTS_NOT_ACCEPTED",
    `the comment accepts ${acceptTests.slice(0, 12)}, but the head of the pull request is ${head2.slice(0, 12)}: something was pushed since.`,
    "Read what changed, then accept the commit that the newest comment of this action names."
  );
}
function withoutFullStop(text2) {
  return text2.replace(/\.$/, "");
}
function unreadable2(what, hint) {
  return new UserError("PULL_REQUEST_UNREADABLE", what, hint);
}
async function queued(event, { forge, log }) {
  const unknown = { ...event, fromFork: true, pullRequestHead: null };
  if (event.pullRequest === null) return unknown;
  const found = await forge.pullRequest(event.pullRequest);
  if (found.kind === "found")
    return { ...event, fromFork: found.value.fromFork, pullRequestHead: found.value.head };
  log.warn(`pull request ${event.pullRequest} of the merge group could not be read: ${found.why}`);
  return unknown;
}

// src/pipeline/trigger/answer-comment.ts
async function answerDone(event, mode, { forge, log }) {
  if (event.kind !== "comment" || isPart(mode)) return;
  warnIfFailed("a reaction", await forge.react(event.commentId, "rocket"), log);
}
async function answerFailed(event, error, { forge, log }) {
  if (event.kind !== "comment") return;
  warnIfFailed("a reaction", await forge.react(event.commentId, "confused"), log);
  if (!(error instanceof UserError) || !answeredCodes.has(error.code)) return;
  const answer = writeMarkdown([paragraph(prose(error.message))]);
  warnIfFailed("an answer", await forge.reply(event.number, answer), log);
}
var answeredCodes = /* @__PURE__ */ new Set(["COMMENT_NOT_UNDERSTOOD", "TESTS_NOT_ACCEPTED"]);
function warnIfFailed(what, found, log) {
  if (found.kind === "failed") log.warn(`${what} could not be posted: ${found.why}`);
}

// src/pipeline/trigger/skip.ts
async function skip(of, by) {
  const { forge, log, checkName: checkName2 } = by;
  const earlier = of.head === null ? null : await forge.hasFailed({ name: checkName2, head: of.head });
  if (earlier?.kind === "failed") log.warn(`earlier check runs could not be read: ${earlier.why}`);
  const hasFailed2 = earlier?.kind === "found" && earlier.value;
  const said = hasFailed2 ? `Nothing to do: ${of.why}. An earlier check of this commit failed, so this one fails too.` : `Nothing to do: ${of.why}.`;
  log.info(said);
  return {
    said,
    outputs: {
      conclusion: hasFailed2 ? "failure" : "neutral",
      regressions: "0",
      generations: "0",
      "cached-generations": "0",
      "has-work": "false"
    },
    exitCode: hasFailed2 ? 1 : 0
  };
}

// src/entry/action/action-options.ts
function actionOptions(inputs, environment) {
  const keyOf2 = keyReader(inputs, environment);
  const input = orElse(inputs);
  const variable = orElse(environment);
  const repository2 = variable("GITHUB_REPOSITORY", "");
  const token = input("github-token", "");
  const server = variable("GITHUB_SERVER_URL", "https://github.com");
  const repositoryUrl = repository2 === "" ? null : `${server}/${repository2}`;
  return {
    inputs,
    mode: oneOf(inputs, "mode", jobModes),
    shard: input("shard", ""),
    eventName: variable("GITHUB_EVENT_NAME", ""),
    sha: environment["GITHUB_SHA"] ?? null,
    workspace: variable("GITHUB_WORKSPACE", "."),
    checkout: variable("GITHUB_WORKSPACE", "."),
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
    repositoryUrl,
    runUrl: repositoryUrl === null || environment["GITHUB_RUN_ID"] === void 0 ? null : `${repositoryUrl}/actions/runs/${environment["GITHUB_RUN_ID"]}/attempts/${variable("GITHUB_RUN_ATTEMPT", "1")}`,
    github: { token, repository: repository2, apiUrl: variable("GITHUB_API_URL", "https://api.github.com") },
    keyOf: keyOf2,
    secrets: [token, ...keyVariables.map((name) => keyOf2(name) ?? "")].filter((secret) => secret !== "")
  };
}
var rows = providerNames.map((name) => providers[name]);
var keyVariables = rows.flatMap(({ keyVariable }) => keyVariable ?? []);
function orElse(values) {
  return (name, fallback) => values[name] ?? fallback;
}
function keyReader(inputs, environment) {
  const given = new Map(rows.map(({ keyVariable, keyInput }) => [keyVariable, inputs[keyInput ?? ""]]));
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
    "CONFIG_INVALID",
    `input \`${name}\` is \`${value.slice(0, 60)}\`.`,
    `Allowed: ${allowed.join(", ")}.`
  );
}

// src/entry/action/audit-action.ts
import { resolve as resolve4 } from "node:path";

// src/adapters/git/history-branch.ts
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join as join2 } from "node:path";
var historyFile = "spec-portability.jsonl";
function historyBranch(place) {
  refuseUnsafeName(place.branch);
  return {
    read: async () => {
      var _stack = [];
      try {
        const scratch = __using(_stack, await openScratch(place), true);
        return await readTip(scratch, place.branch);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    },
    append: async (lines, render) => {
      try {
        return await appendTo(place, lines, render);
      } catch (error) {
        if (error instanceof UserError) throw error;
        return { kind: "failed", why: reasonOf(error) };
      }
    }
  };
}
var mostTries = 6;
async function appendTo(place, lines, render) {
  var _stack = [];
  try {
    const scratch = __using(_stack, await openScratch(place), true);
    let why = "";
    for (let tried = 0; tried < mostTries; tried += 1) {
      if (tried > 0) await place.clock.sleep(500 * tried + 500 * place.clock.random(), neverAborted2);
      const tip = await readTip(scratch, place.branch);
      const text2 = `${withEnd(tip.text)}${lines}`;
      const commit = await commitOn(scratch, tip.commit, new Map([...render(text2), [historyFile, text2]]));
      const refused = await push(scratch, commit, place.branch);
      if (refused === null) return { kind: "appended", commit };
      why = refused;
      if (!isOvertaken(refused)) break;
    }
    return { kind: "failed", why };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var neverAborted2 = new AbortController().signal;
async function openScratch(place) {
  const directory = await mkdtemp(join2(tmpdir(), "spec-portability-history-"));
  const { environment } = place;
  const quiet = quietGit({ directory, environment, extra: identity });
  await quiet.raw(["init", "--quiet", "--initial-branch=scratch"]);
  const url = await remoteOf(place);
  return {
    directory,
    quiet,
    remote: fetchingGit({ directory, environment, extra: { ...identity, ...authentication(place, url) } }),
    url,
    [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true })
  };
}
var identity = {
  GIT_AUTHOR_NAME: "github-actions[bot]",
  GIT_AUTHOR_EMAIL: "41898282+github-actions[bot]@users.noreply.github.com",
  GIT_COMMITTER_NAME: "github-actions[bot]",
  GIT_COMMITTER_EMAIL: "41898282+github-actions[bot]@users.noreply.github.com"
};
async function remoteOf(place) {
  const { environment, checkout: directory } = place;
  const origin = await quietGit({ directory, environment }).raw(["config", "--get", "remote.origin.url"]).catch(() => "");
  if (origin.trim() !== "") return withoutCredentials(origin.trim());
  return `${place.server}/${place.repository}`;
}
function withoutCredentials(address) {
  if (!/^https?:\/\//.test(address)) return address;
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return url.href;
}
function authentication({ token, server }, url) {
  if (token === "" || !/^https?:\/\//.test(url) || new URL(url).origin !== new URL(server).origin) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "2",
    // The empty value removes a header that actions/checkout may have set: two such headers are refused.
    GIT_CONFIG_KEY_0: `http.${new URL(server).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: `http.${new URL(server).origin}/.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
  };
}
async function readTip({ quiet, remote, url }, branch) {
  const ref = `refs/heads/${branch}`;
  const listed = await remote.raw(["ls-remote", "--", url, ref]);
  if (listed.trim() === "") return { text: "", commit: null };
  await remote.raw(["fetch", "--quiet", "--no-tags", "--depth=1", "--", url, `+${ref}:refs/history/tip`]);
  const commit = (await quiet.raw(["rev-parse", "--verify", "refs/history/tip^{commit}"])).trim();
  const found = await quiet.raw(["ls-tree", "-l", "-z", commit, historyFile]);
  const [, mode, size] = /^(\d{6}) blob [0-9a-f]{40}\s+(\d+)\t/.exec(found) ?? [];
  if (mode !== "100644") throw taken(branch);
  if (Number(size) > mostBytes) throw new Error(`${historyFile} is larger than ${mostBytes} bytes`);
  return { text: await quiet.raw(["cat-file", "blob", `${commit}:${historyFile}`]), commit };
}
var mostBytes = 256 * 1024 * 1024;
async function commitOn({ quiet, directory }, parent, files) {
  await quiet.raw(parent === null ? ["read-tree", "--empty"] : ["read-tree", parent]);
  for (const [path, text2] of files) {
    const file = join2(directory, ".git", "history", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text2);
    const blob = (await quiet.raw(["hash-object", "-w", "--no-filters", "--", file])).trim();
    await quiet.raw(["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`]);
  }
  const tree = (await quiet.raw(["write-tree"])).trim();
  const parents = parent === null ? [] : ["-p", parent];
  return (await quiet.raw(["commit-tree", ...parents, "-m", "Add a night", tree])).trim();
}
async function push({ remote, url }, commit, branch) {
  try {
    await remote.raw(["push", "--quiet", "--no-verify", "--", url, `${commit}:refs/heads/${branch}`]);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
function isOvertaken(why) {
  return /fetch first|non-fast-forward|cannot lock ref|failed to update ref|stale info|incorrect old value|already exists/i.test(
    why
  );
}
function reasonOf(error) {
  const text2 = error instanceof Error ? error.message : String(error);
  return text2.replaceAll(/\s+/g, " ").trim().slice(0, 400);
}
function withEnd(text2) {
  return text2 === "" || text2.endsWith("\n") ? text2 : `${text2}
`;
}
function refuseUnsafeName(branch) {
  const isSafe = /^[A-Za-z0-9][\w./-]{0,99}$/.test(branch) && !/\.\.|\/\/|\/$|\.lock$|\.$/.test(branch);
  if (isSafe) return;
  throw new UserError(
    "CONFIG_INVALID",
    `input \`history-branch\` is \`${branch.slice(0, 60)}\`, which is not a valid branch name.`,
    "Give a simple name, for example `spec-portability-history`."
  );
}
function taken(branch) {
  return new UserError(
    "HISTORY_BRANCH_TAKEN",
    `the branch \`${branch}\` exists but has no \`${historyFile}\`, so this action did not make it.`,
    "Set `history-branch` to a name that no branch has yet. The first audit makes the branch."
  );
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
function graphqlUrl(apiUrl) {
  return `${apiUrl.replace(/\/api\/v3$/, "/api")}/graphql`;
}
function viewerQuery(apiUrl) {
  return { method: "POST", url: graphqlUrl(apiUrl), query: "{ viewer { login } }" };
}
function readViewer(data) {
  const viewer = member(member(data, "data"), "viewer");
  const login2 = member(viewer, "login");
  return typeof login2 === "string" && login2 !== "" ? login2 : null;
}
function member(value, key) {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : void 0;
}

// src/adapters/github/drift-issue.ts
function githubDriftIssue(options) {
  return {
    async put(issue) {
      if (options.token === "") return { kind: "failed", why: "there is no token (input `github-token`)" };
      const remote = await openRemote(options);
      const login2 = await ownLogin(remote, options.clock);
      if (login2.kind === "refused") return { kind: "failed", why: login2.why };
      const put = await attempt(options.clock, () => putIssue(remote, issue, login2.value));
      if (put.kind === "done") return put.value;
      const permission = put.status === 403 || put.status === 404 ? "; the job needs `issues: write`" : "";
      return { kind: "failed", why: `${put.why}${permission}` };
    }
  };
}
async function putIssue(remote, issue, login2) {
  const { octokit, owner, repo } = remote;
  const ours = await findOurs(remote, issue.marker, login2);
  const found = ours.find(({ isOpen }) => isOpen) ?? ours[0];
  const { title, body } = issue;
  if (found === void 0) {
    if (issue.state === "closed") return { kind: "left-alone" };
    const created = await octokit.rest.issues.create({ owner, repo, title, body });
    return { kind: "published", url: created.data.html_url };
  }
  if (!found.isOpen && (issue.state === "closed" || wasClosedByAPerson(found, issue)))
    return { kind: "left-alone" };
  const state = issue.state === "open" ? { state: "open" } : { state: "closed", state_reason: "completed" };
  await octokit.rest.issues.update({ owner, repo, issue_number: found.number, title, body, ...state });
  return { kind: "published", url: found.url };
}
function wasClosedByAPerson(found, issue) {
  return secondLine(found.body) === secondLine(issue.body);
}
async function findOurs(remote, marker, login2) {
  const { octokit, owner, repo } = remote;
  const ours = [];
  for (let page = 1; page <= mostPages && ours.length === 0; page += 1) {
    const { data } = await octokit.rest.issues.listForRepo({
      owner,
      repo,
      state: "all",
      sort: "updated",
      direction: "desc",
      per_page: 100,
      page
    });
    ours.push(...data.filter((one) => isOurs(one, { marker, login: login2 })).map((one) => foundOf(one)));
    if (data.length < 100) break;
  }
  return ours;
}
var mostPages = 10;
function isOurs(listed, of) {
  const isPullRequest = listed.pull_request !== void 0;
  return !isPullRequest && listed.user?.login === of.login && firstLine(listed.body ?? "") === of.marker;
}
function foundOf({ number, body, state, html_url: url }) {
  return { number, body: body ?? "", isOpen: state === "open", url };
}
function firstLine(body) {
  return (body.split("\n", 1)[0] ?? "").trim();
}
function secondLine(body) {
  return (body.split("\n", 2)[1] ?? "").trim();
}

// src/core/report/machine/outputs.ts
function outputsOf(summary, published) {
  const { spent, verdicts } = summary;
  const hasWork = summary.verdicts.length > 0 || summary.skipReason !== null || // A run that repeats an earlier verdict asks no model.
  summary.repeats === void 0 && summary.changes.some(({ head: head2 }) => head2 !== null);
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
      ...besideOf(verdict.asks) === void 0 ? {} : { asks: verdict.asks },
      ...verdict.insteadOf === void 0 ? {} : { insteadOf: verdict.insteadOf },
      verdict: verdict.verdict,
      base: verdict.base === null ? null : rate(verdict.base),
      head: rate(verdict.head)
    }))
  );
}
function meanPortability(summary) {
  const heads = summary.portability.map((entry) => entry.head).filter((head2) => head2 !== null);
  if (heads.length === 0) return "";
  const mean = heads.reduce((sum, head2) => sum + head2, 0) / heads.length;
  return String(Number(mean.toFixed(4)));
}

// src/core/report/history/series-chart.ts
var width = 720;
var height = 110;
var inner = { left: 40, right: width - 10, top: 14, bottom: height - 22 };
var trailing = 7;
function seriesChart(chart) {
  const { nights } = chart;
  const x = point().domain(nights).range([inner.left, inner.right]);
  const y = linear().domain([0, 1]).range([inner.bottom, inner.top]);
  const at = (night) => x(night) ?? inner.left;
  const points = rates(chart);
  const path = line().defined(({ rate: rate2 }) => rate2 !== null).x(({ night }) => at(night)).y(({ rate: rate2 }) => y(rate2 ?? 0));
  const last = points.findLast(({ rate: rate2 }) => rate2 !== null);
  return k(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": inWords(chart, points) },
    driftBands(chart, { at, step: x.step() }),
    k("rect", frame(inner)),
    ...[0, 0.5, 1].map(
      (rate2) => k("text", { x: inner.left - 6, y: y(rate2) + 4, "text-anchor": "end" }, `${rate2 * 100} %`)
    ),
    ...chart.servedChanges.flatMap((change) => servedMark(change, at(change.night))),
    k("path", { class: "line", d: path(points) ?? "" }),
    last === void 0 ? null : k("circle", { class: "dot", cx: at(last.night), cy: y(last.rate ?? 0), r: 3 }),
    k("text", { x: inner.left, y: height - 6 }, nights[0] ?? ""),
    k("text", { x: inner.right, y: height - 6, "text-anchor": "end" }, nights.at(-1) ?? "")
  );
}
function rates({ nights, entries }) {
  const passes = /* @__PURE__ */ new Map();
  for (const entry of entries)
    passes.set(entry.night, [...passes.get(entry.night) ?? [], ...passesOf(entry)]);
  return nights.map((night, index) => {
    if ((passes.get(night) ?? []).length === 0) return { night, rate: null };
    const window = nights.slice(Math.max(0, index - trailing + 1), index + 1);
    const recent = window.flatMap((one) => passes.get(one) ?? []);
    return { night, rate: recent.filter(Boolean).length / recent.length };
  });
}
function inWords({ name, servedChanges: servedChanges2, drifting }, points) {
  const last = points.findLast(({ rate: rate3 }) => rate3 !== null);
  const rate2 = last?.rate === null || last === void 0 ? "no sample" : `${Math.round(100 * last.rate)} %`;
  return `${plainText(name, 200)}: ${rate2} over the last ${trailing} nights, ${drifting.size} nights with a drift, served model changed ${servedChanges2.length} times`;
}
function driftBands({ nights, drifting }, { at, step }) {
  const wide = step === 0 ? inner.right - inner.left : step;
  const bands = nights.filter((night) => drifting.has(night)).map((night) => {
    const x = Math.max(inner.left, at(night) - wide / 2);
    const width2 = Math.min(inner.right, at(night) + wide / 2) - x;
    return k("rect", { class: "drift", x, y: inner.top, width: width2, height: inner.bottom - inner.top });
  });
  return k("g", null, ...bands);
}
function servedMark({ night, from, to }, x) {
  const said = `${night}: served by ${to.join(", ")} instead of ${from.join(", ")}`;
  return [
    k(
      "line",
      { class: "served", x1: x, x2: x, y1: inner.top, y2: inner.bottom },
      k("title", null, plainText(said, 300))
    ),
    k("text", { class: "mark", x: x + 3, y: inner.top - 3 }, "served model changed")
  ];
}
function frame({ left, right, top, bottom }) {
  return { class: "frame", x: left, y: top, width: right - left, height: bottom - top };
}

// src/core/report/history/style.ts
var historyStyle = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #ffffff; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e; --mark: #8250df; --fill: #ddf4ff; --stroke: #0969da; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9198a1; --paper: #0d1117; --line: #3d444d; --good: #3fb950; --bad: #f85149; --mark: #ab7df8; --fill: #121d2f; --stroke: #4493f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; margin: 0.5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; font-weight: 600; margin: 1rem 0 0.25rem; overflow-wrap: anywhere; }
p, li { max-width: 70ch; }
.soft { color: var(--soft); }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
svg { display: block; width: 100%; height: auto; }
.frame { fill: none; stroke: var(--line); }
.line { fill: none; stroke: var(--stroke); stroke-width: 2; }
.dot { fill: var(--stroke); }
.drift { fill: var(--bad); opacity: 0.18; }
.served { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 4 3; }
text { fill: var(--soft); font: 11px system-ui, sans-serif; }
.mark { fill: var(--mark); }
@media print { body { max-width: none; } section { break-inside: avoid; } }
`;

// src/core/report/history/history-page.ts
var mostNights = 180;
var mostCharts = 400;
function historyPage(history, decide) {
  const statuses = seriesStatuses(history, decide);
  const nights = [...new Set(history.map(({ night }) => night))].slice(-mostNights);
  const policy = `default-src 'none'; style-src '${sourceHash(historyStyle)}'; base-uri 'none'; form-action 'none'`;
  const page = k(
    "html",
    { lang: "en" },
    k(
      "head",
      null,
      k("meta", { charset: "utf-8" }),
      k("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      k("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      k("title", null, "Spec portability over time"),
      k("style", { dangerouslySetInnerHTML: { __html: historyStyle } })
    ),
    k(
      "body",
      null,
      k("main", null, ...opening(statuses, nights), ...sections({ history, statuses, nights }))
    )
  );
  return `<!doctype html>
${z(page)}
`;
}
function opening(statuses, nights) {
  const { portable, all } = portableModels(statuses);
  const drifting = statuses.filter(({ drift }) => drift !== null).length;
  return [
    k("h1", null, "Spec portability over time"),
    k(
      "p",
      null,
      `Portable on ${portable.length}/${all.length} models. `,
      drifting === 0 ? k("span", { class: "good" }, "No drift is open.") : k("span", { class: "bad" }, `${drifting} of ${statuses.length} specs on models drifted.`)
    ),
    k(
      "p",
      { class: "soft" },
      `Last night: ${nights.at(-1) ?? "none yet"}. A line is the share of generations of the last seven nights that pass the tests; a red stretch is an open drift; a dashed mark is a night on which the vendor served another model under the same name.`
    )
  ];
}
function sections(page) {
  const shown = page.statuses.toSorted((one, other) => trouble(one) - trouble(other)).slice(0, mostCharts);
  const rest = page.statuses.length - shown.length;
  const specs = [...new Set(shown.map(({ spec }) => spec))];
  const changes = servedChanges(page.history).filter(({ night }) => page.nights.includes(night));
  const bySeries = groupBySeries(page.history);
  const chartOf = (status) => {
    const entries = bySeries.get(seriesKey(status)) ?? [];
    return seriesChart({
      name: `${status.spec} on ${status.model}`,
      nights: page.nights,
      entries,
      servedChanges: changes.filter(({ model }) => model === status.model),
      drifting: driftingNights(entries)
    });
  };
  return [
    ...specs.map(
      (spec) => k(
        "section",
        null,
        k("h2", null, plainText(spec, 200)),
        ...shown.filter((status) => status.spec === spec).flatMap((status) => [
          k("h3", null, plainText(status.model, 200), " ", stateMark(status)),
          chartOf(status)
        ])
      )
    ),
    ...rest === 0 ? [] : [k("p", { class: "soft" }, `${rest} more without a drift are not drawn.`)]
  ];
}
function driftingNights(entries) {
  const nights = /* @__PURE__ */ new Set();
  let state = null;
  for (const entry of entries) {
    state = advance(state, entry);
    if (state.drift !== null) nights.add(entry.night);
  }
  return nights;
}
function trouble({ drift, interval }) {
  return drift === null ? interval?.low ?? 0 : -1;
}
function stateMark({ drift, recent, isPortable }) {
  const counts = `${recent.passed}/${recent.passed + recent.failed}`;
  if (drift !== null) return k("span", { class: "bad" }, `drifted since ${drift.since}`);
  return isPortable ? k("span", { class: "good" }, `portable, ${counts}`) : k("span", { class: "soft" }, `${counts}, not shown to be portable`);
}

// src/core/report/history/history-files.ts
function historyFiles(history, decide) {
  const badge = badgeOf(seriesStatuses(history, decide));
  return /* @__PURE__ */ new Map([
    ["index.html", historyPage(history, decide)],
    ["badge.json", badgeJson(badge)],
    ["badge.svg", badgeSvg(badge)],
    // Without this file GitHub Pages would run the page through Jekyll.
    [".nojekyll", ""]
  ]);
}
function badgeOf(statuses) {
  const { portable, all } = portableModels(statuses);
  const isDrifting = statuses.some(({ drift }) => drift !== null);
  const message = all.length === 0 ? "no model yet" : `${portable.length}/${all.length} models`;
  const isWhole2 = all.length > 0 && portable.length === all.length;
  return { label: "portable on", message, color: isDrifting ? "red" : isWhole2 ? "green" : "grey" };
}
function badgeJson({ label, message, color }) {
  const shieldsColor = { green: "brightgreen", red: "red", grey: "lightgrey" }[color];
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: shieldsColor })}
`;
}
function badgeSvg({ label, message, color }) {
  const [left, right] = [label, message].map((text2) => Math.round(text2.length * 6.6) + 12);
  const widths = { left: left ?? 0, right: right ?? 0 };
  const whole = widths.left + widths.right;
  const fill = { green: "#1a7f37", red: "#cf222e", grey: "#59636e" }[color];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="20" role="img" aria-label="${label} ${message}">`,
    `<title>${label} ${message}</title>`,
    `<rect width="${whole}" height="20" rx="3" fill="#24292f"/>`,
    `<path d="M${widths.left} 0h${widths.right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${widths.right - 3}z" fill="${fill}"/>`,
    '<g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">',
    `<text x="${widths.left / 2}" y="14">${label}</text>`,
    `<text x="${widths.left + widths.right / 2}" y="14">${message}</text>`,
    "</g></svg>\n"
  ].join("");
}

// src/pipeline/audit/publish-night.ts
async function publishNight(audited, to) {
  if (!audited.entries.some(({ outcomes }) => outcomes !== "")) return null;
  if (!to.isOfDefaultBranch) {
    to.log.info("This is not the default branch, so the issue and the history branch are not changed.");
    return null;
  }
  await appendNight(audited, to);
  const published = await to.issue.put(to.text);
  if (published.kind === "failed") to.log.warn(`the issue could not be updated: ${published.why}`);
  return published.kind === "published" ? published.url : null;
}
async function appendNight({ entries, history }, to) {
  if (to.history === null) return;
  const lines = entries.map((entry) => historyLine(entry)).join("");
  const appended = await to.history.append(
    lines,
    (text2) => historyFiles(mergeNights([history, readHistory(text2).entries]), to.decide)
  );
  if (appended.kind === "failed") to.log.warn(`the history branch could not be written: ${appended.why}`);
}

// src/entry/action/open-run.ts
import { resolve as resolve3 } from "node:path";

// src/adapters/sandbox/set-up-sandbox.ts
async function setUpSandbox(request) {
  if (!request.enabled || !isHostedLinux(request.environment)) return "not-ours";
  const run = request.run ?? runStep;
  for (const { argv, why, isOptional } of setUpSteps) {
    const { end, stderr } = await run(argv);
    if (end.kind === "exited" && end.code === 0) continue;
    const said = stderr.text.trim().split("\n").at(-1) ?? "";
    request.log.warn(`sandbox-setup: could not ${why}: ${said || end.kind}`);
    if (isOptional !== true) return "failed";
  }
  request.log.info("sandbox-setup: bubblewrap and its AppArmor profile are installed");
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
    argv: [...["sudo", "-n", "sh", "-c"], installs({ program: "bwrap", name: "bubblewrap" })]
  },
  {
    why: "load the AppArmor profile of bubblewrap",
    argv: [
      ...["sudo", "-n", "sh", "-c"],
      '[ -d /sys/kernel/security/apparmor ] || exit 0; printf %s "$1" > /etc/apparmor.d/bwrap && apparmor_parser -r /etc/apparmor.d/bwrap',
      ...["sh", appArmorProfile]
    ]
  },
  {
    why: "install slirp4netns, which keeps setup from the services of this machine",
    isOptional: true,
    argv: [
      ...["sudo", "-n", "sh", "-c"],
      installs({ program: "slirp4netns", name: "slirp4netns" })
    ]
  }
];
function installs({ program, name }) {
  const install = `apt-get install -y --no-install-recommends ${name}`;
  return `command -v ${program} || { ${install} || { apt-get update -q && ${install}; }; }`;
}
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

// src/config/head-models.ts
function headModels(base, head2) {
  const trusted = new Set(base.map(placeOf));
  const isTrusted = (model) => trusted.has(placeOf(model)) || isVendorsOwn(model);
  const known = new Set(base.map(identityOf));
  const added = head2.filter((model) => isTrusted(model) && !known.has(identityOf(model)));
  const taken2 = new Set([...base, ...added].map(({ id }) => id));
  const inBase = new Set(base.map(({ id }) => id));
  const replaced = [];
  const named = added.map((model) => {
    if (!inBase.has(model.id)) return model;
    const askedAs = freeName(`${model.id}-head`, taken2);
    replaced.push({ id: model.id, askedAs });
    return { ...model, id: askedAs };
  });
  const kept = new Set(head2.map(identityOf));
  const replacedIds = new Set(replaced.map(({ id }) => id));
  return {
    models: [...base, ...named],
    refused: head2.filter((model) => !isTrusted(model)),
    removed: base.filter((model) => !kept.has(identityOf(model)) && !replacedIds.has(model.id)).map(({ id }) => id),
    replaced
  };
}
function placeOf({ provider, apiKeyEnv, baseUrl, headers }) {
  return JSON.stringify([provider, apiKeyEnv, baseUrl, headers ?? {}]);
}
function identityOf(model) {
  return JSON.stringify(askedWith(model));
}
function freeName(wanted, taken2) {
  const name = taken2.has(wanted) ? freeName(`${wanted}-head`, taken2) : wanted;
  taken2.add(name);
  return name;
}
function isVendorsOwn({ provider, apiKeyEnv, baseUrl, headers }) {
  const { baseUrl: ownAddress, keyVariable } = providers[provider];
  if (headers !== void 0) return false;
  return baseUrl === null && ownAddress !== null && apiKeyEnv !== null && apiKeyEnv === keyVariable;
}

// src/config/model-switches.ts
function modelSwitches(base, asked) {
  const left = base.filter(({ id }) => asked.removed.includes(id));
  const leftFor = (to, index) => {
    const replaced = asked.replaced.find(({ askedAs }) => askedAs === to.id)?.id;
    return base.find(({ id }) => id === replaced) ?? left.find(({ provider }) => provider === to.provider) ?? left[index] ?? left[0] ?? base[0];
  };
  return asked.models.slice(base.length).flatMap((to, index) => {
    const from = leftFor(to, index);
    return from === void 0 ? [] : [{ from, to }];
  });
}

// src/config/read-configuration.ts
function readConfiguration({ file, headFile }, inputs) {
  if (file === null && headFile !== null && !isWhole(inputs)) return firstAdoption(headFile, inputs);
  const { settings, notYet } = readSettings({ file, inputs });
  const configuration = { settings, notes: notYet, switches: [], planOnly: null };
  return file === null || headFile === null || file.text === headFile.text ? configuration : withHeadModels(configuration, headFile, inputs);
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
    switches: [],
    planOnly: "The base branch has no config file yet, so no model was asked: the checks begin once this one is merged."
  };
}
function withHeadModels(configuration, headFile, inputs) {
  const head2 = readSettings({ file: headFile, inputs });
  const asked = headModels(configuration.settings.models, head2.settings.models);
  return {
    ...configuration,
    settings: { ...configuration.settings, models: asked.models },
    switches: modelSwitches(configuration.settings.models, asked),
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

// src/adapters/actions-cache/actions-cache.ts
import { dirname as dirname2, join as join4, relative as relative2 } from "node:path";
import { copyFile, lstat, mkdir as mkdir2, readdir as readdir2, mkdtemp as mkdtemp2, rm as rm2 } from "node:fs/promises";
import { constants } from "node:fs";

// src/adapters/actions-cache/client-process.ts
import { join as join3 } from "node:path";
var inherited = /^(?:PATH|HOME|LANG|GITHUB_SERVER_URL|ACTIONS_(?:RESULTS_URL|CACHE_URL|RUNTIME_TOKEN|CACHE_SERVICE_V2|CACHE_MODE)|NODE_EXTRA_CA_CERTS|(?:https?|no)_proxy|(?:HTTPS?|NO)_PROXY)$/;
var guardedTar = "--exclude=/* --exclude=*..* --transform=s|.*|removed|Rsh";
async function runClient(request) {
  const { client, transfer, place, timeoutMs } = request;
  const stage = join3(place, "stage");
  const run = await runCommand({
    argv: [client.node, client.script, JSON.stringify(transfer)],
    directory: stage,
    environment: {
      ...Object.fromEntries(Object.entries(request.environment).filter(([name]) => inherited.test(name))),
      GITHUB_WORKSPACE: stage,
      RUNNER_TEMP: join3(place, "temporary"),
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
    case "over-limit":
      return { kind: "failed", reason: `the client ${overLimitWords(run.end)}` };
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
  const said = stdout.split("\n").flatMap((line2) => {
    const reason = /^(?:::(?:warning|error)[^:]*::)?(?:Failed to (?:save|restore): )(.+)$/.exec(line2)?.[1];
    return reason ?? /^::(?:warning|error)[^:]*::(.+)$/.exec(line2)?.[1] ?? [];
  });
  return said.at(-1) ?? null;
}

// src/adapters/actions-cache/actions-cache.ts
function actionsCache(options) {
  const { environment, log } = options;
  const mode = (environment["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
  let restored = /* @__PURE__ */ new Map();
  const warn = oneWarning(options);
  const restore = async (folder) => {
    if (mode === "none" || mode === "write-only") {
      log.info("No records are restored, because `cache-mode` of the workflow forbids it.");
      return;
    }
    const why = await inPlace(options, async (place) => {
      const end = await runClient({ ...requestOf(options, place), transfer: restoring(options) });
      return adopt(end, join4(place, "stage"), folder);
    });
    if (why !== null)
      warn(
        `Records of earlier runs could not be restored from the Actions cache (${why}), so none of them is used.`
      );
    restored = await snapshotOf(folder);
  };
  const save = async (folder) => {
    const records = await snapshotOf(folder);
    if (![...records].some(([path, print]) => restored.get(path) !== print)) return;
    if (mode === "none" || mode === "read") {
      log.info("Records are not saved, because `cache-mode` of the workflow forbids it.");
      return;
    }
    const why = await inPlace(options, async (place) => {
      await copyRecords(records.keys(), folder, join4(place, "stage", archivedFolder));
      const request = { ...requestOf(options, place), signal: new AbortController().signal };
      const end = await runClient({ ...request, transfer: { kind: "save", key: keyOf(options) } });
      return whyFailed(end);
    });
    if (why === null) restored = records;
    else
      warn(
        `Records could not be saved to the Actions cache (${why}), so a re-run will ask the models again.`
      );
  };
  if (options.mode === "off") return { restore: async () => void 0, save: async () => void 0 };
  const missing = missingFrom(environment);
  if (missing === null || mode === "none") return { restore, save };
  const sayMissing = async () => warn(`There is no Actions cache here (${missing} is not set), so the records of this run are not kept.`);
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
  const from = join4(stage, archivedFolder);
  await copyRecords((await snapshotOf(from)).keys(), from, folder);
  return null;
}
function whyFailed(end) {
  return end.kind === "failed" || end.kind === "threw" ? end.reason : null;
}
async function inPlace({ temporaryRoot }, work) {
  try {
    const place = await mkdtemp2(join4(temporaryRoot, "spec-portability-cache-"));
    try {
      for (const name of ["stage", "temporary"]) await mkdir2(join4(place, name));
      return await work(place);
    } finally {
      await rm2(place, { recursive: true, force: true });
    }
  } catch (error) {
    return String(error);
  }
}
function oneWarning({ log, environment }) {
  const token = environment["ACTIONS_RUNTIME_TOKEN"] ?? "";
  let isSaid = false;
  return (line2) => {
    const safe = logText(redact(line2.replaceAll(/\?\S+/g, ""), [token]));
    if (isSaid) log.info(safe);
    else log.warn(safe);
    isSaid = true;
  };
}
var entriesAtMost = 5e5;
async function snapshotOf(folder) {
  const entries = await readdir2(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = /* @__PURE__ */ new Map();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = relative2(folder, join4(entry.parentPath, entry.name));
    if (readRecordPath(path) === null) continue;
    const status = await lstat(join4(folder, path)).catch(() => null);
    if (status !== null) found.set(path, `${status.size}:${status.mtimeMs}`);
  }
  return found;
}
async function whyNotRecords(stage, folder) {
  const entries = await readdir2(stage, { withFileTypes: true, recursive: true });
  if (entries.length > entriesAtMost) return `the entry holds more than ${entriesAtMost} files`;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join4(entry.parentPath, entry.name);
    if (!entry.isFile() || readRecordPath(relative2(join4(stage, folder), path)) === null)
      return "the entry holds something that is no record";
    if ((await lstat(path)).nlink !== 1) return "the entry holds a link";
  }
  return null;
}
async function copyRecords(paths, from, to) {
  for (const path of paths) {
    const target = join4(to, path);
    await mkdir2(dirname2(target), { recursive: true });
    if (await lstat(target).catch(() => null) !== null) continue;
    await copyFile(join4(from, path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

// src/adapters/records/prune-records.ts
import { readdir as readdir3, unlink } from "node:fs/promises";
import { join as join5, relative as relative3 } from "node:path";
async function pruneRecords(folder, pruning) {
  let kept = 0;
  let removed = 0;
  const entries = await readdir3(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join5(entry.parentPath, entry.name);
    const stays = await worthKeeping(folder, relative3(folder, path), pruning);
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

// src/entry/action/carry-records.ts
function carriedRecords(of) {
  const { options, settings, directory, environment, log, signal } = of;
  const { run } = options;
  const cache = actionsCache({
    mode: options.cache,
    // The nightly audit and all pull requests share their records of the same specs and models.
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

// src/entry/action/open-run.ts
async function openRun(of) {
  const { event, options, log, environment } = of;
  const startedAt = systemClock().now();
  const repository2 = await openRepository(options.checkout, environment);
  await openReportFolder({
    directory: resolve3(options.workspace, options.reportDir),
    tracks: (path) => repository2.tracks(path)
  });
  const trigger = await commitsOf(event, repository2, { running: options.sha });
  const rights = rightsOf(trigger, { isDependabots: event.kind === "pull-request" && event.dependabot });
  const files = await configFiles(repository2, trigger, { path: options.inputs["config"] ?? null, ...rights });
  const configuration = readConfiguration(files, options.inputs);
  const { settings, notes, switches } = configuration;
  await maskKeys(of.runtime, settings, options.keyOf);
  const signal = interruptSignal((line2) => log.info(line2));
  const directory = resolve3(options.workspace, options.records);
  const carried = carriedRecords({ ...of.programs, options, settings, directory, environment, log, signal });
  const ports = await wire({
    signal,
    repository: repository2,
    origin: of.origin,
    recordsDirectory: directory,
    restoreRecords: carried.restore,
    sandbox: settings.sandbox,
    setUpSandbox: () => setUpSandbox({ enabled: options.sandboxSetup, environment, log }),
    log,
    observer: of.observer,
    keyOf: options.keyOf,
    setupVariable: rights.seesSetupEnv ? options.keyOf : () => null,
    nodeTestReporter: of.programs.nodeTestReporter
  });
  const mode = options.dryRun ? dryRun : measureUnless(configuration.planOnly);
  return {
    ports,
    request: { trigger, settings, notes, withoutSecrets: !rights.hasSecrets, mode, startedAt, signal },
    switches,
    [Symbol.asyncDispose]: async () => {
      var _stack = [];
      try {
        const _ports = __using(_stack, ports, true);
        if (!isPart(options.mode)) await carried.save(ports.records.usedKeys);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
async function maskKeys(runtime, { models, specs }, keyOf2) {
  const names = [...models.flatMap(secretVariables), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) await runtime.mask(keyOf2(name) ?? "");
}

// src/entry/action/audit-action.ts
async function auditAction(world, event) {
  const history = historyOf(world);
  const run = { ...world, event, origin: workflowOrigin(event, { ...world.options, ...world }) };
  const audited = await auditOf({ ...run, observer: null }, history);
  await report(audited, { ...run, history });
  return exitCodeOf(audited.summary);
}
async function auditOf(run, history) {
  var _stack = [];
  try {
    const opened = __using(_stack, await openRun(run), true);
    const { ports, request } = opened;
    const night = utcDay(request.startedAt);
    const lifecycleOf = lifecycles(run.options.keyOf);
    return await audit(ports, await openNight(ports, request, { night, history, lifecycleOf }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function historyOf({ options, environment }) {
  const branch = options.inputs["history-branch"] ?? "";
  if (branch === "") return null;
  const { token, repository: repository2 } = options.github;
  const server = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
  return historyBranch({
    branch,
    checkout: options.checkout,
    server,
    repository: repository2,
    token,
    environment,
    clock: systemClock()
  });
}
async function report(audited, to) {
  const { options, runtime, log } = to;
  const directory = resolve4(options.workspace, options.reportDir);
  const resultFile = await writeReport(audited.summary, { directory, extra: null });
  if (audited.shrink !== void 0) await writeShrink(audited.shrink, directory);
  const url = await publishNight(audited, {
    issue: githubDriftIssue({ ...options.github, clock: systemClock() }),
    history: to.history,
    log,
    decide: { portable: audited.portable },
    text: auditIssue(audited, options.commentKey),
    isOfDefaultBranch: to.origin.event === "default-branch"
  });
  const page = renderAudit(audited);
  if (!await runtime.writeSummary(page)) await runtime.printUntrusted(page);
  await runtime.setOutputs(outputsOf(audited.summary, { reportDir: directory, resultFile, commentUrl: url }));
}

// src/core/report/live/comment-turn.ts
function decideTurn(at) {
  const { mine, current, head: head2 } = at;
  if (mine.head !== head2) return { kind: isOldNews(current, head2) ? "supersede" : "leave" };
  if (current === null || current.head !== head2) return { kind: "write" };
  const order = current.run - mine.run || current.attempt - mine.attempt;
  if (order > 0) return { kind: "leave" };
  return { kind: order === 0 && isSameText(current, mine) ? "written" : "write" };
}
function isOldNews(current, head2) {
  return current !== null && current.head !== head2 && current.state !== "superseded";
}
function isSameText(one, other) {
  return one.state === other.state && one.text === other.text;
}

// src/adapters/github/read-snapshot.ts
async function readSnapshot(remote, of) {
  const answer = await ask(remote, of).catch((error) => {
    if (isRefusal(error)) return null;
    throw error;
  });
  refuseLimited(answer);
  const data = member2(answer, "data");
  const sha3 = member2(member2(member2(data, "repository"), "pullRequest"), "headRefOid");
  if (typeof sha3 !== "string" || !/^[0-9a-f]{40}$/.test(sha3)) return null;
  const body = member2(member2(data, "node"), "body");
  return { head: sha3, body: typeof body === "string" ? body : null };
}
async function ask(remote, of) {
  const { octokit, owner, repo, apiUrl } = remote;
  const variables = { owner, repo, number: of.pullRequest };
  const question = of.comment === null ? { query: `query${parameters}) { ${head} }`, variables } : {
    query: `query${parameters}, $comment: ID!) { ${head} ${text} }`,
    variables: { ...variables, comment: of.comment }
  };
  const answer = await octokit.request({ method: "POST", url: graphqlUrl(apiUrl), ...question });
  return answer.data;
}
function refuseLimited(answer) {
  const errors = member2(answer, "errors");
  const isLimited = Array.isArray(errors) && errors.some((error) => member2(error, "type") === "RATE_LIMITED");
  if (isLimited) throw Object.assign(new Error("API rate limit exceeded"), { status: 429 });
}
var parameters = "($owner: String!, $repo: String!, $number: Int!";
var head = "repository(owner: $owner, name: $repo) { pullRequest(number: $number) { headRefOid } }";
var text = "node(id: $comment) { ... on IssueComment { body } }";
function member2(value, key) {
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
    warn(
      `${ours.length} comments have the marker of this action, so only the oldest is updated: ${oldest.html_url}`
    );
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
    (candidate) => candidate.user?.login === comment.login && firstLine2(candidate.body ?? "") === comment.marker
  ).toSorted((one, other) => one.id - other.id);
}
function firstLine2(body) {
  return (body.split("\n", 1)[0] ?? "").trim();
}

// src/adapters/github/comment-in-turn.ts
async function commentInTurn(of, comment, known) {
  let written2 = null;
  for (let round = 0; round < mostRounds; round += 1) {
    const step = await attempt(of.clock, () => stepInTurn(of, comment, known));
    if (step.kind === "refused") {
      if (written2 === null) return step;
      of.warn(`the comment was written, but could not be read again: ${step.why}`);
      break;
    }
    if (step.value.kind === "settled") return { kind: "done", value: step.value.published };
    if (step.value.kind === "wrote") written2 = step.value.url;
  }
  return {
    kind: "done",
    value: written2 === null ? { kind: "superseded" } : { kind: "published", url: written2 }
  };
}
var mostRounds = 6;
async function stepInTurn(of, comment, known) {
  const { remote } = of;
  const snapshot = await look(remote, comment, known);
  if (snapshot === "lost") return { kind: "lost" };
  if (snapshot === "blind") return withoutTurnCheck(of, comment);
  const stamp = snapshot.body === null ? null : readStamp(snapshot.body);
  const turn = decideTurn({ mine: comment.turn.stamp, current: stamp, head: snapshot.head });
  switch (turn.kind) {
    case "leave":
      return { kind: "settled", published: { kind: "superseded" } };
    case "written":
      return { kind: "settled", published: { kind: "published", url: known.found?.url ?? "" } };
    case "supersede":
      return write(remote, { ...comment, body: comment.turn.superseded(snapshot.head) }, known);
    case "write":
      return write(remote, comment, known);
  }
}
async function look(remote, comment, known) {
  if (known.found !== null) {
    const read2 = await readSnapshot(remote, { pullRequest: comment.pullRequest, comment: known.found.node });
    if (read2 === null) return "blind";
    if (read2.body !== null) return read2;
    known.found = null;
    return "lost";
  }
  const [oldest, ...doubles] = await ownComments(remote, comment);
  for (const double of doubles) await remove(remote, double.id);
  known.found = oldest === void 0 ? null : { id: oldest.id, node: oldest.node_id, url: oldest.html_url };
  const read = await readSnapshot(remote, { pullRequest: comment.pullRequest, comment: null });
  return read === null ? "blind" : { head: read.head, body: oldest?.body ?? null };
}
async function remove(remote, id) {
  const { octokit, owner, repo } = remote;
  await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch((error) => {
    if (!isRefusal(error)) throw error;
  });
}
async function write(remote, comment, known) {
  const { octokit, owner, repo } = remote;
  const { body } = comment;
  if (known.found === null) {
    if (!comment.create) return { kind: "settled", published: { kind: "left-alone" } };
    const created = await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: comment.pullRequest,
      body
    });
    return { kind: "wrote", url: created.data.html_url };
  }
  try {
    const updated = await octokit.rest.issues.updateComment({
      owner,
      repo,
      comment_id: known.found.id,
      body
    });
    return { kind: "wrote", url: updated.data.html_url };
  } catch (error) {
    if (!(error instanceof Error && "status" in error && error.status === 404)) throw error;
    known.found = null;
    return { kind: "lost" };
  }
}
async function withoutTurnCheck(of, comment) {
  const published = comment.turn.isPassing ? { kind: "left-alone" } : await putComment(of.remote, comment, of.warn);
  return { kind: "settled", published };
}

// src/adapters/github/find-verdict.ts
async function candidateOf(remote, sought) {
  const { octokit, owner, repo } = remote;
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: sought.head,
    check_name: sought.name,
    status: "completed",
    filter: "all",
    per_page: 100
  });
  const newest = checkRunsSchema.parse(data).check_runs.filter(
    (run) => run.name === sought.name && run.external_id === sought.externalId && run.head_sha === sought.head
  ).toSorted((one, other) => other.id - one.id)[0];
  const read = repeatable.safeParse(newest);
  if (!read.success) return null;
  const { conclusion, app, output, html_url } = read.data;
  return { conclusion, app: app.id, title: output.title ?? "", url: html_url ?? "" };
}
var checkRunsSchema = external_exports.object({
  check_runs: external_exports.array(
    external_exports.looseObject({
      id: external_exports.number(),
      name: external_exports.string(),
      head_sha: external_exports.string(),
      external_id: external_exports.string().nullish()
    })
  ).max(100)
});
var repeatable = external_exports.object({
  conclusion: external_exports.enum(["success", "failure"]),
  html_url: external_exports.string().max(1e3).nullish(),
  app: external_exports.object({ id: external_exports.number().int() }),
  output: external_exports.object({ title: external_exports.string().max(1e3).nullish() })
});

// src/adapters/github/own-check-run.ts
async function abandonCheckRun({ remote, clock, warn }, begun) {
  const { octokit, owner, repo } = remote;
  const given = await attempt(
    clock,
    async () => octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: begun.id,
      status: "completed",
      conclusion: "cancelled",
      external_id: "",
      output: { title: "No verdict", summary: "The run ended before it had a verdict; its log says why." }
    })
  );
  if (given.kind === "refused")
    warn(`the check run that was begun could not be ended: ${whyRefused(given, "checks: write")}`);
}
async function ownVerdict(remote, clock, sought) {
  const listed = await attempt(clock, () => candidateOf(remote, sought));
  if (listed.kind === "refused") return failed(whyRefused(listed, "checks: read"));
  const candidate = listed.value;
  if (candidate === null) return { found: { kind: "found", value: null }, begun: null };
  const { octokit, owner, repo } = remote;
  const { name, ownHead, externalId } = sought;
  if (ownHead === null) {
    const { app: _, ...verdict2 } = candidate;
    return { found: { kind: "found", value: verdict2 }, begun: null };
  }
  const taken2 = await takenUp(remote, clock, { ...sought, ownHead });
  const begun = taken2 ?? await attempt(clock, async () => {
    const status = "in_progress";
    const own = { name, head_sha: ownHead, status, external_id: externalId };
    return (await octokit.rest.checks.create({ owner, repo, ...own })).data;
  });
  if (begun.kind === "refused") return failed(whyRefused(begun, "checks: write"));
  const { id, app } = begun.value;
  const { app: author, ...verdict } = candidate;
  return {
    found: { kind: "found", value: app?.id === author ? verdict : null },
    begun: { id, name, headSha: ownHead }
  };
}
async function takenUp({ octokit, owner, repo }, clock, { name, ownHead, externalId }) {
  const touched = await attempt(clock, async () => {
    const of = { owner, repo, ref: ownHead, check_name: name, status: "in_progress" };
    const { data } = await octokit.rest.checks.listForRef({ ...of, filter: "all", per_page: 100 });
    const left = data.check_runs.find((run) => run.name === name && run.external_id === externalId);
    if (left === void 0) return null;
    const own = { check_run_id: left.id, status: "in_progress" };
    return (await octokit.rest.checks.update({ owner, repo, ...own })).data;
  });
  if (touched.kind === "refused" || touched.value === null) return null;
  return { kind: "done", value: touched.value };
}
function failed(why) {
  return { found: { kind: "failed", why }, begun: null };
}

// src/adapters/github/github-review.ts
function githubReview(options) {
  const { clock, warn = () => {
  } } = options;
  let remote = null;
  let login2 = null;
  const known = { found: null };
  let begun = null;
  const open = () => remote ??= openRemote(options);
  return {
    async comment(request) {
      if (options.token === "") return noToken;
      const opened = await open();
      const author = await (login2 ??= ownLogin(opened, clock));
      if (author.kind === "refused") {
        login2 = null;
        return { kind: "failed", why: author.why };
      }
      const put = (body) => {
        const comment = { ...request, body, login: author.value };
        return request.turn === void 0 ? attempt(clock, () => putComment(opened, comment, warn)) : commentInTurn({ remote: opened, clock, warn }, { ...comment, turn: request.turn }, known);
      };
      return publishedOf(await putWhole(request.body, put), "pull-requests: write");
    },
    async checkRun(check2) {
      if (options.token === "") return noToken;
      const put = await putCheckRun({ remote: await open(), clock, begun }, check2);
      if (put.kind === "done") begun = null;
      return publishedOf(put, "checks: write");
    },
    async findVerdict(sought) {
      if (options.token === "") return { kind: "failed", why: noToken.why };
      const own = await ownVerdict(await open(), clock, sought);
      begun = own.begun;
      return own.found;
    },
    abandonCheckRun: async () => begun === null ? void 0 : abandonCheckRun({ remote: await open(), clock, warn }, begun)
  };
}
var noToken = {
  kind: "failed",
  why: "there is no token (input `github-token`)"
};
function publishedOf(attempted, permission) {
  return attempted.kind === "done" ? attempted.value : { kind: "failed", why: whyRefused(attempted, permission) };
}
async function putWhole(body, put) {
  const whole = await put(body);
  const first = firstScreen(body);
  const isTooLong = whole.kind === "refused" && whole.status === 422 && first !== body;
  return isTooLong ? put(first) : whole;
}
function firstScreen(body) {
  const folds = body.indexOf("\n<details");
  return folds === -1 ? body : body.slice(0, folds);
}
async function putCheckRun(to, check2) {
  const { octokit, owner, repo } = to.remote;
  const { clock } = to;
  const [first = [], ...rest] = batches(check2.annotations.map((annotation) => wireAnnotation(annotation)));
  const output = { title: check2.title, summary: check2.summary };
  const completed = {
    owner,
    repo,
    status: "completed",
    conclusion: check2.conclusion,
    // An update without an id would keep the id that the check run was begun with.
    external_id: check2.externalId ?? "",
    output: { ...output, annotations: first }
  };
  const own = to.begun?.headSha === check2.headSha && to.begun.name === check2.name ? to.begun.id : null;
  const created = await attempt(
    clock,
    async () => own === null ? octokit.rest.checks.create({ ...completed, name: check2.name, head_sha: check2.headSha }) : octokit.rest.checks.update({ ...completed, check_run_id: own })
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

// src/core/model-switch.ts
function switchesAmong(models, switches) {
  const asked = new Set(models.map(({ id }) => id));
  const isKept = ({ from, to }) => asked.has(from.id) && asked.has(to.id);
  return {
    kept: switches.filter((each) => isKept(each)),
    notes: switches.filter((each) => !isKept(each)).map(
      ({ from, to }) => `The switch from ${from.id} to ${to.id} was not looked at: \`models=\` has to name both.`
    )
  };
}

// src/pipeline/check/earlier-verdict.ts
async function earlierVerdict(of) {
  const { event, verdictId, mode, log } = of;
  if (event.kind !== "merge-group" || event.pullRequestHead === null || verdictId === null) return null;
  if (of.checkRun === "never" || mode === "shard") return null;
  const found = await of.review.findVerdict({
    name: of.checkName,
    head: event.pullRequestHead,
    externalId: verdictId,
    // A job that only plans leaves it to the job that reports to check which app gave the verdict.
    ownHead: mode === "plan" ? null : event.head
  });
  if (found.kind === "failed") {
    log.warn(
      `the earlier check run of the pull request could not be read, so the models are asked: ${found.why}`
    );
    return null;
  }
  if (found.value !== null)
    log.info(`The verdict of the pull request is repeated: ${found.value.conclusion}, ${found.value.url}`);
  return found.value;
}

// src/core/report/live/live-comment.ts
function renderLiveComment(state, of) {
  const all = blocks(state, of.stamp.head);
  const isHarmless = harmIn(writeMarkdown(all), { repositoryUrl: null }) === null;
  const markdown = writeMarkdown(isHarmless ? all : all.slice(0, 2));
  return withStamp(`${of.marker}

${markdown}`, { ...of.stamp, state: state.kind });
}
function blocks(state, head2) {
  const at = code(head2, 40);
  switch (state.kind) {
    case "queued":
      return [
        titled("⏳ running"),
        paragraph(
          words(
            `${count(state.progress.questions.length, "comparison")} of spec and model, no model asked yet. Commit `
          ),
          at,
          words(".")
        ),
        ...tableOf(state.progress),
        untilThen
      ];
    case "running":
      return [
        titled("⏳ running"),
        paragraph(words(`${soFar(state.progress)}. Commit `), at, words(".")),
        ...tableOf(state.progress),
        untilThen
      ];
    case "ended":
      return [
        titled("⚪ no verdict"),
        paragraph(words("The run failed; the log of its job says why. Commit "), at, words(".")),
        paragraph(words(`It had come to ${soFar(state.progress)}.`))
      ];
    case "superseded":
      return [
        titled("⏭️ superseded"),
        paragraph(
          words("A newer commit was pushed: "),
          code(state.by, 40),
          words(". This run was about "),
          at,
          words(", which is no longer the head of the pull request.")
        )
      ];
  }
}
function titled(state) {
  return heading(`Spec portability · ${state}`);
}
var untilThen = paragraph(
  words("The verdict will stand here. If the run was cancelled or killed, this is how far it came.")
);
function soFar({ done, planned, calls, usd }) {
  const cost = usd === null ? "cost n/a (a price is unknown)" : dollars(usd);
  return `${done} of the ${count(planned, "sample")} planned so far, ${count(calls, "model call")}, ${cost}`;
}
function tableOf({ questions }) {
  const shown = questions.slice(0, mostRows).map((question) => row(question));
  const rest = questions.length - shown.length;
  if (shown.length === 0) return [];
  return [
    table([words("Spec"), words("Model"), words("Samples so far")], shown),
    ...rest === 0 ? [] : [paragraph(words(`and ${rest} more`))]
  ];
}
var mostRows = 30;
function row(question) {
  return [nameSpec(question.spec), code(question.model, 80), words(samplesOf(question))];
}
function samplesOf({ done, planned, verdict, words: forWords }) {
  if (planned === 0) return "waiting";
  const ended = verdict === null ? "" : ", done";
  return `${done} of ${planned}${ended}${forWords === void 0 ? "" : `; ${forWords} to find the words`}`;
}

// src/core/report/live/progress-due.ts
function isProgressDue(at) {
  return at.written < mostWrites && at.sinceLastMs >= 6e4 * 3 ** at.written;
}
var mostWrites = 3;

// src/pipeline/check/live-comment.ts
var LiveComment = class {
  #of;
  #state = "silent";
  #progress = null;
  #underWay = null;
  #texts = 0;
  #progressWritten = 0;
  #lastAt = 0;
  constructor(of) {
    this.#of = of;
  }
  async planned(progress) {
    if (progress.questions.length === 0) return;
    this.#progress = progress;
    this.#state = "live";
    const waited = new AbortController();
    await Promise.race([
      this.#write({ kind: "queued", progress }),
      this.#of.clock.sleep(2e4, waited.signal)
    ]);
    waited.abort();
  }
  progressed(progress) {
    this.#progress = progress;
    const sinceLastMs = this.#of.clock.now() - this.#lastAt;
    if (this.#state !== "live" || this.#underWay !== null) return;
    if (!isProgressDue({ sinceLastMs, written: this.#progressWritten })) return;
    this.#progressWritten += 1;
    void this.#write({ kind: "running", progress });
  }
  /** The verdict is the last text. Like every other text it is written only if it is its turn. */
  async end({ body, create }) {
    const { review, log, pullRequest: pullRequest2, marker } = this.#of;
    this.#state = "over";
    await this.idle();
    const stamp = { ...this.#nextStamp(), state: "done" };
    const turn = this.#turn(stamp, false);
    const stamped = withStamp(body, stamp);
    const published = await review.comment({ pullRequest: pullRequest2, marker, body: stamped, create, turn });
    if (published.kind === "superseded") log.info(leftAlone);
    return published;
  }
  /** Returns once no text is being written. */
  async idle() {
    await this.#underWay;
  }
  async [Symbol.asyncDispose]() {
    await this.idle();
    if (this.#state !== "live" || this.#progress === null) return;
    await this.#write({ kind: "ended", progress: this.#progress });
  }
  async #write(state) {
    this.#lastAt = this.#of.clock.now();
    const stamp = this.#nextStamp();
    const body = renderLiveComment(state, { marker: this.#of.marker, stamp });
    const writing = this.#post(body, { ...stamp, state: state.kind });
    this.#underWay = writing;
    await writing;
    this.#underWay = null;
  }
  async #post(body, stamp) {
    const { review, log, pullRequest: pullRequest2, marker } = this.#of;
    try {
      const turn = this.#turn(stamp, stamp.state !== "ended");
      const published = await review.comment({ pullRequest: pullRequest2, marker, body, create: true, turn });
      this.#heed(published);
    } catch (error) {
      log.warn(`the comment could not be updated: ${error instanceof Error ? error.message : ""}`);
      this.#state = "over";
    }
  }
  #heed(published) {
    if (published.kind === "published") return;
    this.#state = "over";
    if (published.kind === "superseded") this.#of.log.info(leftAlone);
    if (published.kind === "failed") this.#of.log.warn(`the comment could not be updated: ${published.why}`);
  }
  #turn(stamp, isPassing) {
    return {
      stamp,
      isPassing,
      superseded: (by) => renderLiveComment({ kind: "superseded", by }, { marker: this.#of.marker, stamp })
    };
  }
  #nextStamp() {
    const { head: head2, run, attempt: attempt2 } = this.#of;
    this.#texts += 1;
    return { head: head2, run: wholeOf(run), attempt: wholeOf(attempt2), text: this.#texts };
  }
};
var leftAlone = "The pull request has a newer commit or a newer run, so this run does not change the comment.";
function wholeOf(text2) {
  return text2 !== null && /^\d{1,15}$/.test(text2) ? Number(text2) : 0;
}

// src/pipeline/check/open-live-comment.ts
function openLiveComment(of) {
  const { event } = of;
  if (event.kind !== "pull-request" || of.comment === "never" || isPart(of.mode)) return null;
  return new LiveComment({ ...of, pullRequest: event.number, head: event.head });
}

// src/pipeline/check/replay-of.ts
async function replayOf(ports, { questions }) {
  await ports.restoreRecords();
  for (const { head: head2 } of questions) {
    const stored = await ports.records.readGeneration(head2.keyOf(0));
    if (stored !== null && mayUse(stored, ports.reader)) continue;
    throw new UserError(
      "TESTS_NOT_ACCEPTED",
      "the acceptance stands, but this job has no record of the answers, so it cannot judge again without asking.",
      "Run the job of the pull request again: it reads the comment, and asks nothing that is on record."
    );
  }
  return { kind: "replay" };
}

// src/core/trigger/accepting-comments.ts
function acceptingComments(comments2, head2) {
  return comments2.filter(({ body, isEdited }) => !isEdited && acceptedIn(body) === head2);
}
function acceptedIn(body) {
  const line2 = commandLine(body);
  if (line2 === null) return null;
  try {
    return readCommand(line2).acceptTests ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

// src/pipeline/trigger/accepted-tests.ts
async function acceptedTests(event, { forge, log }) {
  const place = placeOf2(event);
  if (place === null) return null;
  const found = await forge.comments(place.number);
  if (found.kind === "failed") {
    log.warn(`comments could not be read, so nobody has accepted how the tests are run: ${found.why}`);
    return null;
  }
  for (const { login: login2, url } of acceptingComments(found.value, place.head)) {
    const permitted = await forge.mayWrite(login2);
    if (permitted.kind === "found" && permitted.value) return { by: login2, url };
    log.warn(
      `${login2} accepts how the tests are run, but ${permitted.kind === "found" ? "may not write to this repository" : `GitHub did not tell whether they may: ${permitted.why}`}`
    );
  }
  return null;
}
function placeOf2(event) {
  switch (event.kind) {
    case "pull-request":
      return event;
    case "merge-group": {
      const { pullRequest: number, pullRequestHead: head2 } = event;
      return number === null || head2 === null ? null : { number, head: head2 };
    }
    case "manual":
      return null;
  }
}

// src/entry/action/publish-check.ts
import { resolve as resolve5 } from "node:path";

// src/core/report/markdown/job-summary.ts
function renderJobSummary(summary, options) {
  return renderDocument(summary, options, {
    head: "",
    rows: 200,
    mostRows: Number.POSITIVE_INFINITY,
    open: true,
    // GitHub drops a step's summary over 1 MiB, and a step may hold other text besides ours.
    limit: 1e6,
    size: bytes
  });
}

// src/core/report/markdown/check-run.ts
function renderCheckRun(summary, options) {
  return {
    name: options.name,
    headSha: summary.trigger.head,
    externalId: repeatableId(summary),
    conclusion: summary.conclusion,
    title: countsLine(summary),
    // GitHub's limit is 65,535. We count bytes to be on the safe side.
    summary: renderDocument(summary, options, {
      head: "",
      rows: 60,
      mostRows: 200,
      open: false,
      limit: 65e3,
      size: bytes
    }),
    // GitHub takes 50 annotations per request, and hardly shows more.
    annotations: [
      ...wordsBehind(summary).flatMap(
        (group) => group.parts.map((part) => annotateWords(summary, group, part))
      ),
      ...culprits(summary).map((hunk) => annotate(summary, hunk))
    ].slice(0, 50)
  };
}
function repeatableId({ verdictId, models }) {
  return models.some(({ isMisconfigured }) => isMisconfigured) ? void 0 : verdictId;
}
function annotateWords(summary, { cells, parts }, { part }) {
  const [startLine, endLine] = part.lines;
  const quote = markedPhrases(quoteWords(wordsOfPart(part)));
  const isOne = parts.length === 1;
  return {
    path: part.file,
    startLine,
    endLine,
    ...headOf(
      summary,
      cells.map(({ verdict }) => verdict)
    ),
    message: [
      isOne ? quote : `One of ${parts.length} parts, perhaps this one: ${quote}`,
      ...cells.slice(0, 10).flatMap(({ verdict, found }) => {
        const share = found.parts.find((each) => each.part.id === part.id);
        const checks = isOne || share === found.parts[0] ? checksOf(found) : "";
        return [
          messageLine(summary, verdict),
          [
            ...share === void 0 || found.end === "one-part" ? [] : [likely(share.probability)],
            ...checks === "" ? [] : [checks],
            plainPhrases(meaningOf(found))
          ].join(". ")
        ];
      }),
      ...more(cells.length - 10)
    ].join("\n")
  };
}
function annotate(summary, hunk) {
  const blaming = guessedAt(summary).filter(
    (verdict) => verdict.culprit.some((culprit) => isSame(culprit, hunk))
  );
  const severalHunks = blaming.some((verdict) => verdict.culprit.length > 1);
  const [startLine, endLine] = headLines(hunk);
  return {
    path: hunk.file,
    startLine,
    endLine,
    ...headOf(summary, blaming),
    message: [
      severalHunks ? "One of several changes, perhaps this one:" : "These changed words:",
      ...blaming.slice(0, 10).map((verdict) => messageLine(summary, verdict)),
      ...more(blaming.length - 10)
    ].join("\n")
  };
}
function headOf(summary, blaming) {
  const regressed = blaming.some((verdict) => verdict.verdict === "regressed");
  const models = new Set(blaming.map((verdict) => verdict.model)).size;
  return {
    level: blaming.some((verdict) => isBlocking(summary, verdict)) ? "failure" : "warning",
    title: `${regressed ? "Regressed" : "Suspected"} on ${count(models, "model")}`
  };
}
function more(rest) {
  return rest > 0 ? [`and ${rest} more`] : [];
}
function messageLine(summary, verdict) {
  const tests = verdict.brokenTests.slice(0, 3).map((test) => plainText(test, 120));
  const failing = tests.length === 0 ? "" : `, e.g. ${tests.join("; ")}${verdict.unconfirmed ? " (unconfirmed)" : ""}`;
  return `${plainPhrases(nameModel(summary, verdict.model))} ${verdict.verdict}: ${baseToHead(verdict)}${failing}`;
}
function isSame(one, other) {
  return one.file === other.file && one.headStart === other.headStart && one.baseStart === other.baseStart;
}

// src/pipeline/check/publish.ts
async function publish(summary, to) {
  await publishCheckRun(summary, to);
  if (to.live === null) return { commentUrl: null, fallback: null };
  const body = renderComment(summary, { ...to.options, marker: to.marker });
  const published = await to.live.end({ body, create: to.comment === "always" || hasNews(summary) });
  warnIfFailed2(published, "comment", to.log);
  return {
    commentUrl: published.kind === "published" ? published.url : null,
    fallback: published.kind === "failed" ? body : null
  };
}
async function publishCheckRun(summary, to) {
  if (to.checkRun === "never" || !hasNews(summary)) return;
  const published = await to.review.checkRun(renderCheckRun(summary, { ...to.options, name: to.checkName }));
  warnIfFailed2(published, "check run", to.log);
}
function hasNews({ changes, verdicts, skipReason, repeats }) {
  return changes.length > 0 || verdicts.length > 0 || skipReason !== null || repeats !== void 0;
}
function warnIfFailed2(published, what, log) {
  if (published.kind === "failed") log.warn(`the ${what} could not be published: ${published.why}`);
}

// src/entry/action/publish-check.ts
async function publishCheck(checked, to) {
  const { options, runtime } = to;
  const { summary } = checked;
  const directory = resolve5(options.workspace, options.reportDir);
  const resultFile = await writeReport(summary, { directory, extra: null });
  const { repositoryUrl, runUrl } = options;
  await writeHtml(checked, directory, { repository: options.github.repository, repositoryUrl, runUrl });
  const shown = { repositoryUrl, runUrl, reportHint: null };
  const { commentUrl, fallback } = await publish(summary, {
    review: to.review,
    log: to.log,
    live: to.live,
    marker: commentMarker(options.commentKey),
    comment: options.comment,
    checkRun: options.checkRun,
    checkName: to.checkName,
    options: shown
  });
  const hasPage = await runtime.writeSummary(renderJobSummary(summary, shown));
  if (fallback !== null || !hasPage)
    await runtime.printUntrusted(fallback ?? renderJobSummary(summary, shown));
  await runtime.setOutputs(outputsOf(summary, { reportDir: directory, resultFile, commentUrl }));
}

// src/entry/action/run-mode.ts
import { resolve as resolve6 } from "node:path";
async function runMode(ports, request, options) {
  const folder = fanOutFolder(resolve6(options.workspace, options.reportDir, "fan-out"), {
    directory: resolve6(options.workspace, options.records),
    store: ports.records
  });
  switch (options.mode) {
    case "plan": {
      const file = await planJob(ports, request, { folder, wanted: shardsWanted(options.shard) });
      return { kind: "part", outputs: { matrix: matrixOf(file), "has-work": String(file !== null) } };
    }
    case "shard": {
      await shardJob(ports, request, { folder, id: options.shard });
      return { kind: "part", outputs: {} };
    }
    case "report": {
      keepHeapSmall();
      return { kind: "judged", checked: await reportJob(ports, request, { folder, run: options.run }) };
    }
    case "auto":
    case "audit":
    case "check":
      return { kind: "judged", checked: await check(ports, request) };
  }
}
function shardsWanted(text2) {
  if (text2 === "") return null;
  const count2 = /^\d{1,3}$/.test(text2) ? Number(text2) : 0;
  if (count2 >= 1 && count2 <= 256) return count2;
  throw new UserError(
    "CONFIG_INVALID",
    `input \`shard\` is \`${text2.slice(0, 20)}\`.`,
    "With `mode: plan` give the largest number of shards, from 1 to 256, or leave it empty."
  );
}

// src/entry/action/check-action.ts
var checkName = "spec portability";
async function checkAction(world, admission) {
  var _stack = [];
  try {
    const { log, runtime } = world;
    const { event, command } = admission;
    const options = forCommand(world.options, admission);
    const clock = systemClock();
    const review = githubReview({ ...options.github, clock, warn: (line2) => log.warn(line2) });
    const _ = __using(_stack, {
      [Symbol.asyncDispose]: () => isPart(options.mode) ? Promise.resolve() : review.abandonCheckRun()
    }, true);
    const marker = commentMarker(options.commentKey);
    const live = __using(_stack, openLiveComment({ ...options, event, review, clock, log, marker }), true);
    const origin = workflowOrigin(event, { ...options, defaultBranch: world.defaultBranch });
    const done = await runJob({ ...world, options, event, origin, observer: live }, { command, review });
    if (done.kind === "part") {
      await runtime.setOutputs(done.outputs);
      return 0;
    }
    await publishCheck(done.checked, {
      ...{ options, runtime, log, review, live },
      checkName: isNarrow(command) ? `${checkName} (on demand)` : checkName
    });
    return exitCodeOf(done.checked.summary);
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function runJob(run, { command, review }) {
  var _stack = [];
  try {
    const { options, event, log } = run;
    const opened = __using(_stack, await openRun(run), true);
    const { ports, request } = opened;
    const settings = narrowed(request.settings, command);
    const { kept: switches, notes } = switchesAmong(settings.models, opened.switches);
    const { trigger } = request;
    const { agentVersionOf } = ports;
    const found = await findWork(ports.repository, { trigger, settings, switches, agentVersionOf });
    const forge = githubForge({ ...options.github, clock: systemClock() });
    const accepted = altersJudge(found) ? await acceptedTests(event, { forge, log }) : null;
    const work = withAcceptance(found, accepted);
    const earlier = await earlierVerdict({ ...options, ...work, event, review, log, checkName });
    const asked = command?.acceptTests === void 0 ? request.mode : await replayOf(ports, work);
    const mode = repeating(asked, earlier);
    const judging = accepted === null ? {} : { acceptedTests: accepted };
    return await runMode(
      ports,
      { ...request, ...judging, settings: work.settings, notes: [...request.notes, ...notes], work, mode },
      options
    );
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function forCommand(options, { command }) {
  return isNarrow(command) ? { ...options, commentKey: `${options.commentKey}/on demand` } : options;
}

// src/entry/action/run-action.ts
async function runAction(programs) {
  var _stack = [];
  try {
    const environment = hostEnvironment();
    const runtime = actionsRuntime(environment);
    const given = actionOptions(Object.fromEntries(await runtime.readInputs(inputNames)), environment);
    for (const secret of given.secrets) await runtime.mask(secret);
    const options = await inCheckout(given, environment);
    const log = __using(_stack, consoleLog({ stream: process.stdout, live: false, workflow: true }));
    const payload = await runtime.readEvent();
    const inputs = { base: options.inputs["base"] ?? "", head: options.inputs["head"] ?? "" };
    const asked = readEvent({ name: options.eventName, payload, sha: options.sha, inputs });
    const event = modeEvent(options.mode, asked);
    const world = { options, environment, log, runtime, programs, defaultBranch: defaultBranchOf(payload) };
    return event.kind === "audit" ? await auditAction(world, event) : await answered(world, event);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function inCheckout(options, environment) {
  const { directory, workingDirectory } = await findCheckout({
    workspace: options.workspace,
    workingDirectory: options.inputs["working-directory"] ?? "",
    repository: options.github.repository,
    environment
  });
  const inputs = { ...options.inputs, "working-directory": workingDirectory };
  return { ...options, inputs, checkout: directory };
}
async function answered(world, event) {
  const { options, log } = world;
  const by = { log, forge: githubForge({ ...options.github, clock: systemClock() }) };
  try {
    const code2 = await admitted(world, event, by);
    await answerDone(event, options.mode, by);
    return code2;
  } catch (error) {
    await answerFailed(event, error, by);
    throw error;
  }
}
async function admitted(world, event, by) {
  const { options, environment, runtime } = world;
  const isReady = () => runsWhenReady(options.checkout, environment);
  const admission = await admit(event, { ...by, runsWhenReady: isReady });
  if (admission.kind === "compare") return checkAction(world, admission);
  const { said, outputs, exitCode } = await skip(admission, { ...by, checkName });
  await runtime.writeSummary(`${said}
`);
  await runtime.setOutputs(outputs);
  return exitCode;
}
export {
  runAction
};
