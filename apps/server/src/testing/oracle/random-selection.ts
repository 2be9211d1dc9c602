import type { Dice } from "./dice.js";
import type { Sel } from "./rules/selection.js";

const ISSUE_VALUES = [
  ...[
    "key",
    "title",
    "dueDate",
    "createdAt",
    "updatedAt",
    "closedAt",
    "revision",
    "lastEvent",
    "resolution",
    "archived",
    "inTransit",
  ],
  ...["description", "type", "priority", "startDate", "estimate", "value", "rank"],
  ...["subIssueCount", "commentCount", "progress", "totalEstimate", "blocked"],
];
const STATUS = ["name", "category", "position"];
const USER = ["name", "active", "avatarUrl", "email"];
const UNIT_VALUES = ["key", "name", "kind", "archived", "sprintLengthDays", "handoffPolicy", "stepLimitDays"];
const UNIT_CAN = ["createIssue", "manage", "plan", "seeAll"];
const CAN_FLAGS = [
  ...["edit", "comment", "assign", "take", "handOff", "close", "reopen"],
  ...["return", "cancel", "merge", "archive", "relate"],
];
const HANDOFF_VALUES = ["state", "startedAt", "endedAt", "comment", "withSubIssues", "canWithdraw"];
const STEP_VALUES = [...["current", "state", "actedAt", "reason", "comment", "waitedMinutes", "canAct"]];
const ROLE_VALUES = [
  ...["name", "builtIn", "base", "archived", "revision", "reach", "readFields", "writeFields", "actions"],
];
const COMMENT_VALUES = ["body", "internal", "createdAt", "editedAt"];
const EVENT_VALUES = ["at", "kind", "entity", "entityId", "operation", "clientMutationId"];

const plain = (fields: readonly string[]): Sel[] => fields.map((field) => ({ field }));

/** Random selections of every type: fields, aliases, fragments, records and lists below. */
export class Selections {
  private readonly dice: Dice;

  constructor(dice: Dice) {
    this.dice = dice;
  }

  private values(fields: readonly string[], likelihood: number): Sel[] {
    return [{ field: "id" }, ...plain(this.dice.some(fields, likelihood))];
  }

  private maybe(likelihood: number, make: () => Sel): Sel[] {
    return this.dice.chance(likelihood) ? [make()] : [];
  }

  status(): Sel[] {
    return this.values(STATUS, 0.4);
  }

  user(): Sel[] {
    return this.values(USER, 0.35);
  }

  label(): Sel[] {
    return this.values(["name", "color"], 0.5);
  }

  role(): Sel[] {
    return this.values(ROLE_VALUES, 0.5);
  }

  membership(depth: number): Sel[] {
    return [
      { field: "id" },
      { field: "role", of: this.role() },
      ...this.maybe(0.5, () => ({ field: "user", of: this.user() })),
      ...this.maybe(0.3, () => ({ field: "unit", of: this.unit(depth - 1) })),
    ];
  }

  unit(depth: number): Sel[] {
    const below = depth <= 0 ? [] : this.unitBelow(depth);
    const can = this.maybe(0.3, () => ({ field: "can", of: plain(UNIT_CAN) }));
    return [...this.values(UNIT_VALUES, 0.4), ...can, ...below];
  }

  private unitBelow(depth: number): Sel[] {
    return [
      ...this.maybe(0.3, () => ({ field: "parent", of: this.unit(depth - 1) })),
      ...this.maybe(0.2, () => ({ field: "children", of: this.unit(depth - 1) })),
      ...this.maybe(0.3, () => ({ field: "heads", of: this.user() })),
      ...this.maybe(0.2, () => ({ field: "members", of: this.membership(depth - 1) })),
      ...this.maybe(0.2, () => ({ field: "statuses", of: this.status() })),
      ...this.maybe(0.4, () => ({ field: "labels", of: this.label() })),
    ];
  }

  /** A list of records below a record. */
  private list(field: string, of: Sel[]): Sel {
    return { field, first: 1 + this.dice.below(5), of: this.page(of) };
  }

  page(of: Sel[]): Sel[] {
    const { dice } = this;
    const nodes: Sel[] = dice.chance(0.8)
      ? [{ field: "nodes", of }]
      : [{ field: "edges", of: [{ field: "cursor" }, { field: "node", of }] }];
    return [
      ...(dice.chance(0.9) ? nodes : [{ field: "totalCount", as: "counted" }]),
      ...this.maybe(0.5, () => ({ field: "totalCount" })),
      ...this.maybe(0.3, () => ({
        field: "pageInfo",
        of: plain(["hasNextPage", "hasPreviousPage", "endCursor"]),
      })),
    ];
  }

  comment(depth: number): Sel[] {
    return [
      ...this.values(COMMENT_VALUES, 0.6),
      ...this.maybe(0.4, () => ({ field: "author", of: this.user() })),
      ...(depth > 0 ? this.maybe(0.15, () => ({ field: "issue", of: this.issue(depth - 1) })) : []),
    ];
  }

  private can(): Sel {
    return { field: "can", of: [...plain(CAN_FLAGS), { field: "moveTo", of: this.status() }] };
  }

