import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  placesOf
} from "./chunk-P33PNVVQ.js";
import {
  scriptsOf
} from "./chunk-SRZLTM5C.js";
import "./chunk-X6HJ4QIY.js";
import {
  UnsafePathError,
  UserError,
  atOnce,
  configPaths,
  emptiedPaths,
  expandSpecs,
  matchingIn,
  openRepository,
  providerNames,
  providers,
  readSettings,
  writeNewFile
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment
} from "./chunk-FMJFPCHD.js";
import {
  object,
  record,
  string,
  unknown
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/entry/commands/init-command.ts
import { lstat } from "node:fs/promises";
import { join } from "node:path";

// src/core/init/find-specs.ts
function findSpecs(paths) {
  const usual = paths.filter((path) => !elsewhere.test(path));
  const taken = /* @__PURE__ */ new Set();
  const found = [];
  for (const { convention, main, beside } of conventions(usual)) {
    for (const path of usual.filter((each) => main.test(each) && !taken.has(each))) {
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      const files = [
        path,
        ...beside.map((name) => `${folder}${name}`).filter((each) => usual.includes(each))
      ];
      for (const file of files) taken.add(file);
      found.push({ name: nameOf(path), files, convention });
    }
  }
  return (found.length > 0 ? found : rulesAsSpecs(usual)).slice(0, mostSpecs);
}
function findInstructions(paths) {
  const known = ["AGENTS.md", "CLAUDE.md"].filter((path) => paths.includes(path));
  const folders = [
    [".cursor/rules/", ".cursor/rules/*.mdc", ".mdc"],
    [".kiro/steering/", ".kiro/steering/*.md", ".md"]
  ];
  const globs = folders.flatMap(
    ([folder, glob, ending]) => paths.some((path) => path.startsWith(folder) && path.endsWith(ending)) ? [glob] : []
  );
  return [...known, ...globs];
}
var mostSpecs = 300;
var elsewhere = /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|fixtures|testdata|templates|archive|changes|examples?)\//;
var rules = /^(?:AGENTS\.md|CLAUDE\.md|(?:.*\/)?SKILL\.md)$/;
function scriptsOfSkill(path) {
  return /^(?:.*\/)?SKILL\.md$/.test(path) ? `${path.slice(0, -"SKILL.md".length)}scripts/` : null;
}
function conventions(paths) {
  const isSpecKit = paths.some((path) => path.startsWith(".specify/"));
  return [
    { convention: "OpenSpec", main: /^openspec\/specs\/.+\/spec\.md$/, beside: ["design.md"] },
    { convention: "Kiro", main: /^\.kiro\/specs\/[^/]+\/requirements\.md$/, beside: ["design.md"] },
    { convention: "Spec Kit", main: /^\.specify\/specs\/[^/]+\/spec\.md$/, beside: ["plan.md"] },
    ...isSpecKit ? [{ convention: "Spec Kit", main: /^specs\/[^/]+\/spec\.md$/, beside: ["plan.md"] }] : [],
    // All other files in the folders of those tools are proposals or notes.
    {
      convention: "Tessl",
      main: /^(?!openspec\/|\.specify\/|\.kiro\/)(?:.*\/)?[^/]+\.spec\.md$/,
      beside: []
    },
    {
      convention: "SPEC.md",
      main: /^(?!openspec\/|\.specify\/|\.kiro\/)(?:.*\/)?SPEC\.(?:mdx?|adoc)$/i,
      beside: []
    },
    {
      convention: "specs/",
      main: /^specs\/(?:[^/]+\/)*(?!README|CHANGELOG|tasks|plan|research|quickstart)[^/]+\.(?:mdx?|adoc)$/i,
      beside: []
    }
  ];
}
function nameOf(path) {
  const parts = path.split("/");
  const stem = (parts.at(-1) ?? "").replace(/(?:\.spec)?\.(?:mdx?|adoc)$/i, "");
  const isUsual = /^(?:spec|requirements|skill)$/i.test(stem);
  return isUsual ? parts.at(-2) ?? stem : stem;
}
function rulesAsSpecs(paths) {
  const texts = paths.filter((path) => rules.test(path));
  const skills = texts.filter((path) => {
    const folder = scriptsOfSkill(path);
    return folder !== null && paths.some((other) => other.startsWith(folder));
  });
  return skills.length > 0 ? skills.map((path) => ruleAsSpec(path, "skill")) : texts.map((path) => ruleAsSpec(path, "house rules as the spec"));
}
function ruleAsSpec(path, convention) {
  return { name: nameOf(path), files: [path], convention };
}

