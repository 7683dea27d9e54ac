import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { logText } from '../../core/report/words/escape.ts';
import { printCommand } from '../process/print.ts';
import { keepSecret, withoutSecrets } from '../process/secrets.ts';

/** The runner around the action: inputs, masks, outputs, summary, log, event. */
export type ActionsRuntime = {
  /** Values of the inputs that were given, by name, trimmed. */
  readInputs(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Hides a value in all that we write, and makes the runner hide it in every later log line. */
  mask(secret: string): Promise<void>;
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<void>;
  /** Adds to the job's summary page; false when there is no such page. */
  writeSummary(markdown: string): Promise<boolean>;
  /** Prints text of unknown origin to the log. The runner executes no command in it. */
  printUntrusted(text: string): Promise<void>;
  /** The event's payload; null when there is none or it is not JSON. */
  readEvent(): Promise<unknown>;
};

/** The runner as described by the process's environment. */
export function actionsRuntime(environment: Readonly<Record<string, string | undefined>>): ActionsRuntime {
  const underActions = environment['GITHUB_ACTIONS'] === 'true';
  // Loaded where something is written: the package brings along an HTTP client, which takes long to load.
  const load = async () => import('@actions/core');

  return {
    async readInputs(names) {
      const values = names.map((name): [string, string] => [name, inputOf(environment, name)]);
      return new Map(values.filter(([, value]) => value !== ''));
    },
    async mask(secret) {
      keepSecret(secret);
      // Outside of Actions the mask command would print the very secret that it is meant to hide.
      if (!underActions) return;
      for (const line of secret.split(/\r?\n/))
        if (line.trim() !== '') printCommand(`::add-mask::${escapedData(line)}`);
    },
    async setOutputs(outputs) {
      // Without the file the SDK falls back to a stdout command that runners no longer read.
      if (!(await isFile(environment['GITHUB_OUTPUT']))) return;
      const core = await load();
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, withoutSecrets(value));
    },
    async writeSummary(markdown) {
      if (!(await isFile(environment['GITHUB_STEP_SUMMARY']))) return false;
      const core = await load();
      await core.summary.addRaw(withoutSecrets(markdown), true).write();
      return true;
    },
    async printUntrusted(text) {
      const core = await load();
      const token = randomUUID();
      if (underActions) core.info(`::stop-commands::${token}`);
      core.info(withoutSecrets(logText(text)));
      if (underActions) core.info(`::${token}::`);
    },
    async readEvent() {
      const path = environment['GITHUB_EVENT_PATH'];
      return (await isFile(path)) && path !== undefined ? readJson(path) : null;
    },
  };
}

/** As the runner names the variable of an input. */
function inputOf(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  return (environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

/** As the runner reads the value of a command. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

async function isFile(path: string | undefined): Promise<boolean> {
  if (path === undefined || path === '') return false;
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
