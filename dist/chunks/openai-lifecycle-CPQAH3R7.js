import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  sealedFetch
} from "./chunk-WMJANERN.js";
import {
  openOpenai
} from "./chunk-OSIHJ334.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import {
  object,
  string
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/openai/openai-lifecycle.ts
async function openaiLifecycle(account, signal) {
  const { model } = account;
  const client = await openOpenai({ model, fetch: sealedFetch(account), timeoutMs: 1e4 });
  const read = answerSchema.safeParse(await client.models.retrieve(model.name, { signal }));
  if (!read.success || typeof read.data.shutdown_date !== "string") return { kind: "unknown" };
  return { kind: "ends", why: "to be shut down", on: read.data.shutdown_date.slice(0, 10) };
}
var answerSchema = object({
  shutdown_date: string().regex(/^\d{4}-\d{2}-\d{2}/).nullish().catch(null)
});
export {
  openaiLifecycle
};
