/**
 * What graphql-ws follows of a subscription: it never yields, since the hub sends ready messages itself, and it is done
 * when the server ends it. When the client leaves, it is never done: graphql-ws would take whatever the client has begun
 * under the same id since for this one, and end that.
 */
export class OpenStream implements AsyncGenerator<never, void> {
  /** Resolves when it is over, whoever ended it. */
  readonly over: Promise<void>;
  private readonly done: Promise<IteratorReturnResult<void>>;
  private readonly onLeave: () => void;
  private finish: () => void = () => undefined;
  private close: () => void = () => undefined;
  private isOver = false;

  /** @param onLeave called once, whoever ends it */
  constructor(onLeave: () => void) {
    this.onLeave = onLeave;
    this.over = new Promise((resolve) => (this.close = resolve));
    this.done = new Promise((resolve) => {
      this.finish = () => {
        resolve({ done: true, value: undefined });
      };
    });
  }

  /** The client is told that the operation is complete. */
  end(): void {
    if (this.isOver) return;
    this.leave();
    this.finish();
  }

  next(): Promise<IteratorReturnResult<void>> {
    return this.done;
  }

  return(): Promise<IteratorReturnResult<void>> {
    if (!this.isOver) this.leave();
    return Promise.resolve({ done: true, value: undefined });
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

  private leave(): void {
    this.isOver = true;
    this.onLeave();
    this.close();
  }
}
