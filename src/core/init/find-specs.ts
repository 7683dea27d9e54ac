/** A spec that was found at a place where specs of its kind usually are. */
export type FoundSpec = {
  readonly name: string;
  /** In the order in which they are joined. */
  readonly files: readonly string[];
  /** The convention by which it was found, as a word for the reader. */
  readonly convention: string;
};

/** Every spec among the tracked paths; each file belongs to the first convention that matches it. */
export function findSpecs(paths: readonly string[]): readonly FoundSpec[] {
  const usual = paths.filter((path) => !elsewhere.test(path));
  const taken = new Set<string>();
  const found: FoundSpec[] = [];
  for (const { convention, main, beside } of conventions(usual)) {
    for (const path of usual.filter((each) => main.test(each) && !taken.has(each))) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const files = [
        path,
        ...beside.map((name) => `${folder}${name}`).filter((each) => usual.includes(each)),
      ];
      for (const file of files) taken.add(file);
      found.push({ name: nameOf(path), files, convention });
    }
  }
  return (found.length > 0 ? found : rulesAsSpecs(usual)).slice(0, mostSpecs);
}

/** House rules that go with every prompt. */
export function findInstructions(paths: readonly string[]): readonly string[] {
  const known = ['AGENTS.md', 'CLAUDE.md'].filter((path) => paths.includes(path));
  const folders = [
    ['.cursor/rules/', '.cursor/rules/*.mdc', '.mdc'],
    ['.kiro/steering/', '.kiro/steering/*.md', '.md'],
  ] as const;
  const globs = folders.flatMap(([folder, glob, ending]) =>
    paths.some((path) => path.startsWith(folder) && path.endsWith(ending)) ? [glob] : [],
  );
  return [...known, ...globs];
}

const mostSpecs = 300;

// Left out: other people's code, test data, proposals, and templates of the tools themselves.
const elsewhere =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|fixtures|testdata|templates|archive|changes|examples?)\//;

const rules = /^(?:AGENTS\.md|CLAUDE\.md|(?:.*\/)?SKILL\.md)$/;

/** The folder of a skill's code, beside its SKILL.md: that place is part of the format. */
export function scriptsOfSkill(path: string): string | null {
  return /^(?:.*\/)?SKILL\.md$/.test(path) ? `${path.slice(0, -'SKILL.md'.length)}scripts/` : null;
}

type Convention = {
  readonly convention: string;
  readonly main: RegExp;
  /** Files of the same folder that are joined to the spec. */
  readonly beside: readonly string[];
};

function conventions(paths: readonly string[]): readonly Convention[] {
  const isSpecKit = paths.some((path) => path.startsWith('.specify/'));
  return [
    { convention: 'OpenSpec', main: /^openspec\/specs\/.+\/spec\.md$/, beside: ['design.md'] },
    { convention: 'Kiro', main: /^\.kiro\/specs\/[^/]+\/requirements\.md$/, beside: ['design.md'] },
    { convention: 'Spec Kit', main: /^\.specify\/specs\/[^/]+\/spec\.md$/, beside: ['plan.md'] },
    ...(isSpecKit ? [{ convention: 'Spec Kit', main: /^specs\/[^/]+\/spec\.md$/, beside: ['plan.md'] }] : []),
    // All other files in the folders of those tools are proposals or notes.
    {
      convention: 'Tessl',
      main: /^(?!openspec\/|\.specify\/|\.kiro\/)(?:.*\/)?[^/]+\.spec\.md$/,
      beside: [],
    },
    {
      convention: 'SPEC.md',
      main: /^(?!openspec\/|\.specify\/|\.kiro\/)(?:.*\/)?SPEC\.(?:mdx?|adoc)$/i,
      beside: [],
    },
    {
      convention: 'specs/',
      main: /^specs\/(?:[^/]+\/)*(?!README|CHANGELOG|tasks|plan|research|quickstart)[^/]+\.(?:mdx?|adoc)$/i,
      beside: [],
    },
  ];
}

/** The folder's name; for a file that is named after what it describes, the file's own name. */
function nameOf(path: string): string {
  const parts = path.split('/');
  const stem = (parts.at(-1) ?? '').replace(/(?:\.spec)?\.(?:mdx?|adoc)$/i, '');
  const isUsual = /^(?:spec|requirements|skill)$/i.test(stem);
  return isUsual ? (parts.at(-2) ?? stem) : stem;
}

/** Skills that come with code; where there is none, whatever says how to work here. */
function rulesAsSpecs(paths: readonly string[]): readonly FoundSpec[] {
  const texts = paths.filter((path) => rules.test(path));
  const skills = texts.filter((path) => {
    const folder = scriptsOfSkill(path);
    return folder !== null && paths.some((other) => other.startsWith(folder));
  });
  return skills.length > 0
    ? skills.map((path) => ruleAsSpec(path, 'skill'))
    : texts.map((path) => ruleAsSpec(path, 'house rules as the spec'));
}

function ruleAsSpec(path: string, convention: string): FoundSpec {
  return { name: nameOf(path), files: [path], convention };
}