// src/core/init/literal-glob.ts
function literalGlob(path) {
  return path.replaceAll(/[*?[\]{}()!|\\]/g, "?");
}

// src/core/init/around-folder.ts
function folderAt(directory, of) {
  const tracked = new Set(of.paths);
  const parts = directory === "." ? [] : directory.split("/");
  const around = parts.map((_, index) => parts.slice(0, parts.length - index - 1).join("/"));
  const folders = around.map((path) => plainFolder(path, of, tracked));
  return { ...plainFolder(parts.join("/"), of, tracked), around: folders };
}
function fromAbove(levels, command) {
  return levels === 0 ? command : `cd ${Array.from({ length: levels }, () => "..").join("/")} && ${command}`;
}
function plainFolder(path, of, tracked) {
  const prefix = path === "" ? "" : `${path}/`;
  return {
    has: (name) => tracked.has(`${prefix}${name}`),
    text: (name) => of.texts.get(`${prefix}${name}`) ?? null,
    below: () => of.paths.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length)),
    around: []
  };
}
function countOf(paths, ending) {
  return paths.filter((path) => ending.test(path) && !path.includes("node_modules/")).length;
}

// src/core/init/package-manager.ts
function managerOf(folder) {
  const chain = [folder, ...folder.around];
  const locked = chain.findIndex((at, levels2) => lockOf(at) !== null && covers(at, { folder, levels: levels2 }));
  const shared = chain.findIndex((at) => isWorkspace(at));
  const levels = Math.max(0, locked === -1 ? shared : locked);
  const root = chain[levels] ?? folder;
  const lock = locked === -1 ? null : lockOf(root);
  return {
    name: lock?.manager ?? namedIn(folder) ?? namedIn(root) ?? "npm",
    lock: lock?.file ?? null,
    root,
    levels
  };
}
function setupBy(manager, folder) {
  const { lock, root, levels } = manager;
  if (lock === null && !isWorkspace(root) && !needsPackages(folder)) return null;
  return fromAbove(levels, lock === null ? `${manager.name} install` : frozen(manager));
}
function jobInstalls({ name, root }) {
  if (name !== "pnpm" && name !== "bun") return null;
  const version = /@(\d+\.\d+\.\d+)/.exec(manifestOf(root)?.packageManager ?? "")?.[1];
  return `npm install --global ${name}${version === void 0 ? "" : `@${version}`}`;
}
var locks = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"]
];
var manifestSchema = object({
  packageManager: string().optional().catch(void 0),
  workspaces: unknown().optional(),
  dependencies: record(string(), unknown()).catch({}).default({}),
  devDependencies: record(string(), unknown()).catch({}).default({})
});
function manifestOf(folder) {
  try {
    return manifestSchema.safeParse(JSON.parse(folder.text("package.json") ?? "null")).data ?? null;
  } catch {
    return null;
  }
}
function lockOf(folder) {
  const [file, manager] = locks.find(([name]) => folder.has(name)) ?? [];
  return file === void 0 || manager === void 0 ? null : { file, manager };
}
function covers(at, of) {
  return of.levels === 0 || isWorkspace(at) || !needsPackages(of.folder);
}
function isWorkspace(folder) {
  return folder.has("pnpm-workspace.yaml") || manifestOf(folder)?.workspaces !== void 0;
}
function needsPackages(folder) {
  const manifest = manifestOf(folder);
  return manifest !== null && Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length > 0;
}
function namedIn(folder) {
  const name = /^(npm|pnpm|yarn|bun)@/.exec(manifestOf(folder)?.packageManager ?? "")?.[1];
  return locks.find(([, manager]) => manager === name)?.[1] ?? null;
}
function frozen({ name, root }) {
  if (name === "npm") return "npm ci";
  return `${name} install ${name === "yarn" && isModernYarn(root) ? "--immutable" : "--frozen-lockfile"}`;
}
function isModernYarn(root) {
  const version = /^yarn@(\d+)/.exec(manifestOf(root)?.packageManager ?? "")?.[1];
  return version === void 0 ? root.has(".yarnrc.yml") : Number(version) > 1;
}

