import type { CardId } from "../order/board-model";

const BATCH_MS = 50;
const BATCH_SIZE = 60;
const RETRY_MS = 5_000;

/** Gathers wishes for 50 ms and asks for at most 60 cards at once (UX.md, section 7). */
export class CardLoader {
  private readonly fetch: (ids: readonly CardId[]) => Promise<unknown>;
  private readonly known = new Set<CardId>();
  private readonly waiting = new Set<CardId>();
  private readonly flying = new Set<CardId>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @param fetch reads the cards and keeps them; those that cannot be seen (any more) do not come */
  constructor(fetch: (ids: readonly CardId[]) => Promise<unknown>) {
    this.fetch = fetch;
  }

  /** Cards that near the viewport; those that are loaded or on their way are left out. */
  want(ids: readonly CardId[]): void {
    for (const id of ids) if (!this.known.has(id) && !this.flying.has(id)) this.waiting.add(id);
    this.plan(BATCH_MS);
  }

  /** They came by another way. */
  loaded(ids: readonly CardId[]): void {
    for (const id of ids) {
      this.known.add(id);
      this.waiting.delete(id);
    }
  }

  forget(id: CardId): void {
    this.known.delete(id);
  }

  /** Reads them again, as after a gap in the stream. */
  refresh(ids: readonly CardId[]): void {
    for (const id of ids) this.waiting.add(id);
    this.plan(BATCH_MS);
  }

  /** Asks for nothing more until something is wanted again. */
  stop(): void {
    this.waiting.clear();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private plan(ms: number): void {
    if (this.timer !== null || this.waiting.size === 0) return;
    this.timer = setTimeout(() => {
      this.run();
    }, ms);
  }

  private run(): void {
    this.timer = null;
    const ids = [...this.waiting];
    this.waiting.clear();
    for (let start = 0; start < ids.length; start += BATCH_SIZE)
      void this.load(ids.slice(start, start + BATCH_SIZE));
  }

  private async load(ids: readonly CardId[]): Promise<void> {
    for (const id of ids) this.flying.add(id);
    try {
      await this.fetch(ids);
      // One that did not come is known as well: asking again would bring nothing until an event tells of it.
      for (const id of ids) this.known.add(id);
    } catch {
      for (const id of ids) this.waiting.add(id);
      this.plan(RETRY_MS);
    } finally {
      for (const id of ids) this.flying.delete(id);
    }
  }
}
