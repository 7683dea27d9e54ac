import type { InputName } from './input-names.ts';

/** Where an input belongs in the config file, and how its text is read. */
export type SettingInput = {
  readonly name: SettingInputName;
  /** Key path in the config file; below `specs` it is that of the only entry. */
  readonly path: readonly (string | 0)[];
  readonly reads: 'text' | 'list' | 'number';
};

/** The inputs that override the config file, and what only an option of the command line does. */
export type SettingInputName =
  | 'bisect'
  | Extract<
      InputName,
      | 'specs'
      | 'models'
      | 'writes'
      | 'context'
      | 'setup-command'
      | 'test-command'
      | 'results'
      | 'max-usd'
      | 'max-generations'
      | 'fail-on'
      | 'sandbox'
      | 'working-directory'
    >;

/** Each input that overrides a key of the config file. */
export const settingInputs: readonly SettingInput[] = [
  { name: 'specs', path: ['specs', 0, 'spec'], reads: 'list' },
  { name: 'writes', path: ['specs', 0, 'writes'], reads: 'list' },
  { name: 'context', path: ['specs', 0, 'context'], reads: 'list' },
  { name: 'setup-command', path: ['specs', 0, 'setup'], reads: 'text' },
  { name: 'test-command', path: ['specs', 0, 'test'], reads: 'text' },
  { name: 'results', path: ['specs', 0, 'results'], reads: 'list' },
  { name: 'working-directory', path: ['specs', 0, 'directory'], reads: 'text' },
  { name: 'models', path: ['models'], reads: 'list' },
  { name: 'max-usd', path: ['budget', 'usd'], reads: 'number' },
  { name: 'max-generations', path: ['budget', 'generations'], reads: 'number' },
  { name: 'fail-on', path: ['gate', 'fail-on'], reads: 'text' },
  { name: 'sandbox', path: ['sandbox'], reads: 'text' },
  { name: 'bisect', path: ['bisect'], reads: 'text' },
];

/** An input that was given, its text converted into the value that the config file would hold. */
export type GivenInput = { readonly input: SettingInput; readonly value: unknown };

/** The inputs that were given; an empty text counts as not given. */
export function givenInputs(inputs: Readonly<Record<string, string>>): readonly GivenInput[] {
  return settingInputs.flatMap((input) => {
    const written = Object.hasOwn(inputs, input.name) ? (inputs[input.name] ?? '').trim() : '';
    return written === '' ? [] : [{ input, value: valueOf(input, written) }];
  });
}

function valueOf(input: SettingInput, written: string): unknown {
  switch (input.reads) {
    case 'text':
      return written;
    case 'list':
      return written
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'number':
      // Number('0x10') and Number('1e3') are numbers too, but nobody writes a cap like this on purpose.
      return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
  }
}
