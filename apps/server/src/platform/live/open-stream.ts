/**
 * What graphql-ws follows of a subscription: it never yields, since the hub sends ready messages itself, and it is done
 * when the server ends it or the client leaves.
 */
export class OpenStream implements AsyncGenerator<never, void> {
  private readonly done: Promise<IteratorReturnResult<void>>;
  private readonly onLeave: () => void;
  private finish: () => void = () => undefined;
  private isDone = false;

  /** @param onLeave called once, whoever ends it */
  constructor(onLeave: () => void) {
    this.onLeave = onLeave;
    this.done = new Promise((resolve) => {
      this.finish = () => {
        resolve({ done: true, value: undefined });
      };
    });
  }

  /** The client is told that the operation is complete. */
  end(): void {
    if (this.isDone) return;
    this.isDone = true;
    this.finish();
    this.onLeave();
  }

  next(): Promise<IteratorReturnResult<void>> {
    return this.done;
  }

  return(): Promise<IteratorReturnResult<void>> {
    this.end();
    return this.done;
  }

  throw(): Promise<IteratorReturnResult<void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
