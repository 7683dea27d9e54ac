import * as z from 'zod';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const tally = z.strictObject({ passed: count, failed: count });
const state = z
  .enum(['noticed', 'unnoticed', 'unnoticed-together', 'not-judged'])
  .describe(
    'some test moves with it; none does, with it alone or without it alone; none does where other parts were changed or missing as well; too few samples to say',
  );
/** Where a part begins and ends within its lines. */
export const columns = z
  .tuple([z.int().min(1), z.int().min(1)])
  .describe('column of the first character and the one behind the last, in UTF-16 units, on the head side');
const placesIn = z.array(count).describe('places in `parts`, starting at 0');

const notice = z.strictObject({
  test: z.string(),
  model: z.string(),
  q: share.describe('p-value adjusted for the number of comparisons (Benjamini and Hochberg)'),
  absent: tally.describe('samples of the text in which the part is as in the base'),
  present: tally.describe('samples of the text in which it is as in the head'),
  beside: placesIn.describe(
    'other parts that were changed or missing as well, and without which the test passed as before; places in `parts`',
  ),
});

/** Which tests notice which changed words, in result.json. */
export const changeMapSchema = z.strictObject({
  spec: z.string(),
  models: z.array(z.string()).describe('those on which texts between base and head were tried'),
  tests: z.array(z.string()).describe('the tests that were compared'),
  rules: z.strictObject({
    falseDiscoveries: share.describe('the share of the links in each list that may be false'),
    drop: share.describe('what had to be ruled out in each test before a part is called unnoticed'),
    beta: share,
  }),
  parts: z.array(
    z.strictObject({
      file: z.string(),
      lines: z.tuple([z.int().min(1), z.int().min(1)]).describe('first and last line on the head side'),
      columns: columns.optional(),
      text: z.string().describe('the words as the head has them; where it has none, those that it removed'),
      removed: z.literal(true).optional().describe('`text` is what the head lacks'),
      state,
      breaks: z.array(notice).describe('tests that pass less often once the part is there'),
      needs: z.array(notice).describe('tests that pass less often while it is not'),
    }),
  ),
  unmoved: z.array(z.string()).describe('tests that no changed part moves'),
  links: z.strictObject({
    stated: z
      .array(z.strictObject({ mark: z.string(), test: z.string(), parts: placesIn, measured: state }))
      .describe('links between changed parts and tests that the spec or the names of tests state'),
    unstated: z
      .array(z.strictObject({ test: z.string(), part: count }))
      .describe('measured links of parts or tests that a stated link names'),
  }),
});
