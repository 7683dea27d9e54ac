import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  require_dist
} from "./chunk-PX34MO2T.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import {
  hasWildcard
} from "./chunk-NPNODHKJ.js";
import {
  priceOf
} from "./chunk-3KUDG6AU.js";
import {
  hostedProviders,
  providerNames,
  providers
} from "./chunk-CJKLWDHO.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-A7RSTFOV.js";
import {
  __toESM
} from "./chunk-TZXIYNRP.js";

// src/config/config-error.ts
function configError(code, what, hint) {
  return new UserError(code, printable(what), printable(hint));
}
function shown(value) {
  if (value === void 0 || value === null) return "empty";
  if (typeof value === "object" && !Array.isArray(value)) return "a mapping";
  if (Array.isArray(value) && value.some((item) => typeof item === "object")) return "a list";
  return quoted(JSON.stringify(value));
}
function quoted(name) {
  return `\`${clipped(name.replaceAll("`", "'"))}\``;
}
function clipped(text2) {
  return text2.length > 60 ? `${text2.slice(0, 59)}…` : text2;
}
function printable(text2) {
  return text2.replaceAll(/\s/gu, " ").replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
}

// src/config/durations.ts
var durationPattern = /^\d{1,9}(\.\d{1,3})?(ms|s|m|h)$/;
var longestDurationMs = 864e5;
function durationMs(text2) {
  const found = durationPattern.exec(text2);
  if (found === null) return null;
  const unitMs = unitsMs[found[2] ?? ""];
  return unitMs === void 0 ? null : Math.round(Number.parseFloat(text2) * unitMs);
}
var unitsMs = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };

// src/config/field-schemas.ts
function section(shape) {
  const known = Object.keys(shape).join(", ");
  return strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys" ? known : `a mapping with the keys ${known}`
  });
}
function text(what) {
  return string({ error: what }).min(1, { error: what }).max(1e4, { error: what }).refine((value) => value.trim() !== "" && !value.includes("\0"), { error: what });
}
function listOf(item, what) {
  return array(item, { error: what }).max(1e3, { error: "at most 1000 items" });
}
function numberBetween(min, max) {
  const error = `a number from ${min} to ${max}`;
  return number({ error }).min(min, { error }).max(max, { error });
}
function wholeNumberBetween(min, max) {
  const error = `a whole number from ${min} to ${max}`;
  return int({ error }).min(min, { error }).max(max, { error });
}
function capUpTo(max) {
  const error = `a number from 0 to ${max}, or \`none\``;
  const amount = number({ error }).min(0, { error }).max(max, { error });
  return union([amount, literal("none", { error })], { error });
}
var fractionError = "a number above 0 and below 1";
var fraction = number({ error: fractionError }).gt(0, { error: fractionError }).lt(1, { error: fractionError });
var durationError = "a duration from 1ms to 24h such as `5m`, `90s`, `2h` or `1500ms`";
var duration = string({ error: durationError }).regex(durationPattern, { error: durationError }).refine((value) => inRange(durationMs(value)), { error: durationError });
function inRange(milliseconds) {
  return milliseconds !== null && milliseconds >= 1 && milliseconds <= longestDurationMs;
}
var environmentNameError = "the NAME of an environment variable (letters, digits, `_`), never its value";
var environmentName = string({ error: environmentNameError }).regex(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, { error: environmentNameError });

// src/core/agents/presets/claude-code.ts
var claudeCode = {
  wire: "messages",
  packageName: "@anthropic-ai/claude-code",
  licence: "proprietary",
  program: "claude",
  versionWords: ["--version"],
  smallestVersion: "2.1.332",
  start: {
    argv: [
      ...["claude", "-p", "--output-format", "json", "--permission-mode", "acceptEdits"],
      // Without the tool `Skill` it reads no skill.
      ...["--tools", "Read,Write,Edit,Glob,Grep,Skill", "--no-session-persistence", "--model", "{model}"]
    ],
    environment: {
      ANTHROPIC_BASE_URL: "{base-url}",
      ANTHROPIC_API_KEY: "{key}",
      CLAUDE_CODE_MAX_RETRIES: "1",
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1"
    },
    seeds: {}
  },
  // The tool is 8 kB of every prompt.
  offSwitches: { argv: ["--safe-mode", "--disallowedTools", "Skill"], environment: {}, seeds: {} },
  effort: { argv: ["--effort", "{effort}"], environment: {}, seeds: {} },
  reads: [
    // AGENTS.md only in a folder without CLAUDE.md; those of other folders when it reads a file there.
    ...["**/CLAUDE.md", "**/CLAUDE.local.md", "**/AGENTS.md", ".claude/rules/**/*.md"],
    ...["**/.claude/skills/*/SKILL.md", ".claude/commands/**/*.md"]
  ]
};

// src/core/agents/presets/codex.ts
var provider = [
  'name="p"',
  'base_url="{base-url}"',
  'wire_api="responses"',
  'env_key="CODEX_API_KEY"',
  "supports_websockets=false",
  "request_max_retries=0",
  "stream_max_retries=0"
].join(",");
var codex = {
  wire: "responses",
  packageName: "@openai/codex",
  licence: "Apache-2.0",
  program: "codex",
  versionWords: ["--version"],
  smallestVersion: "0.171.0",
  start: {
    argv: [
      ...["codex", "exec", "--json", "-C", ".", "--skip-git-repo-check", "--ephemeral"],
      // The sandbox around it is ours.
      ...["--ignore-user-config", "--ignore-rules", "--dangerously-bypass-approvals-and-sandbox"],
      ...["-m", "{model}", "-c", 'model_provider="p"', "-c", `model_providers.p={${provider}}`],
      ...set("features.apps=false", "features.plugins=false", "features.goals=false"),
      ...set('web_search="disabled"', "analytics.enabled=false"),
      "-"
    ],
    environment: { CODEX_API_KEY: "{key}" },
    seeds: {}
  },
  offSwitches: {
    argv: set("project_doc_max_bytes=0", "skills.include_instructions=false"),
    environment: {},
    seeds: {}
  },
  effort: { argv: set('model_reasoning_effort="{effort}"'), environment: {}, seeds: {} },
  // Only those in the folder in which it starts.
  reads: ["AGENTS.md", "AGENTS.override.md", ".agents/skills/*/SKILL.md", ".codex/skills/*/SKILL.md"]
};
function set(...values) {
  return values.flatMap((value) => ["-c", value]);
}

// src/core/agents/presets/copilot.ts
var copilot = {
  wire: "chat",
  packageName: "@github/copilot",
  licence: "proprietary",
  program: "copilot",
  versionWords: ["--version"],
  smallestVersion: "1.0.102",
  start: {
    argv: [
      ...["copilot", "-p", "{task}", "--allow-all-tools", "--output-format", "json"],
      ...["--disable-builtin-mcps", "--model", "{model}"]
    ],
    environment: {
      COPILOT_PROVIDER_BASE_URL: "{base-url}",
      COPILOT_PROVIDER_TYPE: "openai",
      COPILOT_PROVIDER_API_KEY: "{key}",
      COPILOT_OFFLINE: "true"
    },
    seeds: {}
  },
  // Names and descriptions of skills, agents and commands are still read.
  offSwitches: { argv: ["--no-custom-instructions"], environment: {}, seeds: {} },
  effort: { argv: ["--reasoning-effort", "{effort}"], environment: {}, seeds: {} },
  reads: [
    ...["**/AGENTS.md", "**/CLAUDE.md", "**/GEMINI.md", ".github/copilot-instructions.md"],
    ...[".github/instructions/**/*.md", ".claude/rules/**/*.md", ".claude/{agents,commands}/**/*.md"],
    ...[".claude/skills/*/SKILL.md", ".agents/skills/*/SKILL.md", ".github/skills/*/SKILL.md"]
  ]
};

