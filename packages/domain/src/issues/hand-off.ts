import { may } from "../rights/actions.js";
import { hasHat, type Hats } from "../rights/hats.js";
import { allow, refuse, type Decision } from "../shared/decision.js";
import { archivedRefusal, isDone, type IssueFacts } from "./issue-facts.js";

/** H1: a MANAGER, a HOLDER with the DEVELOPER hat or a role that allows it (R9), or any such while nobody is named. */
function isStarter(facts: IssueFacts, hats: Hats): boolean {
  if (hasHat(hats, "MANAGER")) return true;
  return may("handOff", hats) && (hasHat(hats, "HOLDER") || facts.assigneeId === null);
}

/** H1: who may hand an unfinished issue off, wherever to. H6: whoever may not can ask for it. */
export function mayHandOff(facts: IssueFacts, hats: Hats): Decision {
  if (!isStarter(facts, hats)) return refuse("FORBIDDEN", "H1", "handoff.startNotAllowed");
  if (facts.inTransit) return refuse("CONFLICT", "H2", "handoff.alreadyPending");
  const archived = archivedRefusal(facts);
  if (archived) return archived;
  return isDone(facts.status.category) ? refuse("CONFLICT", "H1", "handoff.finished") : allow();
}
