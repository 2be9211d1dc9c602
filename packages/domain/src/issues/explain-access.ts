import type { Company, Status, StatusCategory } from "../org/company.js";
import { manages, type Actor } from "../org/heads.js";
import { ACTION_NAMES, ACTIONS, may, type Action } from "../rights/actions.js";
import { canRead, canWrite } from "../rights/field-policy.js";
import { bitsOf, HAT_BITS, hatNames, type Hat, type HatBits, type Hats } from "../rights/hats.js";
import { canSee, hatsInUnit, hatsOn, type Viewer } from "../rights/viewer.js";
import { allow, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { MessageKey } from "../shared/message-keys.js";
import type { UserId } from "../shared/ids.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { canTake, mayAssign } from "./assign-issue.js";
import { canArchive, canClose, canEndAs, canReopen, canReturn, type GivenEnding } from "./close-issue.js";
import { canComment } from "./comment.js";
import { canCreateIssue } from "./create-issue.js";
import { canEdit, canRank, EDITABLE_FIELDS, type EditableField } from "./edit-issue.js";
import { mayHandOff } from "./hand-off.js";
import type { FactsOfCan } from "./issue-can.js";
import { archivedRefusal, transitRefusal, type IssueFacts } from "./issue-facts.js";
import { ISSUE_FIELDS, type IssueField } from "./issue-fields.js";
import { canRelate } from "./relations.js";
import { canMoveTo, firstOf } from "./workflow.js";

/** What an answer rests on: a hat, or that all may who see the issue. */
export type Ground = Hat | "ANYONE";

/** R12: a decision, with the rule that made it: allowed by a ground, or refused with a message. */
export type Explained =
  | { readonly allowed: true; readonly rule: string; readonly by: Ground }
  | { readonly allowed: false; readonly rule: string; readonly message: MessageKey; readonly params: object };

/** The rows of the table of actions, and what is done to an issue beside them, by laws or by the workflow. */
export const EXPLAINED_ACTIONS = [...ACTION_NAMES, "return", "archive", "relate"] as const;
export type ExplainedAction = (typeof EXPLAINED_ACTIONS)[number];

export interface AccessExplanation {
  readonly hats: readonly Hat[];
  readonly fields: readonly {
    readonly field: IssueField;
    readonly read: Explained;
    readonly write: Explained;
  }[];
  readonly actions: readonly { readonly action: ExplainedAction; readonly verdict: Explained }[];
}

/** The rule that gives a hat. */
const RULE_OF_HAT: Readonly<Record<Hat, string>> = {
  MANAGER: "R3",
  DEVELOPER: "R5",
  REPORTER: "R6",
  ANALYST: "R7",
  HOLDER: "R10",
  AUTHOR: "R8",
  FOLLOWER: "R8",
  STEP_HEAD: "H2",
  SELF: "R8",
  ADMIN: "R8",
  CUSTOM: "R9",
  CUSTOM_HELD: "R9",
};

/** The first fixed hat that opens it, else the custom role that must have. */
function openedBy(hats: Hats, opening: HatBits): Explained {
  const [fixed] = hatNames(bitsOf(hats) & opening);
  const custom = hatNames(bitsOf(hats) & (HAT_BITS.CUSTOM | HAT_BITS.CUSTOM_HELD))[0] ?? "CUSTOM";
  const by = fixed ?? custom;
  return { allowed: true, rule: RULE_OF_HAT[by], by };
}

function refused(rule: string, message: MessageKey): Explained {
  return { allowed: false, rule, message, params: {} };
}

const UNSEEN = refused("R10", "access.notSeen");

function explained(decision: Decision<unknown>, hats: Hats, opening: HatBits): Explained {
  if (decision.allowed) return openedBy(hats, opening);
  const { rule, message, params } = decision;
  return { allowed: false, rule, message, params };
}

function readOf(field: IssueField, hats: Hats): Explained {
  if (!canSee(hats)) return UNSEEN;
  const policy = ISSUE_FIELDS[field];
  if (policy.read === "ANYONE") return { allowed: true, rule: "R10", by: "ANYONE" };
  return canRead(policy, hats) ? openedBy(hats, policy.read) : refused("R10", "access.notReadable");
}

/** Fields that change, but by no edit; with what they change by. */
const WRITTEN_ELSEWHERE: Readonly<Partial<Record<IssueField, readonly [string, MessageKey]>>> = {
  status: ["I3", "access.byWorkflow"],
  unit: ["L3", "access.byHandoff"],
  resolution: ["L5", "access.byLaw"],
  archived: ["L5", "access.byLaw"],
};

function isEditable(field: IssueField): field is EditableField {
  return (EDITABLE_FIELDS as readonly IssueField[]).includes(field);
}

function writeOf(field: IssueField, facts: IssueFacts, hats: Hats): Explained {
  if (!canSee(hats)) return UNSEEN;
  const policy = ISSUE_FIELDS[field];
  if (isEditable(field)) return explained(canEdit(facts, hats, [field]), hats, policy.write);
  if (field === "rank") return explained(canRank(facts, hats), hats, policy.write);
  if (field === "assignee") return explained(mayAssign(facts, hats), hats, policy.write);
  if (field === "relations")
    return explained(canRelate(facts, hats, { archived: false }), hats, policy.write);
  if (field === "internalComments") return explained(canComment(hats, true), hats, policy.write);
  const elsewhere = WRITTEN_ELSEWHERE[field];
  if (elsewhere) return refused(...elsewhere);
  return canWrite(policy, hats) ? openedBy(hats, policy.write) : refused("R10", "access.notWritten");
}

/** Everything that a rule of an action asks. */
interface Asked {
  readonly company: Company;
  readonly viewer: Viewer;
  readonly facts: FactsOfCan;
  /** On the issue; in its unit for what is done there. */
  readonly hats: Hats;
  readonly statuses: readonly Status[];
}

/** Asked for a status of the category that is not the present one; where there is no other, by the table alone. */
function moveTo(action: Action, categories: readonly StatusCategory[]) {
  return ({ facts, hats, viewer, statuses }: Asked): Decision => {
    const others = statuses.filter((status) => status.id !== facts.status.id);
    const targets = categories.flatMap((category) => firstOf(others, category) ?? []);
    const decisions = targets.map((target) => canMoveTo(facts, hats, viewer.isBoss, target));
    const refusal = decisions.find((decision) => !decision.allowed);
    const byState = transitRefusal(facts) ?? archivedRefusal(facts);
    if (decisions.length === 0) return inTable(action, hats, byState);
    return decisions.find((decision) => decision.allowed) ?? refusal ?? allow();
  };
}

function inTable(action: Action, hats: Hats, byState: Refusal | null): Decision {
  if (!may(action, hats)) return refuse("FORBIDDEN", ACTIONS[action].rule, "access.notAllowed");
  return byState ?? allow();
}

/** What hangs on the table alone, and on the issue being no archived one. */
function byTable(action: Action) {
  return ({ facts, hats }: Asked): Decision => inTable(action, hats, archivedRefusal(facts));
}

/** R1: an archived unit lets its members go, and takes nothing new. */
function inUnit(action: Action) {
  return ({ facts, hats }: Asked): Decision => {
    const takesNothing = facts.unitArchived && action !== "manageUnit";
    return inTable(action, hats, takesNothing ? refuse("CONFLICT", "R1", "unit.archived") : null);
  };
}

function endAs(ending: GivenEnding) {
  return ({ facts, hats, viewer, statuses }: Asked) => canEndAs(ending, facts, hats, viewer.isBoss, statuses);
}

function createIssue({ company, viewer, facts }: Asked): Decision<Status> {
  const nothing = { statusId: null, assigneeId: null, labelIds: [], startDate: null, dueDate: null };
  const decision = canCreateIssue(company, viewer, { unitId: facts.unitId, ...nothing }, ANY_DAY);
  return decision.allowed && facts.unitArchived ? refuse("CONFLICT", "R1", "unit.archived") : decision;
}

/** No date is wished, and nobody is named, so that no day decides anything. */
const ANY_DAY = "2000-01-01" as CalendarDate;

/** Each action with the very function that its mutation asks. */
const DECISIONS: Readonly<Record<ExplainedAction, (asked: Asked) => Decision<unknown>>> = {
  createIssue,
  file: inUnit("file"),
  comment: ({ hats }) => canComment(hats, false),
  commentInternally: ({ hats }) => canComment(hats, true),
  logTime: byTable("logTime"),
  move: moveTo("move", ["BACKLOG", "TODO"]),
  start: moveTo("start", ["IN_PROGRESS"]),
  resolve: moveTo("resolve", ["RESOLVED"]),
  take: ({ facts, hats }) => canTake(facts, hats),
  handOff: ({ facts, hats }) => mayHandOff(facts, hats),
  assign: ({ facts, hats }) => mayAssign(facts, hats),
  cancel: endAs("CANCELLED"),
  merge: endAs("DUPLICATE"),
  close: ({ facts, hats, viewer, statuses }) => canClose(facts, hats, viewer.isBoss, statuses),
  reopen: ({ facts, hats, viewer, statuses }) => canReopen(facts, hats, viewer.isBoss, statuses),
  manageUnit: inUnit("manageUnit"),
  plan: inUnit("plan"),
  return: ({ facts, hats, viewer, statuses }) => canReturn(facts, hats, viewer.isBoss, statuses),
  archive: ({ facts, viewer }) => canArchive(facts, viewer.isBoss),
  relate: ({ facts, hats }) => canRelate(facts, hats, { archived: false }),
};

/** The hats that open what has no row of its own: to return is to start again, the others are the MANAGER's. */
const OPENING: Readonly<Record<Exclude<ExplainedAction, Action>, HatBits>> = {
  return: ACTIONS.start.hats,
  archive: HAT_BITS.MANAGER,
  relate: HAT_BITS.MANAGER,
};

function openingOf(action: ExplainedAction): HatBits {
  return action in OPENING ? OPENING[action as keyof typeof OPENING] : ACTIONS[action as Action].hats;
}

/** What is done in the unit, whatever one sees of this issue. */
const OF_UNIT: ReadonlySet<ExplainedAction> = new Set(["createIssue", "file", "manageUnit", "plan"]);

/**
 * R12, "view as": every decision of the rules for one person on one issue, by the very functions that decide the attempt.
 *
 * @param viewer the person, with the rights of now
 */
export function explainAccess(company: Company, viewer: Viewer, facts: FactsOfCan): AccessExplanation {
  const hats = hatsOn(viewer, facts);
  const inUnit = hatsInUnit(viewer, facts.unitId);
  const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
  const verdict = (action: ExplainedAction): Explained => {
    const worn = OF_UNIT.has(action) ? inUnit : hats;
    if (!OF_UNIT.has(action) && !canSee(hats)) return UNSEEN;
    const decision = DECISIONS[action]({ company, viewer, facts, hats: worn, statuses });
    return explained(decision, worn, openingOf(action));
  };
  return {
    hats: hatNames(hats),
    fields: (Object.keys(ISSUE_FIELDS) as IssueField[]).map((field) => ({
      field,
      read: readOf(field, hats),
      write: writeOf(field, facts, hats),
    })),
    actions: EXPLAINED_ACTIONS.map((action) => ({ action, verdict: verdict(action) })),
  };
}

/** R12: anyone for themselves; for others who manages them there (R3), admins and bosses. */
export function mayExplain(
  company: Company,
  actor: Actor,
  userId: UserId,
  facts: Pick<IssueFacts, "unitId">,
): Decision {
  const isTheirs = actor.userId === userId || actor.isAdmin || manages(company, actor, facts.unitId);
  return isTheirs ? allow() : refuse("FORBIDDEN", "R12", "access.managersOnly");
}
