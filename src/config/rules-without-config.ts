import type { Settings } from '../core/settings.ts';
import { configError, shown } from './config-error.ts';
import { configSchema } from './config-schema.ts';

/** The rules of a gate that is used without a config file: the defaults of `decide`, and what fails it. */
export function rulesWithoutConfig(failOn: string | null): Pick<Settings, 'decide'> & Settings['gate'] {
  const { decide, gate } = configSchema.shape;
  const read = gate.safeParse(failOn === null ? {} : { 'fail-on': failOn });
  if (!read.success)
    throw configError(
      'CONFIG_INVALID',
      `option \`--fail-on\` is ${shown(failOn)}.`,
      `Allowed: ${read.error.issues[0]?.message ?? ''}.`,
    );
  const { 'fail-on': allowed, 'min-portability': minPortability } = read.data;
  return { decide: decide.parse({}), failOn: allowed, minPortability };
}