// src/core/agents/presets/gemini.ts
var settings = {
  security: { auth: { selectedType: "gemini-api-key" } },
  privacy: { usageStatisticsEnabled: false },
  telemetry: { enabled: false },
  general: { disableAutoUpdate: true, disableUpdateNag: true },
  tools: { exclude: ["web_fetch", "google_web_search"] }
};
var gemini = {
  wire: "gemini",
  packageName: "@google/gemini-cli",
  licence: "Apache-2.0",
  program: "gemini",
  versionWords: ["--version"],
  smallestVersion: "0.61.0",
  start: {
    argv: [
      ...["gemini", "-p", " ", "-o", "json", "--approval-mode", "auto_edit", "--skip-trust"],
      ...["-m", "{model}"]
    ],
    environment: { GOOGLE_GEMINI_BASE_URL: "{base-url}", GEMINI_API_KEY: "{key}" },
    seeds: { ".gemini/settings.json": JSON.stringify(settings) }
  },
  // Skills only: `context.fileName` adds a name to GEMINI.md, and without trust in the folder it may not write.
  offSwitches: {
    argv: [],
    environment: {},
    seeds: { ".gemini/settings.json": JSON.stringify({ ...settings, skills: { enabled: false } }) }
  },
  effort: null,
  reads: ["**/GEMINI.md", ".agents/skills/*/SKILL.md", ".gemini/skills/*/SKILL.md"]
};

// src/core/agents/presets/opencode.ts
var config = {
  $schema: "https://opencode.ai/config.json",
  provider: {
    p: {
      npm: "@ai-sdk/openai-compatible",
      name: "p",
      options: { baseURL: "{base-url}", apiKey: "{key}" },
      models: { "{model}": { name: "{model}", limit: { context: 2e5, output: 32e3 } } }
    }
  },
  permission: { bash: "deny", webfetch: "deny", edit: "allow" },
  autoupdate: false,
  share: "disabled"
};
var opencode = {
  wire: "chat",
  packageName: "opencode-ai",
  licence: "MIT",
  program: "opencode",
  versionWords: ["--version"],
  smallestVersion: "1.18.33",
  start: {
    // Without a title it asks the model for one.
    argv: [
      ...["opencode", "run", "--pure", "--format", "json", "--auto", "--title", "task", "-m", "p/{model}"],
      "{task}"
    ],
    environment: {
      OPENCODE_CONFIG: "{home}/opencode.json",
      OPENCODE_DISABLE_AUTOUPDATE: "1",
      OPENCODE_DISABLE_MODELS_FETCH: "1",
      OPENCODE_DISABLE_LSP_DOWNLOAD: "1"
    },
    seeds: { "opencode.json": JSON.stringify(config) }
  },
  offSwitches: {
    argv: [],
    environment: {
      OPENCODE_DISABLE_PROJECT_CONFIG: "1",
      OPENCODE_DISABLE_EXTERNAL_SKILLS: "1",
      OPENCODE_DISABLE_CLAUDE_CODE: "1"
    },
    seeds: {}
  },
  effort: { argv: ["--variant", "{effort}"], environment: {}, seeds: {} },
  reads: [
    // The first of these names that is there. An AGENTS.md below, when it reads a file beside it, has no off switch.
    ...["**/AGENTS.md", "**/CLAUDE.md", "CONTEXT.md", ".opencode/**/*.md"],
    ...[".claude/skills/*/SKILL.md", ".agents/skills/*/SKILL.md"]
  ]
};

// src/core/agents/presets/pi.ts
var models = {
  providers: {
    p: {
      baseUrl: "{base-url}",
      api: "openai-completions",
      apiKey: "{key}",
      models: [{ id: "{model}", name: "{model}", contextWindow: 2e5, maxTokens: 32e3 }]
    }
  }
};
var pi = {
  wire: "chat",
  packageName: "@earendil-works/pi-coding-agent",
  licence: "MIT",
  program: "pi",
  versionWords: ["--version"],
  smallestVersion: "1.6.0",
  start: {
    argv: [
      ...["pi", "-p", "--mode", "json", "--offline", "--no-session", "--no-extensions", "--no-mcp"],
      // Trust: without it the skills of the folder are not read.
      ...["--approve", "--tools", "read,write,edit", "--model", "p/{model}", "{task}"]
    ],
    environment: {},
    seeds: { ".pi/agent/models.json": JSON.stringify(models) }
  },
  offSwitches: { argv: ["--no-skills", "--no-context-files", "--no-approve"], environment: {}, seeds: {} },
  effort: { argv: ["--thinking", "{effort}"], environment: {}, seeds: {} },
  // The first of the first three names that is there, only in the folder in which it starts.
  reads: [
    ...["AGENTS.override.md", "AGENTS.md", "CLAUDE.md", ".pi/SYSTEM.md", ".pi/APPEND_SYSTEM.md"],
    ...[".pi/skills/*/SKILL.md", ".agents/skills/*/SKILL.md"]
  ]
};

// src/core/agents/presets/qwen.ts
var qwen = {
  wire: "chat",
  packageName: "@qwen-code/qwen-code",
  licence: "Apache-2.0",
  program: "qwen",
  versionWords: ["--version"],
  smallestVersion: "0.24.4",
  start: {
    argv: [
      ...["qwen", "--auth-type", "openai", "--openai-base-url", "{base-url}", "--openai-api-key", "{key}"],
      ...["-m", "{model}", "-o", "json", "--approval-mode", "auto-edit", "--chat-recording=false"]
    ],
    environment: {},
    seeds: {}
  },
  offSwitches: { argv: ["--safe-mode"], environment: {}, seeds: {} },
  effort: null,
  // Only those in the folder in which it starts.
  reads: ["AGENTS.md", "QWEN.md", ".agents/skills/*/SKILL.md", ".qwen/skills/*/SKILL.md"]
};

// src/core/agents/presets.ts
var presetNames = ["claude-code", "codex", "gemini", "opencode", "pi", "qwen", "copilot"];
var agentPresets = {
  "claude-code": claudeCode,
  codex,
  gemini,
  opencode,
  pi,
  qwen,
  copilot
};

// src/core/agents/own-accounts.ts
var ownAccounts = /* @__PURE__ */ new Set([
  ...["amp", "auggie", "cursor", "cursor-agent", "devin", "droid", "factory", "jules", "kiro", "kiro-cli"]
]);
function hasOwnAccount(name) {
  return ownAccounts.has(name.toLowerCase());
}

// src/core/agents/starts.ts
function startsOf({ start, offSwitches, effort: words }, effort) {
  const open = effort === null || words === null ? start : joined(start, withEffort(words, effort));
  return { open, closed: joined(open, offSwitches) };
}
function withEffort({ argv, environment, seeds }, effort) {
  const filled = (text2) => text2.replaceAll("{effort}", effort);
  const inAll = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text2]) => [name, filled(text2)]));
  return { argv: argv.map(filled), environment: inAll(environment), seeds: inAll(seeds) };
}
function namesEffort({ argv, environment }) {
  return [...argv, ...Object.values(environment)].some((text2) => text2.includes("{effort}"));
}
function joined(start, more) {
  return {
    argv: [...start.argv, ...more.argv],
    environment: { ...start.environment, ...more.environment },
    seeds: { ...start.seeds, ...more.seeds }
  };
}

// src/core/agents/wire-providers.ts
var wireProviders = {
  messages: "anthropic",
  responses: "openai",
  chat: "openai-compatible",
  gemini: "google"
};
var agentWires = ["messages", "responses", "chat", "gemini"];

// src/config/agent-problems.ts
function agentProblems(keys) {
  const { preset, command } = keys;
  if (preset !== void 0) return besidePreset(keys, preset);
  if (command !== void 0) return besideCommand(keys, command);
  return [{ key: "preset", allowed: `${presetNames.join(", ")}; or your own \`command\`` }];
}
function besidePreset(keys, preset) {
  const said = ["command", "wire", "environment"].filter((key) => keys[key] !== void 0);
  const isWithoutWord = keys.effort !== void 0 && agentPresets[preset].effort === null;
  return [
    ...said.map((key) => ({ key, allowed: `nothing, because \`preset: ${preset}\` says it` })),
    ...isWithoutWord ? [{ key: "effort", allowed: `nothing, because ${preset} takes no effort` }] : [],
    ...baseUrlProblem(keys, agentPresets[preset].wire)
  ];
}
function besideCommand(keys, command) {
  const { wire, environment = {}, effort } = keys;
  const name = command[0]?.split("/").at(-1) ?? "";
  if (hasOwnAccount(name)) {
    const allowed = "an agent that asks its model at a given address. An agent that logs in by an account of its own cannot run without network and key";
    return [{ key: "command", allowed }];
  }
  if (wire === void 0) return [{ key: "wire", allowed: agentWires.join(", ") }];
  const isNamed = namesEffort({ argv: command, environment });
  if (isNamed === (effort !== void 0)) return baseUrlProblem(keys, wire);
  return [
    {
      key: "effort",
      allowed: isNamed ? "one word, because `command` or `environment` says `{effort}`" : "nothing, unless `command` or `environment` says `{effort}`"
    }
  ];
}
function baseUrlProblem(keys, wire) {
  const isNeeded = providers[wireProviders[wire]].baseUrl === null;
  return isNeeded && keys["base-url"] === void 0 ? [{ key: "base-url", allowed: "the address of the server that it asks, as `https://…/v1`" }] : [];
}

