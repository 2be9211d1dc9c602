import type { Sql } from "../../platform/db/sql.js";
import { readableEvent, type EventScope } from "../events/event-readers.js";

/** Those of one person, each with its event; the log is parted by time, so that too leads to the event. */
const OWN = "notice n join event e on e.id = n.event_id and e.at = n.at";

/** As `needsDescription` of the domain: such an event concerns them by what stands in the description alone. */
const IN_DESCRIPTION =
  "(e.kind = 'ISSUE_EDITED' or e.kind = 'ISSUE_CREATED' and e.assignee_id is distinct from n.user_id)";

function hasDescription(changes: string): string {
  return `coalesce(${changes} @> '[{"field": "description"}]', false)`;
}

/** R10: the viewer's notices that they may read now, with what they read of the event as `m.changes`. */
export function noticesFrom(scope: EventScope, sql: Sql): string {
  return `${OWN} cross join lateral (select ${readableEvent(scope, sql, "changes")} as changes) m
    where n.user_id = ${sql.id(scope.viewer.userId)} and m.changes is not null
      and (not ${IN_DESCRIPTION} or ${hasDescription("m.changes")})`;
}

/** R10: whether the notice `n` of the event `e` is there for its reader: the same, for less. */
export function noticeExists(scope: EventScope, sql: Sql): string {
  const inDescription = hasDescription(`(${readableEvent(scope, sql, "changes")})`);
  return `case when ${IN_DESCRIPTION} then ${inDescription} else ${readableEvent(scope, sql, "exists")} end`;
}

/** The viewer's own notices, through that gate. */
export function visibleNotices(scope: EventScope, sql: Sql): string {
  return `${OWN} where n.user_id = ${sql.id(scope.viewer.userId)} and ${noticeExists(scope, sql)}`;
}
