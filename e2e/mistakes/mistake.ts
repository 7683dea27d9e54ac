/** One mistake of somebody who tries this for the first time, in the project of `mistake-world.ts`. */
export type Mistake = {
  readonly what: string;
  /** What is typed. Default: `check --base before --head after`. */
  readonly typed?: string;
  /** Parts of the config file that are replaced. */
  readonly config?: readonly (readonly [from: string, to: string])[];
  /** The whole config file; null = there is none. */
  readonly file?: string | null;
  readonly at?: Place;
  /** How the line begins that comes back. */
  readonly says: string;
};

/** What is odd about the place where the command is typed. */
export type Place =
  | 'a subfolder'
  | 'a shallow clone'
  | 'without keys'
  | 'without git'
  | 'an older Node'
  | 'a user without a name'
  | 'a folder that is read-only'
  | 'after an edit that is not committed';

/** The config file of the project. */
export const config = `version: 1
specs:
  - name: halves
    spec: [SPEC.md]
    writes: ["src/**"]
    test: node test/half.test.mjs
models:
  - id: careful
    provider: anthropic
    model: simulated-careful
    base-url: http://MODELS
    price: { input: 1, output: 5 }
samples: { looks: [3, 5] }
sandbox: none
bisect: never
`;
