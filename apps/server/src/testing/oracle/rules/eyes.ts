import { reads } from "./fields.js";
import {
  factsOf,
  hatsByFacts,
  hatsInUnit,
  isActive,
  isBoss,
  possibleHats,
  type Hat,
  type Hats,
} from "./hats.js";
import { rowOf, rowOrNull, type Comment, type Issue, type Person, type World } from "./world.js";

/** One person looking at one moment of the company: what there is for them, and what was hidden from them on the way. */
export class Eyes {
  readonly world: World;
  readonly me: string;
  /** R11. */
  readonly hidden = new Set<string>();
  private readonly hatsOf = new Map<string, Hats>();
  private seen: readonly Issue[] | null = null;
  private possibleOnes: Hats | null = null;

  constructor(world: World, me: string) {
    this.world = world;
    this.me = me;
  }

  get isActive(): boolean {
    return isActive(this.world, this.me);
  }

  get person(): Person {
    return rowOf(this.world.people, this.me);
  }

  get isBoss(): boolean {
    return isBoss(this.world, this.me);
  }

  get possible(): Hats {
    return (this.possibleOnes ??= possibleHats(this.world, this.me));
  }

  hats(issue: Issue): Hats {
    let hats = this.hatsOf.get(issue.id);
    if (!hats)
      this.hatsOf.set(issue.id, (hats = hatsByFacts(this.world, this.me, factsOf(this.world, issue))));
    return hats;
  }

  inUnit(unitId: string): Hats {
    return hatsInUnit(this.world, this.me, unitId);
  }

  has(issue: Issue, ...any: readonly Hat[]): boolean {
    return any.some((hat) => this.hats(issue).has(hat));
  }

  sees(issue: Issue): boolean {
    return this.hats(issue).size > 0;
  }

  reads(issue: Issue, field: string): boolean {
    return this.sees(issue) && reads(this.hats(issue), field);
  }

  get issues(): readonly Issue[] {
    return (this.seen ??= this.world.issues.filter((issue) => this.sees(issue)));
  }

  /** Null: for this person there is no such issue. */
  issue(id: string | null | undefined): Issue | null {
    const issue = rowOrNull(this.world.issues, id);
    return issue && this.sees(issue) ? issue : null;
  }

  /** Section 2: a public comment like the issue's other conditions; an internal one by the unit that it was written in. */
  readsComment(comment: Comment): boolean {
    const issue = rowOf(this.world.issues, comment.issueId);
    if (!this.sees(issue)) return false;
    if (!comment.internal) return this.reads(issue, "comments");
    const there = this.inUnit(comment.unitId);
    return there.has("MANAGER") || there.has("ANALYST");
  }

  parentOf(issue: Issue): Issue | null {
    return this.reads(issue, "parent") ? this.issue(issue.parentId) : null;
  }

  childrenOf(issue: Issue): Issue[] {
    return this.issues.filter((child) => child.parentId === issue.id);
  }

  /** I1: all below, as far as each step of the way is seen. */
  below(issue: Issue): Issue[] {
    return this.childrenOf(issue).flatMap((child) => [child, ...this.below(child)]);
  }
}
