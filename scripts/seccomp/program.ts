import {
  allowedFamilies,
  largestSegmentBytes,
  refusedCalls,
  refusedTerminalRequests,
  type Architecture,
} from './calls.ts';

/** What the kernel does with a call. From linux/seccomp.h; the low half of an error is its errno. */
export const verdicts = {
  allow: 0x7fff_0000,
  kill: 0x8000_0000,
  EPERM: 0x0005_0001,
  EINVAL: 0x0005_0016,
  ENOSYS: 0x0005_0026,
  EAFNOSUPPORT: 0x0005_0061,
} as const;

type Verdict = keyof typeof verdicts;

/** One instruction. A jump names its verdict, or how many instructions it leaves out. */
type Step =
  | { readonly kind: 'load'; readonly offset: number }
  | {
      readonly kind: 'jump';
      readonly when: 'equal' | 'at-least';
      readonly value: number;
      readonly then: Verdict | number;
      readonly otherwise: Verdict | number;
    }
  | { readonly kind: 'end'; readonly verdict: Verdict };

/** Offsets in struct seccomp_data. Both machines have the low half of an argument first. */
const offsets = { call: 0, architecture: 4, firstArgument: 16, secondArgument: 24, secondArgumentHigh: 28 };

/** The filter of one machine, as bubblewrap's `--seccomp` reads it: an array of struct sock_filter. */
export function seccompProgram({ audit, calls, otherInterfaceFrom }: Architecture): Buffer {
  return assembled([
    load(offsets.architecture),
    // A program of 32 bits has other numbers.
    when('equal', audit, { then: 0, otherwise: 'kill' }),
    load(offsets.call),
    ...(otherInterfaceFrom === null
      ? []
      : [when('at-least', otherInterfaceFrom, { then: 'ENOSYS', otherwise: 0 })]),
    ...namesOf(refusedCalls).map((name) => whenEqual(calls[name], refusedCalls[name])),
    ...onCall(calls.socket, ofAllowedFamily),
    ...onCall(calls.socketpair, ofAllowedFamily),
    ...onCall(calls.ioctl, [
      load(offsets.secondArgument),
      ...refusedTerminalRequests.map((request) => whenEqual(request, 'EPERM')),
      end('allow'),
    ]),
    ...onCall(calls.shmget, [
      load(offsets.secondArgumentHigh),
      when('equal', 0, { then: 0, otherwise: 'EINVAL' }),
      load(offsets.secondArgument),
      when('at-least', largestSegmentBytes + 1, { then: 'EINVAL', otherwise: 'allow' }),
    ]),
    end('allow'),
  ]);
}

const ofAllowedFamily: readonly Step[] = [
  load(offsets.firstArgument),
  ...allowedFamilies.map((family) => whenEqual(family, 'allow')),
  end('EAFNOSUPPORT'),
];

/** The steps for one call. All of them end with a verdict, so none of the steps behind them misses the call's number. */
function onCall(call: number, steps: readonly Step[]): readonly Step[] {
  return [when('equal', call, { then: 0, otherwise: steps.length }), ...steps];
}

function load(offset: number): Step {
  return { kind: 'load', offset };
}

function end(verdict: Verdict): Step {
  return { kind: 'end', verdict };
}

type Jump = Extract<Step, { readonly kind: 'jump' }>;

function when(kind: Jump['when'], value: number, to: Pick<Jump, 'then' | 'otherwise'>): Step {
  return { kind: 'jump', when: kind, value, ...to };
}

function whenEqual(value: number, then: Verdict): Step {
  return when('equal', value, { then, otherwise: 0 });
}

/** Codes of linux/bpf_common.h: load a word, compare with a constant, return a constant. */
const codes = { load: 0x20, equal: 0x15, 'at-least': 0x35, end: 0x06 } as const;

const order = namesOf(verdicts);

// The verdicts stand behind the steps, once each, and jumps lead there.
function assembled(steps: readonly Step[]): Buffer {
  const lines = steps.map((step, index) => instruction(step, index, steps.length));
  return Buffer.concat([
    ...lines,
    ...order.map((verdict) => packed(codes.end, { value: verdicts[verdict] })),
  ]);
}

function instruction(step: Step, index: number, count: number): Buffer {
  const distance = (to: Verdict | number): number =>
    typeof to === 'number' ? to : count + order.indexOf(to) - index - 1;
  switch (step.kind) {
    case 'load':
      return packed(codes.load, { value: step.offset });
    case 'end':
      return packed(codes.end, { value: verdicts[step.verdict] });
    case 'jump':
      return packed(codes[step.when], {
        value: step.value,
        then: distance(step.then),
        otherwise: distance(step.otherwise),
      });
  }
}

function packed(
  code: number,
  of: { readonly value: number; readonly then?: number; readonly otherwise?: number },
): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  // Throws for a jump that is too far for one byte.
  bytes.writeUInt8(of.then ?? 0, 2);
  bytes.writeUInt8(of.otherwise ?? 0, 3);
  bytes.writeUInt32LE(of.value, 4);
  return bytes;
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const isName = (name: string): name is Name => name in table;
  return Object.keys(table).filter(isName);
}
