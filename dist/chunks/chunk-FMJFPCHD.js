import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/process/environment.ts
import { constants, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
function cleanEnvironment(places) {
  return {
    PATH: places.path,
    HOME: places.home,
    LANG: "C.UTF-8",
    TZ: "UTC",
    CI: "true",
    TMPDIR: places.temporary
  };
}
function hostPath() {
  return process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin";
}
function hostTemporaryRoot() {
  const wanted = process.env["RUNNER_TEMP"] ?? tmpdir();
  if (process.getuid?.() !== 0 || othersMayEnter(wanted)) return wanted;
  return [tmpdir(), "/tmp", "/var/tmp"].find(othersMayEnter) ?? wanted;
}
function othersMayEnter(folder) {
  try {
    for (let place = realpathSync(folder); place !== "/"; place = dirname(place))
      if ((statSync(place).mode & constants.S_IXOTH) === 0) return false;
    return true;
  } catch {
    const around = dirname(folder);
    return around !== folder && othersMayEnter(around);
  }
}
function hostVariable(name) {
  const value = process.env[name];
  return value === void 0 || value === "" ? null : value;
}
function hostEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]])
  );
}
function setVariable(name, value) {
  process.env[name] = value;
  return {
    [Symbol.dispose]: () => {
      delete process.env[name];
    }
  };
}
function ownUser() {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}
function ownNode() {
  return process.execPath;
}

// src/adapters/process/kept-folder.ts
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir as tmpdir2 } from "node:os";
import { join } from "node:path";
function keptFolder(purpose) {
  return join(tmpdir2(), `spec-portability-${purpose}-${ownUser().uid}`);
}
function makeOnlyOurs(folder) {
  try {
    mkdirSync(folder, { mode: 448 });
  } catch {
  }
  return isOnlyOurs(folder);
}
function isOnlyOurs(folder) {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true && status.uid === ownUser().uid && (status.mode & 63) === 0;
}

export {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  hostVariable,
  hostEnvironment,
  setVariable,
  ownUser,
  ownNode,
  keptFolder,
  makeOnlyOurs,
  isOnlyOurs
};
