import { atOnce } from '../../core/at-once.ts';
import { unpinnedNote } from '../../core/generation/pinned-server.ts';
import { secretVariables } from '../../core/headers.ts';
import type { Model, Settings } from '../../core/settings.ts';
import { effectiveCaps, refuseUnpriced } from '../../core/budget/refuse-unpriced.ts';
import { sharedWrites } from '../../core/report/summary/shared-writes.ts';
import { resultsNote } from '../../core/results/results-note.ts';
import { questionsOf } from '../../core/plan/questions-of.ts';
import type { SpecPair, SpecVersion } from '../../core/specs/spec.ts';
import { emptyFilesNote } from '../../core/specs/empty-files.ts';
import { emptiedHelpersNote } from '../../core/specs/emptied-helpers.ts';
import { withheldNote } from '../../core/specs/writable.ts';
import { writesNotes } from '../../core/specs/writes-notes.ts';
import { unchangedSpec } from '../../core/specs/unchanged-spec.ts';
import { UserError } from '../../errors.ts';
import { announcePlan } from './announce-plan.ts';
import type { Ports } from '../engine/engine.ts';
import { diagnoseAgents } from './diagnose-agents.ts';
import { diagnoseTests } from './diagnose-tests.ts';
import { unshownNotes } from './diagnose-shown.ts';
import { someOf, type Finding } from './finding.ts';
import { planRun } from './plan-run.ts';
import { readSpecsToCheck } from '../specs/read-specs.ts';

/**
 * Everything that would stop a check, and what the check would take. Setup and tests run on the committed code; no
 * model is asked.
 */
export async function diagnose(
  ports: Ports,
  settings: Settings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const sandbox = await orWrong(() => sandboxOf(ports));
  const mayRun = sandbox.every(({ kind }) => kind !== 'wrong');
  return [
    ...settings.models.map((model) => keyOf(ports, model)),
    ...settings.models.flatMap(serverOf),
    ...moneyOf(settings),
    sandbox,
    ...controlsOf(settings),
    ...(mayRun ? await diagnoseAgents(ports, settings) : []),
    ...(await specsOf(ports, settings, mayRun ? signal : null)),
  ].flat();
}

/** Findings about a configuration that could be read. */
export function diagnoseConfig({ specs, models }: Settings, notYet: readonly string[]): readonly Finding[] {
  return [
    {
      kind: 'fine',
      text: `config: valid; entries: ${specs.length} under specs, ${models.length} under models.`,
    },
    ...notYet.map((text) => ({ kind: 'note', text: `config: ${text}` }) as const),
  ];
}

/** Finding about how much history the checkout has. */
export function diagnoseDepth(isShallow: boolean): Finding {
  return isShallow
    ? {
        kind: 'note',
        text: 'git: this checkout is shallow, so the base has to be fetched. Set `fetch-depth: 0` for actions/checkout, or run `git fetch --unshallow`.',
      }
    : { kind: 'fine', text: 'git: the checkout has the whole history.' };
}

// Only whether it is set: never its value, its length or a part of it.
function keyOf(ports: Ports, model: Model): Finding {
  const { id } = model;
  const names = secretVariables(model);
  if (names.length === 0) return { kind: 'fine', text: `key: ${id} needs no API key.` };
  return ports.hasKey(model)
    ? {
        kind: 'fine',
        text: `key: ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} set (for ${id}).`,
      }
    : {
        kind: 'wrong',
        text: `key: ${names.join(' or ')} is not set (for ${id}). Set it as an environment variable, from a secret.`,
      };
}

function serverOf(model: Model): readonly Finding[] {
  const note = unpinnedNote(model);
  return note === null ? [] : [{ kind: 'note', text: `server: ${note}` }];
}

function moneyOf({ models, budget }: Settings): readonly Finding[] {
  const refused = refuseUnpriced(models, budget);
  if (refused !== null) return [wrong(refused)];
  const { note, usd } = effectiveCaps(models, budget);
  if (note !== null) return [{ kind: 'note', text: `cost: ${note}` }];
  return usd === null ? [] : [{ kind: 'fine', text: `cost: a run costs ${usd} USD at most.` }];
}

async function sandboxOf(ports: Ports): Promise<readonly Finding[]> {
  const { level, version, probes } = (await ports.sandbox()).isolation;
  if (probes === null)
    return [
      {
        kind: 'note',
        text: 'sandbox: none. Generated code runs with all rights of the job; `sandbox: auto` is safer.',
      },
    ];
  const attack = `${probes.passed} of ${probes.total} attempts to break out stopped`;
  return [{ kind: 'fine', text: `sandbox: ${level} ${version ?? ''}, ${attack}.` }];
}

