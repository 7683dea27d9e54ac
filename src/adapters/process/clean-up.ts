/**
 * What has to be undone at the end of a block, the latest first: the AsyncDisposableStack that Node 20 does not have.
 * Everything is undone even where something throws; the first error is thrown in the end.
 */
export class CleanUp implements AsyncDisposable {
  readonly #steps: (() => PromiseLike<void>)[] = [];

  defer(step: () => PromiseLike<void>): void {
    this.#steps.push(step);
  }

  use<Resource extends AsyncDisposable>(resource: Resource): Resource {
    this.defer(() => resource[Symbol.asyncDispose]());
    return resource;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const errors: unknown[] = [];
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
