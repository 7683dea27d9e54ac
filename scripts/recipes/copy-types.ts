import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
// Not stable between versions of the compiler, but it reads the program once for all questions. Starting the compiler
// for each takes hundreds of times as long.
import { API, type Diagnostic, type Program } from 'typescript/unstable/sync';

/** An error of the compiler and the file that it is in. */
export type CompileError = { readonly path: string; readonly text: string };

/** The compiler at work on one folder whose files may change. */
export class CopyTypes implements Disposable {
  readonly #directory: string;
  readonly #api: API;
  // Files that were there when the compiler last looked.
  readonly #present: Set<string>;
  // Whoever asks brings back what stood in these files afterwards.
  #asked: readonly string[] = [];

  constructor(directory: string) {
    this.#directory = directory;
    this.#api = new API({ cwd: directory });
    this.#present = new Set(this.#programAfter({}).getSourceFileNames());
  }

  /** The errors in these files. Only `changed` files, and those of the question before, may have changed since. */
  errorsIn(paths: readonly string[], changed = paths): CompileError[] {
    const program = this.#programAfter(this.#changesOf(changed));
    return paths
      .map((path) => join(this.#directory, path))
      .filter((place) => this.#present.has(place))
      .flatMap((place) => this.#errors(program, place));
  }

  /** All errors of the program; only the named files, and those of the question before, may have changed since. */
  allErrors(changed: readonly string[]): CompileError[] {
    return this.#errors(this.#programAfter(this.#changesOf(changed)));
  }

  [Symbol.dispose](): void {
    this.#api.close();
  }

  #programAfter(fileChanges: { created?: string[]; changed?: string[]; deleted?: string[] }): Program {
    const openProjects = [join(this.#directory, 'tsconfig.json')];
    const [project] = this.#api.updateSnapshot({ openProjects, fileChanges }).getProjects();
    if (project === undefined) throw new Error('the folder has no tsconfig.json');
    return project.program;
  }

  #changesOf(paths: readonly string[]) {
    const changes = { created: [] as string[], changed: [] as string[], deleted: [] as string[] };
    for (const path of new Set([...paths, ...this.#asked])) {
      const place = join(this.#directory, path);
      const wasPresent = this.#present.has(place);
      if (existsSync(place)) {
        changes[wasPresent ? 'changed' : 'created'].push(place);
        this.#present.add(place);
      } else if (wasPresent) {
        changes.deleted.push(place);
        this.#present.delete(place);
      }
    }
    this.#asked = paths;
    return changes;
  }

  #errors(program: Program, place?: string): CompileError[] {
    const found = [...program.getSyntacticDiagnostics(place), ...program.getSemanticDiagnostics(place)];
    return found.map((diagnostic) => this.#readable(diagnostic));
  }

  #readable({ fileName = '', text }: Diagnostic): CompileError {
    return { path: relative(this.#directory, fileName), text };
  }
}
