import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  array,
  object,
  string
} from "./chunk-P6BWDRRG.js";

// src/adapters/google/google-error.ts
var maybeText = string().optional().catch(void 0);
var detail = object({
  reason: maybeText,
  retryDelay: maybeText,
  violations: array(object({ quotaId: maybeText })).optional().catch(void 0)
});
var body = object({
  error: object({ message: string(), status: maybeText, details: array(detail).catch([]) })
});
function googleError(value) {
  const { success, data } = body.safeParse(Array.isArray(value) ? value[0] : value);
  if (!success) return null;
  const { message, status, details } = data.error;
  return { message, type: status, code: codeIn(details), retryAfter: waitIn(details) };
}
function codeIn(details) {
  const quotaIds = details.flatMap(({ violations }) => violations ?? []).map(({ quotaId }) => quotaId);
  return quotaIds.find((id) => id?.includes("PerDay")) ?? details.find(({ reason }) => reason)?.reason;
}
function waitIn(details) {
  const delay = details.find(({ retryDelay }) => retryDelay !== void 0)?.retryDelay ?? "";
  return /^(\d+(?:\.\d+)?)s$/.exec(delay)?.[1];
}

export {
  googleError
};
