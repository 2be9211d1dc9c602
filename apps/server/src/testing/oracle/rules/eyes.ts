import { may, reads, writes } from "./fields.js";
import {
  bossesActedFor,
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

  /** Section 1: the bosses in whose name they act today. */
  get deputyFor(): string[] {
    return bossesActedFor(this.world, this.me);
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
    return this.sees(issue) && reads(this.world, this.hats(issue), field);
  }

  writes(issue: Issue, field: string): boolean {
    return writes(this.world, this.hats(issue), field);
  }

  /** Whether these hats allow it, facts of the issue apart. */
  may(issue: Issue, action: string): boolean {
    return may(this.world, this.hats(issue), action);
  }

  mayInUnit(unitId: string, action: string): boolean {
    return may(this.world, this.inUnit(unitId), action);
  }

  /** R3: full access; a boss and their deputy everywhere. */
  manages(unitId: string): boolean {
    return this.inUnit(unitId).has("MANAGER");
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
    return reads(this.world, this.inUnit(comment.unitId), "internalComments");
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