  issue(depth: number): Sel[] {
    const { dice } = this;
    const all = [
      ...this.values(ISSUE_VALUES, 0.35),
      ...this.maybe(0.3, () => ({ field: "status", of: this.status() })),
      ...this.maybe(0.25, () => ({ field: "unit", of: this.unit(depth > 1 ? 1 : 0) })),
      ...this.maybe(0.3, () => ({ field: "assignee", of: this.user() })),
      ...this.maybe(0.2, () => ({ field: "author", of: this.user() })),
      ...this.maybe(0.25, () => ({ field: "labels", of: this.label() })),
      ...this.maybe(0.25, () => this.can()),
      ...(depth > 0 ? this.issueBelow(depth) : []),
    ];
    const alias = dice.chance(0.2) ? { field: dice.pick(ISSUE_VALUES), as: "again" } : null;
    const asked = alias ? [...all, alias] : all;
    if (!dice.chance(0.15)) return asked;
    // Part of it stands in a fragment.
    const at = 1 + dice.below(asked.length - 1 || 1);
    const rest = asked.slice(at);
    return rest.length === 0 ? asked : [...asked.slice(0, at), { field: "... on Issue", of: rest }];
  }

  private issueBelow(depth: number): Sel[] {
    return [
      ...this.maybe(0.35, () => ({ field: "parent", of: this.issue(depth - 1) })),
      ...this.maybe(0.3, () => this.list("subIssues", this.issue(depth - 1))),
      ...this.maybe(0.3, () => this.list("comments", this.comment(depth - 1))),
      ...this.maybe(0.3, () => ({ field: "relations", of: this.relation(depth - 1) })),
      ...this.maybe(0.35, () => ({ field: "handoffs", of: this.handoff(depth - 1) })),
    ];
  }

  private relation(depth: number): Sel[] {
    return [
      ...this.values(["type", "delayDays"], 0.8),
      ...this.maybe(0.8, () => ({ field: "issue", of: this.issue(depth) })),
    ];
  }

  /** The trail; of what is below it the issue again now and then. */
  handoff(depth: number, likelihood = 0.3): Sel[] {
    return [
      ...this.values(HANDOFF_VALUES, 0.5),
      ...this.maybe(0.5, () => ({ field: "from", of: this.unit(0) })),
      ...this.maybe(0.5, () => ({ field: "to", of: this.unit(0) })),
      ...this.maybe(0.4, () => ({ field: "startedBy", of: this.user() })),
      ...this.maybe(0.7, () => ({ field: "steps", of: this.step(depth, false) })),
      ...(depth > 0 ? this.maybe(likelihood, () => ({ field: "issue", of: this.issue(depth - 1) })) : []),
    ];
  }

  step(depth: number, isTop: boolean): Sel[] {
    return [
      ...this.values(STEP_VALUES, 0.5),
      ...this.maybe(0.5, () => ({ field: "unit", of: this.unit(0) })),
      ...this.maybe(0.4, () => ({ field: "actedBy", of: this.user() })),
      ...(isTop ? [{ field: "handoff", of: this.handoff(depth, 1) }] : []),
    ];
  }

  routeStep(): Sel[] {
    return [
      { field: "unit", of: this.unit(1) },
      { field: "heads", of: this.user() },
      ...this.maybe(0.7, () => ({ field: "yours" })),
    ];
  }

  deputy(): Sel[] {
    return [
      ...this.values(["from", "to", "active"], 0.7),
      { field: "user", of: this.user() },
      { field: "boss", of: this.user() },
    ];
  }

  event(depth: number): Sel[] {
    return [
      ...this.values(EVENT_VALUES, 0.5),
      { field: "changes", of: plain(["field", "before", "after"]) },
      ...this.maybe(0.4, () => ({ field: "actor", of: this.user() })),
      ...this.maybe(0.2, () => ({ field: "onBehalfOf", of: this.user() })),
      ...this.maybe(0.3, () => ({ field: "issue", of: this.issue(depth - 1) })),
    ];
  }

  boardEvent(): Sel[] {
    return [
      { field: "issueId" },
      { field: "event", of: this.event(0) },
      ...this.maybe(0.85, () => ({ field: "issue", of: this.issue(1) })),
    ];
  }

  board(depth: number): Sel[] {
    const { dice } = this;
    const column = [
      { field: "name" },
      { field: "issueIds" },
      ...plain(dice.some(["category", "count", "estimateSum", "olderCount", "wipLimit"], 0.6)),
      ...this.maybe(0.3, () => ({ field: "status", of: this.status() })),
      ...this.maybe(0.2, () => ({ field: "statuses", of: this.status() })),
      ...this.maybe(0.6, () => this.list("issues", this.issue(depth - 1))),
    ];
    return [
      {
        field: "columns",
        of: dice.chance(0.2) ? column.filter(({ field }) => field !== "issueIds") : column,
      },
      ...this.maybe(0.3, () => ({ field: "unit", of: this.unit(1) })),
      ...this.maybe(0.5, () => ({ field: "lastEvent" })),
    ];
  }

  me(): Sel[] {
    const memberships = { field: "memberships", of: this.membership(1) };
    return [
      { field: "user", of: this.user() },
      memberships,
      { field: "deputyFor", of: this.user() },
      ...plain(["isBoss", "isAdmin", "locale", "timeZone"]),
    ];
  }
}
