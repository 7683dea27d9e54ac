import type { Random } from './random.ts';

/** How a model's generations for one spec behave: what stands in for a model here. */
export type Behaviour = {
  /** Chance that a generation is sound. Half of the unsound ones fail every test, half of them one test. */
  readonly sound: number;
  /** Chance of each test to pass in a sound generation, independently. The suite passes where all of them do. */
  readonly tests: readonly number[];
};

/** Both arms of a question. */
export type Pair = { readonly base: Behaviour; readonly head: Behaviour };

/** What the generations of one arm came to, by sample number. */
export type Stream = {
  readonly suite: readonly boolean[];
  /** For each test its row over the generations. */
  readonly tests: readonly (readonly boolean[])[];
};

/** A suite of `tests` tests that passes with chance `suite`; its failures come from unsound generations. */
export function suiteOf(suite: number, tests: number): Behaviour {
  return { sound: suite, tests: Array.from({ length: tests }, () => 1) };
}

/** `tests` independent tests that pass with chance `each`. */
export function noisyTests(each: number, tests: number): Behaviour {
  return { sound: 1, tests: Array.from({ length: tests }, () => each) };
}

/** The same behaviour with one test that passes with chance `rate` in a sound generation. */
export function withOneTestAt(rate: number, behaviour: Behaviour): Behaviour {
  return { ...behaviour, tests: [rate, ...behaviour.tests.slice(1)] };
}

/** Draws an arm's generations. */
export function drawStream(behaviour: Behaviour, samples: number, random: Random): Stream {
  const suite = passedRow(samples);
  const tests = behaviour.tests.map(() => passedRow(samples));
  for (let sample = 0; sample < samples; sample += 1) {
    if (isUnsound(behaviour, random)) {
      const one = Math.floor(random() * tests.length);
      const hit = random() < 0.5 ? tests : tests.slice(one, one + 1);
      failAt(sample, [suite, ...hit]);
    }
    for (const [test, rate] of behaviour.tests.entries()) {
      if (rate < 1 && random() >= rate) failAt(sample, [suite, ...tests.slice(test, test + 1)]);
    }
  }
  return { suite, tests };
}

function isUnsound({ sound }: Behaviour, random: Random): boolean {
  return sound < 1 && random() >= sound;
}

function failAt(sample: number, rows: readonly boolean[][]): void {
  for (const row of rows) row[sample] = false;
}

function passedRow(samples: number): boolean[] {
  return new Array<boolean>(samples).fill(true);
}