// src/core/init/node-tests.ts
function nodeTests(folder) {
  const manager = managerOf(folder);
  const found = scriptIn(folder, manager.name === "bun" ? "bun run test" : `${manager.name} test`) ?? runnerIn(folder);
  if (found === null) return null;
  const setup = setupBy(manager, folder);
  return {
    ...found,
    setup,
    isReadable: true,
    sources: countOf(folder.below(), /\.[cm]?[jt]sx?$/),
    installedAbove: setup !== null && manager.levels > 0 ? manager.lock ?? "package.json" : null,
    jobInstalls: jobInstalls(manager)
  };
}
function scriptIn(folder, test) {
  const script = scriptsOf(folder.text("package.json")).get("test");
  return script === void 0 || script.includes("no test specified") ? null : { test, from: "package.json" };
}
var runners = [
  ["vitest", "npx vitest run"],
  ["jest", "npx jest"],
  ["mocha", "npx mocha"]
];
function runnerIn(folder) {
  const manifest = manifestOf(folder);
  const installed = { ...manifest?.dependencies, ...manifest?.devDependencies };
  const [, test] = runners.find(([name]) => name in installed) ?? [];
  if (test !== void 0) return { test, from: "package.json" };
  if (Object.keys(installed).length > 0) return null;
  const first = folder.below().find((path) => /(?:^|\/)[^/]+\.test\.[cm]?js$/.test(path));
  return first === void 0 ? null : { test: "node --test", from: first };
}

