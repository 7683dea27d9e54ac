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
} from "./chunk-7S2RH63K.js";
import {
  writeShrink
} from "./chunk-U6W4AQBW.js";
import "./chunk-BWOOPZJJ.js";
import {
  k,
  line,
  linear,
  point,
  z
} from "./chunk-EPECQPP3.js";
import {
  outputsOf
} from "./chunk-YYYORIHS.js";
import {
  writeReport
} from "./chunk-SA7LYKUL.js";
import "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import {
  attempt,
  openRemote,
  openRun,
  ownLogin
} from "./chunk-EFLZWABG.js";
import "./chunk-BWOT4FZX.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-VZFF3YV3.js";
import "./chunk-MGSJR5M2.js";
import "./chunk-P6LB3YDL.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-Z5FYRDEC.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-37CHJOK7.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-WK53CAU2.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  fetchingGit,
  groupBySeries,
  mergeNights,
  passesOf,
  plainText,
  quietGit,
  seriesKey,
  sourceHash,
  systemClock,
  utcDay,
  workflowOrigin
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-IVYSVOFI.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/action/audit-action.ts
import { resolve } from "node:path";

// src/adapters/git/history-branch.ts
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
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
      if (tried > 0) await place.clock.sleep(500 * tried + 500 * place.clock.random(), neverAborted);
      const tip = await readTip(scratch, place.branch);
      const text = `${withEnd(tip.text)}${lines}`;
      const commit = await commitOn(scratch, tip.commit, new Map([...render(text), [historyFile, text]]));
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
var neverAborted = new AbortController().signal;
async function openScratch(place) {
  const directory = await mkdtemp(join(tmpdir(), "spec-portability-history-"));
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
  for (const [path, text] of files) {
    const file = join(directory, ".git", "history", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
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
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 400);
}
function withEnd(text) {
  return text === "" || text.endsWith("\n") ? text : `${text}
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

// src/adapters/github/drift-issue.ts
function githubDriftIssue(options) {
  return {
    async put(issue) {
      if (options.token === "") return { kind: "failed", why: "there is no token (input `github-token`)" };
      const remote = await openRemote(options);
      const login = await ownLogin(remote, options.clock);
      if (login.kind === "refused") return { kind: "failed", why: login.why };
      const put = await attempt(options.clock, () => putIssue(remote, issue, login.value));
      if (put.kind === "done") return put.value;
      const permission = put.status === 403 || put.status === 404 ? "; the job needs `issues: write`" : "";
      return { kind: "failed", why: `${put.why}${permission}` };
    }
  };
}
async function putIssue(remote, issue, login) {
  const { octokit, owner, repo } = remote;
  const ours = await findOurs(remote, issue.marker, login);
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
async function findOurs(remote, marker, login) {
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
    ours.push(...data.filter((one) => isOurs(one, { marker, login })).map((one) => foundOf(one)));
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
  const path = line().defined(({ rate }) => rate !== null).x(({ night }) => at(night)).y(({ rate }) => y(rate ?? 0));
  const last = points.findLast(({ rate }) => rate !== null);
  return k(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": inWords(chart, points) },
    driftBands(chart, { at, step: x.step() }),
    k("rect", frame(inner)),
    ...[0, 0.5, 1].map(
      (rate) => k("text", { x: inner.left - 6, y: y(rate) + 4, "text-anchor": "end" }, `${rate * 100} %`)
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
  const last = points.findLast(({ rate: rate2 }) => rate2 !== null);
  const rate = last?.rate === null || last === void 0 ? "no sample" : `${Math.round(100 * last.rate)} %`;
  return `${plainText(name, 200)}: ${rate} over the last ${trailing} nights, ${drifting.size} nights with a drift, served model changed ${servedChanges2.length} times`;
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
  const isWhole = all.length > 0 && portable.length === all.length;
  return { label: "portable on", message, color: isDrifting ? "red" : isWhole ? "green" : "grey" };
}
function badgeJson({ label, message, color }) {
  const shieldsColor = { green: "brightgreen", red: "red", grey: "lightgrey" }[color];
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: shieldsColor })}
`;
}
function badgeSvg({ label, message, color }) {
  const [left, right] = [label, message].map((text) => Math.round(text.length * 6.6) + 12);
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
    (text) => historyFiles(mergeNights([history, readHistory(text).entries]), to.decide)
  );
  if (appended.kind === "failed") to.log.warn(`the history branch could not be written: ${appended.why}`);
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
  const { token, repository } = options.github;
  const server = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
  return historyBranch({
    branch,
    checkout: options.checkout,
    server,
    repository,
    token,
    environment,
    clock: systemClock()
  });
}
async function report(audited, to) {
  const { options, runtime, log } = to;
  const directory = resolve(options.workspace, options.reportDir);
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
export {
  auditAction
};
