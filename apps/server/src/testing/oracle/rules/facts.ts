import { stepUnitOf } from "./hats.js";
import { rowOrNull, type Issue, type LoggedEvent, type World } from "./world.js";

/** What sight hung on (I9): as an event of an issue must have recorded it. */
type Facts = readonly [unit: string | null, assignee: string | null, stepUnit: string | null];

function factsIn(world: World, issue: Issue): Facts {
  return [issue.unitId, issue.assigneeId, stepUnitOf(world, issue.id)];
}

const beforeOf = (event: LoggedEvent): Facts => [
  event.unitBefore,
  event.assigneeBefore,
  event.stepUnitBefore,
];
const afterOf = (event: LoggedEvent): Facts => [event.unitId, event.assigneeId, event.stepUnitId];

/**
 * I9: events are told by the facts of their own moment: the first one's are those of before, each next one's those that the one
 * before it left, and the last one's those of now.
 */
export function factsFault(before: World, after: World): string | null {
  const events = after.events.slice(before.events.length);
  for (const issue of after.issues) {
    const own = events.filter((event) => event.issueId === issue.id);
    const old = rowOrNull(before.issues, issue.id);
    let known: Facts | null = old ? factsIn(before, old) : null;
    for (const event of own) {
      if (known !== null && JSON.stringify(beforeOf(event)) !== JSON.stringify(known))
        return `event ${event.id} (${event.kind}) was before: ${JSON.stringify(beforeOf(event))}, not ${JSON.stringify(known)}`;
      known = afterOf(event);
    }
    const now = factsIn(after, issue);
    if (known !== null && JSON.stringify(known) !== JSON.stringify(now))
      return `${issue.key} is now ${JSON.stringify(now)}, its events leave ${JSON.stringify(known)}`;
  }
  return null;
}

/** R8: past holders are kept: a holding ends when the holder changes, and another begins. */
export function holdingsFault(before: World, after: World): string | null {
  for (const issue of after.issues) {
    const old = rowOrNull(before.issues, issue.id);
    if (old?.assigneeId === issue.assigneeId) continue;
    const own = after.holdings.filter((one) => one.issueId === issue.id);
    const present = own.filter((one) => !one.isOver).map((one) => one.userId);
    if (JSON.stringify(present) !== JSON.stringify(issue.assigneeId === null ? [] : [issue.assigneeId]))
      return `${issue.key} is held by ${JSON.stringify(present)}, not by ${String(issue.assigneeId)}`;
    if (old?.assigneeId != null && !own.some((one) => one.userId === old.assigneeId))
      return `${issue.key}: that ${old.assigneeId} once held it is lost`;
  }
  return null;
}
