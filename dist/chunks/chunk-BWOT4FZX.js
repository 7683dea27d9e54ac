import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  digest
} from "./chunk-WSJ3JF5A.js";

// src/core/report/markdown/run-stamp.ts
function stampLine({ head, run, attempt, state, text }) {
  const line = `<!-- spec-portability-run:v1 head=${head} run=${run} attempt=${attempt} state=${state} text=${text} -->`;
  if (!pattern.test(line)) throw new Error(`Not a run stamp: ${line}`);
  return line;
}
function isStampLine(line) {
  return pattern.test(line);
}
function withStamp(body, stamp) {
  const end = body.indexOf("\n");
  if (end === -1) throw new Error("The comment has no text below its marker.");
  return `${body.slice(0, end)}
${stampLine(stamp)}${body.slice(end)}`;
}
function readStamp(body) {
  const match = pattern.exec((body.split("\n", 2)[1] ?? "").trim());
  const { head = "", run, attempt, text } = match?.groups ?? {};
  const state = states.find((each) => each === match?.groups?.["state"]);
  if (match === null || state === void 0) return null;
  return { head, run: Number(run), attempt: Number(attempt), state, text: Number(text) };
}
var states = ["queued", "running", "done", "ended", "superseded"];
var pattern = /^<!-- spec-portability-run:v1 head=(?<head>[0-9a-f]{40}) run=(?<run>\d{1,15}) attempt=(?<attempt>\d{1,6}) state=(?<state>[a-z]{1,12}) text=(?<text>\d{1,6}) -->$/;

// src/core/report/markdown/marker.ts
function commentMarker(key) {
  const wellFormed = key.replaceAll(new RegExp("\\p{Cs}", "gu"), "\uFFFD");
  const encoded = encodeURIComponent(wellFormed).replaceAll("--", "-%2D").replace(/-$/, "%2D");
  return `<!-- spec-portability:v1:${encoded.length > 200 ? digest(key) : encoded} -->`;
}
function isCommentMarker(line) {
  return /^<!-- spec-portability:v1:[A-Za-z0-9%_.!~*'()-]+ -->$/.test(line) && !line.slice(4, -3).includes("--");
}

export {
  isStampLine,
  withStamp,
  readStamp,
  commentMarker,
  isCommentMarker
};
