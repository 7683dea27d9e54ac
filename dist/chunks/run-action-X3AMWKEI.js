import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  attempt,
  graphqlUrl,
  isPart,
  isRefusal,
  jobModes,
  modeEvent,
  openRemote,
  openRun,
  ownLogin
} from "./chunk-EFLZWABG.js";
import {
  commentMarker,
  readStamp,
  withStamp
} from "./chunk-BWOT4FZX.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import "./chunk-RQROVOIW.js";
import "./chunk-WK53CAU2.js";
import {
  UserError,
  altersJudge,
  check,
  consoleLog,
  findWork,
  inside,
  keepSecret,
  logText,
  mayUse,
  paragraph,
  printCommand,
  prose,
  providerNames,
  providers,
  quietGit,
  repeating,
  systemClock,
  withAcceptance,
  withoutSecrets,
  workflowOrigin
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment
} from "./chunk-FMJFPCHD.js";
import "./chunk-IVYSVOFI.js";
import {
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _enum,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  array,
  boolean,
  looseObject,
  number,
  object,
  string
} from "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __export,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/git/find-checkout.ts
import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
async function findCheckout(of) {
  const { workspace, workingDirectory } = of;
  const itself = { directory: workspace, workingDirectory };
  if (await isThere(join(workspace, ".git/HEAD")) || await isFile(join(workspace, ".git"))) return itself;
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
async function isFile(path) {
  return stat(path).then(
    (found) => found.isFile(),
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
  const load = async () => import("./core-7PTWBODG.js");
  return {
    async readInputs(names) {
      const values = names.map((name) => [name, inputOf(environment, name)]);
      return new Map(values.filter(([, value]) => value !== ""));
    },
    async mask(secret) {
      keepSecret(secret);
      if (!underActions) return;
      for (const line of secret.split(/\r?\n/))
        if (line.trim() !== "") printCommand(`::add-mask::${escapedData(line)}`);
    },
    async setOutputs(outputs) {
      if (!await isFile2(environment["GITHUB_OUTPUT"])) return;
      const core = await load();
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, withoutSecrets(value));
    },
    async writeSummary(markdown) {
      if (!await isFile2(environment["GITHUB_STEP_SUMMARY"])) return false;
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
      return await isFile2(path) && path !== void 0 ? readJson(path) : null;
    }
  };
}
function inputOf(environment, name) {
  return (environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}
function escapedData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
async function isFile2(path) {
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

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

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
    pullRequest: (number2) => ask2("pull-requests: read", (opened) => pullRequest(opened, number2)),
    comments: (number2) => ask2("pull-requests: read", (opened) => comments(opened, number2)),
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
var sha = string().regex(/^[0-9a-f]{40}$/);
var pullRequestSchema = object({
  state: string(),
  user: object({ login: string() }).nullish(),
  base: object({ sha, repo: object({ full_name: string() }) }),
  head: object({
    sha,
    repo: object({ full_name: string(), pushed_at: iso_exports.datetime().nullish() }).nullable()
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
var defaultBranchSchema = object({ repository: object({ default_branch: string() }) });

// src/core/trigger/event-parts.ts
var sha2 = string().regex(/^[0-9a-f]{40}$/);
var issueNumber = number().int().positive().max(2147483647);
var login = string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?(?:\[bot\])?$/);
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
var pushPayload = object({ after: sha2, deleted: boolean().nullish() });

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
  const author = object({ comment: object({ user: object({ login }) }) }).safeParse(payload);
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
  const [line = ""] = body.slice(0, 2e3).trimStart().split(/\r?\n/, 1);
  return /^\/portability(?=\s|$)/.test(line) ? line.trim().slice(0, 500) : null;
}
var commentPayload = object({
  action: string(),
  issue: object({ number: issueNumber, pull_request: looseObject({}).nullish() }),
  comment: object({
    id: number().int().positive(),
    created_at: iso_exports.datetime(),
    body: string().nullish()
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
var dispatchInputs = object({
  inputs: object({ base: string().nullish(), head: string().nullish() }).nullish()
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
  const number2 = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,8})-[0-9a-f]{40}$/.exec(head_ref)?.[1];
  return {
    kind: "merge-group",
    baseTip: base_sha,
    head: head_sha,
    pullRequest: number2 === void 0 ? null : Number(number2)
  };
}
var mergeGroupPayload = object({
  merge_group: object({ base_sha: sha2, head_sha: sha2, head_ref: string().max(1e3) })
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
var account = object({ login: string() }).nullish();
var repository = object({ full_name: string() });
var pullRequestPayload = object({
  action: string().nullish(),
  label: object({ name: string() }).nullish(),
  pull_request: object({
    number: issueNumber,
    draft: boolean().nullish(),
    user: account,
    base: object({ sha: sha2, repo: repository }),
    // A deleted fork leaves no repository.
    head: object({ sha: sha2, repo: repository.nullable() })
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
  const read = object({ sender: object({ login }) }).safeParse(payload);
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
function readCommand(line) {
  const plain = line.replaceAll(/\b(models|samples)\s*[=:]\s*/g, "$1=").replaceAll(/\s*,\s*/g, ",");
  const [, ...words] = plain.split(/\s+/);
  if (words[0] === "accept-tests") return accepting(words.slice(1));
  const options = words.map((word) => /^(models|samples)=(.+)$/.exec(word) ?? refuse(word));
  const valueOf = (name) => {
    const values = options.filter(([, option]) => option === name).map(([, , value = ""]) => value);
    if (values.length > 1) throw notUnderstood(`\`${name}=\` is given twice`);
    return values[0] ?? null;
  };
  const models = valueOf("models")?.split(",").filter((id) => id !== "") ?? null;
  if (models?.length === 0) throw notUnderstood("`models=` names no model");
  return { models, samples: sampleCount(valueOf("samples")) };
}
function accepting(words) {
  const [commit = "", ...others] = words;
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
  const { number: number2 } = event;
  return {
    kind: "compare",
    command,
    event: { kind: "pull-request", number: number2, baseTip, head: head2, fromFork, dependabot, draft: false, askedBy }
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
  const { writeMarkdown } = await import("./write-markdown-7H6VAQUP.js");
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
  const keyOf = keyReader(inputs, environment);
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
    keyOf,
    secrets: [token, ...keyVariables.map((name) => keyOf(name) ?? "")].filter((secret) => secret !== "")
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
  const data = member(answer, "data");
  const sha3 = member(member(member(data, "repository"), "pullRequest"), "headRefOid");
  if (typeof sha3 !== "string" || !/^[0-9a-f]{40}$/.test(sha3)) return null;
  const body = member(member(data, "node"), "body");
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
  const errors = member(answer, "errors");
  const isLimited = Array.isArray(errors) && errors.some((error) => member(error, "type") === "RATE_LIMITED");
  if (isLimited) throw Object.assign(new Error("API rate limit exceeded"), { status: 429 });
}
var parameters = "($owner: String!, $repo: String!, $number: Int!";
var head = "repository(owner: $owner, name: $repo) { pullRequest(number: $number) { headRefOid } }";
var text = "node(id: $comment) { ... on IssueComment { body } }";
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
    (candidate) => candidate.user?.login === comment.login && firstLine(candidate.body ?? "") === comment.marker
  ).toSorted((one, other) => one.id - other.id);
}
function firstLine(body) {
  return (body.split("\n", 1)[0] ?? "").trim();
}

// src/adapters/github/comment-in-turn.ts
async function commentInTurn(of, comment, known) {
  let written = null;
  for (let round = 0; round < mostRounds; round += 1) {
    const step = await attempt(of.clock, () => stepInTurn(of, comment, known));
    if (step.kind === "refused") {
      if (written === null) return step;
      of.warn(`the comment was written, but could not be read again: ${step.why}`);
      break;
    }
    if (step.value.kind === "settled") return { kind: "done", value: step.value.published };
    if (step.value.kind === "wrote") written = step.value.url;
  }
  return {
    kind: "done",
    value: written === null ? { kind: "superseded" } : { kind: "published", url: written }
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
var checkRunsSchema = object({
  check_runs: array(
    looseObject({
      id: number(),
      name: string(),
      head_sha: string(),
      external_id: string().nullish()
    })
  ).max(100)
});
var repeatable = object({
  conclusion: _enum(["success", "failure"]),
  html_url: string().max(1e3).nullish(),
  app: object({ id: number().int() }),
  output: object({ title: string().max(1e3).nullish() })
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
  const taken = await takenUp(remote, clock, { ...sought, ownHead });
  const begun = taken ?? await attempt(clock, async () => {
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
    await this.#write({ kind: "queued", progress });
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
    const turn = this.#turn(stamp, { isPassing: false, render: await loadRender() });
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
    const writing = this.#post(state, stamp);
    this.#underWay = writing;
    await writing;
    this.#underWay = null;
  }
  async #post(state, started) {
    const { review, clock, log, pullRequest: pullRequest2, marker } = this.#of;
    try {
      if (state.kind === "queued") await clock.sleep(headStartMs, new AbortController().signal);
      const render = await loadRender();
      const body = render(state, { marker, stamp: started });
      const stamp = { ...started, state: state.kind };
      const turn = this.#turn(stamp, { isPassing: state.kind !== "ended", render });
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
  #turn(stamp, { isPassing, render }) {
    return {
      stamp,
      isPassing,
      superseded: (by) => render({ kind: "superseded", by }, { marker: this.#of.marker, stamp })
    };
  }
  #nextStamp() {
    const { head: head2, run, attempt: attempt2 } = this.#of;
    this.#texts += 1;
    return { head: head2, run: wholeOf(run), attempt: wholeOf(attempt2), text: this.#texts };
  }
};
var headStartMs = 200;
async function loadRender() {
  return (await import("./live-comment-3XPPJTXZ.js")).renderLiveComment;
}
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
  const line = commandLine(body);
  if (line === null) return null;
  try {
    return readCommand(line).acceptTests ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

// src/pipeline/trigger/accepted-tests.ts
async function acceptedTests(event, { forge, log }) {
  const place = placeOf(event);
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
function placeOf(event) {
  switch (event.kind) {
    case "pull-request":
      return event;
    case "merge-group": {
      const { pullRequest: number2, pullRequestHead: head2 } = event;
      return number2 === null || head2 === null ? null : { number: number2, head: head2 };
    }
    case "manual":
      return null;
  }
}

// src/entry/action/run-mode.ts
async function runMode(ports, request, options) {
  const { mode } = options;
  switch (mode) {
    case "plan":
    case "shard":
    case "report": {
      const { runFanOut } = await import("./run-fan-out-GUXWG6RD.js");
      return runFanOut(ports, request, { ...options, mode });
    }
    case "auto":
    case "audit":
    case "check":
      return { kind: "judged", checked: await check(ports, request) };
  }
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
    const review = githubReview({ ...options.github, clock, warn: (line) => log.warn(line) });
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
    const { publishCheck } = await import("./publish-check-X65LIJ4Z.js");
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
    if (event.kind !== "audit") return await answered(world, event);
    const { auditAction } = await import("./audit-action-RD5NDA6V.js");
    return await auditAction(world, event);
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
    const code = await admitted(world, event, by);
    await answerDone(event, options.mode, by);
    return code;
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
