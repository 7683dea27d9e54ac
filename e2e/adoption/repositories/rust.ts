import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';

const spec = 'SPEC.md';
const code = 'src/lib.rs';

const halfBy = (body: string): string => `/// A number divided by two, as a whole number.
pub fn half(n: i64) -> i64 {
    ${body}
}
`;

/** A crate with Debian's cargo, and no version manager. */
export const rust: AdoptedRepository = {
  name: 'Rust with Debian’s cargo',
  needs: ['/usr/bin/cargo'],
  spec,
  files: {
    [spec]: specAbout(code),
    'Cargo.toml': '[package]\nname = "halves"\nversion = "0.1.0"\nedition = "2021"\n',
    'Cargo.lock': 'version = 3\n\n[[package]]\nname = "halves"\nversion = "0.1.0"\n',
    [code]: halfBy('(n + 1).div_euclid(2)'),
    'tests/half.rs': `use halves::half;

#[test]
fn halves_even_numbers() {
    assert_eq!(half(8), 4);
}

#[test]
fn rounds_half_up() {
    assert_eq!(half(5), 3);
}
`,
  },
  // A spec at the root may be about any of the code.
  edit: { line: '    writes: []', by: '    writes: [src/lib.rs]' },
  right: { path: code, content: halfBy('(n + 1).div_euclid(2)') },
  wrong: { path: code, content: halfBy('n.div_euclid(2)') },
};