// src/core/init/python-tests.ts
function pythonTests(folder) {
  const { has, below } = folder;
  const from = [...manifests, ...requirements].find(has) ?? below().find((path) => isTest.test(path));
  const says = [...manifests, ...requirements].some((name) => /pytest/.test(folder.text(name) ?? ""));
  if (from === void 0 || !(has("pytest.ini") || says || below().some((path) => isTest.test(path))))
    return null;
  const manager = managed.find(({ lock }) => has(lock)) ?? null;
  return {
    test: ".venv/bin/python -m pytest",
    setup: manager?.setup ?? plainSetup(folder),
    from,
    isReadable: true,
    sources: countOf(below(), /\.py$/),
    installedAbove: null,
    jobInstalls: manager === null ? null : `pipx install ${manager.name}`
  };
}
var manifests = ["pytest.ini", "pyproject.toml", "setup.cfg", "tox.ini", "setup.py"];
var isTest = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;
var requirements = [
  "requirements.txt",
  "requirements-dev.txt",
  "requirements-test.txt",
  "requirements_dev.txt",
  "dev-requirements.txt",
  "test-requirements.txt",
  "requirements/dev.txt",
  "requirements/test.txt"
];
var pythonFiles = [...manifests, ...requirements];
var managed = [
  { name: "uv", lock: "uv.lock", setup: "uv sync --frozen" },
  { name: "poetry", lock: "poetry.lock", setup: "POETRY_VIRTUALENVS_IN_PROJECT=true poetry install" },
  { name: "pdm", lock: "pdm.lock", setup: "pdm sync" },
  { name: "pipenv", lock: "Pipfile.lock", setup: "PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev" }
];
function plainSetup(folder) {
  const lists = requirements.filter((name) => folder.has(name));
  const isListed = lists.some((name) => /^pytest\b/m.test(folder.text(name) ?? ""));
  const what = [
    ...lists.map((name) => `-r ${name}`),
    ...isPackage(folder) ? [`-e ${ownExtras(folder)}`] : [],
    ...isListed ? [] : ["pytest"]
  ];
  return `python3 -m venv .venv && .venv/bin/python -m pip install ${what.join(" ")}`;
}
function ownExtras(folder) {
  const section = /^\[project\.optional-dependencies\]\n((?:(?!\[\w).*\n?)*)/m;
  const listed = section.exec(folder.text("pyproject.toml") ?? "")?.[1] ?? "";
  const extras = ["test", "tests", "testing", "dev"].filter(
    (name) => new RegExp(`^${name}\\s*=`, "m").test(listed)
  );
  return extras.length === 0 ? "." : `'.[${extras.join(",")}]'`;
}
function isPackage(folder) {
  return folder.has("setup.py") || /^\[(?:project|build-system)\]/m.test(folder.text("pyproject.toml") ?? "");
}

// src/core/init/find-test-commands.ts
var manifestNames = [
  ...["package.json", "go.mod", "Cargo.toml", "Makefile", "GNUmakefile"],
  ...pythonFiles
];
function findTestCommands(directory, around) {
  const prefix = directory === "." ? "" : `${directory}/`;
  const folder = folderAt(directory, around);
  const found = [nodeTests, goTests, pythonTests, rustTests, makeTests].flatMap((find) => {
    const one = find(folder);
    return one === null ? [] : [{ ...one, directory, from: `${prefix}${one.from}` }];
  });
  return found.toSorted(
    (one, other) => Number(other.isReadable) - Number(one.isReadable) || other.sources - one.sources
  );
}
var onEveryRunner = { installedAbove: null, jobInstalls: null };
function goTests({ has, below }) {
  if (!has("go.mod")) return null;
  return {
    test: "go test ./...",
    setup: has("go.sum") ? "go mod download" : null,
    from: "go.mod",
    isReadable: true,
    sources: countOf(below(), /\.go$/),
    ...onEveryRunner
  };
}
function rustTests({ has, below }) {
  if (!has("Cargo.toml")) return null;
  const isLocked = has("Cargo.lock");
  return {
    // Tests have no network and cannot write a lock file, which cargo does where another version of it wrote the file.
    test: `cargo test${isLocked ? " --locked" : ""} --offline`,
    setup: `cargo fetch${isLocked ? " --locked" : ""}`,
    from: "Cargo.toml",
    isReadable: false,
    sources: countOf(below(), /\.rs$/),
    ...onEveryRunner
  };
}
function makeTests({ has, text }) {
  const from = ["GNUmakefile", "Makefile"].find((name) => has(name) && /^test\s*:/m.test(text(name) ?? ""));
  if (from === void 0) return null;
  return { test: "make test", setup: null, from, isReadable: false, sources: 0, ...onEveryRunner };
}

// src/core/init/guess-writes.ts
function guessWrites(spec, around) {
  const targets = targetsOf(spec, around);
  if (targets.length > 0)
    return { writes: targets.map((path) => literalGlob(path)), because: "its target, as the spec says" };
  const scripts = scriptsOfSkill(spec.files[0] ?? "");
  if (scripts !== null && around.paths.some((path) => path.startsWith(scripts) && sources.test(path)))
    return { writes: [`${literalGlob(scripts)}**`], because: "the scripts of the skill" };
  const called = calledLike(spec, around.paths);
  const [only] = called;
  return called.length === 1 && only !== void 0 ? { writes: [only], because: "the one place with code that is called like the spec" } : null;
}
function candidateFolders(paths) {
  const counts = /* @__PURE__ */ new Map();
  for (const path of paths.filter(isSource)) {
    const folder = path.split("/").slice(0, -1).slice(0, 2).join("/");
    if (folder !== "") counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).slice(0, 4).map(([folder]) => `${folder}/**`);
}
function withPackageName(spec, { paths, texts }) {
  const file = spec.files.join();
  if (!/^SPEC\.\w+$/i.test(file)) return spec;
  const title = asModule(titleLine.exec(texts.get(file) ?? ""));
  const module = asModule(projectName.exec(texts.get("pyproject.toml") ?? ""));
  const code = paths.filter(isSource);
  const isOnly = code.length > 0 && code.every((path) => path.startsWith(`src/${module}/`));
  return module !== "" && module === title && isOnly ? { ...spec, name: module } : spec;
}
var titleLine = /^# +(.{1,100})$/m;
var projectName = /^\[project\]\n(?:(?!\[).*\n)*?name\s*=\s*["']([\w.-]{1,100})["']/m;
function asModule(found) {
  return (found?.[1] ?? "").trim().toLowerCase().replaceAll(/[-. ]/g, "_");
}
var most = 50;
function targetsOf({ files }, { paths, texts }) {
  const tracked = new Set(paths);
  const said = files.flatMap((file) => {
    const text = (texts.get(file) ?? "").slice(0, 2e5);
    const links = [...text.matchAll(/\[@generate\]\(([^)\s]{1,300})\)/g)].map(([, target = ""]) => target);
    const folder = file.split("/").slice(0, -1);
    return [...links, ...listedTargets(text)].map((target) => joined(folder, target));
  });
  return [...new Set(said)].filter((path) => tracked.has(path) && isSource(path)).slice(0, most);
}
function listedTargets(text) {
  const front = /^---\n([\s\S]{0,5000}?)\n---/.exec(text)?.[1] ?? "";
  const list2 = /^targets:\s*\n((?:\s*-\s.*\n?)+)/m.exec(`${front}
`)?.[1] ?? "";
  return list2.split("\n").flatMap((line) => /^\s*-\s+["']?([^"'\s]+)/.exec(line)?.[1] ?? []);
}
function joined(folder, target) {
  const parts = [...folder];
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
function calledLike({ name, files }, paths) {
  const names = /* @__PURE__ */ new Set([name, name.replace(/^\d+-/, "")]);
  const own = new Set(files.map((file) => file.split("/").slice(0, -1).join("/")));
  const places = paths.filter(isSource).flatMap((path) => {
    const parts = path.split("/");
    const at = parts.findIndex((part, index) => index < parts.length - 1 && names.has(part));
    const folder = parts.slice(0, at + 1).join("/");
    if (at === -1) return names.has(stemOf(path)) ? [literalGlob(path)] : [];
    if (!own.has(folder)) return [`${literalGlob(folder)}/**`];
    return parts[at + 1] === "src" && parts.length > at + 2 ? [`${literalGlob(folder)}/src/**`] : [];
  });
  return [...new Set(places)];
}
function stemOf(path) {
  return (path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
}
var sources = /\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kts?|cs|swift|php|exs?|c|cc|cpp|h|hpp)$/;
var notGenerated = /(?:^|\/)(?:node_modules|vendor|dist|build|tests?|__tests__|fixtures|testdata|docs|scripts|examples?)\/|\.(?:test|spec)\.|_test\.|(?:^|\/)(?:test_|conftest)|\.config\./;
function isSource(path) {
  return sources.test(path) && !notGenerated.test(path);
}

// src/core/init/propose.ts
function filesToRead(paths) {
  const specs = findSpecs(paths).flatMap(({ files }) => files);
  const manifests2 = paths.filter(
    (path) => manifestNames.some((name) => path === name || path.endsWith(`/${name}`))
  );
  return [...specs, ...manifests2.filter((path) => path.split("/").length <= 5)].slice(0, 1e3);
}
function propose(around) {
  const specs = findSpecs(around.paths).map((spec) => withPackageName(spec, around));
  const each = specs.map((spec) => entryOf(spec, around));
  const entries = together(each.map(({ entry }) => entry));
  return {
    entries,
    instructions: findInstructions(around.paths).filter(
      (path) => !specs.some(({ files }) => files.includes(path))
    ),
    candidates: candidateFolders(around.paths),
    jobInstalls: [...new Set(entries.flatMap(({ command }) => command?.jobInstalls ?? []))],
    said: [...foundLines(specs), ...new Set(each.flatMap(({ said }) => said))]
  };
}
function foundLines(specs) {
  const kinds = [...new Set(specs.map(({ convention }) => convention))];
  return kinds.map((kind) => {
    const names = specs.filter(({ convention }) => convention === kind).map(({ name }) => name);
    const shown = names.slice(0, 5).join(", ");
    return `${kind}: ${names.length} ${names.length === 1 ? "spec" : "specs"} (${shown}${names.length > 5 ? ", \u2026" : ""}).`;
  });
}
function entryOf(spec, around) {
  const guess = guessWrites(spec, around);
  const { command, said } = commandFor(spec, around);
  const folder = spec.files[0]?.split("/").at(-2) ?? "";
  return {
    entry: {
      spec: spec.files.map((path) => literalGlob(path)),
      writes: guess?.writes ?? null,
      command,
      names: [spec.name],
      isNamed: folder !== spec.name
    },
    said: [
      ...guess === null ? [] : [`${spec.name}: writes ${guess.writes.join(", ")}, ${guess.because}.`],
      ...said
    ]
  };
}
function commandFor(spec, around) {
  const parts = (spec.files[0] ?? "").split("/").slice(0, -1);
  for (let length = parts.length; length >= 0; length -= 1) {
    const directory = parts.slice(0, length).join("/") || ".";
    const [command, ...others] = findTestCommands(directory, around);
    if (command !== void 0) return { command, said: reasonsFor(command, others) };
  }
  return { command: null, said: [] };
}
function reasonsFor(command, others) {
  const place = command.directory === "." ? "" : ` in ${command.directory}`;
  const rivals = others.map(({ test, from }) => `\`${test}\` (${from})`).join(", ");
  const why = others.every(({ isReadable }) => !isReadable) ? "its tests can be read one by one" : "most of the code is in its language";
  return [
    `Tests${place}: \`${command.test}\` (${command.from})${others.length === 0 ? "." : `, not ${rivals}: ${why}.`}`,
    ...command.installedAbove === null ? [] : [
      `Setup${place}: \`${command.setup ?? ""}\`, because ${command.installedAbove} stands in a folder above.`
    ],
    ...command.isReadable ? [] : [`\`${command.test}\` gives only an exit code: set \`results\` to a test report that it writes.`]
  ];
}
function together(entries) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const key = entry.isNamed ? JSON.stringify(entry) : shapeOf(entry, "{name}");
    groups.set(key, [...groups.get(key) ?? [], entry]);
  }
  const shapes = countedShapes(entries);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === void 0 || group.length === 1) return group;
    return [
      {
        // A wildcard would also match the specs that are not in this group.
        spec: shapes.get(specShape(first)) === group.length ? first.spec.map((path) => swapped(path, first, "*")) : group.flatMap(({ spec }) => spec),
        writes: first.writes?.map((glob) => swapped(glob, first, "{name}")) ?? null,
        command: withName(first),
        names: group.flatMap(({ names }) => names),
        isNamed: false
      }
    ];
  });
}
function countedShapes(entries) {
  const counts = /* @__PURE__ */ new Map();
  for (const entry of entries) counts.set(specShape(entry), (counts.get(specShape(entry)) ?? 0) + 1);
  return counts;
}
function specShape(entry) {
  return swapped(entry.spec[0] ?? "", entry, "*");
}
function shapeOf(entry, by) {
  const { spec, writes } = entry;
  const command = withName(entry);
  return JSON.stringify([
    spec.map((path) => swapped(path, entry, by)),
    writes?.map((glob) => swapped(glob, entry, by)) ?? null,
    command === null ? null : [command.directory, command.test, command.setup]
  ]);
}
function withName(entry) {
  const { command } = entry;
  return command === null ? null : { ...command, directory: swapped(command.directory, entry, "{name}"), from: "", sources: 0 };
}
function swapped(path, { names }, by) {
  return path.split("/").map((part) => part === names[0] ? by : part).join("/");
}

