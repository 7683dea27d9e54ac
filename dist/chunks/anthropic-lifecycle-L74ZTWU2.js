import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  sealedFetch
} from "./chunk-WMJANERN.js";
import {
  openAnthropic
} from "./chunk-647OI5TC.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import {
  _enum,
  object,
  string
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/anthropic/anthropic-lifecycle.ts
async function anthropicLifecycle(account, signal) {
  const { model } = account;
  const client = await openAnthropic({ model, fetch: sealedFetch(account), timeoutMs: 1e4 });
  const read = answerSchema.safeParse(await client.models.retrieve(model.name, {}, { signal }));
  if (!read.success || read.data.lifecycle === "active") return { kind: "unknown" };
  return { kind: "ends", why: read.data.lifecycle, on: read.data.retires_at?.slice(0, 10) ?? null };
}
var answerSchema = object({
  lifecycle: _enum(["active", "deprecated", "retired"]),
  retires_at: string().regex(/^\d{4}-\d{2}-\d{2}/).nullish().catch(null)
});
export {
  anthropicLifecycle
};
