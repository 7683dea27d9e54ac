import * as z from 'zod';
import { environmentName, section } from './field-schemas.ts';

const nameError =
  'the name of a header that the request does not have by itself: letters, digits and `-`, in lower case';
const valueError = 'a text of one line, or `{ env: NAME }` for a value that nobody may read';

// What the request has by itself, and what belongs to the connection.
const ownHeaders =
  /^(?:accept(?:-.*)?|connection|content-.*|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|x-stainless-.*)$/;

const headerName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, { error: nameError })
  .refine((name) => !ownHeaders.test(name), { error: nameError });

const headerValue = z.union(
  [
    z
      .string({ error: valueError })
      .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,998}[\x21-\x7e])?$/, { error: valueError }),
    section({ env: environmentName.describe('NAME of the variable that holds the value.') }),
  ],
  { error: valueError },
);

/** Headers that a gateway wants: NAME to text, or to the name of a variable. */
export const headersSchema = z
  .record(headerName, headerValue, { error: 'a mapping of header names to a text or to `{ env: NAME }`' })
  .describe(
    'Headers that a gateway wants besides the key: a text, or `{ env: NAME }` for the value of an environment variable.',
  );
