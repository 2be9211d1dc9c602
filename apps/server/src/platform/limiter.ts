/** Lets so many works run at once; the rest wait their turn, in order. */
export class Limiter {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((go) => this.waiting.push(go));
    try {
      return await work();
    } finally {
      // The turn passes on without becoming free in between, so nobody slips in before who waits.
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}