// src/core/init/starter-models.ts
var proposed = providerNames.flatMap((name) => {
  const { starterModel, keyVariable } = providers[name];
  return starterModel === null ? [] : [{ id: `${name}/${starterModel}`, keyVariable }];
});
var asked = 2;
var starterModels = proposed.slice(0, asked);
var furtherModels = proposed.slice(asked);

// src/core/init/starter-config.ts
function starterConfig(proposal) {
  return [
    "# Written by `spec-portability init`. Every key: schema/spec-portability.schema.json of the action.",
    "version: 1",
    "specs:",
    ...proposal.entries.flatMap((entry) => entryLines(entry, proposal)),
    "models:",
    ...modelLines(),
    "budget: { generations: 200, minutes: 45 }   # most of one run; 10 USD too, and 30 a pull request (usd, usd-per-pr)",
    ""
  ].join("\n");
}
function modelLines() {
  const lines = [
    ...starterModels.map(({ id, keyVariable }) => [`  - ${id}`, keyVariable]),
    ...furtherModels.map(({ id, keyVariable }) => [`  # - ${id}`, keyVariable])
  ];
  const width = Math.max(...lines.map(([line]) => line.length));
  return lines.map(
    ([line, keyVariable]) => keyVariable === null ? line : `${line.padEnd(width)}   # key: secret ${keyVariable}`
  );
}
function entryLines(entry, proposal) {
  const { spec, command, names } = entry;
  const [name = ""] = names;
  return [
    `  - spec: ${list(spec)}`,
    ...entry.isNamed && isName(name) ? [`    name: ${JSON.stringify(name)}`] : [],
    ...proposal.instructions.length > 0 ? [`    instructions: ${list(proposal.instructions)}`] : [],
    ...writesLines(entry, proposal.candidates),
    ...command === null || command.directory === "." ? [] : [`    directory: ${JSON.stringify(command.directory)}`],
    ...command === null || command.setup === null ? [] : [`    setup: ${JSON.stringify(command.setup)}`],
    ...command === null ? ["    # FILL IN: the command that runs the tests.", '    test: ""'] : [`    test: ${JSON.stringify(command.test)}`]
  ];
}
function writesLines({ writes }, candidates) {
  if (writes !== null) return [`    writes: ${list(writes)}   # emptied before each generation`];
  const known = candidates.filter((glob) => isPlain(glob));
  const hint = known.length === 0 ? "" : ` Folders with code: ${known.join(", ")}`;
  return [
    "    # FILL IN: the only paths that a model may create, emptied before each generation. Nothing here says which",
    `    # code belongs to the spec.${hint}`,
    "    writes: []"
  ];
}
function list(items) {
  return `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
}
function isPlain(text) {
  return /^[\w./*@-]{1,200}$/.test(text);
}
function isName(name) {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._@+/-]{0,99}$/u.test(name);
}

// src/core/init/starter-workflow.ts
function workflowKindFor(specs) {
  return specs > 20 ? "fan-out" : "one-job";
}
function starterWorkflow(kind, installs = []) {
  return [
    "name: spec portability",
    "# Written by `spec-portability init`, for .github/spec-portability.yml. Replace OWNER.",
    "on:",
    "  pull_request:",
    "  merge_group:",
    "permissions: { contents: read, pull-requests: write, checks: write }",
    ...kind === "one-job" ? oneJob(installs) : fanOut,
    ""
  ].join("\n");
}
var starterKeys = starterModels.flatMap(({ keyVariable }) => keyVariable ?? []);
var keys = starterKeys.map((name) => `${name}: \${{ secrets.${name} }}`);
var uploadedPage = [
  "      # The page behind the comment, also where the check fails. Storage that is full changes no verdict.",
  "      - if: always()",
  "        continue-on-error: true",
  "        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
  "        with:",
  "          name: spec-portability-report",
  "          path: .spec-portability/report",
  "          include-hidden-files: true",
  "          if-no-files-found: ignore",
  "          overwrite: true"
];
var oneJob = (installs) => [
  "concurrency:",
  "  group: portability-${{ github.event.pull_request.number || github.ref }}",
  "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
  "jobs:",
  "  portability:",
  "    runs-on: ubuntu-latest",
  "    timeout-minutes: 60",
  "    steps:",
  "      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0",
  "        with: { fetch-depth: 0, persist-credentials: false }",
  ...installs.map((command) => `      - run: ${command}`),
  "      - uses: OWNER/spec-portability-action@v1",
  "        env:",
  ...keys.map((line) => `          ${line}`),
  ...uploadedPage
];
var fanOut = [
  "jobs:",
  "  portability:",
  "    uses: OWNER/spec-portability-action/.github/workflows/portability.yml@v1",
  "    secrets:",
  ...keys.map((line) => `      ${line}`)
];

// src/core/init/starter.ts
function starterFor(around) {
  const proposal = propose(around);
  if (proposal.entries.length === 0) throw noSpec();
  const specs = proposal.entries.reduce((sum, { names }) => sum + names.length, 0);
  const kind = workflowKindFor(specs);
  const why = kind === "fan-out" ? `Workflow: fan-out over many jobs, because there are ${specs} specs.` : "Workflow: one job.";
  return {
    proposal,
    config: starterConfig(proposal),
    workflow: starterWorkflow(kind, proposal.jobInstalls),
    said: [...proposal.said, why, ...installLines(kind, proposal)]
  };
}
function installLines(kind, { jobInstalls: jobInstalls2 }) {
  return jobInstalls2.map(
    (command) => kind === "one-job" ? `The job runs \`${command}\` first.` : `Each job needs \`${command}\` before it checks; the workflow does not do that yet.`
  );
}
function noSpec() {
  return new UserError(
    "SPEC_NOT_FOUND",
    "HEAD contains no spec that `init` knows: no SPEC.md, specs/, openspec/specs/, .specify/specs/, .kiro/specs/, *.spec.md, AGENTS.md, CLAUDE.md or SKILL.md.",
    "Commit the spec, or write .github/spec-portability.yml yourself, with the path of the spec under `specs`."
  );
}
function remainingSteps({ proposal }, of) {
  const unknown2 = proposal.entries.filter(({ writes }) => writes === null);
  const names = unknown2.flatMap((entry) => entry.names);
  if (isToFillIn(proposal)) {
    const shown = names.slice(0, 5).join(", ");
    return [
      `To fill in${names.length > 0 ? ` for ${shown}${names.length > 5 ? ", \u2026" : ""}` : ""}: the lines marked FILL IN. Until then the config file is refused: no file is removed and no model is asked.`
    ];
  }
  return expandSpecs(of.specsOf(), matchingIn(of.paths)).map((spec) => {
    const emptied = emptiedPaths(of.paths, spec);
    const shown = emptied.slice(0, 5).join(", ");
    return `${spec.name}: ${emptied.length} committed ${emptied.length === 1 ? "file is" : "files are"} emptied before each generation${emptied.length === 0 ? "" : `: ${shown}${emptied.length > 5 ? ", \u2026" : ""}`}.`;
  });
}
function nextSteps({ proposal }, written) {
  const { config, workflow } = written;
  const files = [config, workflow].filter((file) => file !== null);
  if (files.length === 0) return null;
  const steps = [
    ...workflow === null ? [] : [`replace OWNER in ${workflow}`],
    ...config !== null && isToFillIn(proposal) ? [`fill in ${config}`] : [],
    "run `spec-portability doctor`",
    `commit ${files.join(" and ")}`,
    `store ${starterKeys.join(" and ")} as secrets of the repository`
  ];
  return `Next: ${steps.slice(0, -1).join(", ")}, and ${steps.at(-1) ?? ""}.`;
}
function isToFillIn({ entries }) {
  return entries.some(({ writes, command }) => writes === null || command === null);
}