// src/config/agent-schema.ts
var presetError = presetNames.join(", ");
var versionError = "a version as the program prints it, such as `2.1.332`";
var limitsSchema = section({
  turns: wholeNumberBetween(1, 1e3).default(30).describe("The most answers of the model."),
  tokens: wholeNumberBetween(1e3, 1e8).default(1e6).describe(
    "The most input and output tokens of all answers together. What comes from the vendor’s prompt cache counts in full."
  ),
  usd: capUpTo(1e4).optional().describe(
    "The most that one sample may cost, in USD; `none` = no limit of its own. Default: 2 if the price of the model is known."
  ),
  minutes: numberBetween(0.1, 240).default(10).describe("The most time of one sample.")
});
var environmentError = 'a mapping of names to text, such as `{ MY_BASE_URL: "{base-url}", MY_KEY: "{key}" }`';
var agentFields = {
  provider: literal("command").describe("A headless coding agent around a model."),
  preset: _enum(presetNames, { error: ({ input }) => presetProblem(input) }).optional().describe("A known agent. Its program has to be installed in a step before."),
  command: listOf(text("a word"), "a list: the program and its arguments").min(1, { error: "a list: the program and its arguments" }).optional().describe(
    "An agent of your own: the program and its arguments, started without a shell. The task comes on its standard input, or in place of `{task}`; `{model}`, `{base-url}`, `{key}`, `{turns}`, `{usd}`, `{home}` and `{effort}` stand for what they name."
  ),
  wire: _enum(agentWires, { error: agentWires.join(", ") }).optional().describe(
    "Only with `command`: the interface through which it asks its model. `messages` = Anthropic’s, `responses` and `chat` = OpenAI’s two, `gemini` = Google’s."
  ),
  environment: record(
    string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, { error: "the NAME of an environment variable" }),
    string({ error: environmentError }).max(1e4, { error: environmentError }),
    { error: environmentError }
  ).optional().describe(
    "Only with `command`: what is set in its environment. The same words in braces stand for the same; a key is never written here, `{key}` is a placeholder for it."
  ),
  version: string({ error: versionError }).regex(/^\d+(?:\.\d+)+[\w.+-]{0,40}$/, { error: versionError }).optional().describe(
    "The version that has to be installed. Where it is given, a job that only plans or judges needs no agent. Default: what is installed."
  ),
  limits: limitsSchema.prefault({}).describe("What an agent may use for one sample; what reaches a limit counts as no code.")
};
function presetProblem(given) {
  return typeof given === "string" && hasOwnAccount(given) ? `${presetError}. An agent that logs in by an account of its own cannot run without network and key` : presetError;
}

// src/config/header-schema.ts
var nameError = "the name of a header that the request does not have by itself: letters, digits and `-`, in lower case";
var valueError = "a text of one line, or `{ env: NAME }` for a value that nobody may read";
var ownHeaders = /^(?:accept(?:-.*)?|connection|content-.*|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|x-stainless-.*)$/;
var headerName = string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, { error: nameError }).refine((name) => !ownHeaders.test(name), { error: nameError });
var headerValue = union(
  [
    string({ error: valueError }).regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,998}[\x21-\x7e])?$/, { error: valueError }),
    section({ env: environmentName.describe("NAME of the variable that holds the value.") })
  ],
  { error: valueError }
);
var headersSchema = record(headerName, headerValue, { error: "a mapping of header names to a text or to `{ env: NAME }`" }).describe(
  "Headers that a gateway wants besides the key: a text, or `{ env: NAME }` for the value of an environment variable."
);

// src/config/model-words.ts
function shorthands(last) {
  const forms = hostedProviders.map((name) => `\`${name}/MODEL\``);
  return [forms.slice(0, -1).join(", "), ...forms.slice(-1)].join(` ${last} `);
}

