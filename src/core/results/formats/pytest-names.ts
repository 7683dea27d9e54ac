/** The parts of pytest's `testcase` that say where a test stands. */
type PytestCase = { readonly classname: string; readonly name: string; readonly file: string };

/**
 * Nested classes and name of a test of pytest, whose one suite is called after the program and whose class names begin
 * with the module; null for its entry of a file that could not be collected, which is no test.
 */
export function pytestNames({ classname, name, file }: PytestCase): readonly string[] | null {
  if (classname === '') return null;
  const module = file.replace(/\.py$/, '').replaceAll('/', '.');
  if (classname === module) return [name];
  return classname.startsWith(`${module}.`)
    ? [...classname.slice(module.length + 1).split('.'), name]
    : [classname, name];
}