// src/entry/commands/init-command.ts
var workflowPath = ".github/workflows/spec-portability.yml";
async function initCommand(options) {
  const repository = await openRepository(placesOf(options).directory, hostEnvironment());
  const directory = repository.root;
  const { paths, texts } = await lookAt(repository);
  const starter = starterFor({ paths, texts });
  const { config, workflow } = starter;
  say(starter.said);
  const file = { path: configPaths[0], text: config };
  const specsOf = () => readSettings({ file, inputs: {} }).settings.specs;
  const left = remainingSteps(starter, { paths, specsOf });
  if (options["print"] === true) {
    process.stdout.write(`# ${configPaths[0]}
${config}
# ${workflowPath}
${workflow}`);
    say(left);
    return 0;
  }
  const isConfigWritten = await writeNew(directory, configPaths[0], { text: config, unless: configPaths });
  const isWorkflowWritten = await writeNew(directory, workflowPath, {
    text: workflow,
    unless: [workflowPath]
  });
  if (isConfigWritten) say(left);
  const next = nextSteps(starter, {
    config: isConfigWritten ? configPaths[0] : null,
    workflow: isWorkflowWritten ? workflowPath : null
  });
  if (next !== null) say([next]);
  return isConfigWritten && isWorkflowWritten ? 0 : 2;
}
async function lookAt(repository) {
  const entries = await repository.listFiles(await repository.resolve("HEAD"));
  const files = entries.filter(({ kind, size }) => (kind === "file" || kind === "executable") && size <= 1e6);
  const paths = files.map(({ path }) => path);
  const wanted = new Set(filesToRead(paths));
  const texts = await atOnce(
    files.filter(({ path }) => wanted.has(path)),
    async ({ path, oid }) => {
      const text = new TextDecoder().decode(await repository.readBlob(oid));
      return [path, text];
    }
  );
  return { paths, texts: new Map(texts) };
}
async function writeNew(directory, path, what) {
  for (const other of what.unless) {
    if (await lstat(join(directory, other)).catch(() => null) === null) continue;
    say([`${other} exists already and was not changed. \`init --print\` shows what \`init\` would write.`]);
    return false;
  }
  try {
    await writeNewFile(directory, path, what.text);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    say([`${path} could not be written: ${error.message}.`]);
    return false;
  }
  say([`Wrote ${path}.`]);
  return true;
}
function say(lines) {
  for (const line of lines) process.stderr.write(`${plain(line)}
`);
}
function plain(line) {
  return line.replaceAll(new RegExp("\\p{C}+", "gu"), " ");
}
export {
  initCommand
};
