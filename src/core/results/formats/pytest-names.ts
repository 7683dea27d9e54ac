/** The parts of pytest's `testcase` that say where a test is. */
type PytestCase = { readonly classname: string; readonly name: string; readonly file: string };

/**
 * Without a file (of the families of its reports only xunit1 names it) the class name is kept whole.
 *
 * Nested classes and name of a pytest test. Pytest has one suite with the program's name, and class names begin with
 * the module. null for its entry about a file that could not be collected, which is not a test.
 */
export function pytestNames({ classname, name, file }: PytestCase): readonly string[] | null {
  if (classname === '') return null;
  if (file === '') return [classname, name];
  const module = file.replace(/\.py$/, '').replaceAll('/', '.');
  if (classname === module) return [name];
  return classname.startsWith(`${module}.`)
    ? [...classname.slice(module.length + 1).split('.'), name]
    : [classname, name];
}
