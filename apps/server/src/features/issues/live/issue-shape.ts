import type { GraphQLSchema } from "graphql";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { canRead, type FieldPolicy } from "@stafeta/domain/rights/field-policy";
import type { HatBits, Hats } from "@stafeta/domain/rights/hats";
import { unitCan } from "@stafeta/domain/rights/unit-can";
import { hatsInUnit, type Viewer } from "@stafeta/domain/rights/viewer";
import type { Company } from "@stafeta/domain/org/company";
import { coordinatesOf } from "../../../platform/graphql/coordinates.js";
import { sharingKey, type Operation } from "../../../platform/graphql/live-document.js";
import { ISSUE_TYPE } from "../issue.plan.js";
import type { LiveEventRecord } from "./live-event.js";

/** Types whose fields read the same for everybody who sees the issue, but for those named below. */
const SHARED_TYPES = new Set([
  "Subscription",
  "BoardEvent",
  "Event",
  "Change",
  "Unit",
  "User",
  "Status",
  "Label",
  "Membership",
  "Role",
]);
const PERSONAL = new Set([
  "Unit.can",
  "Unit.labels",
  "Unit.handoffPolicy",
  "Unit.stepLimitDays",
  "User.email",
]);

/** Counts whose kept counters are right for all who see the whole unit: often shared, though they can be personal. */
const COUNTS = new Set(["Issue.commentCount", "Issue.subIssueCount"]);

function isPersonal(coordinate: string): boolean {
  const [type = "", field = ""] = coordinate.split(".");
  if (COUNTS.has(coordinate) || field.startsWith("__")) return false;
  if (type === "Issue") {
    const source = ISSUE_TYPE.fields[field];
    return !source || source.isPersonal === true;
  }
  return !SHARED_TYPES.has(type) || PERSONAL.has(coordinate);
}

function policiesOf(coordinates: ReadonlySet<string>): FieldPolicy[] {
  return Object.entries(ISSUE_FIELDS).flatMap(([field, policy]) =>
    policy.read !== "ANYONE" && coordinates.has(`Issue.${field}`) ? [policy] : [],
  );
}

/**
 * What a subscription's answers hang on beside the event: whose keys are equal may share one execution (PERFORMANCE.md,
 * "Subscriptions"). In case of doubt the key holds the person.
 */
export class IssueShape {
  private readonly document: string;
  private readonly guards: readonly FieldPolicy[];
  private readonly isPersonal: boolean;
  /** True for who made the event alone (I6), if for anybody. */
  private readonly tellsUndoable: boolean;
  private readonly countsComments: boolean;
  private readonly countsChildren: boolean;
  private readonly sights = new Map<HatBits, string>();

  constructor(schema: GraphQLSchema, operation: Operation) {
    const coordinates = coordinatesOf(schema, operation.document);
    this.document = sharingKey(operation);
    this.guards = policiesOf(coordinates);
    this.isPersonal = [...coordinates].some(isPersonal);
    this.tellsUndoable = coordinates.has("Event.undoable");
    this.countsComments = coordinates.has("Issue.commentCount");
    this.countsChildren = coordinates.has("Issue.subIssueCount");
  }

  /** @param changes the key of what is read of the changes */
  key(company: Company, viewer: Viewer, hats: Hats, event: LiveEventRecord, changes: string): string {
    const isTheirs = this.tellsUndoable && event.actorId === viewer.userId;
    const person = this.isPersonal || isTheirs ? viewer.userId : this.countsKey(company, viewer, event);
    return `${this.document} ${this.sightKey(hats)} ${changes} ${person}`;
  }

  /** Nobody and nothing is in it, so everybody's is the same. */
  get goneKey(): string {
    return `${this.document} gone`;
  }

  /** Which of the asked fields these hats read. */
  private sightKey(hats: Hats): string {
    // R9: grants end with a version of the company, this shape does not.
    if (typeof hats !== "number") return this.readOf(hats);
    let key = this.sights.get(hats);
    if (key === undefined) this.sights.set(hats, (key = this.readOf(hats)));
    return key;
  }

  private readOf(hats: Hats): string {
    return this.guards.map((policy) => (canRead(policy, hats) ? "1" : "0")).join("");
  }

  private countsKey(company: Company, viewer: Viewer, event: LiveEventRecord): string {
    const comments = this.countsComments ? commentsKey(viewer, event) : "";
    return comments + (this.countsChildren ? childrenKey(company, viewer, event) : "");
  }
}

function commentsKey(viewer: Viewer, { now, internalElsewhere }: LiveEventRecord): string {
  if (internalElsewhere > 0) return viewer.userId;
  return canRead(ISSUE_FIELDS.internalComments, hatsInUnit(viewer, now.unitId)) ? "i" : "p";
}

function childrenKey(company: Company, viewer: Viewer, event: LiveEventRecord): string {
  const { now, children, childrenElsewhere } = event;
  if (children === 0) return "n";
  return childrenElsewhere === 0 && unitCan(company, viewer, now.unitId).seeAll ? "w" : viewer.userId;
}
