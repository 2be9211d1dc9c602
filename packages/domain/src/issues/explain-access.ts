import type { Company, StatusCategory } from "../org/company.js";
import { manages, type Actor } from "../org/heads.js";
import { ACTION_NAMES, ACTIONS, may, type Action } from "../rights/actions.js";
import { canRead, canWrite } from "../rights/field-policy.js";
import { bitsOf, HAT_BITS, hatNames, type Hat, type HatBits, type Hats } from "../rights/hats.js";
import { canSee, hatsInUnit, hatsOn, type Viewer } from "../rights/viewer.js";
import { allow, refuse, type Decision } from "../shared/decision.js";
import type { MessageKey } from "../shared/message-keys.js";
import type { UserId } from "../shared/ids.js";
import { canTake, mayAssign } from "./assign-issue.js";
import { canEndAs, type GivenEnding } from "./close-issue.js";
import { canComment } from "./comment.js";
import { canEdit, canRank, EDITABLE_FIELDS, type EditableField } from "./edit-issue.js";
import { mayHandOff } from "./hand-off.js";
import { archivedRefusal, transitRefusal, type IssueFacts } from "./issue-facts.js";
import { ISSUE_FIELDS, type IssueField } from "./issue-fields.js";
import type { FactsOfCan } from "./issue-can.js";
import { canRelate } from "./relations.js";
import { canMoveTo, firstOf } from "./workflow.js";

/** What an answer rests on: a hat, or that all may who see the issue. */
export type Ground = Hat | "ANYONE";

/** R12: a decision, with the rule that made it: allowed by a ground, or refused with a message. */
export type Explained =
  | { readonly allowed: true; readonly rule: string; readonly by: Ground }
  | { readonly allowed: false; readonly rule: string; readonly message: MessageKey; readonly params: object };

export interface AccessExplanation {
  readonly hats: readonly Hat[];
  readonly fields: readonly {
    readonly field: IssueField;
    readonly read: Explained;
    readonly write: Explained;
  }[];
  readonly actions: readonly { readonly action: Action; readonly verdict: Explained }[];
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

function explained(decision: Decision, hats: Hats, opening: HatBits): Explained {
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

/** Where an action that moves an issue would bring it, and where no other action would. */
const TARGETS: Readonly<Partial<Record<Action, readonly StatusCategory[]>>> = {
  move: ["BACKLOG", "TODO"],
  start: ["IN_PROGRESS"],
  resolve: ["RESOLVED"],
  close: ["CLOSED"],
  reopen: ["IN_PROGRESS"],
};

/** Asked for a status of the category that is not the present one; where there is no other, by the table alone. */
function moveDecision(
  company: Company,
  viewer: Viewer,
  facts: IssueFacts,
  hats: Hats,
  action: Action,
  categories: readonly StatusCategory[],
): Decision {
  const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
  const others = statuses.filter((status) => status.id !== facts.status.id);
  const targets = categories.flatMap((category) => firstOf(others, category) ?? []);
  const decisions = targets.map((target) => canMoveTo(facts, hats, viewer.isBoss, target));
  const refusal = decisions.find((decision) => !decision.allowed);
  if (decisions.length === 0) return transitRefusal(facts) ?? byTable(action, facts, hats);
  return decisions.find((decision) => decision.allowed) ?? refusal ?? allow();
}

function inTable(action: Action, hats: Hats): Decision {
  return may(action, hats) ? allow() : refuse("FORBIDDEN", ACTIONS[action].rule, "access.notAllowed");
}

/** What hangs on the table alone, and on the issue being no archived one. */
function byTable(action: Action, facts: IssueFacts, hats: Hats): Decision {
  const decision = inTable(action, hats);
  return decision.allowed ? (archivedRefusal(facts) ?? decision) : decision;
}

/** What is done in the unit, whatever one sees of this issue, and whatever state it is in. */
const OF_UNIT: ReadonlySet<Action> = new Set(["createIssue", "file", "manageUnit", "plan"]);

/** R1: an archived unit lets its members go, and takes nothing new. */
function unitDecision(action: Action, { unitArchived }: IssueFacts, inUnit: Hats): Decision {
  const decision = inTable(action, inUnit);
  if (!decision.allowed || !unitArchived || action === "manageUnit") return decision;
  return refuse("CONFLICT", "R1", "unit.archived");
}

/** L5: how the MANAGER ends an issue. */
const ENDINGS: Readonly<Partial<Record<Action, GivenEnding>>> = { cancel: "CANCELLED", merge: "DUPLICATE" };

function actionDecision(
  company: Company,
  viewer: Viewer,
  facts: FactsOfCan,
  hats: Hats,
  action: Action,
): Decision {
  const targets = TARGETS[action];
  const ending = ENDINGS[action];
  const isClosed = facts.status.category === "CLOSED";
  if (action === "reopen" && !isClosed) return refuse("CONFLICT", "L2", "access.notClosed");
  if (action === "close" && isClosed) return refuse("CONFLICT", "L2", "access.closedAlready");
  if (targets) return moveDecision(company, viewer, facts, hats, action, targets);
  if (ending) {
    const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
    const decision = canEndAs(ending, facts, hats, viewer.isBoss, statuses);
    return decision.allowed ? allow() : decision;
  }
  if (action === "comment") return canComment(hats, false);
  if (action === "commentInternally") return canComment(hats, true);
  if (action === "take") return canTake(facts, hats);
  if (action === "assign") return mayAssign(facts, hats);
  if (action === "handOff") return mayHandOff(facts, hats);
  return byTable(action, facts, hats);
}

/**
 * R12, "view as": every decision of the rules for one person on one issue, by the very functions that decide the attempt.
 *
 * @param viewer the person, with the rights of now
 */
export function explainAccess(company: Company, viewer: Viewer, facts: FactsOfCan): AccessExplanation {
  const hats = hatsOn(viewer, facts);
  const inUnit = hatsInUnit(viewer, facts.unitId);
  const verdict = (action: Action): Explained => {
    const { hats: opening } = ACTIONS[action];
    if (OF_UNIT.has(action)) return explained(unitDecision(action, facts, inUnit), inUnit, opening);
    if (!canSee(hats)) return UNSEEN;
    return explained(actionDecision(company, viewer, facts, hats, action), hats, opening);
  };
  return {
    hats: hatNames(hats),
    fields: (Object.keys(ISSUE_FIELDS) as IssueField[]).map((field) => ({
      field,
      read: readOf(field, hats),
      write: writeOf(field, facts, hats),
    })),
    actions: ACTION_NAMES.map((action) => ({ action, verdict: verdict(action) })),
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
