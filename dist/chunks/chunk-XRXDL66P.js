import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answerLimits,
  pathProblem,
  pathSetProblem,
  shownPath
} from "./chunk-T3L56XLQ.js";

// src/core/generation/answer-protocol.ts
var protocolVersion = 1;
function fileMarker(nonce, path) {
  return `=== FILE ${nonce} ${path} ===`;
}
function endMarker(nonce) {
  return `=== END ${nonce} ===`;
}
function doneMarker(nonce) {
  return `=== DONE ${nonce} ===`;
}
function writeAnswer(files, nonce) {
  const pairs = files.map(({ path, content }) => {
    const body = content === "" || content.endsWith("\n") ? content : `${content}
`;
    return `${fileMarker(nonce, path)}
${body}${endMarker(nonce)}
`;
  });
  return `${pairs.join("")}${doneMarker(nonce)}
`;
}

// src/core/generation/checked-files.ts
function checkedFiles(files, mayWrite) {
  for (const { path } of files) {
    const problem2 = pathProblem(path) ?? (mayWrite(path) ? null : "the path is not one of those that may be written");
    if (problem2 !== null) return unusable("unsafe-path", `${shownPath(path)}: ${problem2}`);
  }
  const problem = pathSetProblem(files.map(({ path }) => path));
  if (problem !== null) return unusable("unsafe-path", problem);
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes > answerLimits.bytes)
    return unusable("unsafe-path", `more than ${answerLimits.bytes} bytes of files`);
  return { kind: "files", files };
}
function unusable(why, detail) {
  return { kind: "unusable", why, detail };
}

// src/core/generation/read-agent-run.ts
function readAgentRun({ files, problem, limit }, mayWrite) {
  if (limit !== null) return unusable(limitReasons[limit].why, limitReasons[limit].detail);
  if (problem !== null) return unusable("unsafe-path", problem);
  if (files.length === 0) return unusable("unreadable", "the agent left no file");
  return checkedFiles(files, mayWrite);
}
var limitReasons = {
  turns: { why: "turn-limit", detail: "the agent took all the turns of a sample before it was done" },
  tokens: { why: "token-limit", detail: "the agent used all the tokens of a sample before it was done" },
  usd: { why: "money-limit", detail: "the agent used all the money of a sample before it was done" },
  minutes: { why: "time-limit", detail: "the agent took all the time of a sample, twice" }
};

// src/core/generation/without-reasoning.ts
function withoutReasoning(text) {
  const closing = closingOf(text);
  if (closing !== null) {
    const end = closing.exec(text);
    return end === null ? text : withoutReasoning(text.slice(end.index + end[0].length));
  }
  const lone = loneClosing.exec(text);
  return lone !== null && !isInsideFile(text, lone.index) ? text.slice(lone.index + lone[0].length) : text;
}
var names = "think|thinking|thought|thoughts|reasoning|reflection|scratchpad|antthinking|seed:think|analysis";
var opened = new RegExp(String.raw`^\s*(?:<(${names})>|\[(think|thinking)\])`, "i");
var loneClosing = /^[^\S\n]*(?:<\/(?:think|thinking|seed:think)>|\[\/THINK\])[^\S\n]*$/im;
var tokens = [
  // Kimi
  ["◁think▷", /◁\/think▷/],
  // Command A
  ["<|START_THINKING|>", /<\|END_THINKING\|>/],
  // gpt-oss: what it says to its reader stands in the channel `final`
  ["<|channel|>analysis", /<\|channel\|>final<\|message\|>/],
  ["<|start|>assistant<|channel|>analysis", /<\|channel\|>final<\|message\|>/]
];
function closingOf(text) {
  const start = text.trimStart();
  const token = tokens.find(([opening]) => start.startsWith(opening));
  if (token !== void 0) return token[1];
  const [, tag, bracket] = opened.exec(text) ?? [];
  if (tag !== void 0) return new RegExp(`</${tag}>`, "i");
  return bracket === void 0 ? null : new RegExp(String.raw`\[/${bracket}\]`, "i");
}
function isInsideFile(text, at) {
  const before = text.slice(0, at);
  return before.lastIndexOf("\n=== FILE ") > before.lastIndexOf("\n=== END ") || before.startsWith("=== FILE ");
}

// src/core/generation/read-answer.ts
function readAnswer(options) {
  const { completion } = options;
  if (completion.finish === "refused")
    return unusable("refused", "the model or its vendor refused to answer");
  if (completion.agent !== void 0) return readAgentRun(completion.agent, options.mayWrite);
  const pairs = readPairs(withoutReasoning(completion.text), options.nonce);
  if (pairs.cut !== null) return unusable("truncated", pairs.cut);
  if (!pairs.isWhole && completion.finish === "truncated") {
    return unusable("truncated", "the output limit was reached before the DONE line");
  }
  if (pairs.files.length === 0) return unusable("unreadable", "the answer holds no file");
  if (!pairs.isWhole) return unusable("truncated", "the answer has no DONE line");
  return checkedFiles(pairs.files, options.mayWrite);
}
function readPairs(text, nonce) {
  const files = [];
  let open = null;
  for (const line of text.split("\n")) {
    const marker = readMarker(line, nonce);
    if (marker === null) open?.lines.push(line);
    else if (marker.kind === "end") {
      if (open !== null) files.push(closed(open));
      open = null;
    } else if (open !== null) return { files, isWhole: false, cut: withoutEnd(open) };
    else if (marker.kind === "done") return { files, isWhole: true, cut: null };
    else open = { path: marker.path, lines: [] };
  }
  return { files, isWhole: false, cut: open === null ? null : withoutEnd(open) };
}
function readMarker(line, nonce) {
  if (!line.startsWith("=== ")) return null;
  const text = line.trimEnd();
  if (text === endMarker(nonce)) return { kind: "end" };
  if (text === doneMarker(nonce)) return { kind: "done" };
  const opening = `=== FILE ${nonce} `;
  if (!text.startsWith(opening) || !text.endsWith(" ===")) return null;
  return { kind: "file", path: text.slice(opening.length, -" ===".length).trim() };
}
function closed({ path, lines }) {
  return {
    path,
    content: stripFence(lines).map((line) => `${line}
`).join("")
  };
}
function withoutEnd({ path }) {
  return `file ${shownPath(path)} has no END line`;
}
function stripFence(lines) {
  const start = lines.findIndex((line) => line.trim() !== "");
  const end = lines.findLastIndex((line) => line.trim() !== "");
  const opening = start < end ? readFence(lines[start] ?? "") : null;
  if (opening === null) return lines;
  const body = lines.slice(start + 1, end);
  return closes(lines[end] ?? "", opening) && staysOpen(body, opening) ? body : lines;
}
function staysOpen(body, opening) {
  if (!body.some((line) => closes(line, opening))) return true;
  let depth = 0;
  for (const line of body) {
    const fence = readFence(line);
    if (fence === null || fence.mark.charAt(0) !== opening.mark.charAt(0)) continue;
    depth += fence.info === "" ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
function readFence(line) {
  const found = /^(`{3,}|~{3,})([^`]*)$/.exec(line.trimEnd());
  return found === null ? null : { mark: found[1] ?? "", info: (found[2] ?? "").trim() };
}
function closes(line, opening) {
  const fence = readFence(line);
  return fence !== null && fence.info === "" && fence.mark.startsWith(opening.mark);
}

export {
  protocolVersion,
  fileMarker,
  endMarker,
  doneMarker,
  writeAnswer,
  readAnswer
};
