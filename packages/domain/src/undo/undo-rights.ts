import type { EventKind } from "../events/event-kinds.js";
import { canAssign, canTake } from "../issues/assign-issue.js";
import { canArchive } from "../issues/close-issue.js";
import { canEdit, canRank, labelsKnown } from "../issues/edit-issue.js";
import type { FactsOfCan } from "../issues/issue-can.js";
import { frozenRefusal } from "../issues/issue-facts.js";
import { fieldsOfEdit } from "../issues/merge-edit.js";
import { canMoveBack } from "../issues/workflow.js";
import type { Company } from "../org/company.js";
import { may } from "../rights/actions.js";
import { hasHat, type Hats } from "../rights/hats.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, refuse, type Decision } from "../shared/decision.js";
import { REFUSAL_ORDER } from "../shared/error-codes.js";
import type { StatusId, UserId } from "../shared/ids.js";
import type { Undoer } from "./can-undo.js";
import type { TurnedBack } from "./turned-back.js";

/** What is asked of one issue of an action that is to be undone. */
export interface UndoQuestion {
  readonly company: Company;
  readonly undoer: Undoer;
  readonly today: CalendarDate;
  readonly facts: FactsOfCan;
  readonly hats: Hats;
  /** The kind of the change that was made first, before it was ever undone and done again. */
  readonly root: EventKind;
  readonly turned: TurnedBack;
}

/** L5: an ending that a MANAGER gave. */
function endingBack({ root, hats }: UndoQuestion): Decision {
  const isEnding = root === "ISSUE_CANCELLED" || root === "ISSUE_MERGED";
  return isEnding && !hasHat(hats, "MANAGER")
    ? refuse("FORBIDDEN", "L5", "issue.endedByManagerOnly")
    : allow();
}

function statusBack({ company, undoer, facts, hats, turned }: UndoQuestion): Decision {
  const id = turned.values.get("status");
  if (id === undefined) return turned.values.has("resolution") ? (frozenRefusal(facts) ?? allow()) : allow();
  const target = company.statusById.get(id as StatusId);
  if (!target) return refuse("CONFLICT", "I6", "undo.statusGone");
  return canMoveBack(facts, hats, undoer.isBoss, target);
}

/** R10: beside another status the place is left where it is for who may not write it, as in a move. */
function rankBack({ facts, hats, turned }: UndoQuestion): Decision {
  return turned.values.has("rank") && !turned.values.has("status") ? canRank(facts, hats) : allow();
}

/** R5: what was taken is given back by who took it; to take it once more is to take it. */
function takingBack({ facts, hats }: UndoQuestion, assignee: UserId | null): Decision {
  if (assignee !== null) return canTake(facts, hats);
  if (!may("take", hats)) return refuse("FORBIDDEN", "R5", "issue.takeNotAllowed");
  return frozenRefusal(facts) ?? allow();
}

function holderBack(question: UndoQuestion): Decision {
  const assignee = question.turned.values.get("assignee") as UserId | null | undefined;
  if (assignee === undefined) return allow();
  const { company, facts, hats, today, root } = question;
  if (root === "ISSUE_TAKEN") return takingBack(question, assignee);
  return canAssign(company, facts, hats, assignee, today);
}

/** L5: a boss brings an archived issue back, and archives it once more. */
function archiveBack({ facts, undoer, turned }: UndoQuestion): Decision {
  const archived = turned.values.get("archived");
  if (archived === undefined) return allow();
  if (archived === true) return canArchive(facts, undoer.isBoss);
  return undoer.isBoss ? allow() : refuse("LAW", "L5", "issue.onlyBossArchives");
}

function editBack({ company, facts, hats, turned }: UndoQuestion): Decision {
  const fields = fieldsOfEdit(turned.edit);
  if (fields.length === 0) return allow();
  const decision = canEdit(facts, hats, fields);
  return decision.allowed ? (labelsKnown(company, facts.unitId, turned.edit) ?? decision) : decision;
}

const QUESTIONS = [endingBack, statusBack, rankBack, holderBack, archiveBack, editBack];

/**
 * I6: undo needs the right that the original change needed, held now; the first refusal by the order of asking. What no longer
 * fits (a holder who left, a label that is gone) is CONFLICT: whoever undoes gave no value that could be wrong.
 */
export function canTurnBack(question: UndoQuestion): Decision {
  const refusals = QUESTIONS.flatMap((ask) => {
    const decision = ask(question);
    if (decision.allowed) return [];
    const { code, rule, message, params } = decision;
    return [
      code === "BAD_USER_INPUT"
        ? refuse("CONFLICT", "I6", message, params)
        : refuse(code, rule, message, params),
    ];
  });
  const place = (code: (typeof REFUSAL_ORDER)[number]) => REFUSAL_ORDER.indexOf(code);
  const [first] = refusals.toSorted((a, b) => place(a.code) - place(b.code));
  return first ?? allow();
}
