import type { z } from 'zod';

/** What a stored file holds, as its schema reads it: a member that the schema does not name is none of the type either. */
export type Stored<Schema extends z.ZodType> = ReadonlyDeep<z.infer<Schema>>;

type ReadonlyDeep<Value> = { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> };
