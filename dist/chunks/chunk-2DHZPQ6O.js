import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
  code;
  hint;
  /** `what` names the value at fault and where it stands; `hint` says how to mend it. */
  constructor(code, what, hint) {
    super(`${code}: ${what} ${hint}`.replaceAll(/\s+/g, " "));
    this.code = code;
    this.hint = hint;
  }
};
var SandboxError = class extends Error {
  name = "SandboxError";
};
var UnsafePathError = class extends Error {
  name = "UnsafePathError";
  path;
  constructor(path, why) {
    super(`${path}: ${why}`);
    this.path = path;
  }
};
var CancelledError = class extends Error {
  name = "CancelledError";
};
var WorkspaceLostError = class extends Error {
  name = "WorkspaceLostError";
};

// src/core/verdict/conclude.ts
function conclude(ending) {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending.failOn));
  if (ending.modelStopped || isBlocked) return "failure";
  const open = ending.verdicts.some(({ verdict }) => unsettled.has(verdict));
  return open || ending.leftUndone ? "neutral" : "success";
}
function blocks(verdict, failOn) {
  switch (failOn) {
    case "regressed":
      return verdict.verdict === "regressed";
    case "suspected":
      return verdict.verdict === "suspected" || blocks(verdict, "regressed");
    case "inconclusive":
      return verdict.verdict === "inconclusive" || blocks(verdict, "suspected");
    case "never":
      return false;
  }
}
var unsettled = /* @__PURE__ */ new Set(["suspected", "inconclusive", "base-too-weak"]);

export {
  conclude,
  blocks,
  UserError,
  SandboxError,
  UnsafePathError,
  CancelledError,
  WorkspaceLostError
};
