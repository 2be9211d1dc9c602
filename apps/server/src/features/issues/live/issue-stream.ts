import type { Company } from "@stafeta/domain/org/company";
import { unitsUnder } from "@stafeta/domain/org/tree";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import type { IssueId, UnitId } from "@stafeta/domain/shared/ids";
import type { LiveOperation } from "../../../access/subscription-context.js";
import { OpenStream } from "../../../platform/live/open-stream.js";
import type { IssueShape } from "./issue-shape.js";
import type { LiveEventRecord } from "./live-event.js";
import type { LiveTarget } from "./live-event.queries.js";

/** What a subscription follows. */
export type Followed =
  | { readonly kind: "BOARD"; readonly unitId: UnitId; readonly under: boolean }
  | { readonly kind: "ISSUE"; readonly issueId: IssueId };

/** A serialised answer about one event. */
export interface StreamMessage {
  readonly id: bigint;
  readonly answer: string;
  /** I9: the issue went out of sight. */
  readonly isGone: boolean;
}

/** One subscription to events of issues, from its opening to its end. */
export class IssueStream {
  readonly live: LiveOperation;
  readonly followed: Followed;
  readonly shape: IssueShape;
  /** What the protocol's side follows. */
  readonly open: OpenStream;
  /** R2: whether a membership gave a right to this board; when the last one ends, so does the stream. */
  hadRight = false;
  /** While what was missed is read, what comes meanwhile waits, so that each comes once and in order (I9). */
  private waiting: StreamMessage[] | null = [];
  private isEnded = false;
  /** The newest event that was told, or was read when the stream began: ids only grow, so nothing comes twice (I9). */
  private told = 0n;
  private units: { readonly company: Company; readonly ids: ReadonlySet<string> } | null = null;

  constructor(
    live: LiveOperation,
    followed: Followed,
    shape: IssueShape,
    onLeave: (stream: IssueStream) => void,
  ) {
    this.live = live;
    this.followed = followed;
    this.shape = shape;
    this.open = new OpenStream(() => {
      this.isEnded = true;
      onLeave(this);
    });
  }

  get isLive(): boolean {
    return this.waiting === null && !this.isEnded;
  }

  /** The units of a board as the company is; a unit may move below another while it is followed. */
  unitIds(company: Company): ReadonlySet<string> {
    if (this.followed.kind === "ISSUE") return new Set();
    if (this.units?.company !== company) {
      const { unitId, under } = this.followed;
      const ids = under ? unitsUnder(company, unitId).map((unit) => unit.id) : [unitId];
      this.units = { company, ids: new Set(ids) };
    }
    return this.units.ids;
  }

  target(company: Company): LiveTarget {
    if (this.followed.kind === "ISSUE") return this.followed;
    return { kind: "BOARD", unitIds: [...this.unitIds(company)] };
  }

  follows(event: LiveEventRecord, company: Company): boolean {
    if (this.followed.kind === "ISSUE") return event.issueId === this.followed.issueId;
    const units = this.unitIds(company);
    return units.has(event.after.unitId) || units.has(event.before.unitId);
  }

  /** R2. False: the last right that a membership gave to the board has ended. */
  keepsRight(viewer: Viewer, company: Company): boolean {
    if (this.followed.kind === "ISSUE") return true;
    const hasRight = [...this.unitIds(company)].some((id) => viewer.unitHats.has(id as UnitId));
    const isKept = hasRight || !this.hadRight;
    this.hadRight ||= hasRight;
    return isKept;
  }

  offer(message: StreamMessage): void {
    if (this.waiting) this.waiting.push(message);
    else this.send(message);
  }

  /**
   * What was missed goes first; of what waited, only what is later than the moment in which that was read.
   *
   * @param upTo the newest event of that moment
   */
  begin(missed: readonly string[], upTo: bigint): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    this.told = upTo;
    for (const answer of missed) if (!this.isEnded) this.live.send(answer);
    for (const message of waiting) this.send(message);
  }

  /** The client is told that it is complete. */
  end(): void {
    this.open.end();
  }

  private send({ id, answer, isGone }: StreamMessage): void {
    if (this.isEnded || id <= this.told) return;
    this.told = id;
    this.live.send(answer);
    // Nothing of this issue will come any more.
    if (isGone && this.followed.kind === "ISSUE") this.end();
  }
}
