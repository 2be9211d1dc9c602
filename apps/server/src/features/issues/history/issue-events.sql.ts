import { kindsFor } from "@stafeta/domain/events/event-sight";
import { ISSUE_FIELDS, type IssueField } from "@stafeta/domain/issues/issue-fields";
import type { Sql } from "../../../platform/db/sql.js";
import type { EventReader, EventScope } from "../../events/event-readers.js";
import { readsCommentOf, readsField, seesIssue } from "../issue-sight.sql.js";

/** Fields whose values point to issues: what points to one that the viewer does not see is no value for them (R10). */
const LINKS = ["parent", "relations"] as const;
const isLink = (field: string) => (LINKS as readonly string[]).includes(field);

/** Changes as `c(change, n)` of the event `e` of the issue `i`. */
const FIELD = "c.change->>'field'";

const FIELDS = Object.keys(ISSUE_FIELDS).filter((field) => !isLink(field)) as IssueField[];

/** Fields that whoever wears no custom role reads or does not read together; a custom role grants each by itself (R9). */
function readTogether(isCustom: boolean): IssueField[][] {
  const groups = new Map<unknown, IssueField[]>();
  for (const field of FIELDS) {
    const { read } = ISSUE_FIELDS[field];
    const key = isCustom && read !== "ANYONE" ? field : read;
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  return [...groups.values()];
}

const GROUPS = readTogether(false);
const CUSTOM_GROUPS = readTogether(true);

/** R10: which changes the viewer reads: those of fields that their hats read on the issue as it is now. */
function readsChange(scope: EventScope, sql: Sql): string {
  const groups = scope.viewer.unitGrants === null ? GROUPS : CUSTOM_GROUPS;
  const ways = groups.flatMap((fields) => {
    const [field] = fields;
    const reads = field === undefined ? "false" : readsField(scope, sql, "i", ISSUE_FIELDS[field]);
    return reads === "false" ? [] : [`${FIELD} = any(${sql.param(fields)}::text[]) and ${reads}`];
  });
  return `(${ways.join(" or ")})`;
}

function seesLinked(scope: EventScope, sql: Sql, value: string): string {
  const text = `c.change->>'${value}'`;
  const sees = seesIssue(scope, sql, "linked");
  if (sees === "true") return `${text} is not null`;
  return `exists (select from issue linked where linked.id = (${text})::bigint and ${sees})`;
}

interface LinkChanges {
  readonly reads: string;
  readonly masked: string;
}

/** A link that points to nothing seen on either side is hidden; where one side is seen, the other reads as null. */
function parentChanges(scope: EventScope, sql: Sql): LinkChanges {
  const [before, after] = [seesLinked(scope, sql, "before"), seesLinked(scope, sql, "after")];
  const side = (name: string, sees: string) =>
    `'${name}', case when ${sees} then c.change->'${name}' else 'null' end`;
  return {
    reads: `(${readsField(scope, sql, "i", ISSUE_FIELDS.parent)} and (${before} or ${after}))`,
    masked: `jsonb_build_object('field', ${FIELD}, ${side("before", before)}, ${side("after", after)})`,
  };
}

/** R11: relations to what is not seen are absent on both sides; what is the same then is no change. */
function relationChanges(scope: EventScope, sql: Sql): LinkChanges {
  const policy = ISSUE_FIELDS.relations;
  const sees = seesIssue(scope, sql, "linked");
  const side = (name: string) => {
    const texts = `jsonb_array_elements_text(case when jsonb_typeof(c.change->'${name}') = 'array' then c.change->'${name}' else '[]' end)`;
    return `(select coalesce(jsonb_agg(t.text order by t.text collate "C"), '[]') from ${texts} t(text)
      join issue linked on linked.id = split_part(t.text, ' ', 2)::bigint where ${sees})`;
  };
  const [before, after] = [side("before"), side("after")];
  return {
    reads: `(${readsField(scope, sql, "i", policy)} and ${before} <> ${after})`,
    masked: `jsonb_build_object('field', ${FIELD}, 'before', ${before}, 'after', ${after})`,
  };
}

/** Each masked in its own way. A case, so that no way is tried on the values of the other. */
function linkChanges(scope: EventScope, sql: Sql): LinkChanges {
  const [parent, relations] = [parentChanges(scope, sql), relationChanges(scope, sql)];
  const byField = (ways: readonly [string, string]) =>
    `case when ${FIELD} = 'parent' then ${ways[0]} else ${ways[1]} end`;
  return {
    reads: byField([parent.reads, relations.reads]),
    masked: byField([parent.masked, relations.masked]),
  };
}

/** The readable changes `c` of the event `e`; pages and counts ask the same. */
function fromReadable(scope: EventScope, sql: Sql, isLinkChange: string, linkReads: string): string {
  return `from issue i cross join jsonb_array_elements(e.changes) with ordinality c(change, n)
    where i.id = e.issue_id and ${seesIssue(scope, sql, "i")}
      and (${readsChange(scope, sql)} or ${isLinkChange} and ${linkReads})`;
}

function linkTest(sql: Sql): string {
  return `${FIELD} = any(${sql.param(LINKS)}::text[])`;
}

/** I9: an event of an issue is there for who sees the issue now and reads one of its changes; PER-05: with those alone. */
function issueChanges(scope: EventScope, sql: Sql): string {
  const link = linkChanges(scope, sql);
  const isLinkChange = linkTest(sql);
  return `(select jsonb_agg(case when ${isLinkChange} then ${link.masked} else c.change end order by c.n)
    ${fromReadable(scope, sql, isLinkChange, link.reads)})`;
}

function someIssueChange(scope: EventScope, sql: Sql): string {
  return `exists (select ${fromReadable(scope, sql, linkTest(sql), linkChanges(scope, sql).reads)})`;
}

/** Section 2: who reads the comment reads what happened to it, however it is marked in the event. */
function fromReadComment(scope: EventScope, sql: Sql): string {
  return `from comment k join issue i on i.id = k.issue_id
    where k.id = e.entity_id and ${seesIssue(scope, sql, "i")} and ${readsCommentOf(scope, sql, "k", "i")}`;
}

/** A set made once a statement: most of a large log is about what one does not see. */
function ofSeenIssues(scope: EventScope, sql: Sql): string {
  const sees = seesIssue(scope, sql, "seen");
  return sees === "true" ? "true" : `e.issue_id in (select seen.id from issue seen where ${sees})`;
}

export const ISSUE_EVENTS: EventReader = {
  kinds: kindsFor("ISSUE"),
  changes: issueChanges,
  exists: someIssueChange,
  among: ofSeenIssues,
};

export const COMMENT_EVENTS: EventReader = {
  kinds: kindsFor("COMMENT"),
  changes: (scope, sql) => `(select e.changes ${fromReadComment(scope, sql)})`,
  exists: (scope, sql) => `exists (select ${fromReadComment(scope, sql)})`,
  among: ofSeenIssues,
};
