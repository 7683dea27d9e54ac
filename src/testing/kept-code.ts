import vm, { type CompileFunctionOptions, type SourceTextModuleOptions } from 'node:vm';

const { compileFunction, Script, SourceTextModule } = vm;

type Compiled = { readonly source: string; readonly script: vm.Script };
type DynamicImport = CompileFunctionOptions['importModuleDynamically'];
// The types of Node lack this method.
type WithCode = vm.SourceTextModule & { createCachedData(): Buffer };

const packages = new Map<string, Compiled>();
const modules = new Map<string, { readonly source: string; readonly code: Buffer }>();
const imports = new Map<string, DynamicImport>();

/**
 * Lets Jest compile each file once per worker. Every suite loads its modules anew, Jest's own among them, and half of
 * that time went into compiling the same text again. What is kept is code, never what it made: each suite still
 * evaluates every module in a context of its own.
 */
export function keepCode(): void {
  Object.assign(vm, {
    compileFunction: compileKept,
    SourceTextModule: new Proxy(SourceTextModule, {
      construct: (_, [source, options]: [string, SourceTextModuleOptions?]) => moduleOf(source, options),
    }),
  });
}

/** Lets go of what the suite before would be asked for by `import()`. */
export function forgetSuite(): void {
  imports.clear();
}

// A function of a package's text. A script can be run in any context, and what it compiled later is kept as well.
function compileKept(source: string, names: readonly string[] = [], options: CompileFunctionOptions = {}) {
  const { filename = '', parsingContext, importModuleDynamically } = options;
  if (parsingContext === undefined || !filename.includes('/node_modules/'))
    return compileFunction(source, names, options);
  const wrapped = `(function (${names.join(', ')}) {${source}\n})`;
  let kept = packages.get(filename);
  if (kept?.source !== wrapped) {
    const columnOffset = source.length + '\n})'.length - wrapped.length;
    const script = new Script(wrapped, {
      filename,
      columnOffset,
      importModuleDynamically: importFor(filename),
    });
    kept = { source: wrapped, script };
    packages.set(filename, kept);
  }
  imports.set(filename, importModuleDynamically);
  return kept.script.runInContext(parsingContext);
}

// The script outlives the suite that compiled it, so `import()` has to go to the suite that runs now.
function importFor(filename: string) {
  return (...asked: readonly unknown[]) => {
    const current = imports.get(filename);
    if (typeof current !== 'function') throw new Error(`import() in ${filename} after the end of its suite`);
    return Reflect.apply(current, undefined, asked) as vm.Module;
  };
}

function moduleOf(source: string, options: SourceTextModuleOptions = {}): vm.SourceTextModule {
  return fromKept(source, options) ?? compiledAnew(source, options);
}

function fromKept(source: string, options: SourceTextModuleOptions): vm.SourceTextModule | null {
  const kept = modules.get(options.identifier ?? '');
  if (kept?.source !== source) return null;
  try {
    return new SourceTextModule(source, { ...options, cachedData: kept.code });
  } catch {
    // V8 takes no code back that it made before its flags were changed.
    return null;
  }
}

function compiledAnew(source: string, options: SourceTextModuleOptions): vm.SourceTextModule {
  const compiled = new SourceTextModule(source, options) as WithCode;
  // Only a module that was not evaluated yet can give its code.
  if (options.identifier !== undefined)
    modules.set(options.identifier, { source, code: compiled.createCachedData() });
  return compiled;
}