function controlsOf({ controls }: Settings): readonly Finding[] {
  if (controls !== 'off') return [];
  return [
    {
      kind: 'note',
      text: 'controls: off. No pass is proved by a run with changed tests; `controls: auto` is safer.',
    },
  ];
}

/** `signal` stops setup and tests; null = there is no place for them to run. */
async function specsOf(
  ports: Ports,
  settings: Settings,
  signal: AbortSignal | null,
): Promise<readonly Finding[]> {
  return orWrong(async () => {
    const head = await ports.repository.resolve('HEAD');
    const versions = await readSpecsToCheck(ports.repository, settings.specs, head);
    const changes = versions.map((version) => unchangedSpec(version));
    const shared = sharedWrites(changes).map(({ specs, files }): Finding => ({
      kind: 'note',
      text: `writes: ${specs.join(' and ')} empty the same ${files.length === 1 ? 'file' : `${files.length} files`} (${someOf(files)}). Use \`{name}\` in \`writes\`, so that each spec has its own paths.`,
    }));
    const each = await atOnce(versions, (version) => specOf(ports, version));
    const tested = signal === null ? [] : await testsOf(ports, settings, { changes, head, signal });
    return [...each.flat(), ...shared, ...tested, ...(await costOf(ports, settings, changes))];
  });
}

async function specOf(ports: Ports, version: SpecVersion): Promise<readonly Finding[]> {
  const { spec, emptied, commit } = version;
  const where = spec.directory === '.' ? 'package.json' : `${spec.directory}/package.json`;
  const committed = await ports.repository.listFiles(commit);
  const manifest = committed.find(({ path }) => path === where);
  const packageJson =
    manifest === undefined ? null : new TextDecoder().decode(await ports.repository.readBlob(manifest.oid));
  const notes = [
    resultsNote(spec, packageJson),
    emptyFilesNote(version),
    withheldNote(version),
    emptiedHelpersNote(version),
    ...(await unshownNotes(ports.repository, version)),
  ];
  return [
    {
      kind: 'fine',
      text: `spec ${spec.name}: ${spec.files.join(', ')}; ${counted(emptied.length, 'committed file')} emptied before each generation${emptied.length === 0 ? '' : `: ${someOf(emptied)}`}.`,
    },
    ...notes.flatMap((note) =>
      note === null ? [] : [{ kind: 'note', text: `spec ${spec.name}: ${note}` } as const],
    ),
    ...writesNotes(
      version,
      committed.map(({ path }) => path),
    ).map(
      ({ text, isUsual }) =>
        ({ kind: isUsual ? 'fine' : 'note', text: `spec ${spec.name}: ${text}` }) as const,
    ),
  ];
}

/** One after another: a mistake that all specs share is found in the first one. */
async function testsOf(
  ports: Ports,
  settings: Settings,
  of: { readonly changes: readonly SpecPair[]; readonly head: string; readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  const { changes, head, signal } = of;
  const trigger = { kind: 'manual', base: head, head } as const;
  const startedAt = ports.clock.now();
  const request = { trigger, settings, withoutSecrets: true, notes: [], startedAt, signal };
  const found: Finding[] = [];
  for (const change of changes) found.push(...(await orWrong(() => diagnoseTests(ports, request, change))));
  return found;
}

/** What the most expensive spec takes alone, and what all of them take together. */
async function costOf(
  ports: Ports,
  settings: Settings,
  changes: readonly SpecPair[],
): Promise<readonly Finding[]> {
  const [longest] = changes.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const plans = [
    ...(longest === undefined ? [] : [{ what: `if ${longest.name} changes`, changes: [longest] }]),
    ...(changes.length > 1 ? [{ what: `if all ${changes.length} specs change`, changes }] : []),
  ];
  const found: Finding[][] = [];
  for (const plan of plans) {
    found.push([...(await orWrong(() => projected(ports, settings, plan)))]);
  }
  return found.flat();
}

async function projected(
  ports: Ports,
  settings: Settings,
  of: { readonly what: string; readonly changes: readonly SpecPair[] },
): Promise<readonly Finding[]> {
  const { changes } = of;
  const questions = questionsOf({ changes, unchanged: [], switches: [], settings });
  const plan = await planRun(ports, { changes, questions }, { settings, isShownOnly: true });
  const silent = { info: () => {}, warn: () => {}, progress: () => {} };
  const said = await announcePlan({ ...ports, log: silent }, plan, settings);
  return said.map((line) => ({ kind: 'fine', text: `${of.what}: ${line}` }));
}

function lengthOf({ head }: SpecPair): number {
  const files = head === null ? [] : [...head.files, ...head.instructions, ...head.context];
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

async function orWrong(find: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof UserError) return [wrong(error)];
    throw error;
  }
}

function wrong(error: UserError): Finding {
  return { kind: 'wrong', text: error.message };
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? ' is' : 's are'}`;
}
