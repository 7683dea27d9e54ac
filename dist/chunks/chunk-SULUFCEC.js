import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
  code;
  hint;
  /** `what` names the faulty value and its place; `hint` says how to fix it. */
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

export {
  UserError,
  SandboxError,
  UnsafePathError,
  CancelledError,
  WorkspaceLostError
};