// src/config/model-schema.ts
var allProviders = [...providerNames, "command"].join(", ");
var shorthandError = `${shorthands("or")}, or a mapping whose \`provider\` is one of ${allProviders}`;
var modelName = text("the vendor’s model id").regex(/^[^\s\p{C}]{1,200}$/u, { error: "the vendor’s model id, without spaces" }).describe("The vendor’s model id.");
var idError = "a name of at most 100 letters, digits and `. _ - / : @ +`, used once";
var urlError = "an http or https address without user name, password, `?` or `#`";
var effortError = "one word such as `low`, `medium` or `high`";
var common = {
  id: string({ error: idError }).regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+:/-]{0,99}$/u, { error: idError }).optional().describe("The name in reports. Default: PROVIDER/MODEL, of an agent its name `+` MODEL."),
  "api-key-env": environmentName.optional().describe(
    "NAME of the environment variable with the API key, never the key itself; `none` = the server needs no key."
  ),
  effort: string({ error: effortError }).regex(/^[A-Za-z]{1,20}$/, { error: effortError }).optional().describe("Reasoning effort; the same for base and head."),
  "max-output-tokens": wholeNumberBetween(1, 1e7).default(64e3).describe("The most output tokens of one answer; a longer answer counts as truncated."),
  idle: duration.default("3m").describe(
    "How long a call may send nothing before it is cancelled. Heartbeats without any part of an answer end it after seven times as long."
  ),
  params: record(string(), unknown(), { error: "a mapping that is passed through to the vendor" }).default({}).describe("Parameters that are passed to the vendor unchanged."),
  headers: headersSchema.optional(),
  price: section({
    input: numberBetween(0, 1e6).describe("USD per million input tokens."),
    output: numberBetween(0, 1e6).describe("USD per million output tokens.")
  }).optional().describe("What the model costs; used instead of the price table.")
};
var baseUrl = string({ error: urlError }).refine(isPlainHttpUrl, { error: urlError }).describe(
  `Base URL as the vendor’s SDK expects it: ${titlesOf(false)} without \`/v1\`, ${titlesOf(true)} with it.`
);
var { params: _params, ...commonOfAgents } = common;
var agentSchema = section({
  ...commonOfAgents,
  ...agentFields,
  model: modelName,
  "base-url": baseUrl.optional()
}).superRefine((agent, context) => {
  for (const { key, allowed } of agentProblems(agent))
    context.addIssue({ code: "custom", path: [key], message: allowed });
});
var modelObjectSchema = discriminatedUnion(
  "provider",
  [
    section({
      ...common,
      provider: _enum(hostedProviders).describe("The vendor."),
      model: modelName,
      "base-url": baseUrl.optional()
    }),
    ...providerNames.filter((name) => !hostedProviders.includes(name)).map((name) => unhosted(name)),
    agentSchema
  ],
  {
    error: (issue) => issue.code === "invalid_union" ? allProviders : shorthandError
  }
);
var modelSchema = union(
  [
    string({ error: shorthandError }).regex(new RegExp(`^(${hostedProviders.join("|")})/[^\\s\\p{C}]{1,200}$`, "u"), {
      error: shorthandError
    }).describe("PROVIDER/MODEL"),
    modelObjectSchema
  ],
  { error: shorthandError }
);
function modelId(model) {
  if (typeof model === "string") return model;
  if (model.id !== void 0) return model.id;
  return model.provider === "command" ? `${agentName(model)} + ${model.model}` : `${model.provider}/${model.model}`;
}
function agentName({
  preset,
  command
}) {
  return preset ?? command?.[0]?.split("/").at(-1) ?? "agent";
}
function unhosted(name) {
  return section({
    ...common,
    provider: literal(name).describe(`Any server that speaks ${providers[name].title}.`),
    model: modelName,
    "base-url": baseUrl
  });
}
function titlesOf(withVersion) {
  return hostedProviders.map((name) => providers[name]).filter((provider2) => provider2.baseUrl?.endsWith("/v1") === withVersion).map(({ title }) => title).join(", ");
}
function isPlainHttpUrl(value) {
  if (!URL.canParse(value) || /[\s\\?#]/.test(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

// src/config/path-schemas.ts
var pathRules = "relative to the repository, with `/` between folders and without `..`";
var pathError = `a path ${pathRules}`;
var path = string({ error: pathError }).min(1, { error: pathError }).max(1e3, { error: pathError }).refine(staysInside, { error: pathError });
var globError = `a path or glob ${pathRules}`;
var glob = string({ error: globError }).min(1, { error: globError }).max(1e3, { error: globError }).refine((value) => staysInside(value) && !value.startsWith("!"), {
  error: `${globError} (only \`writes\` takes \`!\` patterns)`
});
var writableGlobError = `${globError}; a \`!\` before it takes paths out`;
var writableGlob = string({ error: writableGlobError }).min(1, { error: writableGlobError }).max(1e3, { error: writableGlobError }).refine((value) => staysInside(value.replace(/^!/, "")) && !/^!?\.git(\/|$)/i.test(value), {
  error: `${writableGlobError}; \`.git\` is not writable`
});
var globs = listOf(glob, "a list of paths or globs");
var writesError = "at least one path or glob that a model may create, such as `src/duration/**`";
var writableGlobs = listOf(writableGlob, "a list of paths or globs").min(1, { error: writesError }).refine((patterns) => patterns.some((pattern) => !pattern.startsWith("!")), { error: writesError }).refine((patterns) => !patterns.some(isEverything) || patterns.some((pattern) => pattern.startsWith("!")), {
  error: "the files or folders that a model writes; a glob of everything needs paths that `!` takes out",
  params: { tooWide: true }
});
function isEverything(pattern) {
  return /^(?:\.\/)*(?:\*\*\/?)+\*?$/.test(pattern);
}
function staysInside(value) {
  if (value.trim() !== value || value === "" || /[\\\p{Cc}]/u.test(value)) return false;
  if (value.startsWith("/") || value.startsWith("~") || /^[A-Za-z]:/.test(value)) return false;
  return !value.split("/").includes("..");
}

// src/config/spec-schema.ts
var nameError2 = "a name of at most 100 letters, digits, spaces and `. _ - / @ +`, used once";
var probeSchema = section({
  module: path.describe("The generated module whose function is called."),
  function: text("the name of a function").describe("The exported function that is called.")
}).describe("Not in this version: finds ambiguity by comparing what the code of different models does.");
var resultsError = "`auto`, `exit-code`, or paths and globs of reports inside the repository";
var specSchema = section({
  name: string({ error: nameError2 }).regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+/-]{0,99}$/u, { error: nameError2 }).optional().describe("The name in reports. Default: the folder that holds the spec."),
  spec: globs.min(1, { error: "at least one path or glob" }).describe("Files or globs that make up the spec, joined in this order."),
  instructions: globs.default([]).describe(
    "Rules that are part of every prompt (AGENTS.md, CLAUDE.md …). If one of these files changes, every spec with it is checked. A rule whose front matter names files (`globs` of Cursor and Windsurf, `applyTo` of Copilot, `paths` of Claude, `fileMatchPattern` of Kiro) goes only with specs whose `writes`, `context` or spec files it may match."
  ),
  writes: writableGlobs.describe(
    "The only paths that a model may create. Files that they match are removed before each generation. A pattern with `!` excludes paths."
  ),
  tests: globs.default([]).describe("Test files that are not recognised by their names. No model may write or read test files."),
  context: globs.default([]).describe("Files that the model may read besides the spec."),
  directory: path.default(".").describe("Folder in which setup and test run, relative to the repository."),
  setup: text("a shell command").optional().describe("Runs once per commit, with network and without secrets."),
  "setup-env": listOf(environmentName, "a list of NAMES of environment variables").default([]).describe(
    "NAMES of environment variables that only setup may read, for example a token of a private registry; never set for forks."
  ),
  git: boolean({ error: "`true` or `false`" }).default(false).describe(
    "Whether setup, and setup alone, finds a `.git` with the history back to the nearest tag, for versions that come from `git describe`. Trees have none otherwise."
  ),
  "writable-deps": listOf(path, "a list of folders").default([]).describe(
    "Folders that setup made, or in its dependencies, that the test command must write into; each test run gets its own copy."
  ),
  test: text("a shell command").describe("Runs the tests, once per generation."),
  results: union([path, globs.min(1, { error: resultsError })], { error: resultsError }).default("auto").describe(
    "Where test results come from: `auto`, `exit-code`, or where the reports are (JUnit XML, TAP, Jest or mocha JSON, `go test -json`): a file, a folder, a glob, or a list of them, relative to `directory`."
  ),
  timeout: duration.optional().describe(
    "Longest time of one test run. Default: 60 s or 10 times the repository’s own run, whichever is longer."
  ),
  probe: probeSchema.optional()
});

// src/config/config-schema.ts
var looksError = "a list of at most 10 whole numbers from 1 to 100, each larger than the one before";
var failOnWords = ["regressed", "unmet", "suspected", "inconclusive", "never"];
var sandboxWords = ["auto", "bubblewrap", "docker", "none"];
var controlsWords = ["auto", "off"];
var bisectWords = ["on-regression", "never"];
var rewriteWords = ["reordered", "reflowed", "xml-tags", "bullets"];
var samplesSchema = section({
  looks: array(wholeNumberBetween(1, 100), { error: looksError }).min(1, { error: looksError }).max(10, { error: looksError }).refine((looks) => looks.every((look, index) => index === 0 || look > (looks[index - 1] ?? 0)), {
    error: looksError
  }).default([3, 5, 8, 12]).describe(
    "Numbers of samples per arm at which a question is judged; sampling stops at the first clear answer."
  ),
  base: wholeNumberBetween(1, 1e3).default(20).describe("How many stored samples of the base are used again."),
  confirm: wholeNumberBetween(1, 1e3).default(5).describe("How many fresh samples of the base must confirm a regression before it blocks.")
});
var decideSchema = section({
  alpha: fraction.default(0.05).describe("Largest chance that a run blocks although no edit did any harm."),
  drop: fraction.default(0.4).describe("The smallest drop of the pass rate that matters: 0.4 is 40 percentage points."),
  beta: fraction.default(0.1).describe("Largest chance that a spec with such a drop is called `held`."),
  portable: fraction.default(0.8).describe("Pass rate that a new spec needs to be called `portable`.")
});
var gateSchema = section({
  "fail-on": _enum(failOnWords, { error: failOnWords.join(", ") }).default("regressed").describe(
    "What fails the check: `regressed`, `unmet` (a new test that most samples fail), `suspected` or `inconclusive`, each including those before it; `never` blocks nothing."
  ),
  "min-portability": numberBetween(0, 1).default(0).describe("If above 0, a spec that is `not-portable` or whose portability is below this number blocks.")
});
var budgetSchema = section({
  usd: capUpTo(1e6).optional().describe(
    "The most that one run may cost, in USD; `none` = no limit. Default: 10 if the prices of all models are known."
  ),
  "usd-per-pr": capUpTo(1e6).optional().describe(
    "The most that all runs of one pull request may cost, in USD; `none` = no limit. Default: 30 if the prices of all models are known and `usd` is not `none`."
  ),
  generations: wholeNumberBetween(0, 1e5).default(200).describe("The most model calls that one run may make."),
  tokens: capUpTo(1e10).default(5e6).describe("The most input and output tokens of one run together; `none` = no limit."),
  concurrency: wholeNumberBetween(1, 256).default(8).describe("How many model calls run at the same time. Tests run one per core."),
  minutes: numberBetween(1, 7200).default(45).describe("Minutes after which no new model call or test run is started."),
  why: numberBetween(0, 1).default(0.3).describe(
    "Share of what the verdicts leave of `usd`, `usd-per-pr`, `generations` and `tokens` that may be used to find the words behind a regression."
  )
});
var shrinkSchema = section({
  usd: numberBetween(0, 1e6).describe(
    "The most that a night may spend on it, in USD, besides what the audit itself spends; all texts share it."
  )
}).describe(
  "Each night goes on looking for parts of the specs, and of their instructions, that no model misses."
);
var auditSchema = section({
  home: text("the id of a model").optional().describe("Not in this version: the model that the team itself uses."),
  anchor: text("a git ref").optional().describe(
    "Tag, branch or commit with which the nightly audit compares each spec, so that slow changes are found."
  ),
  rewrites: listOf(_enum(rewriteWords, { error: rewriteWords.join(", ") }), "a list of rewrites").optional().describe("Not in this version: other forms of the same text that are also tried."),
  shrink: shrinkSchema.optional()
}).describe("The nightly audit.");
var configSchema = section({
  version: literal(1, { error: "1" }).describe("Version of the format of this file."),
  specs: listOf(specSchema, "a list of specs").min(1, { error: "at least one spec" }).superRefine((specs, context) => {
    for (const index of repeated(specs.map((spec) => spec.name ?? null))) {
      context.addIssue({ code: "custom", path: [index, "name"], message: "a name that no other spec has" });
    }
  }).describe("The specs that are checked."),
  models: listOf(modelSchema, "a list of models").min(1, { error: "at least one model" }).superRefine((models2, context) => {
    for (const index of repeated(models2.map(modelId))) {
      const path2 = [index, ...idKeys(models2[index] ?? "")];
      context.addIssue({ code: "custom", path: path2, message: "a name that no other model has; set an `id`" });
    }
  }).describe("The models that write the code."),
  samples: samplesSchema.prefault({}).describe("How many samples are taken."),
  decide: decideSchema.prefault({}).describe("How large a drop matters, and how often a verdict may be wrong."),
  gate: gateSchema.prefault({}).describe("What blocks the merge."),
  budget: budgetSchema.prefault({}).describe("Limits on what a run may cost."),
  bisect: _enum(bisectWords, { error: bisectWords.join(", ") }).default("on-regression").describe(
    "Whether the changed words behind a regression are looked for: `on-regression` = after each verdict `regressed`, with at most 32 more generations within `budget.why`; `never` = no generation is spent on it."
  ),
  audit: auditSchema.optional(),
  controls: _enum(controlsWords, { error: controlsWords.join(", ") }).default("auto").describe(
    "Whether a pass is proved by a second run with changed tests, which must fail: `auto` = wherever a change of the tests is noticed; `off` = never, and every report says so."
  ),
  sandbox: _enum(sandboxWords, { error: sandboxWords.join(", ") }).default("auto").describe(
    "The sandbox in which setup and tests run: `auto` = bubblewrap, otherwise docker, otherwise an error; `none` = no sandbox."
  )
});
function idKeys(model) {
  if (typeof model === "string") return [];
  return model.id === void 0 ? ["model"] : ["id"];
}
function repeated(names) {
  return [...names.keys()].filter(
    (index) => names[index] !== null && names.indexOf(names[index] ?? null) < index
  );
}

// src/config/locate.ts
function locator(file, origins) {
  return (keyPath) => {
    const origin = originOf(origins, keyPath);
    if (origin !== null) return origin;
    return file === null ? "the inputs" : `${file.path}:${file.lineOf(keyPath)}`;
  };
}
function keyPathText(keyPath) {
  return keyPath.map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`).join("");
}
function originOf(origins, keyPath) {
  for (let length = keyPath.length; length > 0; length -= 1) {
    const origin = origins.get(keyPathText(keyPath.slice(0, length)));
    if (origin === void 0) continue;
    const item = keyPath[length];
    return typeof item === "number" ? `${origin} (item ${item + 1})` : origin;
  }
  return null;
}

// src/config/nearest.ts
function nearest(word, known) {
  const plain = simplified(word.slice(0, 60));
  const ranked = known.map((candidate) => ({ candidate, distance: editDistance(plain, simplified(candidate)) })).toSorted((one, other) => one.distance - other.distance);
  const best = ranked[0];
  if (best === void 0) return null;
  return best.distance <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}
function simplified(word) {
  return word.toLowerCase().replaceAll(/[-_ ]/g, "");
}
function editDistance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of one.split("").entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of other.split("").entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

// src/config/problems.ts
function problemsError(issues, value, locate) {
  const problems = onePerPlace(issues.flatMap((issue) => problemsOf(issue, [])));
  const places = problems.map((problem2) => ({ problem: problem2, place: locate(problem2.path) }));
  const isMissing = ({ problem: problem2 }) => problem2.kind !== "unknown-key" && valueAt(value, problem2.path) === void 0 ? 1 : 0;
  const first = places.toSorted(
    (one, other) => isMissing(one) - isMissing(other) || lineIn(one.place) - lineIn(other.place)
  )[0];
  if (first === void 0) throw new Error("the schema refused the configuration without an issue");
  const more = problems.length <= 1 ? "" : ` (and ${problems.length - 1} more)`;
  const { problem, place } = first;
  return configError(
    problem.kind === "no-writes" ? "WRITES_EMPTY" : "CONFIG_INVALID",
    `${place}: ${whatIsWrong(problem, value)}`,
    `${wayOut(problem, value)}${more}`
  );
}
function onePerPlace(problems) {
  const byPath = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const path2 = keyPathText(problem.path);
    if (!byPath.has(path2)) byPath.set(path2, problem);
  }
  return [...byPath.values()];
}
function problemsOf(issue, parents) {
  const path2 = [...parents, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path2, key], kind: "unknown-key", allowed: issue.message }));
  }
  if (issue.code === "invalid_union") {
    const branch = issue.errors.find((branchIssues) => branchIssues.every((one) => isInside(one)));
    if (branch !== void 0 && branch.length > 0) return branch.flatMap((one) => problemsOf(one, path2));
  }
  return [{ path: path2, kind: isEmptyWrites(issue, path2) ? "no-writes" : "value", allowed: issue.message }];
}
function isEmptyWrites(issue, path2) {
  if (path2.length !== 3 || path2[0] !== "specs" || path2[2] !== "writes") return false;
  return issue.code === "too_small" || issue.code === "custom" && issue.params?.["tooWide"] !== true;
}
function isInside(issue) {
  return issue.path.length > 0 || issue.code !== "invalid_type";
}
function whatIsWrong(problem, value) {
  const name = quoted(keyPathText(problem.path));
  if (problem.kind === "unknown-key") return `unknown key ${name}.`;
  if (problem.path.length === 0) return `the file is ${shown(value)}.`;
  const found = valueAt(value, problem.path);
  if (found === void 0) return `${name} is missing.`;
  const key = problem.path.at(-1);
  if (key === "api-key-env" || key === "env" && problem.path.at(-3) === "headers")
    return `${name} is not the name of an environment variable (the value is not shown here).`;
  return `${name} is ${shown(found)}.`;
}
function wayOut(problem, value) {
  if (problem.kind !== "unknown-key") {
    const isExpression = problem.path.at(-1) === "api-key-env" && isExpressionText(valueAt(value, problem.path));
    const hint = isExpression ? " Expressions such as `${{ … }}` are not evaluated in this file: write the NAME of the variable." : valueHint(valueAt(value, problem.path), problem.allowed);
    return `Allowed: ${problem.allowed}.${hint}`;
  }
  const meant = knownAs(String(problem.path.at(-1)), problem.allowed.split(", "));
  const question = meant === null ? "" : `Did you mean ${quoted(meant)}? `;
  return `${question}Known keys here: ${problem.allowed}.`;
}
function valueHint(found, allowed) {
  if (typeof found !== "string") return "";
  if (allowed.startsWith("a list")) return ` Write a list of one as ${quoted(`[${JSON.stringify(found)}]`)}.`;
  if (/^(?:a|a whole) number/.test(allowed) && /^-?\d+(?:\.\d+)?$/.test(found))
    return " Write it without quotes.";
  const words = allowed.split(", ").filter((word) => /^[\w-]+$/.test(word));
  const meant = nearest(found, words);
  return meant === null || meant === found ? "" : ` Did you mean ${quoted(meant)}?`;
}
function isExpressionText(value) {
  return typeof value === "string" && value.includes("${{");
}
function valueAt(value, path2) {
  let found = value;
  for (const key of path2) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return void 0;
    found = Reflect.get(found, key);
  }
  return found;
}
function lineIn(place) {
  const line = /:(\d+)$/.exec(place)?.[1];
  return line === void 0 ? 0 : Number(line);
}
var aliases = {
  testcommand: "test",
  command: "test",
  setupcommand: "setup",
  install: "setup",
  workingdirectory: "directory",
  name: "id",
  maxtokens: "max-output-tokens",
  temperature: "params",
  topp: "params",
  seed: "params",
  maxusd: "usd",
  maxgenerations: "generations"
};
function knownAs(key, known) {
  const near = nearest(key, known);
  if (near !== null) return near;
  const plain = key.toLowerCase().replaceAll(/[-_]/g, "");
  const alias = Object.hasOwn(aliases, plain) ? aliases[plain] ?? null : null;
  return alias !== null && known.includes(alias) ? alias : null;
}

// src/config/read-yaml.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/config/lines.ts
var import_yaml = __toESM(require_dist(), 1);
function lineAt(parsed, lines, keyPath) {
  let node = resolved(parsed, parsed.contents);
  let offset = node?.range?.[0] ?? 0;
  for (const key of keyPath) {
    const step = stepInto(node, key);
    if (step === null) break;
    offset = step.offset;
    node = resolved(parsed, step.value);
  }
  return lines.linePos(offset).line;
}
function stepInto(node, key) {
  if ((0, import_yaml.isMap)(node)) {
    const pair = node.items.find((item) => keyText(item.key) === String(key));
    return pair === void 0 ? null : { offset: offsetOf(pair.key), value: pair.value };
  }
  if ((0, import_yaml.isSeq)(node) && typeof key === "number" && key < node.items.length) {
    return { offset: offsetOf(node.items[key]), value: node.items[key] };
  }
  return null;
}
function keyText(key) {
  const value = (0, import_yaml.isScalar)(key) ? key.value : null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
function offsetOf(node) {
  return (0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isAlias)(node) ? node.range?.[0] ?? 0 : 0;
}
function resolved(parsed, node) {
  if ((0, import_yaml.isAlias)(node)) return node.resolve(parsed) ?? null;
  return (0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) ? node : null;
}

// src/config/read-yaml.ts
var maxLength = 1e6;
var maxAliases = 50;
function readYaml(file) {
  if (file.text.length > maxLength)
    throw malformed({ file, line: 1 }, "the file is larger than 1 MB", "Make it smaller.");
  const lines = new import_yaml2.LineCounter();
  const parsed = unlessTooDeep(
    file,
    () => (0, import_yaml2.parseDocument)(file.text, { lineCounter: lines, prettyErrors: false, logLevel: "error" })
  );
  const fault = parsed.errors[0] ?? parsed.warnings[0];
  if (fault !== void 0) throw faultError(file, fault, lines.linePos(fault.pos[0]).line);
  if (parsed.contents === null) {
    throw configError(
      "CONFIG_INVALID",
      `${file.path}:1: the file is empty.`,
      "Write a configuration into it, or delete it."
    );
  }
  const value = unlessTooDeep(file, () => {
    refuseHostileNodes(file, parsed, lines);
    return plainData(file, parsed);
  });
  return { path: file.path, value, lineOf: (keyPath) => lineAt(parsed, lines, keyPath) };
}
function faultError(file, fault, line) {
  if (fault.code === "DUPLICATE_KEY") {
    const key = /^["']?([\w.-]{1,60})/.exec(file.text.slice(fault.pos[0]))?.[1];
    const what = key === void 0 ? "a key" : `the key ${quoted(key)}`;
    return malformed({ file, line }, `${what} is in one mapping twice`, "Keep one of the two.");
  }
  const known = knownFaults[fault.code];
  return malformed({ file, line }, known?.what ?? firstWords(fault.message), known?.hint ?? "Fix the YAML.");
}
var quoting = "Put a glob that starts with `!` or `*` in quotes.";
var knownFaults = {
  TAB_AS_INDENT: { what: "a tab is used for indentation", hint: "Indent with spaces." },
  MULTIPLE_DOCS: {
    what: "a second YAML document starts here",
    hint: "Keep only one document, and remove the line `---`."
  },
  RESOURCE_EXHAUSTION: { what: "the file is nested too deeply", hint: "Use fewer levels of nesting." },
  BLOCK_AS_IMPLICIT_KEY: {
    what: "a value contains a colon and a space, which YAML reads as a key",
    hint: "Put the value in quotes."
  },
  TAG_RESOLVE_FAILED: { what: "a YAML tag (a word that starts with `!`) is used", hint: quoting }
};
function firstWords(message) {
  return message.split(/[:\n]/)[0]?.slice(0, 150) ?? "not readable";
}
function refuseHostileNodes(file, parsed, lines) {
  const lineOf = (range) => lines.linePos(range?.[0] ?? 0).line;
  let aliases2 = 0;
  (0, import_yaml2.visit)(parsed, {
    Alias(_, alias) {
      aliases2 += 1;
      if (aliases2 > maxAliases)
        throw malformed(
          { file, line: lineOf(alias.range) },
          `the file has more than ${maxAliases} aliases`,
          "Write the values instead."
        );
      if (alias.resolve(parsed) !== void 0) return;
      throw malformed(
        { file, line: lineOf(alias.range) },
        "an alias (a word that starts with `*`) has no anchor",
        quoting
      );
    },
    Scalar(role, scalar) {
      if (role !== "key" || scalar.value !== "__proto__") return;
      throw configError(
        "CONFIG_INVALID",
        `${file.path}:${lineOf(scalar.range)}: the key ${quoted("__proto__")} is not allowed.`,
        "Remove it."
      );
    },
    Collection(role, collection) {
      if (role !== "key") return;
      throw malformed(
        { file, line: lineOf(collection.range) },
        "a key is a list or a mapping",
        "A key must be a plain word."
      );
    }
  });
}
function plainData(file, parsed) {
  let text2;
  try {
    text2 = JSON.stringify(parsed.toJS({ maxAliasCount: maxAliases }));
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) {
      throw malformed(
        { file, line: 1 },
        "aliases refer to each other without end",
        "Write the values instead."
      );
    }
    throw error;
  }
  const value = JSON.parse(text2 ?? "null");
  return value;
}
function unlessTooDeep(file, read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError)
      throw malformed({ file, line: 1 }, "the file is nested too deeply", "Use fewer levels of nesting.");
    throw error;
  }
}
function malformed(place, what, hint) {
  return configError("CONFIG_MALFORMED", `${place.file.path}:${place.line}: ${what}.`, hint);
}

// src/config/refuse-routing.ts
function refuseRouting({ models: models2 }, locate) {
  for (const [index, model] of models2.entries()) {
    if (typeof model === "string") continue;
    const found = model.provider === "command" ? null : routingIn(model.params);
    if (found !== null) throw refused(["models", index, "params", ...found], locate);
    if (model.provider !== "command" && asksForRouting(model.params["transforms"]))
      throw shortened(["models", index, "params", "transforms"], locate);
    if (choosesItself(model.model)) throw refused(["models", index, "model"], locate);
  }
}
function refused(path2, locate) {
  return configError(
    "CONFIG_INVALID",
    `${locate(path2)}: ${quoted(keyPathText(path2))} lets the gateway answer with another model than the named one.`,
    "Name one model, without models to fall back on; write one entry under `models` for each model that is to be asked."
  );
}
function shortened(path2, locate) {
  return configError(
    "CONFIG_INVALID",
    `${locate(path2)}: ${quoted(keyPathText(path2))} lets the gateway shorten the prompt, so the model would not see the whole spec.`,
    "Remove it, or write `transforms: []`; a prompt that is too long is then told as such."
  );
}
var lists = [
  ["models"],
  ["route"],
  ["preset"],
  ["provider", "allow_fallbacks"],
  ["fallbacks"],
  ["context_window_fallbacks"],
  ["content_policy_fallbacks"],
  ["providerOptions", "gateway", "models"]
];
function routingIn(params) {
  return lists.find((path2) => asksForRouting(valueAt2(params, path2))) ?? null;
}
function asksForRouting(value) {
  if (value === void 0 || value === null || value === false || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}
function valueAt2(fields, path2) {
  let found = fields;
  for (const key of path2) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return void 0;
    found = Reflect.get(found, key);
  }
  return found;
}
function choosesItself(name) {
  return /^(?:openrouter\/)?auto$|^openrouter\/(?:auto[-:]|free$)|(?:^|\/)model-router$|@preset\//i.test(
    name
  );
}

// src/config/refuse-keys.ts
function refuseKeyTexts(file, given) {
  const lines = file === null ? [] : file.text.split(/\r\n|\r|\n/);
  const index = lines.findIndex(looksLikeKey);
  if (file !== null && index !== -1) throw holdsKey(`${file.path}:${index + 1}: the line`);
  for (const { input, value } of given) {
    if (looksLikeKey(JSON.stringify(value))) throw holdsKey(`input ${quoted(input.name)}`);
  }
}
function refuseKeyPlaces(value, locate) {
  const found = keyPlaceIn(value, []);
  if (found === null) return;
  throw holdsKey(`${locate(found)}: ${quoted(keyPathText(found))}`);
}
function holdsKey(place) {
  return configError(
    "CONFIG_HOLDS_A_KEY",
    `${place} contains what looks like an API key (not shown here).`,
    "Revoke the key if it was pushed, store it as a secret, and write the name of its environment variable under `api-key-env`, or for a header as `{ env: NAME }`."
  );
}
var keyShapes = /(?<![\w/.-])(?:sk-(?:ant|proj|or|svcacct|admin)-[\w-]{6,}|sk-(?=[\w-]*\d)[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|gsk_\w{20,}|xai-\w{20,}|AIza[\w-]{30,}|AQ\.[\w-]{30,}|hf_\w{20,}|AKIA[A-Z0-9]{16})/;
function looksLikeKey(text2) {
  return keyShapes.test(text2);
}
var keyNames = /* @__PURE__ */ new Set([
  "apikey",
  "xapikey",
  "apitoken",
  "token",
  "accesstoken",
  "authtoken",
  "authorization",
  "secret",
  "password"
]);
function keyPlaceIn(value, path2) {
  if (typeof value !== "object" || value === null) return null;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, item] of entries) {
    const place = [...path2, key];
    const isHeld = path2.at(-1) === "environment" ? setsKey(key, item) : holdsKeyItself(key, item, path2);
    const inside = isHeld ? place : keyPlaceIn(item, place);
    if (inside !== null) return inside;
  }
  return null;
}
function setsKey(name, value) {
  if (typeof value !== "string" || value.includes("{key}")) return false;
  return /(?:key|token|secret|password|authorization)$/i.test(String(name)) && value.length >= 8;
}
function holdsKeyItself(key, value, path2) {
  if (typeof key !== "string") return false;
  const name = key.toLowerCase().replaceAll(/[-_]/g, "");
  if (keyNames.has(name)) return !isReference(value);
  if (typeof value !== "string") return false;
  if (path2.at(-1) === "headers" && secretHeader.test(key)) return true;
  if (path2.at(-2) === "headers" && name === "env") return isNoVariableName(value);
  if (name === "apikeyenv") return isNoVariableName(value);
  return name === "baseurl" && /^[a-z]+:\/\/[^/?#]*@/i.test(value);
}
var secretHeader = /(?:^|-)(?:api)?(?:key|token|secret|auth|authorization|password|cookie|credential|signature)s?(?:-|$)/i;
function isReference(value) {
  if (typeof value !== "object" || value === null) return false;
  const fields = Object.entries(value);
  return fields.length === 1 && fields[0]?.[0] === "env" && !isNoVariableName(String(fields[0][1]));
}
function isNoVariableName(value) {
  if (/^sk-/i.test(value)) return true;
  if (/^\$\{\{\s*(?:secrets|env|vars)\.\w+\s*\}\}$/.test(value)) return false;
  if (value.length >= 20 && !/^[A-Za-z_]\w*$/.test(value)) return true;
  const mixed = /\d/.test(value) && /[a-z]/.test(value);
  return value.length >= 24 && mixed || value.length >= 32 && !value.includes("_");
}

// src/config/setting-inputs.ts
var settingInputs = [
  { name: "specs", path: ["specs", 0, "spec"], reads: "list" },
  { name: "writes", path: ["specs", 0, "writes"], reads: "list" },
  { name: "context", path: ["specs", 0, "context"], reads: "list" },
  { name: "setup-command", path: ["specs", 0, "setup"], reads: "text" },
  { name: "test-command", path: ["specs", 0, "test"], reads: "text" },
  { name: "results", path: ["specs", 0, "results"], reads: "list" },
  { name: "working-directory", path: ["specs", 0, "directory"], reads: "text" },
  { name: "models", path: ["models"], reads: "list" },
  { name: "max-usd", path: ["budget", "usd"], reads: "number" },
  { name: "max-generations", path: ["budget", "generations"], reads: "number" },
  { name: "fail-on", path: ["gate", "fail-on"], reads: "text" },
  { name: "sandbox", path: ["sandbox"], reads: "text" },
  { name: "bisect", path: ["bisect"], reads: "text" }
];
function givenInputs(inputs) {
  return settingInputs.flatMap((input) => {
    const written = Object.hasOwn(inputs, input.name) ? (inputs[input.name] ?? "").trim() : "";
    return written === "" ? [] : [{ input, value: valueOf(input, written) }];
  });
}
function valueOf(input, written) {
  switch (input.reads) {
    case "text":
      return written;
    case "list":
      return written.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "");
    case "number":
      return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
  }
}

// src/core/agents/agent-of-preset.ts
function presetAgent(name, effort) {
  const preset = agentPresets[name];
  const { reads, versionWords, smallestVersion, packageName } = preset;
  return {
    ...startsOf(preset, effort),
    reads,
    program: { versionWords, smallestVersion, packageName }
  };
}
function agentOfPreset(name) {
  return {
    name,
    wire: agentPresets[name].wire,
    ...presetAgent(name, null),
    limits: { turns: 1, tokens: 1, usd: null, minutes: 1 },
    version: null
  };
}

// src/config/to-agent.ts
function wireOf({ preset, wire }) {
  if (preset !== void 0) return agentPresets[preset].wire;
  if (wire === void 0) throw new Error("an agent without preset and wire is refused before");
  return wire;
}
function withAgent(model, config2) {
  const { preset, version } = config2;
  const agent = {
    name: agentName(config2),
    wire: wireOf(config2),
    ...preset === void 0 ? ownAgent(config2) : presetAgent(preset, model.effort),
    limits: limitsOf(model, config2),
    version: version ?? null
  };
  return { ...model, agent };
}
function ownAgent({ command = [], environment = {}, effort }) {
  const start = { argv: command, environment, seeds: {} };
  const filled = effort === void 0 ? start : withEffort(start, effort);
  const program = { versionWords: ["--version"], smallestVersion: null, packageName: null };
  return { closed: filled, open: filled, reads: [], program };
}
var defaultUsd = 2;
function limitsOf(model, { limits }) {
  const { turns, tokens, minutes } = limits;
  const usd = limits.usd ?? (priceOf(model) === null ? "none" : defaultUsd);
  return { turns, tokens, usd: usd === "none" ? null : usd, minutes };
}

// src/config/to-settings.ts
function toSettings(config2) {
  return {
    specs: config2.specs.map(toSpecEntry),
    models: config2.models.map(toModel),
    samples: config2.samples,
    decide: config2.decide,
    gate: { failOn: config2.gate["fail-on"], minPortability: config2.gate["min-portability"] },
    budget: toBudget(config2.budget),
    sandbox: config2.sandbox,
    controls: config2.controls,
    bisect: config2.bisect,
    ...config2.audit === void 0 ? {} : { audit: toAudit(config2.audit) }
  };
}
function toAudit({ anchor, shrink }) {
  return {
    ...anchor === void 0 ? {} : { anchor },
    ...shrink === void 0 ? {} : { shrinkUsd: shrink.usd }
  };
}
function toBudget(budget) {
  const usd = toCap(budget.usd ?? 10);
  return {
    usd,
    isUsdChosen: budget.usd !== void 0 || budget["usd-per-pr"] !== void 0,
    // A user who removes the cap of a run does so because a price is unknown. The default cap of the pull request is
    // removed with it.
    usdPerPr: toCap(budget["usd-per-pr"] ?? (usd === null ? "none" : 30)),
    generations: budget.generations,
    tokens: toCap(budget.tokens),
    concurrency: budget.concurrency,
    minutes: budget.minutes,
    why: budget.why
  };
}
function toCap(cap) {
  return cap === "none" ? null : cap;
}
function toSpecEntry(spec) {
  return {
    name: spec.name ?? null,
    spec: spec.spec.map(plainPath),
    instructions: spec.instructions.map(plainPath),
    writes: spec.writes.map(plainPath),
    tests: spec.tests.map(plainPath),
    context: spec.context.map(plainPath),
    directory: plainPath(spec.directory).replace(/\/+$/, "") || ".",
    setup: spec.setup ?? null,
    setupEnv: spec["setup-env"],
    ...spec.git ? { git: true } : {},
    writableDeps: spec["writable-deps"].map(plainPath),
    test: spec.test,
    results: toResultsMode(spec.results),
    timeoutMs: spec.timeout === void 0 ? null : durationMs(spec.timeout)
  };
}
function plainPath(path2) {
  return path2.replace(/^(!?)(?:\.\/+)+/, "$1");
}
function toResultsMode(results) {
  const patterns = (typeof results === "string" ? [results] : results).map(plainPath);
  const [first = "auto", ...others] = patterns;
  if (others.length > 0) return { kind: "files", patterns };
  if (first === "auto" || first === "exit-code") return { kind: first };
  return hasWildcard(first) ? { kind: "files", patterns } : { kind: "file", path: first };
}
function toModel(config2) {
  const model = typeof config2 === "string" ? longForm(config2) : config2;
  const provider2 = model.provider === "command" ? wireProviders[wireOf(model)] : model.provider;
  const asked = {
    id: modelId(config2),
    provider: provider2,
    name: model.model,
    baseUrl: model["base-url"] ?? null,
    apiKeyEnv: apiKeyEnvOf(model["api-key-env"], provider2),
    effort: model.effort ?? null,
    maxOutputTokens: model["max-output-tokens"],
    idleMs: durationMs(model.idle) ?? 0,
    price: model.price ?? null,
    ...passedOn(model)
  };
  return model.provider === "command" ? withAgent(asked, model) : asked;
}
function passedOn(model) {
  const { headers } = model;
  const params = model.provider === "command" ? {} : model.params;
  if (headers === void 0) return { params };
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === "string" ? { text: value } : value
  ]);
  return { params, headers: Object.fromEntries(entries) };
}
function longForm(shorthand) {
  const slash = shorthand.indexOf("/");
  const model = modelSchema.parse({ provider: shorthand.slice(0, slash), model: shorthand.slice(slash + 1) });
  if (typeof model === "string") throw new Error(`the shorthand ${shorthand} did not become a mapping`);
  return model;
}
function apiKeyEnvOf(given, provider2) {
  if (given === void 0) return providers[provider2].keyVariable;
  return given === "none" ? null : given;
}

// src/config/read-settings.ts
function readSettings(source) {
  const given = givenInputs(source.inputs);
  refuseKeyTexts(source.file, given);
  refuseJoinedItems(given);
  if (source.file === null) requireWhole(given);
  const file = source.file === null ? null : readYaml(source.file);
  if (file !== null) refuseKeyPlaces(file.value, locator(file, /* @__PURE__ */ new Map()));
  const { value, origins } = mergeInputs(file, given, source.typedAs ?? "input");
  const locate = locator(file, origins);
  const read = configSchema.safeParse(value);
  if (!read.success) throw problemsError(read.error.issues, value, locate);
  refuseRouting(read.data, locate);
  return { settings: toSettings(read.data), notYet: notYetSentences(value, locate) };
}
var wholeInputs = ["specs", "writes", "test-command", "models"];
function requireWhole(given) {
  const missing = wholeInputs.filter((name) => !given.some(({ input }) => input.name === name));
  if (missing.length === 0) return;
  throw missingError(missing);
}
function missingError(missing) {
  const names = missing.map(quoted).join(", ");
  if (missing.length === 1 && missing[0] === "writes") {
    return configError(
      "WRITES_EMPTY",
      "input `writes` is empty and there is no config file.",
      "List the paths that a model may create, for example `src/duration/**`."
    );
  }
  return configError(
    "CONFIG_NOT_FOUND",
    `there is no config file, and these inputs, which are needed without one, are not set: ${names}.`,
    "Add .github/spec-portability.yml, or set the inputs."
  );
}
function refuseJoinedItems(given) {
  for (const { input, value } of given) {
    if (input.reads !== "list" || !Array.isArray(value)) continue;
    const items = value.map(String);
    const index = items.findIndex((item) => isJoined(item, input.name === "models"));
    if (index === -1) continue;
    throw configError(
      "CONFIG_INVALID",
      `input ${quoted(input.name)}: item ${index + 1} is ${shown(items[index])}.`,
      "Write `|` after the key, then one item per line, without commas or dashes."
    );
  }
}
function isJoined(item, isModel) {
  if (/^-\s/.test(item)) return true;
  return isModel ? item.includes(",") : /,\s/.test(item.replaceAll(/\{[^{}]*\}/g, ""));
}
var notYetKeys = [
  ["specs", "probe"],
  ["audit", "home"],
  ["audit", "rewrites"]
];
function notYetSentences(value, locate) {
  return notYetKeys.flatMap(
    (path2) => placesOf(value, path2).map((place) => {
      const name = path2[0] === "specs" ? path2[1] ?? "" : path2.join(".");
      return `${quoted(name)} (${locate(place.path)}) is not in this version and is ignored.`;
    })
  );
}
function placesOf(value, keys) {
  let places = [{ path: [], value }];
  for (const key of keys) {
    places = places.flatMap(spread).flatMap((place) => entered(place, key));
  }
  return places;
}
function spread(place) {
  const { path: path2, value } = place;
  if (!Array.isArray(value)) return [place];
  return value.map((item, index) => ({ path: [...path2, index], value: item }));
}
function entered({ path: path2, value }, key) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  return [{ path: [...path2, key], value: Reflect.get(value, key) }];
}
function mergeInputs(file, given, typedAs) {
  const start = file === null ? { version: 1 } : file.value;
  refuseManySpecs(start, given);
  const value = given.reduce(
    (merged, { input, value: found }) => withValue(merged, input.path, found),
    start
  );
  const nameOf = ({ name }) => typedAs === "input" ? `input ${quoted(name)}` : `option ${quoted(`--${name}`)}`;
  return { value, origins: new Map(given.map(({ input }) => [keyPathText(input.path), nameOf(input)])) };
}
function refuseManySpecs(value, given) {
  const specInput = given.find(({ input }) => input.path[0] === "specs");
  const specs = isMapping(value) ? value["specs"] : null;
  if (specInput === void 0 || !Array.isArray(specs) || specs.length < 2) return;
  throw configError(
    "CONFIG_INVALID",
    `input ${quoted(specInput.input.name)} is set, but the config file has ${specs.length} entries under \`specs\`, so it is not clear which one it is for.`,
    "Remove the input, or keep only one entry in the file."
  );
}
function withValue(data, path2, value) {
  const [key, ...rest] = path2;
  if (key === void 0) return value;
  const isMissing = data === void 0 || data === null;
  if (key === 0) {
    return isMissing || Array.isArray(data) ? [withValue(data?.[0], rest, value)] : data;
  }
  if (isMissing) return { [key]: withValue(void 0, rest, value) };
  return isMapping(data) ? { ...data, [key]: withValue(data[key], rest, value) } : data;
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  configError,
  shown,
  presetNames,
  shorthands,
  configSchema,
  agentOfPreset,
  readSettings
};
