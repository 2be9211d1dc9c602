/** Chance that can be repeated: the same seed gives the same run. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(likelihood: number): boolean {
    return this.next() < likelihood;
  }

  /** @throws Error of an empty list */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error("nothing to pick from");
    return items[this.below(items.length)] as T;
  }

  pickOrNull<T>(items: readonly T[], likelihood = 1): T | null {
    return items.length > 0 && this.chance(likelihood) ? this.pick(items) : null;
  }

  /** Each with the same likelihood, in their order. */
  some<T>(items: readonly T[], likelihood: number): T[] {
    return items.filter(() => this.chance(likelihood));
  }

  /** One of the makers, by weight. */
  weighted<T>(ways: readonly (readonly [number, T])[]): T {
    let left = this.next() * ways.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, way] of ways) {
      left -= weight;
      if (left < 0) return way;
    }
    return (ways.at(-1) as readonly [number, T])[1];
  }
}
